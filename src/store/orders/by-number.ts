import { sql } from 'kysely';
import { type OrderId, type OrderLineId, orderId, orderLineId } from '../../domain/ids.ts';
import type { OrderStatus } from '../../domain/status.ts';
import type { OwnerScope } from '../scope.ts';

/** An order behind a number, with as much as a person needs to know it again. */
export interface NumberedOrder {
  /** As it was asked for. */
  readonly number: string;
  readonly id: OrderId;
  readonly platform: string;
  readonly accountName: string;
  readonly nativeOrderId: string;
  readonly status: OrderStatus | null;
  readonly firstProduct: string;
  /** The line that the number means; null where it means the whole order. */
  readonly line: OrderLineId | null;
}

/** As the index over numbered lines has it. */
export const HAS_NUMBER = sql.raw("l.native_line_id ~ '^[0-9]{12,}$'");

interface Row {
  number: string;
  id: number;
  platform: string;
  account_name: string;
  native_order_id: string;
  status: OrderStatus | null;
  first_product: string;
  line_id: number | null;
}

/** The numbers to look for: those of orders, with the ids that orders of them may have, and those of lines. */
interface Wanted {
  readonly orders: readonly { readonly number: string; readonly nativeOrderId: string }[];
  readonly lines: readonly string[];
  /** The marketplaces at which lines have numbers of their own. */
  readonly lineNamers: readonly string[];
}

/** The orders behind the marketplaces' numbers, in all shops: a number is an order's, or that of one of its lines. */
export async function findOrdersByNumber(
  scope: OwnerScope,
  { orders, lines, lineNamers }: Wanted,
): Promise<readonly NumberedOrder[]> {
  const ids = orders.map(({ nativeOrderId }) => nativeOrderId);
  // Found by the indexes first: joined at once, all orders of the business are read as soon as many numbers are asked for.
  const { rows } = await sql<Row>`
    with found as materialized (
      select o.id, o.platform, a.name as account_name, o.native_order_id, o.status
      from accounts a
      join orders o on o.account_id = a.id and o.native_order_id = any(${ids}::text[])
      where a.owner_id = ${scope.owner}),
    found_lines as materialized (
      select l.id, l.order_id, l.native_line_id, l.product_name, a.platform, a.name as account_name
      from accounts a
      join order_lines l on l.account_id = a.id and l.native_line_id = any(${[...lines]}::text[])
        and ${HAS_NUMBER}
      where a.owner_id = ${scope.owner} and a.platform = any(${[...lineNamers]}::text[]))
    select w.number, f.*,
      coalesce((select min(product_name) from order_lines l where l.order_id = f.id), '') as first_product,
      null::bigint as line_id
    from unnest(${orders.map(({ number }) => number)}::text[], ${ids}::text[]) as w (number, native_order_id)
    join found f on f.native_order_id = w.native_order_id
    union all
    select l.native_line_id, o.id, l.platform, l.account_name, o.native_order_id, o.status, l.product_name, l.id
    from found_lines l join orders o on o.id = l.order_id
    order by number, id, line_id`.execute(scope.trx);
  return rows.map((row) => ({
    number: row.number,
    id: orderId(row.id),
    platform: row.platform,
    accountName: row.account_name,
    nativeOrderId: row.native_order_id,
    status: row.status,
    firstProduct: row.first_product,
    line: row.line_id === null ? null : orderLineId(row.line_id),
  }));
}
