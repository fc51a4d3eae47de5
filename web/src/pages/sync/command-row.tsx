import { Link } from '@tanstack/react-router';
import { queries } from '../../api/client.ts';
import type { Schema } from '../../api/types.ts';
import { ShopLabel } from '../../desk/shop-label.tsx';
import { useFormat } from '../../language/format.ts';
import { useMay } from '../../session/me.ts';
import { Badge, type Tone } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { TroubleNote } from '../../ui/trouble-note.tsx';
import { refreshCommands } from './refresh-commands.ts';
import { useSyncWords } from './sync-words.ts';

type Command = Schema<'Command'>;

const TONES: Readonly<Record<Command['state'], Tone>> = {
  pending: 'plain',
  sending: 'info',
  unknown: 'warn',
  done: 'good',
  partial: 'warn',
  refused: 'danger',
  dead: 'danger',
  superseded: 'plain',
  canceled: 'plain',
};

/** One command: what was asked, how it stands, why, and what a person can do about it. */
export function CommandRow({ command }: { readonly command: Command }) {
  const t = useSyncWords();
  const format = useFormat();
  const mayAct = useMay('staff');
  const retry = queries.useMutation('post', '/api/v1/commands/{id}/retry', { onSettled: refreshCommands });
  const cancel = queries.useMutation('post', '/api/v1/commands/{id}/cancel', { onSettled: refreshCommands });
  const params = { path: { id: command.id } };
  const reasons = [
    ...new Set(
      command.lines.flatMap(({ title, detail, todo }) =>
        title === null ? [] : [[title, detail, todo].filter((text) => text !== null).join(' ')],
      ),
    ),
  ];
  const error = retry.error ?? cancel.error;
  const { offer } = command;
  return (
    <li className="flex flex-col gap-1 px-4 py-2.5 text-sm">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Badge tone={TONES[command.state]}>{t.word('commandState', command.state)}</Badge>
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
      {command.state === 'done' ? null : (
        <div className="text-soft">
          <p>{command.state_text}</p>
          {command.trouble === null ? null : (
            <p>
              <span className="text-danger">{command.trouble.title}</span> {command.trouble.detail}{' '}
              {command.trouble.todo}
            </p>
          )}
          {reasons.map((reason) => (
            <p key={reason}>{reason}</p>
          ))}
          {command.next_attempt_at === null || command.attempts === 0 ? null : (
            <p>{t('nextTry', { count: command.attempts, at: format.moment(command.next_attempt_at) })}</p>
          )}
        </div>
      )}
      {mayAct && command.may.length > 0 ? (
        <div className="flex gap-2 pt-1">
          {command.may.includes('retry') ? (
            <Button size="small" busy={retry.isPending} onClick={() => retry.mutate({ params })}>
              {t('retry')}
            </Button>
          ) : null}
          {command.may.includes('cancel') ? (
            <Button size="small" busy={cancel.isPending} onClick={() => cancel.mutate({ params })}>
              {t('takeBack')}
            </Button>
          ) : null}
        </div>
      ) : null}
      {error === null ? null : <TroubleNote error={error} />}
    </li>
  );
}
