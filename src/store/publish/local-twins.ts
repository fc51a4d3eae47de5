import { sql } from 'kysely';
import type { AccountId, ProductId } from '../../domain/ids.ts';
import type { OwnerScope } from '../scope.ts';

/** What the hub knows of goods in a shop that carry the same codes as a product that is to be listed there. */
export interface LocalTwins {
  /** Numbers of listings with one of the codes that belong to no other product and are not over. */
  readonly nativeListingIds: readonly string[];
  /** When all listings of the shop were read last; null for never. */
  readonly importedAt: Date | null;
}

export async function localTwins(
  { owner, trx }: OwnerScope,
  account: AccountId,
  product: ProductId,
  sellerCode: string,
  sellerSkus: readonly string[],
): Promise<LocalTwins> {
  const { rows } = await sql<{ native_listing_id: string }>`
    with same as materialized (
      select id from listings where account_id = ${account} and seller_code = ${sellerCode}
      union
      select listing_id from listing_items
      where owner_id = ${owner} and seller_sku = any(${[...sellerSkus]}::text[]) and account_id = ${account}
        and gone_at is null)
    select g.native_listing_id from same join listings g on g.id = same.id
    where g.owner_id = ${owner} and g.native_listing_id is not null and g.gone_at is null
      and g.state is distinct from 'ended' and (g.product_id is null or g.product_id = ${product})
    order by g.id`.execute(trx);
  const { rows: runs } = await sql<{ at: Date | null }>`
    select finished_at as at from sync_runs
    where owner_id = ${owner} and account_id = ${account} and sync_type = 'products' and status = 'success'
    order by id desc limit 1`.execute(trx);
  return {
    nativeListingIds: rows.map((row) => row.native_listing_id),
    importedAt: runs[0]?.at ?? null,
  };
}
