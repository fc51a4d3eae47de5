import type { Cursor } from '../cursor.ts';
import type { Batch, OrderRead } from '../shop.ts';
import { MarketplaceError } from '../trouble.ts';
import { type Window, windowTally } from '../windows.ts';
import { dueSweep } from './due.ts';
import { GRAIN_MS, type SweptFeed } from './feed.ts';
import { tooFull } from './halves.ts';
import { type Memory, type Notes, readCursor, withSweep, withSwept, writeCursor } from './memory.ts';
import { goingRound } from './pages.ts';
import { afterPage, narrowed, type Sweep, windowOf, windowsIn } from './sweep.ts';
import { windowsAhead } from './windows-ahead.ts';

/** One page of a window, read and translated. */
export interface SweepPage {
  readonly items: readonly OrderRead[];
  /** The window's next page, null after its last one and never empty. The number of rows says nothing about it. */
  readonly next: string | null;
  /** True where the window holds more than its list shows; what is here is left, and narrower windows are read. */
  readonly isCut?: boolean;
  /** The notes from here on, where this page changed them. */
  readonly notes?: Notes;
}

/** What was known before a page is read. */
export interface Known {
  readonly notes: Notes;
  /** The reader's own, to know rows of the window's earlier pages by; a run that goes on within a window lacks them. */
  readonly met: Set<string>;
}

/** The lists of one edition, in the order in which they are read, and how a page of one is read. */
export interface FeedReader<Feed extends SweptFeed> {
  readonly feeds: readonly Feed[];
  readonly clock: () => Date;
  /** Reads one page of a window; '' is the first one. Throws MarketplaceError. */
  readonly read: (feed: Feed, window: Window, page: string, known: Known) => Promise<SweepPage>;
}

interface Walk<Feed extends SweptFeed> extends FeedReader<Feed> {
  readonly tally: ReturnType<typeof windowTally>;
}

/**
 * Reads every feed that is due, page by page; each batch's cursor goes on right after its page. Throws what the reader
 * throws, `goingRound` where pages lead back, and `tooFull` where the narrowest window was cut.
 */
export async function* sweepFeeds<Feed extends SweptFeed>(
  reader: FeedReader<Feed>,
  from: { readonly cursor: Cursor | null; readonly since: Date },
): AsyncGenerator<Batch<OrderRead>> {
  const walk = { ...reader, tally: windowTally() };
  const { feeds, clock } = reader;
  let memory = readCursor(from.cursor, from.since);
  for (const [nth, feed] of feeds.entries()) {
    const begun = memory.feeds[feed.name]?.sweep ?? null;
    if (begun !== null) memory = yield* finish(walk, memory, feed, begun, feeds.slice(nth));
    const due = dueSweep(feed, memory.feeds, memory.since, clock());
    if (due !== null) memory = yield* finish(walk, memory, feed, due, feeds.slice(nth + 1));
  }
}

/** Reads a sweep to its end and gives the memory with it done. `next` are the feeds that the run comes to after it. */
async function* finish<Feed extends SweptFeed>(
  walk: Walk<Feed>,
  before: Memory,
  feed: Feed,
  begun: Sweep,
  next: readonly Feed[],
): AsyncGenerator<Batch<OrderRead>, Memory> {
  const sofar = nothingMet();
  let memory = before;
  for (let sweep = begun; ; ) {
    const { at, page } = await readUncut(walk, feed, sweep, memory.notes, sofar);
    memory = { ...memory, notes: page.notes ?? memory.notes };
    const loops = page.next !== null && sofar.pages.has(page.next);
    // A list that goes round is left at the start of its window, so that the next run can do better.
    const left = afterPage(feed, at, loops ? '' : page.next);
    const swept = withSwept(memory, feed, begun);
    const after = left === null ? swept : withSweep(memory, feed, left);
    const ahead = (left === null ? 0 : windowsIn(feed, left)) + windowsAhead(next, swept, walk.clock());
    yield {
      feed: feed.name,
      items: page.items,
      cursor: writeCursor(after),
      windows: walk.tally(page.next === null, ahead),
    };
    if (left === null) return after;
    if (loops) throw goingRound(feed.operation, page.next);
    if (page.next === null) forget(sofar);
    sweep = left;
  }
}

/** What this run has met of the window it is in. */
interface Met {
  readonly pages: Set<string>;
  readonly rows: Set<string>;
}

const nothingMet = (): Met => ({ pages: new Set(), rows: new Set() });

function forget({ pages, rows }: Met): void {
  pages.clear();
  rows.clear();
}

interface PageAt {
  readonly at: Sweep;
  readonly page: SweepPage;
}

/** A list that was cut says nothing of what it left out, so its window is halved until it holds all. */
async function readUncut<Feed extends SweptFeed>(
  walk: Walk<Feed>,
  feed: Feed,
  sweep: Sweep,
  notes: Notes,
  sofar: Met,
): Promise<PageAt> {
  for (let from = sweep; ; ) {
    const { at, page } = await readAlive(walk, feed, from, notes, sofar);
    sofar.pages.add(at.page);
    if (page.isCut !== true) return { at, page };
    forget(sofar);
    const narrower = narrowed(feed, at, GRAIN_MS[feed.grain]);
    if (narrower === null) throw tooFull(feed.operation);
    from = narrower;
  }
}

/** A page that an earlier run came to may have died with its list; then its window begins again. */
async function readAlive<Feed extends SweptFeed>(
  { read }: Walk<Feed>,
  feed: Feed,
  sweep: Sweep,
  notes: Notes,
  { pages, rows }: Met,
): Promise<PageAt> {
  const window = windowOf(feed, sweep);
  const known = { notes, met: rows };
  try {
    return { at: sweep, page: await read(feed, window, sweep.page, known) };
  } catch (error) {
    const refused = error instanceof MarketplaceError && error.reason === 'refused';
    const fromEarlierRun = sweep.page !== '' && pages.size === 0;
    if (!refused || !fromEarlierRun) throw error;
    return { at: { ...sweep, page: '' }, page: await read(feed, window, '', known) };
  }
}
