import type { Schema } from '../../api/types.ts';
import { DueClock } from '../../desk/due-clock.tsx';
import { StatusBadge } from '../../desk/status-badge.tsx';
import { useFormat } from '../../language/format.ts';
import { Badge } from '../../ui/badge.tsx';
import { Panel } from '../../ui/panel.tsx';
import { isWaiting } from './is-waiting.ts';
import { useOrderWords } from './order-words.ts';

type Order = Schema<'Order'>;

/** What was sold, line by line. */
export function OrderLines({ order }: { readonly order: Order }) {
  const t = useOrderWords();
  return (
    <Panel title={t('lines')}>
      <ul className="flex flex-col divide-y divide-line">
        {order.lines.map((line) => (
          <Line key={line.id} line={line} currency={order.currency} />
        ))}
      </ul>
    </Panel>
  );
}

function Line({ line, currency }: { readonly line: Order['lines'][number]; readonly currency: string }) {
  const t = useOrderWords();
  const format = useFormat();
  return (
    <li className="flex flex-col gap-1 px-4 py-3">
      <div className="flex flex-wrap items-start gap-x-3 gap-y-1">
        <p className="min-w-48 flex-1 font-medium">{line.product_name}</p>
        <StatusBadge status={line.status} native={line.native_status} />
        {line.held ? <Badge tone="warn">{t('held')}</Badge> : null}
        {line.vanished_at === null ? null : <Badge tone="warn">{t('vanished')}</Badge>}
      </div>
      <div className="flex flex-wrap gap-x-4 gap-y-0.5 text-sm text-soft">
        {line.option_text === null ? null : <span>{line.option_text}</span>}
        <span className="numeric">{t('pieces', { count: line.quantity })}</span>
        <span className="numeric">{format.money(line.paid_amount, currency)}</span>
        {line.seller_sku === null ? null : <span>{line.seller_sku}</span>}
        {line.ship_by !== null && isWaiting(line) ? (
          <span className="flex gap-1">
            {t('dueIn')} <DueClock at={line.ship_by} />
          </span>
        ) : null}
      </div>
      {line.locked_because === null ? null : <p className="text-sm text-warn">{line.locked_because}</p>}
    </li>
  );
}
