import { sql } from 'kysely';
import {
  type AccountId,
  accountId,
  type ListingId,
  listingId,
  type ProductId,
  productId,
} from '../../domain/ids.ts';
import type { ListingChoices, ListingOverrides } from '../../domain/listing-choices.ts';
import type { OwnerScope } from '../scope.ts';
import { sqlJson } from '../sql-json.ts';
import type { Pair } from './targets.ts';

/** A product and a shop, with the listing there that publishing is to be about. */
export interface PublishedPair extends Pair {
  /** Null for the one that is waiting to be made, which is added where it lacks. */
  readonly listing: ListingId | null;
}

/**
 * Says of each pair which listing publishing is about: no other one of the product in the shop from then on. Where there
 * is none, one is added that waits for its number, with what was chosen for the last one that is gone. Answers the
 * listings in the order given.
 */
export async function holdListings(
  { owner, trx }: OwnerScope,
  pairs: readonly PublishedPair[],
): Promise<readonly ListingId[]> {
  if (pairs.length === 0) return [];
  const rows = pairs.map(({ account, product, listing }, nth) => ({
    account_id: account,
    product_id: product,
    listing_id: listing,
    nth,
  }));
  const wanted = sql`json_to_recordset(${sqlJson(rows)}::json)
    as x(account_id bigint, product_id bigint, listing_id bigint, nth integer)`;
  // Looked up product by product: the planner would read all of the owner's listings for a few.
  const { rows: there } = await sql<{ id: number }>`
    select g.id from listings g where g.owner_id = ${owner} and g.id = any(array(
      select mine.id from ${wanted}
      cross join lateral (
        select id from listings where product_id = x.product_id and account_id = x.account_id offset 0) mine))
    order by g.id for update`.execute(trx);
  await sql`
    insert into listings (owner_id, account_id, platform, product_id, name, seller_code, state_known, native_status,
      currency, publishes, choices, overrides)
    select ${owner}, x.account_id, a.platform, p.id, p.name, p.seller_code, true, '', p.currency, true,
      coalesce(last.choices, '{}'), coalesce(last.overrides, '{}')
    from ${wanted}
    join accounts a on a.id = x.account_id and a.owner_id = ${owner}
    join products p on p.id = x.product_id and p.owner_id = ${owner}
    left join lateral (
      select g.choices, g.overrides from listings g
      where g.account_id = x.account_id and g.product_id = x.product_id and g.publishes
      order by g.id desc limit 1) last on true
    where x.listing_id is null
    order by x.nth
    on conflict (account_id, product_id) where native_listing_id is null and product_id is not null
      do update set publishes = true`.execute(trx);
  const { rows: held } = await sql<{ id: number }>`
    select coalesce(x.listing_id, g.id) as id from ${wanted}
    left join listings g on g.owner_id = ${owner} and x.listing_id is null and g.account_id = x.account_id
      and g.product_id = x.product_id and g.native_listing_id is null
    order by x.nth`.execute(trx);
  const ids = held.map(({ id }) => id);
  await sql`
    update listings g set publishes = g.id = any(${ids}::bigint[])
    where g.owner_id = ${owner} and g.id = any(${[...ids, ...there.map(({ id }) => id)]}::bigint[])
      and g.publishes <> (g.id = any(${ids}::bigint[]))`.execute(trx);
  return ids.map(listingId);
}

/** Notes what was chosen for a listing, and what is said otherwise there. */
export async function writeChoices(
  { owner, trx }: OwnerScope,
  listing: ListingId,
  choices: ListingChoices,
  overrides: ListingOverrides,
): Promise<void> {
  await sql`
    update listings set choices = ${sqlJson(choices)}::jsonb, overrides = ${sqlJson(overrides)}::jsonb
    where owner_id = ${owner} and id = ${listing}`.execute(trx);
}

/**
 * Forgets what was chosen for a product in a shop. What is on sale there stays. False where nothing was. Rows are taken in
 * the order of whoever publishes: the publication, the listings, their commands.
 */
export async function forgetChoices(
  { owner, trx }: OwnerScope,
  product: ProductId,
  account: AccountId,
): Promise<boolean> {
  await sql`
    delete from publications where owner_id = ${owner} and product_id = ${product} and account_id = ${account}`.execute(
    trx,
  );
  await sql`
    select from listings where owner_id = ${owner} and product_id = ${product} and account_id = ${account}
    order by id for update`.execute(trx);
  // What is about to leave has left, or stays, by the time that it is judged.
  await sql`
    select from commands c join listings g on g.id = c.listing_id
    where g.owner_id = ${owner} and g.product_id = ${product} and g.account_id = ${account}
      and g.native_listing_id is null
    order by c.id for update of c`.execute(trx);
  const { rows } = await sql`
    update listings set publishes = false, choices = '{}', overrides = '{}'
    where owner_id = ${owner} and product_id = ${product} and account_id = ${account} and publishes
    returning id`.execute(trx);
  // One on its way to the marketplace may be there already.
  await sql`
    delete from listings g
    where g.owner_id = ${owner} and g.product_id = ${product} and g.account_id = ${account}
      and g.native_listing_id is null and not exists (
        select from commands c where c.listing_id = g.id
          and c.state in ('sending', 'unknown', 'dead'))`.execute(trx);
  return rows.length > 0;
}

/** Every product in every shop that publishing has been asked for or prepared, among these shops. */
export async function publishedPairs(
  { owner, trx }: OwnerScope,
  accounts: readonly AccountId[],
): Promise<readonly Pair[]> {
  // `is true` has the products read once and hashed: joined, without statistics, all of them are gone through for each.
  const { rows } = await sql<{ account: number; product: number }>`
    select distinct g.account_id as account, g.product_id as product
    from listings g
    where g.owner_id = ${owner} and g.publishes and g.gone_at is null
      and g.account_id = any(${[...accounts]}::bigint[])
      and (g.product_id in (
        select p.id from products p where p.owner_id = ${owner} and p.deleted_at is null)) is true
    order by 2, 1`.execute(trx);
  return rows.map(({ account, product }) => ({ account: accountId(account), product: productId(product) }));
}
