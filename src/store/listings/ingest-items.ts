import { sql } from 'kysely';
import { type AccountId, type ListingItemId, listingItemId } from '../../domain/ids.ts';
import { nameKeys } from '../../domain/linking/plain-text.ts';
import type { ListingSnapshot } from '../../domain/listing.ts';
import type { OwnerScope } from '../scope.ts';
import { sqlJson } from '../sql-json.ts';

interface ToldItem {
  readonly listing_id: number;
  readonly nth: number;
  readonly native_item_id: string | null;
  readonly option_values: readonly string[];
  readonly seller_sku: string | null;
  readonly barcode: string | null;
  readonly price: number | null;
  readonly quantity: number | null;
  readonly on_sale: boolean | null;
  readonly name_key: string;
}

export interface IngestedItems {
  /** Listings of which an item is new, otherwise than before, or gone. */
  readonly changed: readonly number[];
  readonly numbered: readonly ListingItemId[];
}

/**
 * Writes the items of listings that were told whole. One that has no number yet is known by its options; when it gets
 * its number it stays the same row, with its links. One that is not told any more is gone.
 */
export async function ingestItems(
  scope: OwnerScope,
  account: AccountId,
  told: readonly ListingSnapshot[],
  listings: ReadonlyMap<string, number>,
): Promise<IngestedItems> {
  const items = told.flatMap((snapshot) => itemsOf(snapshot, listings.get(snapshot.nativeListingId)));
  const unique = [...new Map(items.map((item) => [identityOf(item), item])).values()];
  const numbers = unique.flatMap(({ native_item_id }) => (native_item_id === null ? [] : [native_item_id]));
  // As lists, and not joined, so that the planner goes by the indexes whatever it knows of the tables.
  const whole = [...listings.values()];
  const { owner, trx } = scope;
  const { rows } = await sql<{ listing_id: number; numbered: number | null }>`
    with told as materialized (
      select x.* from jsonb_to_recordset(${sqlJson(unique)}::jsonb) as x(listing_id bigint, nth smallint,
        native_item_id text, option_values text[], seller_sku text, barcode text, price bigint, quantity integer,
        on_sale boolean, name_key text)),
    by_number as materialized (
      select t.id, t.listing_id as was_in, x.listing_id, x.nth
      from (
        select id, listing_id, native_item_id from listing_items
        where owner_id = ${owner} and account_id = ${account} and native_item_id = any(${numbers}::text[])) t
      join told x using (native_item_id)),
    unnumbered as materialized (
      select t.id, t.listing_id, t.option_values, row_number() over (
          partition by t.listing_id, t.option_values order by t.nth, t.id) as place
      from listing_items t
      where t.owner_id = ${owner} and t.listing_id = any(${whole}::bigint[]) and t.native_item_id is null),
    by_options as materialized (
      select u.id, u.listing_id as was_in, x.listing_id, x.nth from unnumbered u
      join (
        select x.listing_id, x.nth, x.option_values, row_number() over (
            partition by x.listing_id, x.option_values order by x.native_item_id is not null, x.nth) as place
        from told x
        where exists (select from unnumbered) and not exists (
          select from by_number b where b.listing_id = x.listing_id and b.nth = x.nth)) x
        on x.listing_id = u.listing_id and x.option_values = u.option_values and x.place = u.place),
    matched as materialized (
      select * from by_number union all select * from by_options),
    changed as (
      update listing_items t set listing_id = x.listing_id, nth = x.nth,
        native_item_id = coalesce(x.native_item_id, t.native_item_id), option_values = x.option_values,
        seller_sku = x.seller_sku, barcode = coalesce(x.barcode, t.barcode), price = coalesce(x.price, t.price),
        quantity = coalesce(x.quantity, t.quantity), on_sale = coalesce(x.on_sale, t.on_sale), name_key = x.name_key,
        read_at = now(), gone_at = null
      from matched m join told x on x.listing_id = m.listing_id and x.nth = m.nth
      where t.id = m.id and (t.listing_id, t.nth, t.native_item_id, t.option_values, t.seller_sku, t.barcode, t.price,
          t.quantity, t.on_sale, t.name_key, t.gone_at)
        is distinct from (x.listing_id, x.nth, coalesce(x.native_item_id, t.native_item_id), x.option_values,
          x.seller_sku, coalesce(x.barcode, t.barcode), coalesce(x.price, t.price), coalesce(x.quantity, t.quantity),
          coalesce(x.on_sale, t.on_sale), x.name_key, null::timestamptz)
      returning t.id, t.listing_id, t.linked and m.id in (
        select id from by_options union all
        select t2.id from by_number b join listing_items t2 on t2.id = b.id where t2.gone_at is not null) as numbered),
    gone as (
      update listing_items t set gone_at = now(), on_sale = false
      where t.listing_id = any(${whole}::bigint[]) and t.owner_id = ${owner} and t.native_item_id is not null
        and t.gone_at is null and t.id not in (select id from matched)
      returning t.listing_id),
    created as (
      insert into listing_items (owner_id, account_id, listing_id, native_item_id, nth, option_values, seller_sku,
        barcode, price, quantity, on_sale, name_key, read_at)
      select ${owner}, ${account}, x.listing_id, x.native_item_id, x.nth, x.option_values, x.seller_sku, x.barcode,
        x.price, x.quantity, x.on_sale, x.name_key, now()
      from told x where not exists (
        select from matched m where m.listing_id = x.listing_id and m.nth = x.nth)
      order by x.listing_id, x.nth
      returning listing_id)
    select listing_id, case when numbered then id end as numbered from changed
    union select listing_id, null from gone
    union select listing_id, null from created
    union select was_in, null from by_number where was_in <> listing_id`.execute(trx);
  return {
    changed: [...new Set(rows.map(({ listing_id }) => listing_id))],
    numbered: rows.flatMap(({ numbered }) => (numbered === null ? [] : [listingItemId(numbered)])),
  };
}

function itemsOf(snapshot: ListingSnapshot, listing: number | undefined): readonly ToldItem[] {
  if (listing === undefined) return [];
  const keyOf = nameKeys(snapshot.name);
  return snapshot.items.map((item, nth) => ({
    listing_id: listing,
    nth,
    native_item_id: item.nativeItemId,
    option_values: item.optionValues,
    seller_sku: codeOf(item.sellerSku),
    barcode: codeOf(item.barcode),
    price: item.price,
    quantity: item.quantity,
    on_sale: item.onSale,
    name_key: keyOf(item.optionValues),
  }));
}

/** Codes are compared as they are; only space around them means nothing. */
function codeOf(text: string | null): string | null {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
}

/** An item that two listings of one batch claim to have is written once, as the last one tells. */
function identityOf({ listing_id, nth, native_item_id }: ToldItem): string {
  return native_item_id === null ? `${listing_id}#${nth}` : native_item_id;
}
