import { Upload } from 'lucide-react';
import { useState } from 'react';
import type { Schema } from '../../api/types.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextArea } from '../../ui/field.tsx';
import { TroubleNote } from '../../ui/trouble-note.tsx';
import { useUiWords } from '../../ui/ui-words.ts';
import { useOrderWords } from './order-words.ts';
import { readPasted } from './pasted-invoices.ts';
import { type Shipment, useShipPlan } from './use-ship-plan.ts';
import type { Work } from './work.ts';

type Order = Schema<'OrderSummary'>;

/**
 * Ships many orders from a pasted list. Two steps, by the API's own plan: first what would be sent, and what cannot;
 * then the sending.
 */
export function ShipDialog({
  orders,
  known,
  onClose,
  onSent,
}: {
  /** The selected ones, in the order of the list. */
  readonly orders: readonly Order[];
  /** All that were loaded. Others are looked for by their number. */
  readonly known: readonly Order[];
  onClose(): void;
  onSent(work: Work): void;
}) {
  const t = useOrderWords();
  const ui = useUiWords();
  const [text, setText] = useState('');
  const ship = useShipPlan({ orders, known, onSent });
  const pasted = readPasted(text);
  const planned = ship.shipments.filter(({ trouble }) => trouble === null).length;
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('shipByPaste')}
      description={orders.length === 0 ? t('pasteHint') : t('pasteHintSelected', { count: orders.length })}
      width="wide"
      footer={
        !ship.isLooking ? (
          <>
            <Button onClick={onClose}>{ui('cancel')}</Button>
            <Button
              look="primary"
              busy={ship.isBusy}
              disabled={pasted.lines.length === 0}
              onClick={() => ship.prepare(pasted.lines)}
            >
              {t('check')}
            </Button>
          </>
        ) : (
          <>
            <Button onClick={ship.back}>{t('backToPaste')}</Button>
            <Button look="primary" busy={ship.isBusy} disabled={planned === 0} onClick={ship.send}>
              {t('sendCount', { count: planned })}
            </Button>
          </>
        )
      }
    >
      {ship.error === null ? null : (
        <div className="mb-3">
          <TroubleNote error={ship.error} />
        </div>
      )}
      {!ship.isLooking ? (
        <div className="flex flex-col gap-2">
          {orders.length === 0 ? null : <SelectedOrders orders={orders} />}
          <TextArea
            label={t('pasteLabel')}
            placeholder={t('pasteExample')}
            rows={9}
            value={text}
            spellCheck={false}
            onChange={(event) => setText(event.target.value)}
            className="numeric"
            hint={
              pasted.unreadable.length === 0
                ? t('pastedCount', { count: pasted.lines.length })
                : t('unreadable', { places: pasted.unreadable.slice(0, 10).join(', ') })
            }
          />
          <label
            className={`${buttonClass('plain')} self-start focus-within:outline-2 focus-within:outline-accent`}
          >
            <Upload aria-hidden="true" />
            {t('fromFile')}
            <input
              type="file"
              accept=".csv,.tsv,.txt,text/csv,text/plain"
              className="sr-only"
              onChange={async (event) => {
                const file = event.target.files?.[0];
                if (file !== undefined) setText(await file.text());
              }}
            />
          </label>
        </div>
      ) : (
        <Shipments shipments={ship.shipments} />
      )}
    </Dialog>
  );
}

function SelectedOrders({ orders }: { readonly orders: readonly Order[] }) {
  return (
    <ol className="max-h-32 list-decimal overflow-y-auto rounded-md border border-line bg-sunken py-2 pr-3 pl-8 text-sm text-soft">
      {orders.map(({ id, native_order_id, first_product }) => (
        <li key={id}>
          <span className="numeric">{native_order_id}</span> · {first_product}
        </li>
      ))}
    </ol>
  );
}

function Shipments({ shipments }: { readonly shipments: readonly Shipment[] }) {
  const t = useOrderWords();
  return (
    <ul className="flex flex-col divide-y divide-line rounded-md border border-line">
      {shipments.map(({ line, order, trouble }) => (
        <li key={line.place} className="flex flex-col gap-0.5 px-3 py-2 text-sm">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span className="numeric font-medium">{order?.native_order_id ?? line.order}</span>
            <span className="min-w-0 flex-1 truncate text-soft">{order?.first_product}</span>
            <span className="numeric">
              {line.carrier} {line.invoice}
            </span>
            <Badge tone={trouble === null ? 'good' : 'danger'}>
              {t(trouble === null ? 'willSend' : 'declined')}
            </Badge>
          </div>
          {trouble === null ? null : <p className="text-danger">{trouble}</p>}
        </li>
      ))}
    </ul>
  );
}
