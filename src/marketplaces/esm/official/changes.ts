import type { Batch, Cursor, OrderRead } from '../../kit/shop.ts';
import { MarketplaceError } from '../../kit/trouble.ts';
import { windowTally } from '../../kit/windows.ts';
import type { Site } from '../site.ts';
import type { Ask } from './calls.ts';
import { type ClaimLists, claimLists } from './claim-lists.ts';
import { afterPage, dueSweep, type Feed, feedsOf, type Sweep, windowOf, windowsIn } from './feeds.ts';
import { type Memory, readCursor, withSweep, withSwept, writeCursor } from './progress.ts';
import { type FeedPage, readFeedPage } from './read-feed.ts';

interface Reading {
  readonly ask: Ask;
  readonly clock: () => Date;
  readonly lists: ClaimLists;
  readonly tally: ReturnType<typeof windowTally>;
}

/** Reads every feed that is due, page by page; each batch's cursor goes on right after its page. */
export async function* changes(
  ask: Ask,
  sites: readonly Site[],
  clock: () => Date,
  from: { readonly cursor: Cursor | null; readonly since: Date },
): AsyncGenerator<Batch<OrderRead>> {
  let memory = readCursor(from.cursor, from.since);
  const reading = { ask, clock, lists: claimLists(ask, memory.siteTypes), tally: windowTally() };
  const feeds = feedsOf(sites);
  for (const [nth, feed] of feeds.entries()) {
    const begun = memory.feeds[feed.name]?.sweep ?? null;
    if (begun !== null) memory = yield* finish(reading, memory, feed, begun, feeds.slice(nth));
    const due = dueSweep(feed, memory.feeds, memory.since, clock());
    if (due !== null) memory = yield* finish(reading, memory, feed, due, feeds.slice(nth + 1));
  }
}

/** Reads a sweep to its end and gives the memory with it done. `next` are the feeds that the run comes to after it. */
async function* finish(
  reading: Reading,
  memory: Memory,
  feed: Feed,
  begun: Sweep,
  next: readonly Feed[],
): AsyncGenerator<Batch<OrderRead>, Memory> {
  const { clock, lists, tally } = reading;
  const swept = withSwept(memory, feed, begun);
  let met = new Set<string>();
  for (let sweep = begun; ; ) {
    const { page, at } = await readAt(reading, feed, sweep, met, sweep === begun);
    const left = afterPage(feed, at, page.more);
    const after = {
      ...(left === null ? swept : withSweep(memory, feed, left)),
      siteTypes: { ...lists.known },
    };
    const ahead = (left === null ? 0 : windowsIn(feed, left)) + windowsAhead(next, swept, clock());
    yield {
      feed: feed.name,
      items: page.reads,
      cursor: writeCursor(after),
      windows: tally(!page.more, ahead),
    };
    if (left === null) return after;
    if (!page.more) met = new Set();
    sweep = left;
  }
}

/** A page from an earlier run may be gone with its list; then its window begins again. */
async function readAt(
  { ask, lists }: Reading,
  feed: Feed,
  sweep: Sweep,
  met: Set<string>,
  fromEarlierRun: boolean,
): Promise<{ readonly page: FeedPage; readonly at: Sweep }> {
  const window = windowOf(feed, sweep);
  try {
    return { page: await readFeedPage(ask, lists, feed, window, sweep.page, met), at: sweep };
  } catch (error) {
    const refused = error instanceof MarketplaceError && error.reason === 'refused';
    if (!refused || !fromEarlierRun || sweep.page === 1) throw error;
    return {
      page: await readFeedPage(ask, lists, feed, window, 1, met),
      at: { ...sweep, page: 1 },
    };
  }
}

/** How many windows a run that comes to these feeds now reads of them: those that were begun, and those that are due. */
export function windowsAhead(feeds: readonly Feed[], memory: Memory, now: Date): number {
  let ahead = 0;
  let then = memory;
  for (const feed of feeds) {
    const begun = then.feeds[feed.name]?.sweep ?? null;
    if (begun !== null) {
      ahead += windowsIn(feed, begun);
      then = withSwept(then, feed, begun);
    }
    const due = dueSweep(feed, then.feeds, then.since, now);
    if (due === null) continue;
    ahead += windowsIn(feed, due);
    then = withSwept(then, feed, due);
  }
  return ahead;
}
