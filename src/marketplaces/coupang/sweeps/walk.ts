import type { Batch, Cursor, OrderRead } from '../../kit/shop.ts';
import { MarketplaceError } from '../../kit/trouble.ts';
import { type Window, windowTally } from '../../kit/windows.ts';
import { dueSweep } from './due.ts';
import { afterPage, type Sweep, type SweptFeed, windowOf, windowsIn } from './feed.ts';
import { type Memory, type Notes, readCursor, withSweep, withSwept, writeCursor } from './progress.ts';
import { windowsAhead } from './windows-ahead.ts';

/** One page of a list, read and translated. */
export interface SweepPage {
  readonly items: readonly OrderRead[];
  /** Empty at the end. The number of rows says nothing about it. */
  readonly nextToken: string;
  /** The notes from here on, where this page changed them. */
  readonly notes?: Notes;
}

/** The lists of one edition and how a page of one is read. */
export interface Sweeping<Feed extends SweptFeed> {
  readonly feeds: readonly Feed[];
  readonly clock: () => Date;
  readonly page: (feed: Feed, window: Window, nextToken: string, notes: Notes) => Promise<SweepPage>;
}

type Reading<Feed extends SweptFeed> = Sweeping<Feed> & { readonly tally: ReturnType<typeof windowTally> };

/** Reads every feed that is due, page by page; each batch's cursor goes on right after its page. */
export async function* sweepAll<Feed extends SweptFeed>(
  sweeping: Sweeping<Feed>,
  from: { readonly cursor: Cursor | null; readonly since: Date },
): AsyncGenerator<Batch<OrderRead>> {
  const reading = { ...sweeping, tally: windowTally() };
  let memory = readCursor(from.cursor, from.since);
  for (const [nth, feed] of sweeping.feeds.entries()) {
    const begun = memory.feeds[feed.name]?.sweep ?? null;
    if (begun !== null) memory = yield* finish(reading, memory, feed, begun, sweeping.feeds.slice(nth));
    const due = dueSweep(feed, memory.feeds, memory.since, sweeping.clock());
    if (due !== null) memory = yield* finish(reading, memory, feed, due, sweeping.feeds.slice(nth + 1));
  }
}

/** Reads a sweep to its end and gives the memory with it done. `next` are the feeds that the run comes to after it. */
async function* finish<Feed extends SweptFeed>(
  reading: Reading<Feed>,
  before: Memory,
  feed: Feed,
  begun: Sweep,
  next: readonly Feed[],
): AsyncGenerator<Batch<OrderRead>, Memory> {
  const { tally, clock } = reading;
  const met = new Set<string>();
  let memory = before;
  for (let sweep = begun; ; ) {
    const { page, at } = await readAt(reading, feed, sweep, sweep === begun, memory.notes);
    memory = { ...memory, notes: page.notes ?? memory.notes };
    const swept = withSwept(memory, feed, begun);
    met.add(place(at));
    const left = afterPage(feed, at, page.nextToken);
    const loops = left !== null && met.has(place(left));
    const after = left === null ? swept : withSweep(memory, feed, again(left, loops));
    const ahead = (left === null ? 0 : windowsIn(feed, left)) + windowsAhead(next, swept, clock());
    yield {
      feed: feed.name,
      items: page.items,
      cursor: writeCursor(after),
      windows: tally(page.nextToken === '', ahead),
    };
    if (left === null) return after;
    if (loops) throw goingRound(feed.operation, left.nextToken);
    sweep = left;
  }
}

/** A list that goes round in circles is left at the start of its window, so that the next run can do better. */
function again(left: Sweep, loops: boolean): Sweep {
  return loops ? { ...left, nextToken: '' } : left;
}

/** A token from an earlier run may have died with its list; then its window begins again. */
async function readAt<Feed extends SweptFeed>(
  { page }: Reading<Feed>,
  feed: Feed,
  sweep: Sweep,
  fromEarlierRun: boolean,
  notes: Notes,
): Promise<{ readonly page: SweepPage; readonly at: Sweep }> {
  const window = windowOf(feed, sweep);
  try {
    return { page: await page(feed, window, sweep.nextToken, notes), at: sweep };
  } catch (error) {
    const refused = error instanceof MarketplaceError && error.reason === 'refused';
    if (!refused || !fromEarlierRun || sweep.nextToken === '') throw error;
    return { page: await page(feed, window, '', notes), at: { ...sweep, nextToken: '' } };
  }
}

function place({ from, nextToken }: Sweep): string {
  return `${from} ${nextToken}`;
}

/** A list whose pages lead back to one that was read: going on would never end. */
export function goingRound(operation: string, nextToken: string): MarketplaceError {
  return new MarketplaceError({
    reason: 'unexpected_shape',
    operation,
    nativeText: `nextToken came twice: ${nextToken}`,
  });
}
