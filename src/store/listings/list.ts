import { type RawBuilder, sql } from 'kysely';
import {
  type AccountId,
  accountId,
  type ListingId,
  listingId,
  type ProductId,
  productId,
} from '../../domain/ids.ts';
import type { ListingState } from '../../domain/listing.ts';
import type { OwnerScope } from '../scope.ts';
import { allOf } from '../time-keyset.ts';
import type { LinkState, StoredListing } from './listing.ts';

export interface ListingFilter {
  readonly account?: AccountId | null;
  readonly platform?: string | null;
  readonly states?: readonly ListingState[] | null;
  readonly links?: readonly LinkState[] | null;
  readonly product?: ProductId | null;
  /** Those whose items all belong to one of these products. */
  readonly products?: readonly ProductId[] | null;
  /** A number or code that a listing or one of its items has exactly, else a part of a name. */
  readonly text?: string | null;
  /** Those that their marketplace has no more, and not the others. */
  readonly gone?: boolean;
}

/** Listings, those seen last first. */
export async function listListings(
  scope: OwnerScope,
  { account, platform, states, links, product, products, text, gone = false }: ListingFilter,
  page: { readonly limit: number; readonly before: ListingId | null },
): Promise<readonly StoredListing[]> {
  const conditions = [
    sql`g.owner_id = ${scope.owner}`,
    gone ? sql`g.gone_at is not null` : sql`g.gone_at is null`,
    page.before && sql`g.id < ${page.before}`,
    account && sql`g.account_id = ${account}`,
    platform && sql`g.platform = ${platform}`,
    product &&
      sql`(g.product_id = ${product} or g.id in (
      select t.listing_id from skus s join listing_links k on k.sku_id = s.id
      join listing_items t on t.id = k.listing_item_id where s.product_id = ${product}))`,
    products && sql`g.product_id = any(${products}::bigint[])`,
    text && (await matching(scope, text)),
  ];
  // An index gives only the listings of one state in order, so each that is wanted is looked through by itself.
  const newest = (more: readonly RawBuilder<unknown>[]) => sql`
    select g.* from listings g where ${allOf([...conditions, ...more])} order by g.id desc limit ${page.limit}`;
  const chosen = (states ?? [null]).flatMap((state) =>
    (links ?? [null]).map((link) => [
      ...(state === null ? [] : [sql`g.state = ${state}`]),
      ...(link === null ? [] : [sql`g.link_state = ${link}`]),
    ]),
  );
  const found = sql.join(
    chosen.map((more) => sql`(${newest(more)})`),
    sql` union all `,
  );
  return selectListings(scope, sql`select f.* from (${found}) f order by f.id desc limit ${page.limit}`);
}

/** One listing. */
export async function findListing(scope: OwnerScope, id: ListingId): Promise<StoredListing | undefined> {
  const [found] = await selectListings(
    scope,
    sql`select g.* from listings g where g.owner_id = ${scope.owner} and g.id = ${id}`,
  );
  return found;
}

/** The listings that have exactly this number or code, which is quick to find, else those whose name has this part. */
async function matching(scope: OwnerScope, text: string): Promise<RawBuilder<unknown>> {
  const { rows } = await sql<{ id: number }>`
    select g.id from accounts a join listings g on g.account_id = a.id and g.native_listing_id = ${text}
      where a.owner_id = ${scope.owner}
    union select t.listing_id from accounts a
      join listing_items t on t.account_id = a.id and t.native_item_id = ${text} where a.owner_id = ${scope.owner}
    union select listing_id from listing_items where owner_id = ${scope.owner} and seller_sku = ${text}
    limit 1000`.execute(scope.trx);
  if (rows.length > 0) return sql`g.id = any(${rows.map(({ id }) => id)}::bigint[])`;
  const pattern = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  return sql`(g.name ilike ${pattern} or g.seller_code ilike ${pattern})`;
}

interface ListingRow {
  readonly id: number;
  readonly account_id: number;
  readonly platform: string;
  readonly native_listing_id: string | null;
  readonly product_id: number | null;
  readonly name: string;
  readonly seller_code: string | null;
  readonly state: ListingState | null;
  readonly state_known: boolean;
  readonly native_status: string;
  readonly review_text: string | null;
  readonly native_category_id: string | null;
  readonly price: number | null;
  readonly currency: string;
  readonly url: string | null;
  readonly image_url: string | null;
  readonly paused_because: string | null;
  readonly link_state: LinkState;
  readonly items: number;
  readonly linked_items: number;
  readonly shown: number | null;
  readonly drifting: number;
  readonly first_seen_at: Date;
  readonly changed_at: Date;
  readonly gone_at: Date | null;
}

async function selectListings(
  scope: OwnerScope,
  chosen: RawBuilder<unknown>,
): Promise<readonly StoredListing[]> {
  const { rows } = await sql<ListingRow>`
    select g.id, g.account_id, g.platform, g.native_listing_id, g.product_id, g.name, g.seller_code, g.state,
      g.state_known, g.native_status, g.review_text, g.native_category_id, g.price, g.currency, g.url, g.image_url,
      g.paused_because, g.link_state, g.first_seen_at, g.changed_at, g.gone_at, counted.items, counted.linked_items,
      counted.shown, counted.drifting
    from (${chosen}) g
    cross join lateral (
      -- One option in two places of a marketplace (Gmarket and Auction) is one thing to sell.
      select coalesce(sum(o.items), 0)::bigint as items, coalesce(sum(o.linked_items), 0)::bigint as linked_items,
        sum(o.shown)::bigint as shown, coalesce(sum(o.drifting), 0)::bigint as drifting
      from (
        select count(*) as items, count(*) filter (where t.linked) as linked_items,
          max(case when c.told and t.drift_at is null then t.wanted_quantity else t.quantity end) as shown,
          count(*) filter (where t.drift_at is not null) as drifting
        from listing_items t
        -- What the marketplace has taken since it was read.
        left join lateral (
          select c.state = 'done' and c.finished_at > coalesce(t.read_at, '-infinity') as told from commands c
          where c.owner_id = ${scope.owner} and c.account_id = t.account_id
            and c.queue = 'set_stock|' || t.native_item_id and c.state not in ('canceled', 'superseded')
          order by c.id desc limit 1) c on t.wanted_quantity is not null
        where t.listing_id = g.id and t.gone_at is null group by t.option_values) o) counted
    order by g.id desc`.execute(scope.trx);
  return rows.map((row) => ({
    id: listingId(row.id),
    account: accountId(row.account_id),
    platform: row.platform,
    nativeListingId: row.native_listing_id,
    product: row.product_id === null ? null : productId(row.product_id),
    name: row.name,
    sellerCode: row.seller_code,
    state: row.state,
    stateKnown: row.state_known,
    nativeStatus: row.native_status,
    reviewText: row.review_text,
    nativeCategoryId: row.native_category_id,
    price: row.price,
    currency: row.currency,
    url: row.url,
    imageUrl: row.image_url,
    pausedBecause: row.paused_because,
    linkState: row.link_state,
    items: row.items,
    linkedItems: row.linked_items,
    shown: row.shown,
    drifting: row.drifting,
    firstSeenAt: row.first_seen_at,
    changedAt: row.changed_at,
    goneAt: row.gone_at,
  }));
}
