import { sql } from 'kysely';
import {
  type AccountId,
  type CommandId,
  commandId,
  type ListingId,
  type ListingItemId,
  listingId,
  listingItemId,
  type ProductId,
  productId,
  type SkuId,
  skuId,
} from '../../domain/ids.ts';
import type { ListingState } from '../../domain/listing.ts';
import type { Lane } from '../../marketplaces/kit/budget.ts';
import type { ListingDraft } from '../../marketplaces/kit/catalog.ts';
import type { OwnerScope } from '../scope.ts';
import { sqlJson } from '../sql-json.ts';
import { STANDING_FIELDS, type StandingItem } from './standing-items.ts';

/** A listing whose marketplace is asked what has become of it. */
export interface FollowedListing {
  readonly id: ListingId;
  readonly nativeListingId: string;
  /** For how long it has been. */
  readonly followedMs: number;
  /** When it was to be read, as the database writes it. Something new to wait for sets it anew. */
  readonly dueAt: string;
}

/** Listings of a shop that are to be read again now, those that wait longest first. */
export async function dueFollows(
  { owner, trx }: OwnerScope,
  account: AccountId,
  limit: number,
): Promise<readonly FollowedListing[]> {
  const { rows } = await sql<{
    id: number;
    native_listing_id: string;
    followed_ms: number;
    due_at: string;
  }>`
    select id, native_listing_id, follow_at::text as due_at,
      extract(epoch from now() - coalesce(followed_since, follow_at))::float8 * 1000 as followed_ms from listings
    where owner_id = ${owner} and account_id = ${account} and follow_at <= now() and native_listing_id is not null
    order by follow_at, id limit ${limit}`.execute(trx);
  return rows.map((row) => ({
    id: listingId(row.id),
    nativeListingId: row.native_listing_id,
    followedMs: row.followed_ms,
    dueAt: row.due_at,
  }));
}

/** When the next listing of a shop is to be read again; null where none is followed. */
export async function nextFollowAt({ owner, trx }: OwnerScope, account: AccountId): Promise<Date | null> {
  const { rows } = await sql<{ at: Date | null }>`
    select min(follow_at) as at from listings
    where owner_id = ${owner} and account_id = ${account} and follow_at is not null`.execute(trx);
  return rows[0]?.at ?? null;
}

/**
 * Holds listings that were read, in the order of their ids, as whoever writes items or links of listings does. Answers
 * those that nothing new was published of since they were due: what was read of the others may be older than that.
 */
export async function holdFollowed(
  { owner, trx }: OwnerScope,
  due: readonly FollowedListing[],
): Promise<readonly ListingId[]> {
  const { rows } = await sql<{ id: number; is_same: boolean }>`
    select g.id, coalesce(g.follow_at = x.due_at, false) as is_same from listings g
    join json_to_recordset(${sqlJson(
      due.map(({ id, dueAt }) => ({ id, due_at: dueAt })),
    )}::json) as x(id bigint, due_at timestamptz) on x.id = g.id
    where g.owner_id = ${owner}
    order by g.id for update of g`.execute(trx);
  return rows.flatMap(({ id, is_same }) => (is_same ? listingId(id) : []));
}

/** A publication of which it has not been read back yet what it came to. */
export interface UnsettledPublication {
  readonly listing: ListingId;
  readonly command: CommandId;
  readonly actor: string;
  readonly lane: Lane;
  readonly draft: ListingDraft;
  /** Whether it has made the listing: what came after it only changes what is there. */
  readonly isFirst: boolean;
  /** What each SKU cost by the catalogue, by its code. */
  readonly prices: Readonly<Record<string, number>>;
  readonly items: readonly PublishedItem[];
  /** The product's SKUs by their codes. */
  readonly skus: ReadonlyMap<string, PublishedSku>;
}

export interface PublishedItem extends StandingItem {
  readonly id: ListingItemId;
  readonly unlinkedBy: string | null;
}

export interface PublishedSku {
  readonly id: SkuId;
  /** Whether the ledger knows how many there are. */
  readonly isCounted: boolean;
}

