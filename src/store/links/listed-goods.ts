import { sql } from 'kysely';
import { type ListingId, type ListingItemId, listingId, listingItemId } from '../../domain/ids.ts';
import type { GoodsItem, ListedGoods } from '../../domain/linking/product-of-listing.ts';
import type { Currency } from '../../domain/money.ts';
import type { OwnerScope } from '../scope.ts';

/** A listing as it may become a product of the seller's own. */
export interface HeldGoods extends Omit<ListedGoods, 'nativeListingId'> {
  readonly id: ListingId;
  readonly nativeListingId: string | null;
  readonly isGone: boolean;
  /** What can be bought of it now. */
  readonly items: readonly HeldItem[];
}

export interface HeldItem extends GoodsItem {
  readonly isLinked: boolean;
}

interface GoodsRow {
  readonly id: number;
  readonly platform: string;
  readonly native_listing_id: string | null;
  readonly name: string;
  readonly seller_code: string | null;
  readonly price: number | null;
  readonly currency: Currency;
  readonly image_url: string | null;
  readonly is_gone: boolean;
  readonly items: readonly {
    readonly id: number;
    readonly options: readonly string[];
    readonly sku: string | null;
    readonly barcode: string | null;
    readonly price: number | null;
    readonly linked: boolean;
  }[];
}

/** Holds listings until the transaction ends and answers what they show; those that are not the owner's are left out. */
export async function holdGoods(
  { owner, trx }: OwnerScope,
  ids: readonly number[],
): Promise<ReadonlyMap<ListingId, HeldGoods>> {
  const mine = sql`g.owner_id = ${owner} and g.id = any(${[...ids]}::bigint[])`;
  // Apart from the reading, which would show links as they were before the wait.
  await sql`select from listings g where ${mine} order by g.id for update`.execute(trx);
  const { rows } = await sql<GoodsRow>`
    select g.id, g.platform, g.native_listing_id, g.name, g.seller_code, g.price, g.currency, g.image_url,
      g.gone_at is not null as is_gone, (
        select coalesce(json_agg(json_build_object('id', t.id, 'options', t.option_values, 'sku', t.seller_sku,
          'barcode', t.barcode, 'price', t.price, 'linked', t.linked) order by t.nth, t.id), '[]')
        from listing_items t where t.listing_id = g.id and t.gone_at is null) as items
    from listings g where ${mine}`.execute(trx);
  return new Map(
    rows.map((row) => [
      listingId(row.id),
      {
        id: listingId(row.id),
        platform: row.platform,
        nativeListingId: row.native_listing_id,
        name: row.name,
        sellerCode: row.seller_code,
        price: row.price,
        currency: row.currency,
        imageUrl: row.image_url,
        isGone: row.is_gone,
        items: row.items.map(({ id, options, sku, barcode, price, linked }) => ({
          id: listingItemId(id),
          optionValues: options,
          sellerSku: sku,
          barcode,
          price,
          isLinked: linked,
        })),
      },
    ]),
  );
}

/** Which of these items are linked to something by now. */
export async function linkedAmong(
  { owner, trx }: OwnerScope,
  items: readonly ListingItemId[],
): Promise<ReadonlySet<ListingItemId>> {
  const { rows } = await sql<{ id: number }>`
    select id from listing_items where owner_id = ${owner} and id = any(${[...items]}::bigint[]) and linked`.execute(
    trx,
  );
  return new Set(rows.map(({ id }) => listingItemId(id)));
}
