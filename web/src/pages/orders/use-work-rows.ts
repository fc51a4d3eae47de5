import { useQuery } from '@tanstack/react-query';
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
  return items.flatMap(({ order, declined, command }) =>
    order === null
      ? []
      : [
          {
            orderId: order.order_id,
            number: work.numbers.get(order.order_id) ?? String(order.order_id),
            declined: declined?.detail ?? null,
            commandIds: command === null ? [] : [command.id],
          },
        ],
  );
}
