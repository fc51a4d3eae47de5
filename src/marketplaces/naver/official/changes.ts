import type { Cursor } from '../../kit/cursor.ts';
import type { Batch, OrderRead } from '../../kit/shop.ts';
import { windowTally } from '../../kit/windows.ts';
import { askChangedPage, type ChangedPage, type ChangedRow } from './changed-feed.ts';
import type { Client } from './client.ts';
import {
  afterPage,
  afterSweepPage,
  type FeedState,
  freshState,
  openSweep,
  openWindow,
  type Position,
  readCursor,
  runEnd,
  sweepOf,
  writeCursor,
} from './cursor.ts';
import { goesInCircles } from './errors.ts';
import { CHANGED, SWEEPS, type Sweep } from './feed-plan.ts';
import { readsOf } from './gather-orders.ts';
import { listPages, readDetails, withoutDetails } from './product-orders.ts';
import { type Span, windowsFrom } from './spans.ts';

interface Step {
  readonly state: FeedState;
  readonly batch: Batch<OrderRead>;
  /** Whether a window was read to its end with it. */
  readonly ended: boolean;
}

/** The part of a run that belongs to one feed. */
interface Walk {
  readonly read: (client: Client, from: FeedState, now: number) => AsyncGenerator<Step>;
  /** The state with the feed's first window, where it has one to read. */
  readonly open: (state: FeedState, now: number) => FeedState;
  /** How many windows an opened state has left to read. */
  readonly left: (state: FeedState, now: number) => number;
}

const WALKS: readonly Walk[] = [
  {
    read: walkChanged,
    open: (state, now) => openWindow(state, runEnd(now)),
    left: ({ window }, now) => windowsFrom(window, runEnd(now)),
  },
  ...SWEEPS.map(
    (sweep): Walk => ({
      read: walkSweep(sweep),
      open: (state, now) => openSweep(state, sweep, now),
      left(state) {
        const { window } = sweepOf(state, sweep);
        return window === null ? 0 : windowsFrom(window, window.end);
      },
    }),
  ),
];

/** One run over all feeds: the changed feed up to now, then the sweeps that are due. */
export async function* readChanges(
  client: Client,
  now: number,
  from: { readonly cursor: Cursor | null; readonly since: Date },
): AsyncGenerator<Batch<OrderRead>> {
  let state = readCursor(from.cursor) ?? freshState(from.since.getTime(), now);
  const tally = windowTally();
  let batches = 0;
  for (const [nth, walk] of WALKS.entries()) {
    for await (const step of walk.read(client, state, now)) {
      state = step.state;
      batches += 1;
      yield { ...step.batch, windows: tally(step.ended, windowsAhead(state, nth, now)) };
    }
  }
  if (batches === 0) yield { ...batchOf(CHANGED.feed, [], state), windows: tally(false, 0) };
}

/** What a run that is at the nth walk has left: of that one, and of those that it has not come to. */
function windowsAhead(state: FeedState, nth: number, now: number): number {
  return WALKS.slice(nth)
    .map((walk, index) => walk.left(index === 0 ? state : walk.open(state, now), now))
    .reduce((sum, windows) => sum + windows, 0);
}

async function* walkChanged(client: Client, from: FeedState, now: number): AsyncGenerator<Step> {
  const end = runEnd(now);
  let state = openWindow(from, end);
  let visited = new Set<string>();
  let seen = new Set<string>();
  while (state.window !== null) {
    const { window } = state;
    visited.add(JSON.stringify(window.at));
    const page = await askChangedPage(client, window, window.at);
    const items = await itemsOf(client, page, seen);
    if (page.more !== null && (visited.has(JSON.stringify(page.more)) || !isWithin(window, page.more))) {
      // What was read is kept, and the next run takes the window from its beginning.
      yield stepTo(CHANGED.feed, items, { ...state, window: { ...window, at: null } }, false);
      throw goesInCircles('changedStatuses', `more leads back to ${page.more.moreSequence}`);
    }
    state = afterPage(state, page, end);
    if (state.window?.from !== window.from) {
      visited = new Set();
      seen = new Set();
    }
    yield stepTo(CHANGED.feed, items, state, page.more === null);
  }
}

function isWithin(window: Span, { moreFrom }: Position): boolean {
  return moreFrom >= window.from && moreFrom <= window.to;
}

/** The orders of a feed page as they are now. `seen` remembers the rows of the window. */
async function itemsOf(client: Client, page: ChangedPage, seen: Set<string>): Promise<OrderRead[]> {
  const orderIds = new Map<string, string>();
  for (const row of page.rows.filter((row) => isNew(row, seen)))
    orderIds.set(row.productOrderId, row.orderId);
  const { elements, missing } = await readDetails(client, [...orderIds.keys()]);
  return [
    ...readsOf(elements),
    ...missing.map((id) => withoutDetails(orderIds.get(id) ?? null, id)),
    ...page.unreadable,
  ];
}

function isNew({ key }: ChangedRow, seen: Set<string>): boolean {
  const isNew = !seen.has(key);
  seen.add(key);
  return isNew;
}

function walkSweep(sweep: Sweep) {
  return async function* walk(client: Client, from: FeedState, now: number): AsyncGenerator<Step> {
    let state = openSweep(from, sweep, now);
    for (let { window } = sweepOf(state, sweep); window !== null; window = sweepOf(state, sweep).window) {
      for await (const page of listPages(client, sweep.query, window, window.page)) {
        state = afterSweepPage(state, sweep, page.hasNext);
        yield stepTo(sweep.feed, readsOf(page.elements), state, !page.hasNext);
      }
    }
  };
}

function stepTo(feed: string, items: readonly OrderRead[], state: FeedState, ended: boolean): Step {
  return { state, batch: batchOf(feed, items, state), ended };
}

function batchOf(feed: string, items: readonly OrderRead[], state: FeedState): Batch<OrderRead> {
  return { feed, items, cursor: writeCursor(state) };
}
