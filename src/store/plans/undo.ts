import { sql } from 'kysely';
import type { PlanId } from '../../domain/ids.ts';
import type { LineFacts, OfferAfter, OfferFacts, OrderStep } from '../../domain/plan.ts';
import type { OwnerScope } from '../scope.ts';
import type { PlanTarget } from './new-plan.ts';
import { ITEM_COLUMNS, type ItemRow, itemOf, type PlanItem } from './read.ts';

/** Something that a plan has changed at its marketplace, with what was there before. */
export type DoneItem = { readonly target: PlanTarget } & (
  | { readonly about: 'offer'; readonly before: OfferFacts; readonly after: OfferAfter }
  | { readonly about: 'order'; readonly before: readonly LineFacts[]; readonly doneLines: readonly number[] }
);

/** What of a plan has taken effect. What a later command has overtaken is left out: it is no longer this plan's. */
export async function doneItems(scope: OwnerScope, plan: PlanId): Promise<readonly DoneItem[]> {
  const { rows } = await sql<ItemRow & { done_lines: number[] | null }>`
    select ${ITEM_COLUMNS}, (select json_agg(d.order_line_id) from command_items d
        where d.command_id = c.id and d.state = 'done' and d.order_line_id is not null) as done_lines
    from plan_items i join commands c on c.id = i.command_id
    where i.owner_id = ${scope.owner} and i.plan_id = ${plan} and i.state = 'ordered' and c.state in ('done', 'partial')
    order by i.position`.execute(scope.trx);
  return rows.flatMap((row) => doneItem(itemOf(row), row.done_lines ?? []));
}

function doneItem({ target, before, after }: PlanItem, doneLines: readonly number[]): readonly DoneItem[] {
  if (before === null || after === null) return [];
  if (isLines(before)) return [{ target, about: 'order', before, doneLines }];
  return isSteps(after) ? [] : [{ target, about: 'offer', before, after }];
}

function isLines(before: OfferFacts | readonly LineFacts[]): before is readonly LineFacts[] {
  return Array.isArray(before);
}

function isSteps(after: OfferAfter | readonly OrderStep[]): after is readonly OrderStep[] {
  return Array.isArray(after);
}
