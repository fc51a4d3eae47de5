import { useQuery } from '@tanstack/react-query';
import type { Schema } from '../../api/types.ts';
import { readPlanItems } from './plan-items.ts';
import type { Work, WorkRow } from './work.ts';

/** A confirmed plan is read once more and then sent, within moments; its commands are known when that is done. */
const LOOK_AGAIN_MS = 1_000;

/** The orders of a piece of work. Those of a plan get their commands when it is carried out. */
export function useWorkRows(work: Work): readonly WorkRow[] {
  const plan = work.kind === 'ship' ? work.plan : null;
  const { data: items = [] } = useQuery({
    queryKey: ['get', '/api/v1/plans/{id}/items', { plan }],
    queryFn: () => (plan === null ? [] : readPlanItems(plan)),
    enabled: plan !== null,
    refetchInterval: ({ state }) =>
      state.data?.some((item) => item.state === 'planned') === true ? LOOK_AGAIN_MS : false,
  });
  if (work.kind === 'acknowledge') return work.rows;
  return rowsOf(items, work.numbers);
}

/** Lines of an order that were listed each by itself are one row. */
function rowsOf(
  items: readonly Schema<'PlanItem'>[],
  numbers: ReadonlyMap<number, string>,
): readonly WorkRow[] {
  const rows = new Map<number, WorkRow>();
  for (const { order, declined, command } of items) {
    if (order === null) continue;
    const { order_id: orderId } = order;
    const before = rows.get(orderId);
    rows.set(orderId, {
      orderId,
      number: numbers.get(orderId) ?? String(orderId),
      declined: before?.declined ?? declined?.detail ?? null,
      commandIds: [...(before?.commandIds ?? []), ...(command === null ? [] : [command.id])],
    });
  }
  return [...rows.values()];
}
