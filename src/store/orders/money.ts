import { sql } from 'kysely';
import type { OrderId } from '../../domain/ids.ts';
import type { LineMoney } from '../../domain/order-money.ts';
import { soldLines } from '../analytics/sold.ts';
import type { OwnerScope } from '../scope.ts';

/** What the lines of an order brought, and what their goods cost by the links and catalogue of today. */
export async function readLineMoney(scope: OwnerScope, order: OrderId): Promise<readonly LineMoney[]> {
  const narrowed = { orders: sql`o.id = ${order}`, claims: sql`c.order_id = ${order}` };
  const { rows } = await sql<LineMoney>`
    with ${soldLines(scope, narrowed)}
    select lines.paid_amount as paid, lines.paid_amount - lines.canceled_amount - lines.returned_amount as kept,
      lines.units, lines.commission, made.cost as "unitCost", made.category as "nativeCategoryId"
    from lines cross join lateral (
      select max(g.native_category_id) as category,
        case when count(*) > 0 and bool_and(s.cost is not null and p.currency = lines.currency)
          then sum(k.quantity * s.cost)::bigint end as cost
      from listing_items i
      join listings g on g.id = i.listing_id
      join listing_links k on k.listing_item_id = i.id
      join skus s on s.id = k.sku_id
      join products p on p.id = s.product_id
      where i.owner_id = ${scope.owner} and i.account_id = lines.account_id and i.native_item_id = lines.native_item_id) made
    order by lines.line_id`.execute(scope.trx);
  return rows;
}
