import type { Batch, Cursor, OrderRead } from '../kit/shop.ts';
import { MarketplaceError } from '../kit/trouble.ts';
import { type Window, windowTally } from '../kit/windows.ts';
import { type Memory, readCursor, withSweep, withSwept, writeCursor } from './progress.ts';
import { afterPage, dueSweep, type Sweep, type SweptFeed, windowOf, windowsIn } from './sweeps.ts';

/** One page of a feed's window. */
export interface FeedPage {
  readonly reads: readonly OrderRead[];
  /** Whether another page of the same window may hold more. */
  readonly more: boolean;
}

/** How an edition reads its feeds. */
export interface FeedReader<Feed extends SweptFeed> {
  readonly feeds: readonly Feed[];
  /** Reads one page. `met` is the reader's own, to know rows of the window's earlier pages by. */
  page(feed: Feed, window: Window, page: number, met: Set<string>): Promise<FeedPage>;
  /** What was found out on the way, to be remembered with the cursor. */
  learnt(): Readonly<Record<string, number>>;
}

interface Walk<Feed extends SweptFeed> {
  readonly reader: FeedReader<Feed>;
  readonly clock: () => Date;
  readonly tally: ReturnType<typeof windowTally>;
}

/** Reads every feed that is due, page by page; each batch's cursor goes on right after its page. */
export async function* walkFeeds<Feed extends SweptFeed>(
  from: { readonly cursor: Cursor | null; readonly since: Date },
  clock: () => Date,
  open: (learnt: Readonly<Record<string, number>>) => FeedReader<Feed>,
): AsyncGenerator<Batch<OrderRead>> {
  let memory = readCursor(from.cursor, from.since);
  const walk = { reader: open(memory.learnt), clock, tally: windowTally() };
  const { feeds } = walk.reader;
  for (const [nth, feed] of feeds.entries()) {
    const begun = memory.feeds[feed.name]?.sweep ?? null;
    if (begun !== null) memory = yield* finish(walk, memory, feed, begun, feeds.slice(nth));
    const due = dueSweep(feed, memory.feeds, memory.since, clock());
    if (due !== null) memory = yield* finish(walk, memory, feed, due, feeds.slice(nth + 1));
  }
}

/** Reads a sweep to its end and gives the memory with it done. `next` are the feeds that the run comes to after it. */
async function* finish<Feed extends SweptFeed>(
  { reader, clock, tally }: Walk<Feed>,
  memory: Memory,
  feed: Feed,
  begun: Sweep,
  next: readonly Feed[],
): AsyncGenerator<Batch<OrderRead>, Memory> {
  const swept = withSwept(memory, feed, begun);
  let met = new Set<string>();
  for (let sweep = begun; ; ) {
    const { page, at } = await readAt(reader, feed, sweep, met, sweep === begun);
    const left = afterPage(feed, at, page.more);
    const known = left === null ? swept : withSweep(memory, feed, left);
    const after = { ...known, learnt: { ...reader.learnt() } };
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
async function readAt<Feed extends SweptFeed>(
  reader: FeedReader<Feed>,
  feed: Feed,
  sweep: Sweep,
  met: Set<string>,
  fromEarlierRun: boolean,
): Promise<{ readonly page: FeedPage; readonly at: Sweep }> {
  const window = windowOf(feed, sweep);
  try {
    return { page: await reader.page(feed, window, sweep.page, met), at: sweep };
  } catch (error) {
    const refused = error instanceof MarketplaceError && error.reason === 'refused';
    if (!refused || !fromEarlierRun || sweep.page === 1) throw error;
    return { page: await reader.page(feed, window, 1, met), at: { ...sweep, page: 1 } };
  }
}

/** How many windows a run that comes to these feeds now reads of them: those that were begun, and those that are due. */
export function windowsAhead(feeds: readonly SweptFeed[], memory: Memory, now: Date): number {
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
