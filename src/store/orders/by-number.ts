import { sql } from 'kysely';
import { type OrderId, orderId } from '../../domain/ids.ts';
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
}

interface Row {
  number: string;
  id: number;
  platform: string;
  account_name: string;
  native_order_id: string;
  status: OrderStatus | null;
  first_product: string;
}

/** The orders with the marketplaces' numbers, in all shops; each number with the ids that orders of it may have. */
export async function findOrdersByNumber(
  scope: OwnerScope,
  wanted: readonly { readonly number: string; readonly nativeOrderId: string }[],
): Promise<readonly NumberedOrder[]> {
  const { rows } = await sql<Row>`
    select w.number, o.id, o.platform, a.name as account_name, o.native_order_id, o.status,
      coalesce((select min(product_name) from order_lines l where l.order_id = o.id), '') as first_product
    from unnest(${wanted.map(({ number }) => number)}::text[],
      ${wanted.map(({ nativeOrderId }) => nativeOrderId)}::text[]) as w (number, native_order_id)
    join accounts a on a.owner_id = ${scope.owner}
    join orders o on o.account_id = a.id and o.native_order_id = w.native_order_id
    order by w.number, o.id`.execute(scope.trx);
  return rows.map((row) => ({
    number: row.number,
    id: orderId(row.id),
    platform: row.platform,
    accountName: row.account_name,
    nativeOrderId: row.native_order_id,
    status: row.status,
    firstProduct: row.first_product,
  }));
}
