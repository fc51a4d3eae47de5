import { sql } from 'kysely';
import type { AccountId, CommandId, ListingId } from '../../domain/ids.ts';
import type { ListingState } from '../../domain/listing.ts';
import type { FieldChange } from '../../marketplaces/kit/catalog.ts';
import { isForListing, type OpenCommand } from '../commands/command.ts';
import { recordEvents } from '../events.ts';
import type { OwnerScope } from '../scope.ts';
import { sqlJson } from '../sql-json.ts';

/** What a marketplace has taken of a command for a listing. */
export type AcceptedListing = AcceptedPublication | AcceptedSale;

export interface AcceptedPublication {
  readonly kind: 'publish';
  readonly command: CommandId;
  readonly listing: ListingId;
  readonly nativeListingId: string;
  /** Null where only a reading can tell. */
  readonly state: ListingState | null;
  readonly differences: readonly FieldChange[];
}

export interface AcceptedSale {
  readonly kind: 'set_sale';
  readonly command: CommandId;
  readonly listing: ListingId;
  readonly onSale: boolean;
}

/**
 * Writes what a marketplace has taken: a new listing gets its number, and every listing is read soon after. A reading of
 * the shop that was quicker has made a row of its own for the number: it becomes one with the one that was published.
 * The caller holds the listings.
 */
export async function applyAcceptedListings(
  scope: OwnerScope,
  account: AccountId,
  accepted: readonly AcceptedListing[],
): Promise<void> {
  if (accepted.length === 0) return;
  const published = accepted.filter((one) => one.kind === 'publish');
  await writeSales(
    scope,
    accepted.filter((one) => one.kind === 'set_sale'),
  );
  if (published.length === 0) return;
  await takeOverTwins(scope, account, published);
  await writePublished(scope, account, published);
}

/**
 * Holds the listings that commands are about, and those with the numbers that a marketplace gave. Whoever writes listings,
 * their items or commands takes them in this order, listings by their ids, so this comes before the commands are held.
 */
export async function holdCommandedListings(
  { owner, trx }: OwnerScope,
  account: AccountId,
  commands: readonly OpenCommand[],
  nativeListingIds: readonly string[],
): Promise<void> {
  const listings = commands.flatMap((command) => (isForListing(command) ? [command.listing.id] : []));
  if (listings.length === 0) return;
  await sql`
    select from listings where owner_id = ${owner} and id = any(array(
      select unnest(${listings}::bigint[]) union all
      select id from listings
      where account_id = ${account} and native_listing_id = any(${[...nativeListingIds]}::text[])))
    order by id for update`.execute(trx);
}

async function writeSales({ owner, trx }: OwnerScope, sales: readonly AcceptedSale[]): Promise<void> {
  if (sales.length === 0) return;
  await sql`
    update listings g set paused_because = case when x.on_sale then null else 'person' end,
      state = case when g.state not in ('on_sale', 'sold_out', 'paused') then g.state
        when x.on_sale then 'on_sale' else 'paused' end,
      changed_at = now(), follow_at = now(), followed_since = now()
    from json_to_recordset(${sqlJson(
      sales.map(({ listing, onSale }) => ({ id: listing, on_sale: onSale })),
    )}::json) as x(id bigint, on_sale boolean)
    where g.owner_id = ${owner} and g.id = x.id`.execute(trx);
}

async function takeOverTwins(
  { owner, trx }: OwnerScope,
  account: AccountId,
  published: readonly AcceptedPublication[],
): Promise<void> {
  const { rows } = await sql<{ own: number; twin: number }>`
    select x.id as own, t.id as twin
    from json_to_recordset(${sqlJson(
      published.map(({ listing, nativeListingId }) => ({ id: listing, native: nativeListingId })),
    )}::json) as x(id bigint, native text)
    join listings t on t.account_id = ${account} and t.native_listing_id = x.native and t.id <> x.id
    where t.owner_id = ${owner}`.execute(trx);
  if (rows.length === 0) return;
  const pairs = sql`json_to_recordset(${sqlJson(rows)}::json) as p(own bigint, twin bigint)`;
  await sql`
    update listing_items t set listing_id = p.own from ${pairs}
    where t.owner_id = ${owner} and t.listing_id = p.twin`.execute(trx);
  await sql`
    update commands c set listing_id = p.own from ${pairs}
    where c.owner_id = ${owner} and c.account_id = ${account} and c.listing_id = p.twin`.execute(trx);
  await sql`
    delete from listings where owner_id = ${owner} and id = any(${rows.map(({ twin }) => twin)}::bigint[])`.execute(
    trx,
  );
}

async function writePublished(
  scope: OwnerScope,
  account: AccountId,
  published: readonly AcceptedPublication[],
): Promise<void> {
  const told = published.map(({ command, listing, nativeListingId, state, differences }) => ({
    id: listing,
    command_id: command,
    native: nativeListingId,
    state,
    differences,
  }));
  await sql`
    update commands c set differences = x.differences
    from json_to_recordset(${sqlJson(told)}::json) as x(command_id bigint, differences jsonb)
    where c.owner_id = ${scope.owner} and c.id = x.command_id`.execute(scope.trx);
  const { rows } = await sql<{
    id: number;
    product_id: number | null;
    native_listing_id: string;
    state: ListingState | null;
    created: boolean;
  }>`
    update listings g set native_listing_id = x.native, state = coalesce(x.state, g.state), state_known = true,
      published_by = x.command_id, published_at = now(), settled = false,
      reviewing = g.reviewing or coalesce(x.state = 'in_review', false), gone_at = null,
      changed_at = now(), follow_at = now(), followed_since = now()
    from json_to_recordset(${sqlJson(told)}::json) as x(id bigint, command_id bigint, native text, state text)
    join listings old on old.id = x.id
    where g.owner_id = ${scope.owner} and g.id = x.id
    returning g.id, g.product_id, g.native_listing_id, g.state, old.native_listing_id is null as created`.execute(
    scope.trx,
  );
  await recordEvents(
    scope,
    rows.map(({ id, product_id, native_listing_id, state, created }) => ({
      type: 'listing.published',
      account,
      data: { listing_id: id, account_id: account, product_id, native_listing_id, state, created },
    })),
  );
}
