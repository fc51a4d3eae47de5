import { sql } from 'kysely';
import type { OwnerScope } from '../scope.ts';
import { ordersMeant, type SalesFilter, soldLines } from './sold.ts';

/** What one product of a shop brought in. */
export interface BestSeller {
  readonly platform: string;
  readonly account: number;
  readonly accountName: string;
  readonly nativeProductId: string;
  readonly name: string;
  readonly orders: number;
  /** Units that stay sold. */
  readonly units: number;
  /** Minor units of the currency, without what was canceled or returned. */
  readonly revenue: number;
}

/**
 * The products that brought in the most at each marketplace, `limit` of each. Wants `planForReport` before it.
 */
export async function readBestSellers(
  scope: OwnerScope,
  filter: SalesFilter,
  limit: number,
): Promise<readonly BestSeller[]> {
  const { rows } = await sql<BestSeller>`
    with ${soldLines(scope, { orders: ordersMeant(filter), claims: sql`true` })},
    sold as materialized (
      select platform, account_id, native_product_id, order_id, line_id, units,
        paid_amount - canceled_amount - returned_amount as revenue
      from lines),
    products as (
      select account_id, native_product_id, max(platform) as platform, max(line_id) as line_id, sum(units) as units,
        sum(revenue) as revenue
      from sold group by account_id, native_product_id
      having sum(units) > 0),
    best as materialized (
      select * from (
        select *, row_number() over (
          partition by platform order by revenue desc, units desc, account_id, native_product_id) as nth
        from products) ranked
      where nth <= ${limit}),
    -- To count distinct orders the lines have to be sorted: those of the best alone.
    counted as (
      select account_id, native_product_id, count(distinct order_id) as orders
      from sold where (account_id, native_product_id) in (select account_id, native_product_id from best)
      group by account_id, native_product_id)
    select b.platform, b.account_id as account, a.name as "accountName", b.native_product_id as "nativeProductId",
      l.product_name as name, c.orders, b.units::bigint as units, b.revenue::bigint as revenue
    from best b
    join counted c using (account_id, native_product_id)
    join accounts a on a.id = b.account_id
    join order_lines l on l.id = b.line_id
    order by b.platform, b.nth`.execute(scope.trx);
  return rows;
}
