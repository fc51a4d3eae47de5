import { sql } from 'kysely';
import type { AccountId, OrderId, OrderLineId } from '../../domain/ids.ts';
import type { OrderStatus } from '../../domain/status.ts';
import { type NewEvent, recordEvents } from '../events.ts';
import type { OwnerScope } from '../scope.ts';

/** What events tell about an order. */
export interface OrderFacts {
  readonly order: OrderId;
  readonly account: AccountId;
  readonly platform: string;
  readonly nativeOrderId: string;
  readonly orderedAt: Date;
  readonly status: OrderStatus | null;
}

/** A known order whose status was derived anew. */
export interface DerivedOrder extends OrderFacts {
  readonly statusBefore: OrderStatus | null;
}

/** A line that came to a status: it changed, or it is new to the hub. */
export interface LineMove {
  readonly order: OrderId;
  readonly line: OrderLineId;
  readonly from: OrderStatus | null;
  readonly to: OrderStatus | null;
  readonly fresh: boolean;
}

const CLAIM_KINDS: Partial<Record<OrderStatus, string>> = {
  CANCEL_REQUESTED: 'cancel',
  RETURN_REQUESTED: 'return',
  EXCHANGE_REQUESTED: 'exchange',
};

/** Statuses that mean somebody asks for something. */
export const CLAIM_STATUSES = Object.keys(CLAIM_KINDS);

/**
 * Tells what happened to orders of one account, in the transaction that wrote it. The history that a shop brings with
 * it is no news: an order placed before the shop was connected is not told as created, nor a claim on it that the first
 * pull finds. What changes on an order the hub already knows is always told.
 */
export async function tellOfOrders(
  scope: OwnerScope,
  account: AccountId,
  happened: {
    readonly created: readonly OrderFacts[];
    readonly derived: readonly DerivedOrder[];
    readonly moves: readonly LineMove[];
  },
): Promise<void> {
  const { created, derived, moves } = happened;
  if (created.length === 0 && derived.length === 0) return;
  const connectedAt = await readConnectedAt(scope, account);
  const isNews = ({ orderedAt }: OrderFacts) => orderedAt >= connectedAt;
  const facts = new Map([...created, ...derived].map((order) => [order.order, order]));
  const movesOf = Map.groupBy(moves, ({ order }) => order);
  const found = moves.some(({ order, to, fresh }) => fresh && isClaim(to) && facts.get(order) !== undefined);
  const tellsFinds = found && (await hasReadBefore(scope, account));
  const events: NewEvent[] = [];
  for (const order of created) if (isNews(order)) events.push(createdEvent(order));
  for (const order of derived) {
    const changed = (movesOf.get(order.order) ?? []).filter(({ fresh }) => !fresh);
    const itself = order.status !== order.statusBefore && isNews(order);
    if (changed.length > 0 || itself) events.push(changedEvent(order, changed));
  }
  for (const [id, ofOrder] of movesOf) {
    const order = facts.get(id);
    if (order === undefined) continue;
    const opened = ofOrder.filter(({ to, fresh }) => isClaim(to) && (!fresh || isNews(order) || tellsFinds));
    events.push(...claimEvents(order, opened));
  }
  await recordEvents(scope, events);
}

function isClaim(status: OrderStatus | null): boolean {
  return status !== null && CLAIM_KINDS[status] !== undefined;
}

async function readConnectedAt(scope: OwnerScope, account: AccountId): Promise<Date> {
  const { rows } = await sql<{ created_at: Date }>`
    select created_at from accounts where owner_id = ${scope.owner} and id = ${account}`.execute(scope.trx);
  const [row] = rows;
  if (row === undefined) throw new Error(`there is no account ${account}`);
  return row.created_at;
}

/** Whether the account was read to its end once: what is found afterwards is new, however old its order. */
async function hasReadBefore(scope: OwnerScope, account: AccountId): Promise<boolean> {
  const { rows } = await sql`
    select from sync_runs where owner_id = ${scope.owner} and account_id = ${account}
      and status in ('success', 'partial') limit 1`.execute(scope.trx);
  return rows.length === 1;
}

function createdEvent(order: OrderFacts): NewEvent {
  return {
    type: 'order.created',
    account: order.account,
    data: { ...namesOf(order), status: order.status, ordered_at: order.orderedAt.toISOString() },
  };
}

function changedEvent(order: DerivedOrder, moves: readonly LineMove[]): NewEvent {
  return {
    type: 'order.status_changed',
    account: order.account,
    data: {
      ...namesOf(order),
      status: order.status,
      previous_status: order.statusBefore,
      lines: moves.map(({ line, from, to }) => ({ line_id: line, status: to, previous_status: from })),
    },
  };
}

/** One event per kind of claim: the lines of an order are often claimed together. */
function claimEvents(order: OrderFacts, moves: readonly LineMove[]): readonly NewEvent[] {
  const byKind = Map.groupBy(moves, ({ to }) => (to === null ? undefined : CLAIM_KINDS[to]));
  return [...byKind].map(([kind, lines]) => ({
    type: 'claim.opened',
    account: order.account,
    data: { ...namesOf(order), kind, line_ids: lines.map(({ line }) => line) },
  }));
}

function namesOf(order: OrderFacts) {
  return {
    order_id: order.order,
    platform: order.platform,
    native_order_id: order.nativeOrderId,
  };
}
