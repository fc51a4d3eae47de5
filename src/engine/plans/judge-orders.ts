import type { OrderId } from '../../domain/ids.ts';
import { type LineFacts, linesHaveMoved, type OrderStep, type OrderWanted } from '../../domain/plan.ts';
import { type OrderLine, readLines } from '../../store/orders/read.ts';
import type { PlanItem } from '../../store/plans/read.ts';
import type { ItemVerdict } from '../../store/plans/work.ts';
import type { OwnerScope } from '../../store/scope.ts';
import type { Declined, Wish } from '../commands/order-wish.ts';
import { type OrderWish, planWishes, type WishPlan } from '../commands/wish.ts';
import type { PlanDeclined } from './declined.ts';

/** An item of a plan about an order, with what would be done about it now. */
export interface JudgedOrder {
  readonly position: number;
  readonly wish: OrderWish;
  /** The lines as they were shown; null until they were. */
  readonly shown: readonly LineFacts[] | null;
  readonly steps: readonly OrderStep[];
  readonly lines: readonly LineFacts[];
  readonly declined: PlanDeclined | null;
}

/** Works out what the orders of a plan would become, from what the hub knows of them. Nothing is written. */
export async function judgeOrders(
  scope: OwnerScope,
  items: readonly PlanItem[],
): Promise<readonly JudgedOrder[]> {
  const wishes = items.map(orderWish);
  const plans = await planWishes(scope, wishes);
  const lines = await readLines(scope, [...new Set(wishes.map(({ order }) => order))]);
  return items.flatMap((item, at) => {
    const wish = wishes[at];
    const plan = plans[at];
    return wish === undefined || plan === undefined ? [] : [judged(item, wish, plan, lines)];
  });
}

function judged(
  { position, before }: PlanItem,
  wish: OrderWish,
  plan: WishPlan,
  lines: ReadonlyMap<OrderId, readonly OrderLine[]>,
): JudgedOrder {
  const shown = isLines(before) ? before : null;
  const base = { position, wish, shown };
  if (plan.kind === 'declined') {
    return { ...base, steps: [], lines: [], declined: withoutChoices(plan.because) };
  }
  const steps = plan.commands.map(({ payload, lines: ids }): OrderStep => {
    const ships = payload.kind === 'ship' || payload.kind === 'change_invoice';
    return {
      kind: ships ? payload.kind : 'acknowledge',
      line_ids: ids,
      carrier_id: ships ? payload.carrierId : null,
      carrier_code: ships ? payload.carrierCode : null,
      invoice: ships ? payload.invoice : null,
    };
  });
  const concerned = new Set<number>(steps.flatMap(({ line_ids }) => line_ids));
  const facts = (lines.get(wish.order) ?? []).filter(({ id }) => concerned.has(id)).map(factsOf);
  return { ...base, steps, lines: facts, declined: null };
}

/** The diff of one order, for a person to look at. */
export function prepareOrder({ position, steps, lines, declined }: JudgedOrder): ItemVerdict {
  if (declined !== null) return { position, state: 'declined', declined };
  return { position, state: 'planned', before: lines, after: steps };
}

export function declinedOrder(position: number, because: Declined): ItemVerdict {
  return { position, state: 'declined', declined: withoutChoices(because) };
}

/** Whether a confirmed order is to be left out, with the reason; null when it goes. */
export function leaveOrder(order: JudgedOrder, includeStale: boolean): ItemVerdict | null {
  const { position, shown, lines, declined } = order;
  const moved = shown === null || linesHaveMoved(shown, lines);
  if (moved && !includeStale) {
    const because: PlanDeclined = { code: 'moved', now: null };
    return { position, state: 'stale', declined: because };
  }
  return declined === null ? null : { position, state: 'declined', declined };
}

function isLines(before: PlanItem['before']): before is readonly LineFacts[] {
  return Array.isArray(before);
}

function orderWish({ position, target, wanted }: PlanItem): OrderWish {
  if (target.kind !== 'order' || wanted.kind === 'set_stock' || wanted.kind === 'set_price')
    throw new Error(`item ${position} is about no order`);
  return { order: target.order, lines: target.lines, wish: wishOf(wanted) };
}

function wishOf(wanted: OrderWanted): Wish {
  if (wanted.kind === 'acknowledge') return wanted;
  const { kind, carrier, invoice, shippedAt } = wanted;
  return { kind, carrier, invoice, shippedAt: new Date(shippedAt) };
}

function factsOf(line: OrderLine): LineFacts {
  return {
    line_id: line.id,
    status: line.status,
    native_status: line.nativeStatus,
    carrier_id: line.carrierId,
    native_carrier: line.nativeCarrier,
    invoice: line.invoice,
  };
}

/** A list of every carrier with each of thousands of orders would only be in the way. */
function withoutChoices(because: Declined): PlanDeclined {
  switch (because.code) {
    case 'carrier_unknown':
      return { code: because.code, carrier: because.carrier, platform: because.platform };
    case 'not_offered':
      return {
        code: because.code,
        platform: because.platform,
        operation: because.unsupported?.operation ?? 'orders',
      };
    case 'reason_unknown':
    case 'penalty_not_accepted':
    case 'one_line_only':
    case 'quantity_wrong':
      throw new Error(`no wish of a plan is declined for ${because.code}`);
    default:
      return because;
  }
}
