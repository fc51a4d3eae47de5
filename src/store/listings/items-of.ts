import { type RawBuilder, sql } from 'kysely';
import { type ListingId, type ListingItemId, listingItemId, skuId } from '../../domain/ids.ts';
import type { OwnerScope } from '../scope.ts';
import type { StoredListingItem } from './listing.ts';

/** Everything that can or could be bought of a listing, in its order; what is gone comes last. */
export function itemsOf(scope: OwnerScope, listing: ListingId): Promise<readonly StoredListingItem[]> {
  return select(scope, sql`t.listing_id = ${listing}`);
}

/** Some items by id. */
export function findItems(
  scope: OwnerScope,
  items: readonly ListingItemId[],
): Promise<readonly StoredListingItem[]> {
  return select(scope, sql`t.id = any(${[...items]}::bigint[])`);
}

interface ItemRow {
  readonly id: number;
  readonly native_item_id: string | null;
  readonly option_values: readonly string[];
  readonly seller_sku: string | null;
  readonly barcode: string | null;
  readonly price: number | null;
  readonly quantity: number | null;
  readonly on_sale: boolean | null;
  readonly read_at: Date | null;
  readonly gone_at: Date | null;
  readonly unlinked_by: string | null;
  readonly links: readonly {
    readonly sku: number;
    readonly quantity: number;
    readonly by: string;
    readonly at: string;
    readonly reason: string;
  }[];
}

async function select(
  { owner, trx }: OwnerScope,
  where: RawBuilder<unknown>,
): Promise<readonly StoredListingItem[]> {
  const { rows } = await sql<ItemRow>`
    select t.id, t.native_item_id, t.option_values, t.seller_sku, t.barcode, t.price, t.quantity, t.on_sale, t.read_at,
      t.gone_at, t.unlinked_by, (
        select coalesce(json_agg(json_build_object('sku', k.sku_id, 'quantity', k.quantity, 'by', k.linked_by,
          'at', k.linked_at, 'reason', k.reason) order by k.sku_id), '[]')
        from listing_links k where k.listing_item_id = t.id) as links
    from listing_items t where t.owner_id = ${owner} and ${where}
    order by t.gone_at is not null, t.nth, t.id`.execute(trx);
  return rows.map((row) => ({
    id: listingItemId(row.id),
    nativeItemId: row.native_item_id,
    optionValues: row.option_values,
    sellerSku: row.seller_sku,
    barcode: row.barcode,
    price: row.price,
    quantity: row.quantity,
    onSale: row.on_sale,
    readAt: row.read_at,
    goneAt: row.gone_at,
    unlinkedBy: row.unlinked_by,
    links: row.links.map(({ sku, quantity, by, at, reason }) => ({
      sku: skuId(sku),
      quantity,
      linkedBy: by,
      linkedAt: new Date(at),
      reason,
    })),
  }));
}
