import { type RawBuilder, sql } from 'kysely';
import {
  type AccountId,
  accountId,
  type ListingItemId,
  listingItemId,
  type ProductId,
} from '../../domain/ids.ts';
import type { OwnerScope } from '../scope.ts';
import { soldLately } from '../stock/sold-lately.ts';

/** What is known of a thing on sale that its price is worked out from. */
export interface PricedItem {
  readonly item: ListingItemId;
  readonly account: AccountId;
  readonly platform: string;
  readonly edition: string;
  readonly nativeItemId: string;
  readonly nativeCategoryId: string | null;
  readonly listingName: string;
  readonly optionValues: readonly string[];
  readonly currency: string;
  /** As the marketplace showed or took it last. */
  readonly priceNow: number | null;
  /** The product whose category and rules count: that of its first part. */
  readonly product: number;
  readonly categoryKey: string | null;
  readonly deliveryFee: number;
  readonly parts: readonly PricedPart[];
}

export interface PricedPart {
  readonly quantity: number;
  /** What one costs in the catalogue, and what it cost the seller. */
  readonly price: number;
  readonly cost: number | null;
  /** Null for one that nobody has counted. */
  readonly available: number | null;
  readonly safetyStock: number;
  /** Units sold in the last seven days, in every shop. */
  readonly soldLately: number;
}

export interface PricedFilter {
  readonly products: readonly ProductId[] | null;
  readonly accounts: readonly AccountId[] | null;
  readonly limit: number;
}

interface ItemRow {
  readonly item_id: number;
  readonly account_id: number;
  readonly platform: string;
  readonly edition: string;
  readonly native_item_id: string;
  readonly native_category_id: string | null;
  readonly name: string;
  readonly option_values: readonly string[];
  readonly currency: string;
  readonly price: number | null;
  readonly product_id: number;
  readonly category_key: string | null;
  readonly delivery_fee: number;
  readonly parts: readonly PartRow[];
}

interface PartRow {
  readonly quantity: number;
  readonly price: number;
  readonly cost: number | null;
  readonly available: number | null;
  readonly safety_stock: number;
  readonly sold: number;
}

/** Linked things on sale of some products or shops, or of all, with what their prices hang on. */
export async function pricedItems(
  scope: OwnerScope,
  { products, accounts, limit }: PricedFilter,
): Promise<readonly PricedItem[]> {
  const ofProducts: RawBuilder<unknown> =
    products === null
      ? sql`true`
      : sql`t.id in (
          select k.listing_item_id from skus s join listing_links k on k.sku_id = s.id
          where s.owner_id = ${scope.owner} and s.product_id = any(${[...products]}::bigint[]))`;
  const { rows } = await sql<ItemRow>`
    with wanted as materialized (
      select t.id, t.account_id, t.native_item_id, t.option_values, t.price, g.platform, g.native_category_id, g.name,
        g.currency, a.edition
      from listing_items t
      join listings g on g.id = t.listing_id and g.gone_at is null
      join accounts a on a.id = t.account_id and a.enabled
      where t.owner_id = ${scope.owner} and t.gone_at is null and t.native_item_id is not null
        and (${accounts}::bigint[] is null or t.account_id = any(${accounts}::bigint[]))
        and exists (select from listing_links k where k.listing_item_id = t.id)
        and ${ofProducts}
      order by t.account_id, t.id limit ${limit}),
    parts as materialized (
      select w.id as item_id, k.sku_id, k.quantity, s.product_id, coalesce(s.price, p.price) as price, s.cost,
        p.category_key, coalesce((p.delivery->>'fee')::bigint, 0) as delivery_fee,
        case when st.tracked_since is not null then st.on_hand - st.reserved end as available, s.safety_stock
      from wanted w
      join listing_links k on k.listing_item_id = w.id
      join skus s on s.id = k.sku_id
      join products p on p.id = s.product_id
      join sku_stock st on st.sku_id = s.id),
    sold as materialized (${soldLately(sql`select sku_id from parts`)})
    select w.id as item_id, w.account_id, w.platform, w.edition, w.native_item_id, w.native_category_id, w.name,
      w.option_values, w.currency, w.price, x.product_id, x.category_key, x.delivery_fee, x.parts
    from wanted w
    join lateral (
      select (array_agg(p.product_id order by p.sku_id))[1] as product_id,
        (array_agg(p.category_key order by p.sku_id))[1] as category_key, max(p.delivery_fee) as delivery_fee,
        json_agg(json_build_object('quantity', p.quantity, 'price', p.price, 'cost', p.cost, 'available', p.available,
          'safety_stock', p.safety_stock, 'sold', coalesce(sold.units, 0)) order by p.sku_id) as parts
      from parts p left join sold on sold.sku_id = p.sku_id where p.item_id = w.id) x on true
    order by w.account_id, w.id`.execute(scope.trx);
  return rows.map(itemFrom);
}

function itemFrom(row: ItemRow): PricedItem {
  return {
    item: listingItemId(row.item_id),
    account: accountId(row.account_id),
    platform: row.platform,
    edition: row.edition,
    nativeItemId: row.native_item_id,
    nativeCategoryId: row.native_category_id,
    listingName: row.name,
    optionValues: row.option_values,
    currency: row.currency,
    priceNow: row.price,
    product: row.product_id,
    categoryKey: row.category_key,
    deliveryFee: row.delivery_fee,
    parts: row.parts.map((part) => ({
      quantity: part.quantity,
      price: part.price,
      cost: part.cost,
      available: part.available,
      safetyStock: part.safety_stock,
      soldLately: part.sold,
    })),
  };
}
