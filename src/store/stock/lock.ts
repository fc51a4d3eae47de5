import { sql } from 'kysely';
import { type AccountId, type OrderId, type SkuId, skuId } from '../../domain/ids.ts';
import type { OwnerScope } from '../scope.ts';

/**
 * Holds the stock of SKUs until the transaction ends, in the order in which everybody takes them, and of those that are
 * sold together with them. Events wait for one row of the owner, so stock is held before anything is told.
 */
export async function lockStock(scope: OwnerScope, skus: readonly SkuId[]): Promise<void> {
  if (skus.length === 0) return;
  await sql`
    select from sku_stock where owner_id = ${scope.owner} and sku_id in (
      select unnest(${[...skus]}::bigint[])
      union
      select beside.sku_id from listing_links k join listing_links beside on beside.listing_item_id = k.listing_item_id
      where k.sku_id = any(${[...skus]}::bigint[]))
    order by sku_id for update`.execute(scope.trx);
}

/**
 * Has links stay as they are while orders are written, and orders while links are: an order that comes while its item is
 * linked is seen by one of the two. Those who write orders do not wait for each other.
 */
export async function holdLinks({ owner, trx }: OwnerScope, by: 'orders' | 'links'): Promise<void> {
  const key = sql`hashtextextended('stock links ' || ${owner}::bigint, 0)`;
  await (by === 'links'
    ? sql`select pg_advisory_xact_lock(${key})`
    : sql`select pg_advisory_xact_lock_shared(${key})`
  ).execute(trx);
}

/**
 * Holds the stock of what is sold by the given items of an account and of what its orders hold already. Stock is held
 * before orders, since an order that two bring at once is not there to be held when they begin. Answers the SKUs; none
 * means that stock has nothing to do with these orders.
 */
export async function lockStockOfOrders(
  scope: OwnerScope,
  account: AccountId,
  named: { readonly orders: readonly string[]; readonly items: readonly string[] },
): Promise<readonly SkuId[]> {
  if (named.orders.length === 0) return [];
  await holdLinks(scope, 'orders');
  const { rows } = await sql<{ sku_id: number }>`
    with lines as (
      select l.id, l.native_item_id from orders o join order_lines l on l.order_id = o.id
      where o.owner_id = ${scope.owner} and o.account_id = ${account}
        and o.native_order_id = any(${[...named.orders]}::text[])),
    items as (
      select native_item_id from lines union select unnest(${[...named.items]}::text[]))
    select sku_id from sku_stock where owner_id = ${scope.owner} and sku_id in (
      select k.sku_id from listing_items i join listing_links k on k.listing_item_id = i.id
      where i.account_id = ${account} and i.native_item_id in (select native_item_id from items)
      union
      select r.sku_id from lines join stock_reservations r on r.order_line_id = lines.id)
    order by sku_id for update`.execute(scope.trx);
  return rows.map((row) => skuId(row.sku_id));
}

/** The same for orders that are known by their ids. */
export async function lockStockOfKnownOrders(
  scope: OwnerScope,
  orders: readonly OrderId[],
): Promise<readonly SkuId[]> {
  if (orders.length === 0) return [];
  await holdLinks(scope, 'orders');
  const { rows } = await sql<{ sku_id: number }>`
    with lines as (
      select l.id, l.account_id, l.native_item_id from order_lines l
      where l.owner_id = ${scope.owner} and l.order_id = any(${[...orders]}::bigint[]))
    select sku_id from sku_stock where owner_id = ${scope.owner} and sku_id in (
      select k.sku_id from lines join listing_items i
        on i.account_id = lines.account_id and i.native_item_id = lines.native_item_id
      join listing_links k on k.listing_item_id = i.id
      union
      select r.sku_id from lines join stock_reservations r on r.order_line_id = lines.id)
    order by sku_id for update`.execute(scope.trx);
  return rows.map((row) => skuId(row.sku_id));
}
