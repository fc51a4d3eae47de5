import type { AccountId, ListingId, OwnerId } from '../../domain/ids.ts';
import type { ListingRead } from '../../marketplaces/kit/catalog.ts';
import { MarketplaceError } from '../../marketplaces/kit/trouble.ts';
import { findAccount } from '../../store/accounts.ts';
import { recordEvents } from '../../store/events.ts';
import { noteStockOfListings } from '../../store/inventory/changes.ts';
import {
  dueFollows,
  type FollowedListing,
  holdFollowed,
  nextFollowAt,
  noteFollowed,
  readStanding,
  type StandingListing,
} from '../../store/publish/follow.ts';
import { asOwner } from '../../store/scope.ts';
import { reachOf } from '../commands/retry.ts';
import type { Hub } from '../hub.ts';
import { writeListings } from '../listings/write-listings.ts';
import { type OpenedShop, openShop } from '../open-shop.ts';
import type { RereadOptions } from '../reread/reread-orders.ts';
import { reportTrouble } from '../trouble-report.ts';
import { followAgainMs, newsOf } from './follow-plan.ts';
import { settlePublished } from './settle-published.ts';

/** Listings of one call, and of one turn. */
const AT_ONCE = 20;
const PER_TURN = 200;
/** A marketplace that cannot be read is asked again after this long. */
const TROUBLE_WAIT_MS = 60_000;

/**
 * Reads listings again of which it is awaited what becomes of them: what was published a moment ago, what was taken off
 * sale or put back, and what is in review, ever more seldom. Answers when the next one is due, null for when woken. Never
 * throws for a marketplace's trouble.
 */
export async function followListings(
  hub: Hub,
  { owner, account: id }: { readonly owner: OwnerId; readonly account: AccountId },
  { signal, hard, fence }: RereadOptions = {},
): Promise<Date | null> {
  const account = await asOwner(hub.db, owner, (scope) => findAccount(scope, id));
  if (account === undefined || !account.enabled) return null;
  let opened: OpenedShop | undefined;
  let atOnce = AT_ONCE;
  for (let read = 0; read < PER_TURN && !signal?.aborted; ) {
    const due = await asOwner(hub.db, owner, (scope) => dueFollows(scope, id, atOnce));
    if (due.length === 0) break;
    try {
      opened ??= await openShop(hub, owner, account, 'fresh', hard, { fence, leaving: signal });
      await writeFollowed(hub, owner, opened, due, await readDue(opened, due));
      read += due.length;
    } catch (error) {
      if (signal?.aborted || hard?.aborted) break;
      if (!(error instanceof MarketplaceError)) throw error;
      hub.log.warn({ account: id, trouble: reportTrouble(error) }, 'reading published listings failed');
      if (opened === undefined || reachOf(error) !== null)
        return new Date(hub.clock().getTime() + TROUBLE_WAIT_MS);
      // One of them may be what breaks the call for the others: they are read one by one, and it waits for its next time.
      if (due.length === 1) await writeFollowed(hub, owner, opened, due, []);
      read += 1;
      atOnce = 1;
    }
  }
  return asOwner(hub.db, owner, (scope) => nextFollowAt(scope, id));
}

async function readDue(
  { shop }: OpenedShop,
  due: readonly FollowedListing[],
): Promise<readonly ListingRead[]> {
  if (shop.catalog === undefined)
    throw new MarketplaceError({ reason: 'not_offered', operation: 'catalog.read' });
  return (await shop.catalog.read(due.map(({ nativeListingId }) => nativeListingId))).reads;
}

/** Writes what was read of listings that are followed, and when each is read again. */
async function writeFollowed(
  hub: Hub,
  owner: OwnerId,
  opened: OpenedShop,
  due: readonly FollowedListing[],
  reads: readonly ListingRead[],
): Promise<void> {
  const { account } = opened;
  const numbers = new Set(
    reads.flatMap((read) => (read.kind === 'listing' ? [read.listing.nativeListingId] : [])),
  );
  await asOwner(hub.db, owner, (scope) => writeListings(scope, hub, account, reads, null));
  const ordered = await asOwner(hub.db, owner, async (scope) => {
    // What was published while they were being read is due again at once.
    const held = await holdFollowed(scope, due);
    const seen = due
      .filter(({ id, nativeListingId }) => held.includes(id) && numbers.has(nativeListingId))
      .map(({ id }) => id);
    const commands = await settlePublished(scope, opened, seen);
    const standing = await readStanding(scope, held);
    const looks = new Map(standing.map((one) => [one.id, nextLook(one, due, seen)]));
    // What changed while an item had no number could not be told.
    await noteStockOfListings(
      scope,
      seen.filter((listing) => looks.get(listing) === null),
    );
    await noteFollowed(
      scope,
      standing.map((one) => ({
        listing: one.id,
        inMs: looks.get(one.id) ?? null,
        reviewing:
          one.state === 'in_review' ||
          (one.reviewing && (!seen.includes(one.id) || one.state === null || one.state === 'draft')),
      })),
    );
    await recordEvents(
      scope,
      standing.filter(({ id }) => seen.includes(id)).flatMap((one) => newsOf(one, account.id) ?? []),
    );
    return commands;
  });
  if (ordered > 0) hub.nudges.emit('nudge', 'commands');
}

/** After how long a listing is looked at again; null when nothing more is awaited. */
function nextLook(
  { id, state, settled, isNumbered }: StandingListing,
  due: readonly FollowedListing[],
  seen: readonly ListingId[],
): number | null {
  // A marketplace may need some minutes to make a listing, which is a draft until then.
  const isDecided = state !== null && state !== 'in_review' && state !== 'draft';
  if (seen.includes(id) && settled && isNumbered && isDecided) return null;
  const followedMs = due.find((one) => one.id === id)?.followedMs ?? 0;
  return followAgainMs(followedMs, state === 'in_review');
}
