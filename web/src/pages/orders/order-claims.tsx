import { Link } from '@tanstack/react-router';
import type { Schema } from '../../api/types.ts';
import { DueClock } from '../../desk/due-clock.tsx';
import { useFormat } from '../../language/format.ts';
import { Badge } from '../../ui/badge.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useOrderWords } from './order-words.ts';

/** Cancels, returns and exchanges of the order. */
export function OrderClaims({ order }: { readonly order: Schema<'Order'> }) {
  const t = useOrderWords();
  const format = useFormat();
  return (
    <Panel title={t('claims')}>
      <ul className="flex flex-col divide-y divide-line">
        {order.claims.map((claim) => (
          <li key={claim.id} className="flex flex-col gap-1 px-4 py-3 text-sm">
            <div className="flex flex-wrap items-center gap-2">
              <Badge tone={claim.ended_at === null ? 'danger' : 'plain'}>
                {t.word('claimKind', claim.kind)}
              </Badge>
              <span>{claim.state === null ? claim.native_status : t.word('claimState', claim.state)}</span>
              <span className="text-soft">{format.moment(claim.requested_at)}</span>
              {claim.ended_at === null && claim.due_at !== null ? <DueClock at={claim.due_at} /> : null}
            </div>
            <Link
              to="/claims/$claimId"
              params={{ claimId: String(claim.id) }}
              className="numeric self-start text-accent hover:underline"
            >
              {claim.native_claim_id}
            </Link>
            <p className="text-soft">{claim.reason_text ?? claim.native_reason}</p>
            {claim.conflict === null ? null : <p className="text-danger">{claim.conflict.detail}</p>}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
