import { api } from '../../api/client.ts';
import { dataOf } from '../../api/problem.ts';
import type { Schema } from '../../api/types.ts';

const PAGE = 200;

/** Everything in a plan, in the order it was asked for. */
export async function readPlanItems(plan: number): Promise<readonly Schema<'PlanItem'>[]> {
  const items: Schema<'PlanItem'>[] = [];
  let cursor: string | undefined;
  do {
    const query = { limit: PAGE, ...(cursor === undefined ? {} : { cursor }) };
    const page = dataOf(await api.GET('/api/v1/plans/{id}/items', { params: { path: { id: plan }, query } }));
    items.push(...page.items);
    cursor = page.next_cursor ?? undefined;
  } while (cursor !== undefined);
  return items;
}