export async function unsettledPublications(
  { owner, trx }: OwnerScope,
  listings: readonly ListingId[],
): Promise<readonly UnsettledPublication[]> {
  const { rows } = await sql<{
    id: number;
    command_id: number;
    actor: string;
    lane: Lane;
    draft: ListingDraft;
    is_first: boolean;
    prices: Readonly<Record<string, number>>;
    items: readonly (PublishedItem & { readonly id: number })[];
    skus: Readonly<Record<string, { readonly id: number; readonly isCounted: boolean }>>;
  }>`
    select g.id, c.id as command_id, c.actor, c.lane, c.draft, c.payload->'prices' as prices,
      c.draft->>'nativeListingId' is null and not exists (
        select from commands e where e.listing_id = g.id and e.id < c.id and e.kind = 'publish' and e.state = 'done'
      ) as is_first, (
        select coalesce(json_agg(json_build_object('id', t.id, 'unlinkedBy', t.unlinked_by, ${STANDING_FIELDS})
          order by t.nth, t.id), '[]')
        from listing_items t where t.listing_id = g.id and t.gone_at is null) as items, (
        select coalesce(json_object_agg(s.code, json_build_object('id', s.id,
          'isCounted', st.tracked_since is not null)), '{}')
        from skus s join sku_stock st on st.sku_id = s.id
        where s.product_id = g.product_id and s.deleted_at is null) as skus
    from listings g join commands c on c.id = g.published_by
    where g.owner_id = ${owner} and g.id = any(${[...listings]}::bigint[]) and not g.settled
    order by g.id`.execute(trx);
  return rows.map((row) => ({
    listing: listingId(row.id),
    command: commandId(row.command_id),
    actor: row.actor,
    lane: row.lane,
    draft: row.draft,
    isFirst: row.is_first,
    prices: row.prices,
    items: row.items.map((item) => ({ ...item, id: listingItemId(item.id) })),
    skus: new Map(
      Object.entries(row.skus).map(([code, { id, isCounted }]) => [code, { id: skuId(id), isCounted }]),
    ),
  }));
}

/** An item that a publication has brought about, with what was published of it. */
export interface SettledItem {
  readonly item: ListingItemId;
  /** What it cost by the catalogue. */
  readonly price: number | null;
  /** How many were offered first; null for an item that was there before, or that nobody counts. */
  readonly quantity: number | null;
}

/**
 * Notes what was published of each item. The first number offered counts as decided: the ledger has nothing to tell the
 * shop while it says the same. An update that was overtaken by a sale may show more than was decided; then that counts,
 * so that the shop is told again.
 */
export async function noteSettledItems(
  { owner, trx }: OwnerScope,
  items: readonly SettledItem[],
): Promise<void> {
  if (items.length === 0) return;
  await sql`
    update listing_items t set published_price = coalesce(x.price, t.published_price),
      wanted_quantity = case when x.quantity is not null then coalesce(t.wanted_quantity, x.quantity)
        when t.quantity > t.wanted_quantity then t.quantity else t.wanted_quantity end,
      wanted_at = case when x.quantity is null then t.wanted_at else coalesce(t.wanted_at, clock_timestamp()) end
    from json_to_recordset(${sqlJson(items)}::json) as x(item bigint, price bigint, quantity integer)
    where t.owner_id = ${owner} and t.id = x.item`.execute(trx);
}

/** Notes that it has been read back what publications of listings came to. */
export async function noteSettled({ owner, trx }: OwnerScope, listings: readonly ListingId[]): Promise<void> {
  if (listings.length === 0) return;
  await sql`
    update listings set settled = true where owner_id = ${owner} and id = any(${[...listings]}::bigint[])`.execute(
    trx,
  );
}

/** Where a listing stands after it was read, and whether its approval was awaited. */
export interface StandingListing {
  readonly id: ListingId;
  readonly product: ProductId | null;
  readonly nativeListingId: string;
  readonly state: ListingState | null;
  readonly reviewText: string | null;
  readonly reviewing: boolean;
  readonly settled: boolean;
  /** Whether every item has its number. */
  readonly isNumbered: boolean;
}

export async function readStanding(
  { owner, trx }: OwnerScope,
  listings: readonly ListingId[],
): Promise<readonly StandingListing[]> {
  const { rows } = await sql<{
    id: number;
    product_id: number | null;
    native_listing_id: string;
    state: ListingState | null;
    review_text: string | null;
    reviewing: boolean;
    settled: boolean;
    is_numbered: boolean;
  }>`
    select g.id, g.product_id, g.native_listing_id, g.state, g.review_text, g.reviewing, g.settled, not exists (
      select from listing_items t
      where t.listing_id = g.id and t.gone_at is null and t.native_item_id is null) as is_numbered
    from listings g where g.owner_id = ${owner} and g.id = any(${[...listings]}::bigint[])`.execute(trx);
  return rows.map((row) => ({
    id: listingId(row.id),
    product: row.product_id === null ? null : productId(row.product_id),
    nativeListingId: row.native_listing_id,
    state: row.state,
    reviewText: row.review_text,
    reviewing: row.reviewing,
    settled: row.settled,
    isNumbered: row.is_numbered,
  }));
}

/** After how long a listing is read again, null for no more, and whether its approval is awaited from now on. */
export interface NextFollow {
  readonly listing: ListingId;
  readonly inMs: number | null;
  readonly reviewing: boolean;
}

export async function noteFollowed({ owner, trx }: OwnerScope, next: readonly NextFollow[]): Promise<void> {
  if (next.length === 0) return;
  const rows = next.map(({ listing, inMs, reviewing }) => ({ id: listing, in_ms: inMs, reviewing }));
  await sql`
    update listings g set follow_at = now() + x.in_ms * interval '1 millisecond', reviewing = x.reviewing
    from json_to_recordset(${sqlJson(rows)}::json) as x(id bigint, in_ms float8, reviewing boolean)
    where g.owner_id = ${owner} and g.id = x.id`.execute(trx);
}
