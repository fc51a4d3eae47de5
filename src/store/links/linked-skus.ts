import { sql } from 'kysely';
import { type ListingItemId, type SkuId, skuId } from '../../domain/ids.ts';
import type { OwnerScope } from '../scope.ts';

/** The SKUs that items are linked to. */
export async function linkedSkus(
  { owner, trx }: OwnerScope,
  items: readonly ListingItemId[],
): Promise<readonly SkuId[]> {
  const { rows } = await sql<{ sku_id: number }>`
    select distinct sku_id from listing_links
    where owner_id = ${owner} and listing_item_id = any(${[...items]}::bigint[]) order by sku_id`.execute(
    trx,
  );
  return rows.map((row) => skuId(row.sku_id));
}
