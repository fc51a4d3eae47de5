import { OutcomesDrawer } from '../../desk/commands/outcomes-drawer.tsx';
import { useOrderWords } from './order-words.ts';
import { useWorkRows } from './use-work-rows.ts';
import type { Work } from './work.ts';

/** What became of a piece of bulk work, order by order. */
export function WorkOutcome({ work, onClose }: { readonly work: Work; onClose(): void }) {
  const t = useOrderWords();
  const { rows, error, refetch } = useWorkRows(work);
  return (
    <OutcomesDrawer
      title={t(work.kind === 'ship' ? 'shipOutcome' : 'acknowledgeOutcome')}
      rows={rows.map(({ orderId, number, ...rest }) => ({
        ...rest,
        id: orderId,
        name: number,
        href: `/orders/${orderId}`,
      }))}
      error={error}
      onRetry={refetch}
      onClose={onClose}
    />
  );
}
