import type { Batch, Cursor, OrderRead } from '../../kit/shop.ts';
import { MarketplaceError } from '../../kit/trouble.ts';
import { windowTally } from '../../kit/windows.ts';
import { goingRound, readPage, readsOf } from './boxes.ts';
import type { Ask } from './calls.ts';
import type { BoxPage } from './decode-page.ts';
import { afterPage, dueSweep, FEEDS, type Feed, type Sweep, windowOf, windowsIn } from './feeds.ts';
import { type Memory, readCursor, withSweep, withSwept, writeCursor } from './progress.ts';
import { windowsAhead } from './windows-ahead.ts';

type OrderBatch = Batch<OrderRead>;

interface Reading {
  readonly ask: Ask;
  readonly clock: () => Date;
  readonly tally: ReturnType<typeof windowTally>;
}

/** Reads every feed that is due, page by page; each batch's cursor goes on right after its page. */
export async function* changes(
  ask: Ask,
  clock: () => Date,
  from: { readonly cursor: Cursor | null; readonly since: Date },
): AsyncGenerator<OrderBatch> {
  const reading = { ask, clock, tally: windowTally() };
  let memory = readCursor(from.cursor, from.since);
  for (const [nth, feed] of FEEDS.entries()) {
    const begun = memory.feeds[feed.name]?.sweep ?? null;
    if (begun !== null) memory = yield* finish(reading, memory, feed, begun, FEEDS.slice(nth));
    const due = dueSweep(feed, memory.feeds, memory.since, clock());
    if (due !== null) memory = yield* finish(reading, memory, feed, due, FEEDS.slice(nth + 1));
  }
}

/** Reads a sweep to its end and gives the memory with it done. `next` are the feeds that the run comes to after it. */
async function* finish(
  { ask, clock, tally }: Reading,
  memory: Memory,
  feed: Feed,
  begun: Sweep,
  next: readonly Feed[],
): AsyncGenerator<OrderBatch, Memory> {
  const swept = withSwept(memory, feed, begun);
  const met = new Set<string>();
  for (let sweep = begun; ; ) {
    const { page, at } = await readAt(ask, feed, sweep, sweep === begun);
    met.add(place(at));
    const left = afterPage(feed, at, page.nextToken);
    const loops = left !== null && met.has(place(left));
    const after = left === null ? swept : withSweep(memory, feed, again(left, loops));
    const ahead = (left === null ? 0 : windowsIn(feed, left)) + windowsAhead(next, swept, clock());
    yield {
      feed: feed.name,
      items: await readsOf(ask, page.rows),
      cursor: writeCursor(after),
      windows: tally(page.nextToken === '', ahead),
    };
    if (left === null) return after;
    if (loops) throw goingRound(left.nextToken);
    sweep = left;
  }
}

/** A list that goes round in circles is left at the start of its window, so that the next run can do better. */
function again(left: Sweep, loops: boolean): Sweep {
  return loops ? { ...left, nextToken: '' } : left;
}

/** A token from an earlier run may have died with its list; then its window begins again. */
async function readAt(
  ask: Ask,
  feed: Feed,
  sweep: Sweep,
  fromEarlierRun: boolean,
): Promise<{ readonly page: BoxPage; readonly at: Sweep }> {
  const window = windowOf(feed, sweep);
  try {
    return { page: await readPage(ask, feed, window, sweep.nextToken), at: sweep };
  } catch (error) {
    const refused = error instanceof MarketplaceError && error.reason === 'refused';
    if (!refused || !fromEarlierRun || sweep.nextToken === '') throw error;
    return { page: await readPage(ask, feed, window, ''), at: { ...sweep, nextToken: '' } };
  }
}

function place({ from, nextToken }: Sweep): string {
  return `${from} ${nextToken}`;
}
