import { sql } from 'kysely';
import type { OwnerScope } from '../scope.ts';
import { type SalesFilter, salesLines } from './sold.ts';

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

/** The products that brought in the most at each marketplace, `limit` of each. */
export async function readBestSellers(
  scope: OwnerScope,
  filter: SalesFilter,
  limit: number,
): Promise<readonly BestSeller[]> {
  const { rows } = await sql<BestSeller>`
    with ${salesLines(scope, filter)},
    -- Order by order first: to count distinct orders the lines would have to be sorted.
    by_order as (
      select account_id, native_product_id, order_id, max(platform) as platform, max(product_name) as name,
        sum(units) as units, sum(paid_amount - canceled_amount - returned_amount) as revenue
      from lines group by account_id, native_product_id, order_id),
    products as (
      select account_id, native_product_id, max(platform) as platform, max(name) as name, count(*) as orders,
        sum(units)::bigint as units, sum(revenue)::bigint as revenue
      from by_order group by account_id, native_product_id
      having sum(units) > 0),
    ranked as (
      select *, row_number() over (
        partition by platform order by revenue desc, units desc, account_id, native_product_id) as nth
      from products)
    select r.platform, r.account_id as account, a.name as "accountName", r.native_product_id as "nativeProductId",
      r.name, r.orders, r.units, r.revenue
    from ranked r join accounts a on a.id = r.account_id
    where r.nth <= ${limit} order by r.platform, r.nth`.execute(scope.trx);
  return rows;
}
