import { sql } from 'kysely';
import type { ShippedPart } from '../../domain/command.ts';
import {
  type AccountId,
  accountId,
  type OrderId,
  type OrderLineId,
  orderId,
  orderLineId,
} from '../../domain/ids.ts';
import type { OrderStatus } from '../../domain/status.ts';
import { wakeLane } from '../lanes.ts';
import type { OwnerScope } from '../scope.ts';
import type { VanishedBecause } from './vanished.ts';

export interface OrderHead {
  readonly id: OrderId;
  readonly account: AccountId;
  readonly platform: string;
  readonly nativeOrderId: string;
  readonly status: OrderStatus | null;
  readonly orderedAt: Date;
  readonly paidAt: Date | null;
  /** By when something of it must leave; null when nothing has to. */
  readonly dueAt: Date | null;
  readonly currency: string;
  readonly firstSeenAt: Date;
  readonly changedAt: Date;
  /** When the marketplace was last seen to show it; coarse, to spare writes. */
  readonly seenAt: Date;
  /** Since when the marketplace shows it no more, or shows it only in part. */
  readonly vanished: {
    readonly at: Date;
    readonly because: VanishedBecause;
    readonly nativeText: string | null;
  } | null;
}

export interface OrderLine {
  readonly id: OrderLineId;
  readonly nativeLineId: string;
  readonly packageKey: string;
  readonly nativeItemId: string;
  readonly nativeProductId: string | null;
  readonly status: OrderStatus | null;
  readonly statusKnown: boolean;
  readonly nativeStatus: string;
  readonly productName: string;
  readonly optionText: string | null;
  readonly sellerSku: string | null;
  readonly quantity: number;
  readonly shippableQuantity: number;
  readonly taxFree: boolean | null;
  readonly unitPrice: number;
  readonly amount: number;
  readonly discount: number;
  readonly sellerDiscount: number | null;
  readonly paidAmount: number;
  readonly commission: number | null;
  readonly expectedSettlement: number | null;
  readonly shipBy: Date | null;
  readonly carrierId: string | null;
  readonly nativeCarrier: string | null;
  readonly invoice: string | null;
  readonly shippedAt: Date | null;
  readonly deliveredAt: Date | null;
  readonly confirmedAt: Date | null;
  readonly lockedBecause: string | null;
  /** Whether the seller has put it on hold at the marketplace. */
  readonly held: boolean;
  /** The parcels of a line whose quantity left in parts. */
  readonly parts: readonly ShippedPart[] | null;
  /** Since when a whole read of its order does not have it. */
  readonly vanishedAt: Date | null;
  readonly native: unknown;
}

export interface OrderPackage {
  readonly key: string;
  readonly shippingFee: number;
  readonly remoteAreaFee: number;
  readonly remoteArea: boolean | null;
  readonly native: unknown;
}

export interface LineEvent {
  readonly line: OrderLineId;
  readonly at: Date;
  readonly fromStatus: OrderStatus | null;
  readonly toStatus: OrderStatus | null;
  readonly fromNative: string | null;
  readonly toNative: string;
  readonly run: number | null;
  readonly command: number | null;
}

interface HeadRow {
  id: number;
  account_id: number;
  platform: string;
  native_order_id: string;
  status: OrderStatus | null;
  ordered_at: Date;
  paid_at: Date | null;
  due_at: Date | null;
  currency: string;
  first_seen_at: Date;
  changed_at: Date;
  seen_at: Date;
  vanished_at: Date | null;
  vanished_because: VanishedBecause | null;
  vanished_text: string | null;
}

const HEAD_COLUMNS =
  sql.raw(`id, account_id, platform, native_order_id, status, ordered_at, paid_at, due_at, currency,
  first_seen_at, changed_at, seen_at, vanished_at, vanished_because, vanished_text`);

function headFrom(row: HeadRow): OrderHead {
  return {
    id: orderId(row.id),
    account: accountId(row.account_id),
    platform: row.platform,
    nativeOrderId: row.native_order_id,
    status: row.status,
    orderedAt: row.ordered_at,
    paidAt: row.paid_at,
    dueAt: row.due_at,
    currency: row.currency,
    firstSeenAt: row.first_seen_at,
    changedAt: row.changed_at,
    seenAt: row.seen_at,
    vanished:
      row.vanished_at === null || row.vanished_because === null
        ? null
        : { at: row.vanished_at, because: row.vanished_because, nativeText: row.vanished_text },
  };
}

/** The heads of those of the orders that belong to the owner. */
export async function findOrders(scope: OwnerScope, ids: readonly OrderId[]): Promise<readonly OrderHead[]> {
  const { rows } = await sql<HeadRow>`
    select ${HEAD_COLUMNS} from orders
    where owner_id = ${scope.owner} and id = any(${[...ids]}::bigint[]) order by id`.execute(scope.trx);
  return rows.map(headFrom);
}

export async function findOrder(scope: OwnerScope, id: OrderId): Promise<OrderHead | undefined> {
  return (await findOrders(scope, [id]))[0];
}

