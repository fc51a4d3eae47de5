import type { Batch, Cursor, OrderRead } from '../shop.ts';
import { MarketplaceError } from '../trouble.ts';
import { type Window, windowTally } from '../windows.ts';
import { type Memory, type Notes, readCursor, withSweep, withSwept, writeCursor } from './memory.ts';
import {
  afterPage,
  halved,
  type Progress,
  type Sweep,
  type SweptFeed,
  windowOf,
  windowsIn,
} from './sweep.ts';

/** Where a reading stands. */
export interface Place {
  readonly window: Window;
  /** The page to read, as the list named it; empty for the first one. */
  readonly page: string;
  readonly notes: Notes;
  /** The reader's own, to know rows of the window's earlier pages by. */
  readonly met: Set<string>;
}

/** One page of a list, read and translated. */
export interface Part {
  readonly items: readonly OrderRead[];
  /** The next page of the window, empty at its end. The number of rows says nothing about it. */
  readonly next: string;
  /** True where the list was cut and does not say what it left out: then the window is halved, and the rows are let go. */
  readonly isCut?: boolean;
  /** The notes from here on, where this page changed them. */
  readonly notes?: Notes;
}

/** The lists of one edition, when each of them is due, and how a page of one is read. */
export interface Sweeping<Feed extends SweptFeed> {
  readonly feeds: readonly Feed[];
  readonly clock: () => Date;
  /** The sweep that a feed needs now, or null when its last one is still good. */
  readonly due: (feed: Feed, progress: Progress, since: Date, now: Date) => Sweep | null;
  readonly read: (feed: Feed, place: Place) => Promise<Part>;
}

type Walk<Feed extends SweptFeed> = Sweeping<Feed> & { readonly tally: ReturnType<typeof windowTally> };

/** The narrowest window there is: marketplaces name minutes at the finest. */
const GRAIN_MS = 60_000;

/** Reads every feed that is due, page by page; each batch's cursor goes on right after its page. */
export async function* sweepFeeds<Feed extends SweptFeed>(
  sweeping: Sweeping<Feed>,
  from: { readonly cursor: Cursor | null; readonly since: Date },
): AsyncGenerator<Batch<OrderRead>> {
  const walk = { ...sweeping, tally: windowTally() };
  const { feeds, due, clock } = walk;
  let memory = readCursor(from.cursor, from.since);
  for (const [nth, feed] of feeds.entries()) {
    const begun = memory.feeds[feed.name]?.sweep ?? null;
    if (begun !== null) memory = yield* finish(walk, memory, feed, begun, feeds.slice(nth));
    const fresh = due(feed, memory.feeds, memory.since, clock());
    if (fresh !== null) memory = yield* finish(walk, memory, feed, fresh, feeds.slice(nth + 1));
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
  const been = new Set<string>();
  let met = new Set<string>();
  let memory = before;
  for (let sweep = begun; ; ) {
    const { at, part } = await readUncut(walk, feed, sweep, {
      notes: memory.notes,
      met,
      isFromEarlierRun: sweep === begun,
    });
    memory = { ...memory, notes: part.notes ?? memory.notes };
    const swept = withSwept(memory, feed, begun);
    been.add(placeOf(at));
    const left = afterPage(at, part.next);
    const loops = left !== null && been.has(placeOf(left));
    const after = left === null ? swept : withSweep(memory, feed, loops ? { ...left, page: '' } : left);
    const ahead = (left === null ? 0 : windowsIn(left)) + windowsAhead(walk, next, swept);
    yield {
      feed: feed.name,
      items: part.items,
      cursor: writeCursor(after),
      windows: walk.tally(part.next === '', ahead),
    };
    if (left === null) return after;
    // Left at the start of its window, so that the next run can do better.
    if (loops) throw goingRound(feed.name, left.page);
    if (part.next === '') met = new Set();
    sweep = left;
  }
}

interface Before {
  readonly notes: Notes;
  readonly met: Set<string>;
  readonly isFromEarlierRun: boolean;
}

interface Read {
  readonly at: Sweep;
  readonly part: Part;
}

async function readUncut<Feed extends SweptFeed>(
  walk: Walk<Feed>,
  feed: Feed,
  sweep: Sweep,
  before: Before,
): Promise<Read> {
  for (let at = sweep; ; ) {
    const read = await readAt(walk, feed, at, before);
    if (read.part.isCut !== true) return read;
    const narrower = halved(read.at, GRAIN_MS);
    if (narrower === null) throw tooFull(feed.name);
    at = narrower;
  }
}

/** A page from an earlier run may be gone with its list; then its window begins again. */
async function readAt<Feed extends SweptFeed>(
  { read }: Walk<Feed>,
  feed: Feed,
  at: Sweep,
  { notes, met, isFromEarlierRun }: Before,
): Promise<Read> {
  const place = { window: windowOf(at), page: at.page, notes, met };
  try {
    return { part: await read(feed, place), at };
  } catch (error) {
    const refused = error instanceof MarketplaceError && error.reason === 'refused';
    if (!refused || !isFromEarlierRun || at.page === '') throw error;
    return { part: await read(feed, { ...place, page: '' }), at: { ...at, page: '' } };
  }
}

function placeOf({ from, page }: Sweep): string {
  return `${from} ${page}`;
}

/**
 * How many windows a run that comes to these feeds now reads of them, in this order: those of sweeps that were begun,
 * and of sweeps that are due. A feed that becomes due on the way is not foreseen.
 */
function windowsAhead<Feed extends SweptFeed>(
  { due, clock }: Walk<Feed>,
  feeds: readonly Feed[],
  memory: Memory,
): number {
  let ahead = 0;
  let then = memory;
  for (const feed of feeds) {
    const begun = then.feeds[feed.name]?.sweep ?? null;
    if (begun !== null) {
      ahead += windowsIn(begun);
      then = withSwept(then, feed, begun);
    }
    const fresh = due(feed, then.feeds, then.since, clock());
    if (fresh === null) continue;
    ahead += windowsIn(fresh);
    then = withSwept(then, feed, fresh);
  }
  return ahead;
}

/** A list whose pages lead back to one that was read: going on would never end. */
export function goingRound(list: string, page: string): MarketplaceError {
  return new MarketplaceError({
    reason: 'unexpected_shape',
    operation: list,
    nativeText: `the page came twice: ${page}`,
  });
}

/** The narrowest window there is holds more rows than a list shows. */
export function tooFull(list: string): MarketplaceError {
  return new MarketplaceError({
    reason: 'unexpected_shape',
    operation: list,
    nativeText: 'a window of one minute was cut',
  });
}
