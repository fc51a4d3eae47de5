import { DAY_MS } from '../../kit/bucket.ts';
import type { Batch, OrderRead } from '../../kit/shop.ts';
import type { Notes } from '../../kit/sweeps/memory.ts';
import { pagesOf } from '../../kit/sweeps/pages.ts';
import { type Window, windowTally } from '../../kit/windows.ts';
import type { Ask } from './calls.ts';
import { dayWindows, FEEDS, type Feed, WEEK_WINDOW_MS } from './feeds.ts';
import { pageReader } from './lists.ts';

/** Buyers may ask for an exchange some weeks after they ordered. */
const EXCHANGED_WITHIN_MS = 45 * DAY_MS;

type PlacedBatch = Omit<Batch<OrderRead>, 'cursor'>;

/**
 * Every order placed in a range, by all lists by day, after the exchanges of that time: their boxes stand among the
 * orders' own. The lists go by whole days in Korea, so what they hold beyond the range is left out.
 */
export async function* placedBetween(
  ask: Ask,
  clock: () => Date,
  from: Date,
  to: Date,
): AsyncGenerator<PlacedBatch> {
  const lists = listsOf(from, to, clock());
  const read = pageReader(ask, clock);
  const tally = windowTally();
  let notes: Notes = {};
  for (const [nth, { feed, window }] of lists.entries()) {
    const pages = pagesOf(feed.operation, (token) => read(feed, window, token, { notes }));
    for await (const page of pages) {
      notes = page.notes ?? notes;
      const isLast = page.next === null;
      yield {
        feed: feed.name,
        items: page.items.filter((item) => placedWithin(item, from, to)),
        windows: tally(isLast, lists.length - nth - (isLast ? 1 : 0)),
      };
    }
  }
}

function listsOf(
  from: Date,
  to: Date,
  now: Date,
): readonly { readonly feed: Feed; readonly window: Window }[] {
  const until = new Date(Math.min(now.getTime(), to.getTime() + EXCHANGED_WITHIN_MS));
  const over = (feed: Feed, windows: readonly Window[]) => windows.map((window) => ({ feed, window }));
  const exchanges = FEEDS.filter(({ list }) => list.of === 'exchanges');
  const boxes = FEEDS.filter(({ list }) => list.of === 'boxes' && list.search === 'day');
  return [
    ...exchanges.flatMap((feed) => over(feed, dayWindows(from, until, WEEK_WINDOW_MS))),
    ...boxes.flatMap((feed) => over(feed, dayWindows(from, to))),
  ];
}

/** Coupang tells times by the second, so an order of the range's first second may seem to lie before it. */
function placedWithin(read: OrderRead, from: Date, to: Date): boolean {
  if (read.kind !== 'order') return true;
  const at = Date.parse(read.order.orderedAt);
  return at > from.getTime() - 1000 && at <= to.getTime();
}
