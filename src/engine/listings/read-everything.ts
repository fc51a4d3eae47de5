import type { OwnerId, RunId } from '../../domain/ids.ts';
import type { CatalogDesk, ListingBatch } from '../../marketplaces/kit/catalog.ts';
import { MarketplaceError } from '../../marketplaces/kit/trouble.ts';
import {
  endWholeReading,
  findWholeReading,
  noteGone,
  noteWholeReading,
  unshownListings,
  type WholeReading,
} from '../../store/listings/whole-reading.ts';
import { asOwner } from '../../store/scope.ts';
import { noteNewListings } from '../../store/statistics.ts';
import { addCounts } from '../../store/sync-runs.ts';
import type { Hub } from '../hub.ts';
import type { OpenedShop } from '../open-shop.ts';
import { gather } from '../pull/gather.ts';
import { RunCanceled } from '../pull/hear-cancel.ts';
import { writeListings } from './write-listings.ts';

/** Listings written in one transaction at the most, and read ahead of it. Small pages wait for each other: nobody waits for them. */
const GROUP = { maxItems: 500, lingerMs: 250 };
/** Listings read by their numbers at once. */
const MISSING_AT_ONCE = 20;
/** What a reading showed longer ago than this says nothing about what is there now. */
const LONGEST_READING_MS = 86_400_000;

/**
 * Reads every listing of a shop, or goes on with the reading that was interrupted. Each group of listings is written with
 * the cursor behind it and the run's counts in one transaction. What the list did not show is then read by its number,
 * since a list that leaves something out does not say that it is gone. Throws MarketplaceError, and RunCanceled when
 * somebody asked it to stop.
 */
export async function readEverything(
  hub: Hub,
  owner: OwnerId,
  opened: OpenedShop,
  run: RunId,
  leave: AbortSignal,
): Promise<void> {
  const desk = opened.shop.catalog;
  if (desk === undefined) throw new MarketplaceError({ reason: 'not_offered', operation: 'listings' });
  const task: Task = { hub, owner, opened, desk, run, leave };
  const begun = await beginReading(task);
  await readUnshown(task, begun.missingAfter === null ? await readList(task, begun) : begun);
}

interface Task {
  readonly hub: Hub;
  readonly owner: OwnerId;
  readonly opened: OpenedShop;
  readonly desk: CatalogDesk;
  readonly run: RunId;
  readonly leave: AbortSignal;
}

function beginReading({ hub, owner, opened: { account } }: Task): Promise<WholeReading> {
  return asOwner(hub.db, owner, async (scope) => {
    const known = await findWholeReading(scope, account.id);
    const now = hub.clock();
    const fresh = known !== null && now.getTime() - known.begunAt.getTime() < LONGEST_READING_MS;
    if (fresh && known.edition === account.edition) return known;
    await endWholeReading(scope, account.id);
    const reading = { edition: account.edition, begunAt: now, cursor: null, done: 0, missingAfter: null };
    await noteWholeReading(scope, account.id, reading, []);
    return reading;
  });
}

async function readList(task: Task, begun: WholeReading): Promise<WholeReading> {
  let reading = begun;
  const { desk, leave } = task;
  for await (const group of gather(desk.listings({ cursor: reading.cursor }), GROUP)) {
    leave.throwIfAborted();
    const isFirst = reading.done === 0;
    const written = await writeGroup(task, reading, group);
    reading = written.reading;
    // Once it is known what this shop is like, the planner reckons with its growth by itself.
    if (isFirst && written.isNewShop) await noteNewListings(task.hub.db);
  }
  return reading.missingAfter === null ? { ...reading, missingAfter: 0 } : reading;
}

async function writeGroup(
  { hub, owner, opened: { account }, run }: Task,
  before: WholeReading,
  group: readonly [ListingBatch, ...ListingBatch[]],
): Promise<{ readonly reading: WholeReading; readonly isNewShop: boolean }> {
  const reads = group.flatMap(({ items }) => items);
  const last = group.at(-1) ?? group[0];
  const done = before.done + reads.length;
  const after: WholeReading = {
    ...before,
    cursor: last.cursor,
    done,
    missingAfter: last.cursor === null ? 0 : null,
  };
  const { canceled, created } = await asOwner(hub.db, owner, async (scope) => {
    const { listings, ...counts } = await writeListings(scope, hub, account, reads, run);
    await noteWholeReading(scope, account.id, after, listings);
    const windows = last.total === null ? null : { done, total: Math.max(done, last.total) };
    const told = await addCounts(scope, run, counts, { feed: 'listings', windows });
    return { ...told, created: counts.created };
  });
  if (canceled) throw new RunCanceled();
  return { reading: after, isNewShop: created > reads.length / 2 };
}

/** Reads by number what the list did not show, and ends the reading. */
async function readUnshown(
  { hub, owner, opened: { account }, desk, run, leave }: Task,
  listed: WholeReading,
): Promise<void> {
  let reading = listed;
  for (;;) {
    const unshown = await asOwner(hub.db, owner, (scope) =>
      unshownListings(scope, account.id, reading, MISSING_AT_ONCE),
    );
    const last = unshown.at(-1);
    if (last === undefined) break;
    leave.throwIfAborted();
    const { reads, missing } = await desk.read(unshown.map(({ nativeListingId }) => nativeListingId));
    reading = { ...reading, missingAfter: last.id };
    const gone = missing.map(({ nativeListingId }) => nativeListingId);
    await asOwner(hub.db, owner, async (scope) =>
      addCounts(scope, run, await writeListings(scope, hub, account, reads, run)),
    );
    // Apart from the others: listings are held in the order of their ids, once in a transaction.
    const { canceled } = await asOwner(hub.db, owner, async (scope) => {
      const updated = await noteGone(scope, account.id, gone);
      await noteWholeReading(scope, account.id, reading, []);
      return addCounts(scope, run, { created: 0, updated, unchanged: 0, failed: 0 });
    });
    if (canceled) throw new RunCanceled();
  }
  await asOwner(hub.db, owner, (scope) => endWholeReading(scope, account.id));
}
