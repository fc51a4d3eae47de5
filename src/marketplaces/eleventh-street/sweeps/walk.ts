import type { Batch, Cursor, OrderRead } from '../../kit/shop.ts';
import { MarketplaceError } from '../../kit/trouble.ts';
import { type Window, windowTally } from '../../kit/windows.ts';
import { type Memory, readCursor, windowsAhead, withSweep, withSwept, writeCursor } from './memory.ts';
import {
  afterQuestion,
  dueSweep,
  type Ending,
  type Feed,
  halved,
  type Sweep,
  windowOf,
  windowsIn,
} from './sweep.ts';

/** What one question about a window gave. */
export interface Part {
  readonly items: readonly OrderRead[];
  readonly ending: Ending;
}

/** How an edition reads one window, or one page of it. */
export interface FeedReader<Of extends Feed> {
  readonly feeds: readonly Of[];
  readonly read: (feed: Of, window: Window, page: number) => Promise<Part>;
  readonly clock: () => Date;
}

interface Walk<Of extends Feed> extends FeedReader<Of> {
  readonly tally: ReturnType<typeof windowTally>;
}

/** Reads every feed that is due, question by question; each batch's cursor goes on right after it. */
export async function* sweepFeeds<Of extends Feed>(
  reader: FeedReader<Of>,
  from: { readonly cursor: Cursor | null; readonly since: Date },
): AsyncGenerator<Batch<OrderRead>> {
  const walk = { ...reader, tally: windowTally() };
  let memory = readCursor(from.cursor, from.since);
  for (const [nth, feed] of reader.feeds.entries()) {
    const begun = memory.feeds[feed.name]?.sweep ?? null;
    if (begun !== null) memory = yield* finish(walk, memory, feed, begun, reader.feeds.slice(nth));
    const due = dueSweep(feed, memory.feeds, memory.since, reader.clock());
    if (due !== null) memory = yield* finish(walk, memory, feed, due, reader.feeds.slice(nth + 1));
  }
}

/** Reads a sweep to its end and gives the memory with it done. `next` are the feeds that the run comes to after it. */
async function* finish<Of extends Feed>(
  walk: Walk<Of>,
  memory: Memory,
  feed: Of,
  begun: Sweep,
  next: readonly Of[],
): AsyncGenerator<Batch<OrderRead>, Memory> {
  const swept = withSwept(memory, feed, begun);
  for (let sweep = begun; ; ) {
    const { at, items, ending } = await readUncut(walk, feed, sweep);
    const left = afterQuestion(at, ending);
    const after = left === null ? swept : withSweep(memory, feed, left);
    const ahead = (left === null ? 0 : windowsIn(left)) + windowsAhead(next, swept, walk.clock());
    yield {
      feed: feed.name,
      items,
      cursor: writeCursor(after),
      windows: walk.tally(ending === 'whole', ahead),
    };
    if (left === null) return after;
    sweep = left;
  }
}

interface UncutPart {
  readonly at: Sweep;
  readonly items: readonly OrderRead[];
  readonly ending: Exclude<Ending, 'cut'>;
}

/** A list that was cut says nothing of what it left out, so its window is halved until it holds all. */
async function readUncut<Of extends Feed>(walk: Walk<Of>, feed: Of, sweep: Sweep): Promise<UncutPart> {
  for (let at = sweep; ; ) {
    const { items, ending } = await walk.read(feed, windowOf(at), at.page);
    if (ending !== 'cut') return { at, items, ending };
    const narrower = halved(at);
    if (narrower === null) throw tooFull(feed.name);
    at = narrower;
  }
}

/** The narrowest window there is holds more rows than a list shows. */
export function tooFull(list: string): MarketplaceError {
  return new MarketplaceError({
    reason: 'unexpected_shape',
    operation: list,
    nativeText: 'a window of one minute was cut',
  });
}
