import { sql } from 'kysely';
import {
  type AccountId,
  accountId,
  type ListingId,
  type ListingItemId,
  listingId,
  listingItemId,
} from '../../domain/ids.ts';
import type { OwnerScope } from '../scope.ts';
import { allOf } from '../time-keyset.ts';

/** Something that can be bought and that no SKU is known of. */
export interface UnlinkedItem {
  readonly id: ListingItemId;
  readonly listing: ListingId;
  readonly account: AccountId;
  readonly platform: string;
  readonly nativeListingId: string | null;
  readonly nativeItemId: string | null;
  readonly name: string;
  readonly optionValues: readonly string[];
  readonly sellerSku: string | null;
  readonly barcode: string | null;
  readonly price: number | null;
  readonly imageUrl: string | null;
  /** Who took its link away. */
  readonly unlinkedBy: string | null;
}

export interface UnlinkedFilter {
  readonly account?: AccountId | null;
  readonly platform?: string | null;
  readonly listing?: ListingId | null;
  readonly items?: readonly ListingItemId[] | null;
  /** Only those that nobody has taken the link of. */
  readonly neverUnlinked?: boolean;
  /** Only those whose seller code is that of a SKU, or of something that is linked. */
  readonly knownCode?: boolean;
}

interface UnlinkedRow {
  readonly id: number;
  readonly listing_id: number;
  readonly account_id: number;
  readonly platform: string;
  readonly native_listing_id: string | null;
  readonly native_item_id: string | null;
  readonly name: string;
  readonly option_values: readonly string[];
  readonly seller_sku: string | null;
  readonly barcode: string | null;
  readonly price: number | null;
  readonly image_url: string | null;
  readonly unlinked_by: string | null;
}

/** Items that are linked to nothing, those seen last first. */
export async function listUnlinked(
  { owner, trx }: OwnerScope,
  { account, platform, listing, items, neverUnlinked = false, knownCode = false }: UnlinkedFilter,
  page: { readonly limit: number; readonly before: ListingItemId | null },
): Promise<readonly UnlinkedItem[]> {
  const { rows } = await sql<UnlinkedRow>`
    select t.id, t.listing_id, t.account_id, g.platform, g.native_listing_id, t.native_item_id, g.name, t.option_values,
      t.seller_sku, t.barcode, t.price, g.image_url, t.unlinked_by
    from listing_items t join listings g on g.id = t.listing_id
    where ${allOf([
      sql`t.owner_id = ${owner} and not t.linked and t.gone_at is null`,
      page.before && sql`t.id < ${page.before}`,
      account && sql`t.account_id = ${account}`,
      platform && sql`g.platform = ${platform}`,
      listing && sql`t.listing_id = ${listing}`,
      items && sql`t.id = any(${[...items]}::bigint[])`,
      neverUnlinked && sql`t.unlinked_by is null`,
      knownCode &&
        sql`(
        exists (select from skus s where s.owner_id = ${owner} and s.code = t.seller_sku and s.deleted_at is null)
        or exists (select from listing_items o where o.owner_id = ${owner} and o.seller_sku = t.seller_sku and o.linked))`,
    ])}
    order by t.id desc limit ${page.limit}`.execute(trx);
  return rows.map((row) => ({
    id: listingItemId(row.id),
    listing: listingId(row.listing_id),
    account: accountId(row.account_id),
    platform: row.platform,
    nativeListingId: row.native_listing_id,
    nativeItemId: row.native_item_id,
    name: row.name,
    optionValues: row.option_values,
    sellerSku: row.seller_sku,
    barcode: row.barcode,
    price: row.price,
    imageUrl: row.image_url,
    unlinkedBy: row.unlinked_by,
  }));
}
