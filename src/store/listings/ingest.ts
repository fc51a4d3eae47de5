import { sql } from 'kysely';
import { type AccountId, type ListingId, type ListingItemId, listingId } from '../../domain/ids.ts';
import type { ListingSnapshot } from '../../domain/listing.ts';
import type { OwnerScope } from '../scope.ts';
import { sqlJson } from '../sql-json.ts';
import { ingestItems } from './ingest-items.ts';

export interface ListingShop {
  readonly id: AccountId;
  readonly platform: string;
}

export interface IngestedListings {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly listings: readonly ListingId[];
  /** Linked items that got their number only now, or came back: orders may name them. */
  readonly numbered: readonly ListingItemId[];
}

/**
 * Writes listings as their marketplace shows them, each whole with all its items; only differences are written. What the
 * marketplace does not tell stays as it was. A status that nobody has mapped keeps the state that was known last.
 */
export async function ingestListings(
  scope: OwnerScope,
  shop: ListingShop,
  snapshots: readonly ListingSnapshot[],
): Promise<IngestedListings> {
  const told = [...new Map(snapshots.map((snapshot) => [snapshot.nativeListingId, snapshot])).values()];
  if (told.length === 0) return { created: 0, updated: 0, unchanged: 0, listings: [], numbered: [] };
  await lockListings(scope, shop.id, told);
  const written = await writeListings(scope, shop, told);
  const ids = new Map(written.map((row) => [row.native_listing_id, row.id]));
  const { changed, numbered } = await ingestItems(scope, shop.id, told, ids);
  const created = written.filter((row) => row.created);
  const isNew = new Set(created.map(({ id }) => id));
  const isChanged = new Set([...written.filter((row) => row.changed).map(({ id }) => id), ...changed]);
  const updated = [...isChanged].filter((id) => !isNew.has(id)).length;
  return {
    created: created.length,
    updated,
    unchanged: told.length - created.length - updated,
    listings: written.map(({ id }) => listingId(id)),
    numbered,
  };
}

/** Whoever writes items or links of a listing holds the listing first, in the order of their ids. */
async function lockListings(
  { owner, trx }: OwnerScope,
  account: AccountId,
  told: readonly ListingSnapshot[],
): Promise<void> {
  await sql`
    select from listings where owner_id = ${owner} and account_id = ${account}
      and native_listing_id = any(${told.map(({ nativeListingId }) => nativeListingId)}::text[])
    order by id for update`.execute(trx);
}

interface WrittenRow {
  readonly id: number;
  readonly native_listing_id: string;
  readonly created: boolean;
  readonly changed: boolean;
}

async function writeListings(
  { owner, trx }: OwnerScope,
  { id: account, platform }: ListingShop,
  told: readonly ListingSnapshot[],
): Promise<readonly WrittenRow[]> {
  const rows = told.map((snapshot) => ({
    native_listing_id: snapshot.nativeListingId,
    name: snapshot.name,
    seller_code: snapshot.sellerCode,
    state: snapshot.state,
    native_status: snapshot.nativeStatus,
    review_text: snapshot.reviewText,
    native_category_id: snapshot.nativeCategoryId,
    price: snapshot.price,
    currency: snapshot.currency,
    url: snapshot.url,
    image_url: snapshot.imageUrl,
  }));
  const { rows: written } = await sql<WrittenRow>`
    with told as materialized (
      select x.* from jsonb_to_recordset(${sqlJson(rows)}::jsonb) as x(native_listing_id text, name text, seller_code text,
        state text, native_status text, review_text text, native_category_id text, price bigint, currency text, url text,
        image_url text)),
    known as materialized (
      select g.id, g.native_listing_id from listings g
      where g.owner_id = ${owner} and g.account_id = ${account}
        and g.native_listing_id = any(${told.map(({ nativeListingId }) => nativeListingId)}::text[])),
    changed as (
      update listings g set name = t.name, seller_code = t.seller_code, state = coalesce(t.state, g.state),
        state_known = t.state is not null, native_status = t.native_status, review_text = t.review_text,
        native_category_id = coalesce(t.native_category_id, g.native_category_id), price = coalesce(t.price, g.price),
        currency = t.currency, url = coalesce(t.url, g.url), image_url = coalesce(t.image_url, g.image_url),
        changed_at = now(), seen_at = now(), gone_at = null
      from told t join known k using (native_listing_id)
      where g.id = k.id and (g.name, g.seller_code, g.state, g.state_known, g.native_status, g.review_text,
          g.native_category_id, g.price, g.currency, g.url, g.image_url, g.gone_at)
        is distinct from (t.name, t.seller_code, coalesce(t.state, g.state), t.state is not null, t.native_status,
          t.review_text, coalesce(t.native_category_id, g.native_category_id), coalesce(t.price, g.price), t.currency,
          coalesce(t.url, g.url), coalesce(t.image_url, g.image_url), null::timestamptz)
      returning g.id),
    created as (
      insert into listings (owner_id, account_id, platform, native_listing_id, name, seller_code, state, state_known,
        native_status, review_text, native_category_id, price, currency, url, image_url)
      select ${owner}, ${account}, ${platform}, native_listing_id, name, seller_code, state, state is not null,
        native_status, review_text, native_category_id, price, currency, url, image_url
      from told where native_listing_id not in (select native_listing_id from known)
      returning id, native_listing_id)
    select id, native_listing_id, true as created, false as changed from created
    union all
    select k.id, k.native_listing_id, false, exists (select from changed c where c.id = k.id) from known k`.execute(
    trx,
  );
  return written;
}
