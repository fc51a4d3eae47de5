import { sql } from 'kysely';
import type { ShippedPart } from '../../domain/command.ts';
import type { CommandId, OrderId, OrderLineId } from '../../domain/ids.ts';
import type { OrderStatus } from '../../domain/status.ts';
import { sumOrders } from '../analytics/order-sums.ts';
import type { OwnerScope } from '../scope.ts';
import { sqlJson } from '../sql-json.ts';
import { followOrders } from '../stock/follow-orders.ts';
import { lockStockOfKnownOrders } from '../stock/lock.ts';
import { tellOfOrders } from './order-events.ts';
import { deriveOrderStatuses } from './order-status.ts';

/** A change to a line that its marketplace has accepted. */
export interface AcceptedChange {
  readonly command: CommandId;
  readonly order: OrderId;
  readonly line: OrderLineId;
  readonly status: OrderStatus;
  readonly nativeStatus: string;
  readonly packageKey: string | null;
  readonly parcel: {
    readonly carrierId: string | null;
    readonly nativeCarrier: string;
    readonly invoice: string;
    readonly shippedAt: string;
  } | null;
  readonly shipBy: string | null;
  /** The parcels of a line whose quantity left in parts. */
  readonly parts: readonly ShippedPart[] | null;
  /** Put on hold or released; null where it is neither. */
  readonly held: boolean | null;
  /** How many of it were cancelled; null where nothing was, or all that was left. */
  readonly canceled: number | null;
}

/**
 * Makes the local lines follow what the marketplace accepted. For `floorMs` older answers, which its reads may
 * still give, do not take the lines back.
 */
export async function applyAccepted(
  scope: OwnerScope,
  changes: readonly AcceptedChange[],
  floorMs: number,
): Promise<void> {
  if (changes.length === 0) return;
  const orders = [...new Set(changes.map(({ order }) => order))];
  const stock = await lockStockOfKnownOrders(scope, orders);
  await sql`
    select from orders where owner_id = ${scope.owner} and id = any(${orders}::bigint[])
    order by account_id, native_order_id collate "C" for update`.execute(scope.trx);
  const moved = await sql<{ line: OrderLineId; from: OrderStatus | null; to: OrderStatus }>`
    with incoming as materialized (
      select x.*, l.status as from_status, l.native_status as from_native
      from json_to_recordset(${sqlJson(
        changes.map((change) => ({
          command: change.command,
          line: change.line,
          new_status: change.status,
          new_native: change.nativeStatus,
          package_key: change.packageKey,
          carrier_id: change.parcel?.carrierId ?? null,
          native_carrier: change.parcel?.nativeCarrier ?? null,
          invoice: change.parcel?.invoice ?? null,
          shipped_at: change.parcel?.shippedAt ?? null,
          ship_by: change.shipBy,
          parts: change.parts,
          held: change.held,
          canceled: change.canceled,
        })),
      )}::json) as x(command bigint, line bigint, new_status text, new_native text, package_key text, carrier_id text,
        native_carrier text, invoice text, shipped_at timestamptz, ship_by timestamptz, parts jsonb, held boolean,
        canceled integer)
      join order_lines l on l.id = x.line where l.owner_id = ${scope.owner}),
    moved as (
      update order_lines l set status = i.new_status, told_status = i.new_status, status_known = true, native_status = i.new_native,
        package_key = coalesce(i.package_key, l.package_key),
        carrier_id = case when i.invoice is null then l.carrier_id else i.carrier_id end,
        native_carrier = coalesce(i.native_carrier, l.native_carrier), invoice = coalesce(i.invoice, l.invoice),
        shipped_at = coalesce(i.shipped_at, l.shipped_at), ship_by = coalesce(i.ship_by, l.ship_by),
        parts = coalesce(i.parts, l.parts), held = coalesce(i.held, l.held),
        shippable_quantity = greatest(0, l.shippable_quantity - coalesce(i.canceled, 0)),
        floor_until = now() + make_interval(secs => ${floorMs / 1000}::float8)
      from incoming i where l.id = i.line
      returning l.id)
    insert into order_line_history (owner_id, order_line_id, from_status, to_status, from_native, to_native, command_id)
    select ${scope.owner}, i.line, i.from_status, i.new_status, i.from_native, i.new_native, i.command
    from incoming i join moved on moved.id = i.line
    where (i.from_status, i.from_native) is distinct from (i.new_status, i.new_native)
    returning order_line_id as line, from_status as "from", to_status as "to"`.execute(scope.trx);
  const derived = await deriveOrderStatuses(scope, orders);
  await sumOrders(scope, orders);
  const orderOf = new Map(changes.map(({ line, order }) => [line, order]));
  const moves = moved.rows.flatMap(({ line, from, to }) => {
    const order = orderOf.get(line);
    return order === undefined || from === to ? [] : { order, line, from, to, fresh: false };
  });
  for (const [account, ofAccount] of Map.groupBy(derived, (order) => order.account)) {
    await tellOfOrders(scope, account, { created: [], derived: ofAccount, moves });
  }
  if (stock.length > 0) await followOrders(scope, orders);
}
