import { Link } from '@tanstack/react-router';
import type { Schema } from '../../api/types.ts';
import { CommandNote } from '../../desk/commands/command-note.tsx';
import { CommandState } from '../../desk/commands/command-state.tsx';
import { ShopLabel } from '../../desk/shop-label.tsx';
import { useFormat } from '../../language/format.ts';
import { useSyncWords } from './sync-words.ts';

type Command = Schema<'Command'>;

/** One command: what was asked, how it stands, why, and what a person can do about it. */
export function CommandRow({ command }: { readonly command: Command }) {
  const t = useSyncWords();
  const format = useFormat();
  const { offer } = command;
  return (
    <li className="flex flex-col gap-1 px-4 py-2.5 text-sm">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <CommandState state={command.state} />
        <span className="font-medium">{t.word('commandKind', command.kind)}</span>
        <ShopLabel id={command.account_id} platform={command.platform} />
        {command.order_id === null ? null : (
          <Link
            to="/orders/$orderId"
            params={{ orderId: String(command.order_id) }}
            className="text-accent hover:underline"
          >
            {t('order', { id: command.order_id })}
          </Link>
        )}
        {command.claim_id === null ? null : (
          <Link
            to="/claims/$claimId"
            params={{ claimId: String(command.claim_id) }}
            className="text-accent hover:underline"
          >
            {t('claim', { id: command.claim_id })}
          </Link>
        )}
        {command.listing_id === null ? null : (
          <Link
            to="/listings/$listingId"
            params={{ listingId: String(command.listing_id) }}
            className="text-accent hover:underline"
          >
            {t('listing', { id: command.listing_id })}
          </Link>
        )}
        {offer === null ? null : (
          <span className="numeric text-soft">
            {offer.native_item_id}
            {offer.quantity === null ? '' : ` · ${t('pieces', { count: offer.quantity })}`}
            {offer.price === null || offer.currency === null
              ? ''
              : ` · ${format.money(offer.price, offer.currency)}`}
          </span>
        )}
        {command.shipment === null ? null : (
          <span className="numeric text-soft">{command.shipment.invoice}</span>
        )}
        <span className="numeric ml-auto text-faint">{format.moment(command.created_at)}</span>
      </div>
      {command.state === 'done' ? null : <CommandNote command={command} />}
    </li>
  );
}
