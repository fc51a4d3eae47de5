import { Ellipsis } from 'lucide-react';
import { type ComponentType, useState } from 'react';
import type { Schema } from '../../../api/types.ts';
import { useMay } from '../../../session/me.ts';
import { buttonClass } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Menu, MenuItem } from '../../../ui/menu.tsx';
import { CancelDialog } from './cancel-dialog.tsx';
import type { DeedProps } from './deed-form.tsx';
import { useDeedWords } from './deed-words.ts';
import { DelayDialog } from './delay-dialog.tsx';
import { DEEDS, type Deed, fittingLines } from './fitting.ts';
import { HoldDialog, ReleaseDialog } from './hold-dialog.tsx';
import { InvoiceDialog } from './invoice-dialog.tsx';
import { SplitDialog } from './split-dialog.tsx';
import { type Offer, useOffered } from './use-offered.ts';

const DIALOGS: Readonly<Record<Deed, ComponentType<DeedProps>>> = {
  delay: DelayDialog,
  hold: HoldDialog,
  release: ReleaseDialog,
  split: SplitDialog,
  change_invoice: InvoiceDialog,
  cancel: CancelDialog,
};

/** What is done with an order now and then. What its marketplace does not offer is listed too, and says why. */
export function MoreDeeds({ order }: { readonly order: Schema<'Order'> }) {
  const t = useDeedWords();
  const mayAct = useMay('staff');
  const offered = useOffered(order);
  const [chosen, setChosen] = useState<Deed | null>(null);
  // A marketplace that lets sellers cancel, but nothing of this order.
  const isNever = (deed: Deed) =>
    deed === 'cancel' && order.seller_cancel === null && offered(deed).kind === 'offered';
  const possible = DEEDS.filter((deed) => !isNever(deed) && fittingLines(deed, order).length > 0);
  if (!mayAct || (possible.length === 0 && chosen === null)) return null;
  const close = () => setChosen(null);
  return (
    <>
      <Menu
        trigger={
          <button type="button" className={buttonClass('plain')}>
            <Ellipsis aria-hidden="true" />
            {t('more')}
          </button>
        }
      >
        {possible.map((deed) => (
          <MenuItem key={deed} onSelect={() => setChosen(deed)}>
            {t.word('deeds', deed)}
            {offered(deed).kind === 'offered' ? null : (
              <span className="ml-auto pl-3 text-2xs text-faint">{t('notOffered')}</span>
            )}
          </MenuItem>
        ))}
      </Menu>
      {chosen === null ? null : (
        <ChosenDeed deed={chosen} order={order} offer={offered(chosen)} onClose={close} />
      )}
    </>
  );
}

function ChosenDeed({
  deed,
  order,
  offer,
  onClose,
}: {
  readonly deed: Deed;
  readonly order: Schema<'Order'>;
  readonly offer: Offer;
  onClose(): void;
}) {
  const t = useDeedWords();
  // The lines as they were: a deed that is done must not empty its own dialog before it closes.
  const [lines] = useState(() => fittingLines(deed, order));
  const Form = DIALOGS[deed];
  if (offer.kind === 'offered') return <Form order={order} lines={lines} onClose={onClose} />;
  return (
    <Dialog open onClose={onClose} title={t.word('deeds', deed)} description={order.native_order_id}>
      <div className="flex flex-col gap-2 text-sm">
        <p>{offer.reason ?? t('noSuchFunction')}</p>
        <p className="text-soft">{offer.instead ?? t('onSellerPage')}</p>
      </div>
    </Dialog>
  );
}
