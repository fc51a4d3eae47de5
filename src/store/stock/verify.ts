import { sql } from 'kysely';
import type { OwnerScope } from '../scope.ts';

/** A number that is not the sum it should be. */
export interface StockFault {
  readonly sku: number;
  /** Null for the sum over all places. */
  readonly location: number | null;
  readonly field: 'on_hand' | 'reserved' | 'shipped';
  readonly stands: number;
  readonly should: number;
}

/**
 * Recomputes every level from the ledger: on hand is the sum of movements, reserved that of open reservations, sums are
 * those over the places, and what reservations say has left is what their movements took.
 */
export async function verifyStock(scope: OwnerScope): Promise<readonly StockFault[]> {
  const { rows } = await sql<StockFault>`
    with moved as (
      select sku_id, location_id, sum(quantity) as on_hand from stock_movements
      where owner_id = ${scope.owner} group by 1, 2),
    kept as (
      select sku_id, location_id, sum(reserved) as reserved from stock_reservations
      where owner_id = ${scope.owner} group by 1, 2),
    levels as (
      select coalesce(l.sku_id, m.sku_id, k.sku_id) as sku_id, coalesce(l.location_id, m.location_id, k.location_id) as location_id,
        coalesce(l.on_hand, 0) as on_hand, coalesce(l.reserved, 0) as reserved,
        coalesce(m.on_hand, 0) as moved, coalesce(k.reserved, 0) as kept
      from (select * from stock_levels where owner_id = ${scope.owner}) l
      full join moved m on m.sku_id = l.sku_id and m.location_id = l.location_id
      full join kept k on k.sku_id = coalesce(l.sku_id, m.sku_id) and k.location_id = coalesce(l.location_id, m.location_id)),
    totals as (
      select s.sku_id, s.on_hand, s.reserved, coalesce(sum(v.moved), 0) as moved, coalesce(sum(v.kept), 0) as kept
      from sku_stock s left join levels v on v.sku_id = s.sku_id
      where s.owner_id = ${scope.owner} group by s.sku_id),
    sold as (
      select sku_id, -sum(quantity) as shipped from stock_movements
      where owner_id = ${scope.owner} and cause_kind in ('order_line', 'exchange') group by 1),
    said as (
      select sku_id, sum(shipped) as shipped from stock_reservations where owner_id = ${scope.owner} group by 1)
    select sku_id as sku, location_id as location, 'on_hand' as field, on_hand::bigint as stands, moved::bigint as should
    from levels where on_hand <> moved
    union all
    select sku_id, location_id, 'reserved', reserved::bigint, kept::bigint from levels where reserved <> kept
    union all
    select sku_id, null, 'on_hand', on_hand::bigint, moved::bigint from totals where on_hand <> moved
    union all
    select sku_id, null, 'reserved', reserved::bigint, kept::bigint from totals where reserved <> kept
    union all
    select coalesce(sold.sku_id, said.sku_id), null, 'shipped', coalesce(said.shipped, 0)::bigint,
      coalesce(sold.shipped, 0)::bigint
    from sold full join said on said.sku_id = sold.sku_id
    where coalesce(sold.shipped, 0) <> coalesce(said.shipped, 0)
    order by 1, 2, 3`.execute(scope.trx);
  return rows;
}
