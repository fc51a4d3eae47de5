import { sql } from 'kysely';
import { type OrderId, type OrderLineId, orderId } from '../../domain/ids.ts';
import type { LineNews } from '../../domain/order.ts';
import { FULFILMENT_LADDER, type OrderStatus } from '../../domain/status.ts';
import { sumOrders } from '../analytics/order-sums.ts';
import type { OwnerScope } from '../scope.ts';
import { sqlJson } from '../sql-json.ts';
import { hintOrders } from './hints.ts';
import type { IngestCause, IngestTarget } from './ingest.ts';
import { tellOfOrders } from './order-events.ts';
import { deriveOrderStatuses } from './order-status.ts';

/**
 * Takes over what lists that name little more than a line say of it. Orders that are not known, or not with that line, are
 * asked for by their number. A status that steps back within the line's floor time is an old answer. A status of a claim stands over the
 * line like the claim itself, and leaves what the order lists said beside it. Answers how many lines changed.
 */
export async function writeLineNews(
  scope: OwnerScope,
  target: IngestTarget,
  news: readonly LineNews[],
  cause: IngestCause,
): Promise<number> {
  if (news.length === 0) return 0;
  const last = new Map(news.map((one) => [`${one.nativeOrderId}|${one.nativeLineId}`, one]));
  const named = [...new Set(news.map(({ nativeOrderId }) => nativeOrderId))];
  const { rows: locked } = await sql<{ native_order_id: string }>`
    select native_order_id from orders where owner_id = ${scope.owner} and account_id = ${target.account}
      and native_order_id = any(${named}::text[])
    order by native_order_id collate "C" for update`.execute(scope.trx);
  const known = new Set(locked.map(({ native_order_id }) => native_order_id));
  const { rows } = await sql<{
    order_id: number;
    line: OrderLineId;
    from: OrderStatus | null;
    to: OrderStatus | null;
  }>`
    with incoming as (
      select l.id, l.order_id, l.status as from_status, l.native_status as from_native, x.*,
        case when x.new_status = any(${[...FULFILMENT_LADDER]}::text[]) then x.new_status else l.told_status end as step,
        case when x.new_status is null or x.new_status = any(${[...FULFILMENT_LADDER]}::text[]) then x.new_native
          else l.native_status end as native_step
      from json_to_recordset(${sqlJson([...last.values()].map((one) => rowOf(one, target)))}::json)
        as x(native_order_id text, native_line_id text, new_status text, new_native text, carrier_id text,
          native_carrier text, invoice text, shipped_at timestamptz, delivered_at timestamptz, confirmed_at timestamptz)
      join orders o on o.account_id = ${target.account} and o.native_order_id = x.native_order_id
      join order_lines l on l.order_id = o.id and l.native_line_id = x.native_line_id
      where o.owner_id = ${scope.owner}
        and not coalesce(l.floor_until > now() and array_position(${[...FULFILMENT_LADDER]}::text[], x.new_status)
          < array_position(${[...FULFILMENT_LADDER]}::text[], l.told_status), false)),
    moved as (
      update order_lines l set told_status = i.step,
        status = coalesce(l.claim_status, i.new_status, l.status), status_known = i.new_status is not null,
        native_status = i.native_step,
        carrier_id = case when i.invoice is null then l.carrier_id else i.carrier_id end,
        native_carrier = coalesce(i.native_carrier, l.native_carrier), invoice = coalesce(i.invoice, l.invoice),
        shipped_at = coalesce(i.shipped_at, l.shipped_at), delivered_at = coalesce(i.delivered_at, l.delivered_at),
        confirmed_at = coalesce(i.confirmed_at, l.confirmed_at)
      from incoming i
      where l.id = i.id and (
        (l.told_status, l.native_status) is distinct from (i.step, i.native_step)
        or l.status_known <> (i.new_status is not null)
        or coalesce(i.invoice, l.invoice) is distinct from l.invoice
        or coalesce(i.native_carrier, l.native_carrier) is distinct from l.native_carrier
        or coalesce(i.delivered_at, l.delivered_at) is distinct from l.delivered_at
        or coalesce(i.confirmed_at, l.confirmed_at) is distinct from l.confirmed_at)
      returning l.id, l.order_id, l.status, l.native_status),
    history as (
      insert into order_line_history
        (owner_id, order_line_id, from_status, to_status, from_native, to_native, run_id, command_id)
      select ${scope.owner}, m.id, i.from_status, m.status, i.from_native, m.native_status, ${cause.run}::bigint,
        ${cause.command}::bigint
      from moved m join incoming i on i.id = m.id
      where (i.from_status, i.from_native) is distinct from (m.status, m.native_status))
    select m.order_id, m.id as line, i.from_status as "from", m.status as "to"
    from moved m join incoming i on i.id = m.id`.execute(scope.trx);
  const partly = await ordersWithout(scope, target, [...last.values()]);
  await hintOrders(scope, target.account, [...named.filter((id) => !known.has(id)), ...partly], {
    cause: 'list',
    inSeconds: 0,
  });
  const orders: readonly OrderId[] = [...new Set(rows.map((row) => row.order_id))].map(orderId);
  const derived = await deriveOrderStatuses(scope, orders);
  await sumOrders(scope, orders);
  await tellOfOrders(scope, target.account, { created: [], derived, moves: movesOf(rows) });
  return rows.length;
}

/** Orders that the hub has, but not with the line that a list names. */
async function ordersWithout(
  scope: OwnerScope,
  { account }: IngestTarget,
  news: readonly LineNews[],
): Promise<readonly string[]> {
  const rows = news.map((one) => ({ native_order_id: one.nativeOrderId, native_line_id: one.nativeLineId }));
  const lacking = await sql<{ native_order_id: string }>`
    select distinct o.native_order_id
    from json_to_recordset(${sqlJson(rows)}::json) as x(native_order_id text, native_line_id text)
    join orders o on o.account_id = ${account} and o.native_order_id = x.native_order_id
    where o.owner_id = ${scope.owner} and not exists (
      select from order_lines l where l.order_id = o.id and l.native_line_id = x.native_line_id)`.execute(
    scope.trx,
  );
  return lacking.rows.map(({ native_order_id }) => native_order_id);
}

function movesOf(
  rows: readonly {
    readonly order_id: number;
    readonly line: OrderLineId;
    readonly from: OrderStatus | null;
    readonly to: OrderStatus | null;
  }[],
) {
  return rows
    .filter(({ from, to }) => from !== to)
    .map(({ order_id, line, from, to }) => ({ order: orderId(order_id), line, from, to, fresh: false }));
}

function rowOf(news: LineNews, { carrierIdOf }: IngestTarget) {
  const { parcel } = news;
  return {
    native_order_id: news.nativeOrderId,
    native_line_id: news.nativeLineId,
    new_status: news.status,
    new_native: news.nativeStatus,
    carrier_id: parcel === null ? null : carrierIdOf(parcel.nativeCarrier),
    native_carrier: parcel?.nativeCarrier ?? null,
    invoice: parcel?.invoice ?? null,
    shipped_at: parcel?.shippedAt ?? null,
    delivered_at: news.deliveredAt,
    confirmed_at: news.confirmedAt,
  };
}