interface LineRow {
  id: number;
  order_id: number;
  native_line_id: string;
  package_key: string;
  native_item_id: string;
  native_product_id: string | null;
  status: OrderStatus | null;
  status_known: boolean;
  native_status: string;
  product_name: string;
  option_text: string | null;
  seller_sku: string | null;
  quantity: number;
  shippable_quantity: number;
  tax_free: boolean | null;
  unit_price: number;
  amount: number;
  discount: number;
  seller_discount: number | null;
  paid_amount: number;
  commission: number | null;
  expected_settlement: number | null;
  ship_by: Date | null;
  carrier_id: string | null;
  native_carrier: string | null;
  invoice: string | null;
  shipped_at: Date | null;
  delivered_at: Date | null;
  confirmed_at: Date | null;
  locked_because: string | null;
  held: boolean;
  parts: readonly ShippedPart[] | null;
  vanished_at: Date | null;
  native: unknown;
}

function lineFrom(row: LineRow): OrderLine {
  return {
    id: orderLineId(row.id),
    nativeLineId: row.native_line_id,
    packageKey: row.package_key,
    nativeItemId: row.native_item_id,
    nativeProductId: row.native_product_id,
    status: row.status,
    statusKnown: row.status_known,
    nativeStatus: row.native_status,
    productName: row.product_name,
    optionText: row.option_text,
    sellerSku: row.seller_sku,
    quantity: row.quantity,
    shippableQuantity: row.shippable_quantity,
    taxFree: row.tax_free,
    unitPrice: row.unit_price,
    amount: row.amount,
    discount: row.discount,
    sellerDiscount: row.seller_discount,
    paidAmount: row.paid_amount,
    commission: row.commission,
    expectedSettlement: row.expected_settlement,
    shipBy: row.ship_by,
    carrierId: row.carrier_id,
    nativeCarrier: row.native_carrier,
    invoice: row.invoice,
    shippedAt: row.shipped_at,
    deliveredAt: row.delivered_at,
    confirmedAt: row.confirmed_at,
    lockedBecause: row.locked_because,
    held: row.held,
    parts: row.parts,
    vanishedAt: row.vanished_at,
    native: row.native,
  };
}

/** The lines of some orders, by order. */
export async function readLines(
  scope: OwnerScope,
  orders: readonly OrderId[],
): Promise<ReadonlyMap<OrderId, readonly OrderLine[]>> {
  const { rows } = await sql<LineRow>`
    select * from order_lines
    where owner_id = ${scope.owner} and order_id = any(${[...orders]}::bigint[]) order by id`.execute(
    scope.trx,
  );
  const byOrder = new Map<OrderId, OrderLine[]>();
  for (const row of rows) {
    const order = orderId(row.order_id);
    const lines = byOrder.get(order);
    if (lines === undefined) byOrder.set(order, [lineFrom(row)]);
    else lines.push(lineFrom(row));
  }
  return byOrder;
}

export async function readPackages(scope: OwnerScope, order: OrderId): Promise<readonly OrderPackage[]> {
  const { rows } = await sql<{
    key: string;
    shipping_fee: number;
    remote_area_fee: number;
    remote_area: boolean | null;
    native: unknown;
  }>`
    select key, shipping_fee, remote_area_fee, remote_area, native from packages
    where owner_id = ${scope.owner} and order_id = ${order} order by key`.execute(scope.trx);
  return rows.map((row) => ({
    key: row.key,
    shippingFee: row.shipping_fee,
    remoteAreaFee: row.remote_area_fee,
    remoteArea: row.remote_area,
    native: row.native,
  }));
}

/** What happened to an order's lines, oldest first, from the moment each was seen. */
export async function readHistory(scope: OwnerScope, order: OrderId): Promise<readonly LineEvent[]> {
  const { rows } = await sql<{
    order_line_id: number;
    at: Date;
    from_status: OrderStatus | null;
    to_status: OrderStatus | null;
    from_native: string | null;
    to_native: string;
    run_id: number | null;
    command_id: number | null;
  }>`
    with changes as (
      select h.* from order_line_history h join order_lines l on l.id = h.order_line_id
      where h.owner_id = ${scope.owner} and l.order_id = ${order}),
    firsts as (
      select distinct on (order_line_id) order_line_id, from_status, from_native from changes order by order_line_id, id)
    select l.id as order_line_id, l.first_seen_at as at, null::text as from_status,
      case when f.order_line_id is null then l.status else f.from_status end as to_status, null::text as from_native,
      coalesce(f.from_native, l.native_status) as to_native, null::bigint as run_id, null::bigint as command_id, 0 as nth
    from order_lines l left join firsts f on f.order_line_id = l.id
    where l.owner_id = ${scope.owner} and l.order_id = ${order}
    union all
    select order_line_id, at, from_status, to_status, from_native, to_native, run_id, command_id, id from changes
    order by at, nth, order_line_id`.execute(scope.trx);
  return rows.map((row) => ({
    line: orderLineId(row.order_line_id),
    at: row.at,
    fromStatus: row.from_status,
    toStatus: row.to_status,
    fromNative: row.from_native,
    toNative: row.to_native,
    run: row.run_id,
    command: row.command_id,
  }));
}

/** Asks for orders to be read again by id, soon and before what is only looked after. */
export async function askToReadAgain(scope: OwnerScope, orders: readonly OrderId[]): Promise<void> {
  if (orders.length === 0) return;
  // The clock, not the transaction's beginning: whoever reads after this moment has read what it is about.
  const { rows } = await sql<{ account_id: number }>`
    with asked as (
      update orders set read_again_at = clock_timestamp()
      where owner_id = ${scope.owner} and id = any(${[...orders]}::bigint[]) returning account_id)
    select distinct account_id from asked`.execute(scope.trx);
  for (const { account_id } of rows) await wakeLane(scope, accountId(account_id), 'reread', null);
}
