import { orderLineId, type PlanId } from '../../domain/ids.ts';
import { formerInvoices, type PlanKind, reverseOf } from '../../domain/plan.ts';
import { type NewPlanItem, storePlan } from '../../store/plans/new-plan.ts';
import type { Plan } from '../../store/plans/read.ts';
import { type DoneItem, doneItems } from '../../store/plans/undo.ts';
import type { OwnerScope } from '../../store/scope.ts';

/** Whether what a plan of this kind does can be taken back at all: values can, deeds cannot. */
export function isReversible(kind: PlanKind): kind is 'set_stock' | 'set_price' | 'change_invoice' {
  return kind === 'set_stock' || kind === 'set_price' || kind === 'change_invoice';
}

/**
 * Makes the plan that puts back what another plan has changed, from the values that were read before; it must be
 * looked at and confirmed like any other. Null when nothing of it can be put back.
 */
export async function undoPlan(
  scope: OwnerScope,
  plan: Plan,
  actor: string,
  now: Date,
): Promise<PlanId | null> {
  const done = await doneItems(scope, plan.id);
  const items = done.flatMap((item) => reverseItems(item, now));
  if (items.length === 0) return null;
  return storePlan(scope, { kind: plan.kind, actor, undoes: plan.id, items });
}

function reverseItems(item: DoneItem, now: Date): readonly NewPlanItem[] {
  const { target } = item;
  if (item.about === 'offer') {
    const wanted = reverseOf(item.before, item.after);
    return wanted === null ? [] : [{ target, wanted }];
  }
  if (target.kind !== 'order') return [];
  const lines = item.before.filter(({ line_id }) => item.doneLines.includes(line_id));
  return formerInvoices(lines).map(({ carrier, invoice, lines: ids }) => ({
    target: { kind: 'order', order: target.order, lines: ids.map(orderLineId) },
    wanted: { kind: 'change_invoice', carrier, invoice, shippedAt: now.toISOString() },
  }));
}
