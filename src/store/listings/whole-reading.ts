import { sql } from 'kysely';
import { z } from 'zod';
import type { AccountId, ListingId } from '../../domain/ids.ts';
import { readCursor, writeCursor } from '../cursors.ts';
import type { OwnerScope } from '../scope.ts';

const FEED = 'listings';

const stored = z.object({
  edition: z.string(),
  begun_at: z.coerce.date(),
  cursor: z.string().nullable(),
  done: z.int(),
  missing_after: z.int().nullable(),
});

/** A reading of all listings of a shop that is under way, whatever process works on it. */
export interface WholeReading {
  /** Cursors of another edition cannot be read. */
  readonly edition: string;
  readonly begunAt: Date;
  /** Where the list goes on; null at its beginning. */
  readonly cursor: string | null;
  /** How many listings it has shown. */
  readonly done: number;
  /**
   * Null while the list is read. Then what it did not show is read by its number, and this is the last listing of them
   * that was.
   */
  readonly missingAfter: number | null;
}

/** The reading under way; null where the next one begins anew. */
export async function findWholeReading(scope: OwnerScope, account: AccountId): Promise<WholeReading | null> {
  const text = await readCursor(scope, account, FEED);
  if (text === null) return null;
  const { edition, begun_at, cursor, done, missing_after } = stored.parse(JSON.parse(text));
  return { edition, begunAt: begun_at, cursor, done, missingAfter: missing_after };
}

/** Notes how far the reading is; call it in the transaction that writes what it has shown (law 1). */
export async function noteWholeReading(
  scope: OwnerScope,
  account: AccountId,
  { edition, begunAt, cursor, done, missingAfter }: WholeReading,
  shown: readonly ListingId[],
): Promise<void> {
  const text = JSON.stringify({ edition, begun_at: begunAt, cursor, done, missing_after: missingAfter });
  await writeCursor(scope, account, FEED, text);
  if (shown.length === 0) return;
  await sql`
    insert into listing_reads (owner_id, account_id, listing_ids)
    values (${scope.owner}, ${account}, ${[...shown]}::bigint[])`.execute(scope.trx);
}

/** Ends the reading, whether it is over or given up: the next one begins anew. */
export async function endWholeReading({ owner, trx }: OwnerScope, account: AccountId): Promise<void> {
  await sql`
    delete from feed_cursors where owner_id = ${owner} and account_id = ${account} and feed = ${FEED}`.execute(
    trx,
  );
  await sql`delete from listing_reads where owner_id = ${owner} and account_id = ${account}`.execute(trx);
}

export interface UnshownListing {
  readonly id: number;
  readonly nativeListingId: string;
}

/** Listings that the reading did not show, by their ids. That does not say that they are gone. */
export async function unshownListings(
  { owner, trx }: OwnerScope,
  account: AccountId,
  { missingAfter }: Pick<WholeReading, 'missingAfter'>,
  limit: number,
): Promise<readonly UnshownListing[]> {
  const { rows } = await sql<{ id: number; native_listing_id: string }>`
    select g.id, g.native_listing_id from listings g
    where g.owner_id = ${owner} and g.account_id = ${account} and g.native_listing_id is not null
      and g.gone_at is null and g.id > ${missingAfter ?? 0}
      and g.id not in (
        select unnest(r.listing_ids) from listing_reads r where r.owner_id = ${owner} and r.account_id = ${account})
    order by g.id limit ${limit}`.execute(trx);
  return rows.map((row) => ({ id: row.id, nativeListingId: row.native_listing_id }));
}

/**
 * Notes that the marketplace says it has no such listings any more, nor what could be bought of them. Answers how many
 * were not known to be gone.
 */
export async function noteGone(
  { owner, trx }: OwnerScope,
  account: AccountId,
  nativeListingIds: readonly string[],
): Promise<number> {
  if (nativeListingIds.length === 0) return 0;
  await sql`
    select from listings where owner_id = ${owner} and account_id = ${account}
      and native_listing_id = any(${[...nativeListingIds]}::text[]) order by id for update`.execute(trx);
  const { rows } = await sql<{ gone: number }>`
    with gone as (
      update listings set gone_at = now(), changed_at = now()
      where owner_id = ${owner} and account_id = ${account} and gone_at is null
        and native_listing_id = any(${[...nativeListingIds]}::text[])
      returning id),
    items as (
      update listing_items t set gone_at = now(), on_sale = false from gone
      where t.listing_id = gone.id and t.gone_at is null)
    select count(*) as gone from gone`.execute(trx);
  return rows[0]?.gone ?? 0;
}
