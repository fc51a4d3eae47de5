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

/**
 * Tells what happened to orders of one account, in the transaction that wrote it. The history that a shop brings with
 * it is no news: an order placed before the shop was connected is not told as created. What changes on an order the hub
 * already knows is always told.
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
  const movesOf = Map.groupBy(moves, ({ order }) => order);
  const events: NewEvent[] = [];
  for (const order of created) if (isNews(order)) events.push(createdEvent(order));
  for (const order of derived) {
    const changed = (movesOf.get(order.order) ?? []).filter(({ fresh }) => !fresh);
    const itself = order.status !== order.statusBefore && isNews(order);
    if (changed.length > 0 || itself) events.push(changedEvent(order, changed));
  }
  await recordEvents(scope, events);
}

async function readConnectedAt(scope: OwnerScope, account: AccountId): Promise<Date> {
  const { rows } = await sql<{ created_at: Date }>`
    select created_at from accounts where owner_id = ${scope.owner} and id = ${account}`.execute(scope.trx);
  const [row] = rows;
  if (row === undefined) throw new Error(`there is no account ${account}`);
  return row.created_at;
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

function namesOf(order: OrderFacts) {
  return {
    order_id: order.order,
    platform: order.platform,
    native_order_id: order.nativeOrderId,
  };
}
