import type { Batch, MissingOrder, OrderRead, OrdersDesk, OrdersNow } from '../../kit/shop.ts';
import { pageAfter, pageNumber } from '../../kit/sweeps/pages.ts';
import { type SweepPage, sweepFeeds } from '../../kit/sweeps/sweep-feeds.ts';
import { MarketplaceError } from '../../kit/trouble.ts';
import { splitSpan, type Window, windowTally } from '../../kit/windows.ts';
import { placedWithin } from '../placed-within.ts';
import type { Ask } from './calls.ts';
import { decodeClaims, decodeOrders, decodeSingle, type OrderPage } from './decode-page.ts';
import { FEEDS, type GuideFeed } from './feeds.ts';
import { claimsQuery, ordersQuery, withinReach } from './queries.ts';
import type { OrderCode } from './statuses.ts';
import { writesOf } from './writes.ts';

const WEEK_MS = 7 * 24 * 60 * 60_000;

/** The orders desk of one account. */
export function ordersDesk(ask: Ask, clock: () => Date): OrdersDesk {
  const read = (feed: GuideFeed, window: Window, page: string) => readPage(ask, feed, window, page);
  return {
    changes: (from) => sweepFeeds({ feeds: FEEDS, read, clock }, from),
    placedBetween: (from, to) => placedBetween(ask, withinReach(from, clock()), to),
    read: (orderIds) => readOrders(ask, orderIds),
    ...writesOf(ask),
  };
}

async function readPage(ask: Ask, feed: GuideFeed, window: Window, page: string): Promise<SweepPage> {
  if ('kind' in feed) {
    const { kind } = feed;
    const query = claimsQuery(window, kind);
    const items = await ask({ operation: 'claims', query, decode: (json) => decodeClaims(json, kind) });
    return { items, next: null };
  }
  const { reads, isLast } = await askOrders(ask, window, feed.code, pageNumber(page));
  return { items: reads, next: pageAfter(page, !isLast) };
}

function askOrders(ask: Ask, window: Window, code: OrderCode | null, page: number): Promise<OrderPage> {
  return ask({ operation: 'orders', query: ordersQuery(window, code, page), decode: decodeOrders });
}

type PlacedBatch = Omit<Batch<OrderRead>, 'cursor'>;

/** Without a status the list goes by the day of the order; it is cut to the range here. */
async function* placedBetween(ask: Ask, from: Date, to: Date): AsyncGenerator<PlacedBatch> {
  const windows = splitSpan(from, new Date(Math.max(to.getTime(), from.getTime() + 1)), WEEK_MS);
  const tally = windowTally();
  for (const [nth, window] of windows.entries()) {
    for (let page = 1, isLast = false; !isLast; page++) {
      const found = await askOrders(ask, window, null, page);
      isLast = found.isLast;
      yield {
        feed: 'orders',
        items: found.reads.filter(
          (read) => read.kind !== 'order' || placedWithin(read.order.orderedAt, from, to),
        ),
        windows: tally(isLast, windows.length - nth - (isLast ? 1 : 0)),
      };
    }
  }
}

async function readOrders(ask: Ask, orderIds: readonly string[]): Promise<OrdersNow> {
  const reads: OrderRead[] = [];
  const missing: MissingOrder[] = [];
  for (const nativeOrderId of orderIds) {
    try {
      reads.push(await ask({ operation: 'order', params: { ordNo: nativeOrderId }, decode: decodeSingle }));
    } catch (error) {
      if (!(error instanceof MarketplaceError) || error.reason !== 'not_found') throw error;
      missing.push({ nativeOrderId, nativeText: error.trouble.nativeText ?? '', ended: false });
    }
  }
  return { reads, missing };
}
