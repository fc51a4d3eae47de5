import { sql } from 'kysely';
import { type AccountId, accountId, type ProductId } from '../../domain/ids.ts';
import type { OwnerScope } from '../scope.ts';

/** Shops in which a SKU of the product can be bought, or could be again by a click. */
export async function shopsThatSell(
  scope: OwnerScope,
  product: ProductId,
): Promise<readonly { readonly account: AccountId; readonly name: string }[]> {
  const { rows } = await sql<{ account_id: number; name: string }>`
    select distinct g.account_id, a.name
    from skus s
    join listing_links k on k.sku_id = s.id
    join listing_items t on t.id = k.listing_item_id and t.gone_at is null
    join listings g on g.id = t.listing_id and g.gone_at is null
    join accounts a on a.id = g.account_id
    where s.owner_id = ${scope.owner} and s.product_id = ${product} and g.state in ('on_sale', 'sold_out', 'in_review')
    order by g.account_id`.execute(scope.trx);
  return rows.map(({ account_id, name }) => ({ account: accountId(account_id), name }));
}
