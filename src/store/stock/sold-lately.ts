import { type RawBuilder, sql } from 'kysely';

/** How far back sales tell how fast goods sell. */
export const SOLD_LATELY_DAYS = 7;

/**
 * A query of `sku_id` and `units`: what of some SKUs was sold lately in every shop, as its items are linked now. What was
 * canceled was not sold. `skus` is a query of their ids, which are the owner's.
 */
export function soldLately(skus: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select k.sku_id, sum(l.quantity * k.quantity)::bigint as units
    from listing_links k
    join listing_items t on t.id = k.listing_item_id
    join order_lines l on l.account_id = t.account_id and l.native_item_id = t.native_item_id
    join orders o on o.id = l.order_id
    where k.sku_id in (${skus}) and o.ordered_at > now() - make_interval(days => ${SOLD_LATELY_DAYS})
      and l.status is distinct from 'CANCELED'
    group by k.sku_id`;
}
