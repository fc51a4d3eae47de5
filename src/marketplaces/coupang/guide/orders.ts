import type { Batch, OrderRead, OrdersDesk, OrdersNow } from '../../kit/shop.ts';
import { pagesOf } from '../../kit/sweeps/pages.ts';
import { sweepFeeds } from '../../kit/sweeps/sweep-feeds.ts';
import { MarketplaceError } from '../../kit/trouble.ts';
import { windowTally } from '../../kit/windows.ts';
import type { Ask } from './calls.ts';
import { cancelLines } from './cancel.ts';
import { decodeWhole } from './decode-pages.ts';
import { FEEDS, LOOK_BACK_MS } from './feeds.ts';
import { listPage } from './lists.ts';
import { shipmentsOf } from './shipments.ts';

/** The orders desk of one account. */
export function ordersDesk(ask: Ask, vendorId: string, clock: () => Date): OrdersDesk {
  return {
    changes: (from) =>
      sweepFeeds(
        {
          feeds: FEEDS,
          clock,
          read: (feed, window, token) => listPage(ask, vendorId, feed, window, token),
        },
        from,
      ),
    placedBetween: (from, to) => placedBetween(ask, vendorId, clock(), from, to),
    read: (orderIds) => readOrders(ask, orderIds),
    cancel: (targets) => cancelLines(ask, vendorId, targets),
    ...shipmentsOf(ask, vendorId),
  };
}

/** Every status over the range, as far as the lists go back. */
async function* placedBetween(
  ask: Ask,
  vendorId: string,
  now: Date,
  from: Date,
  to: Date,
): AsyncGenerator<Omit<Batch<OrderRead>, 'cursor'>> {
  const window = { from: new Date(Math.max(from.getTime(), now.getTime() - LOOK_BACK_MS)), to };
  if (window.from >= window.to) return;
  const feeds = FEEDS.filter(({ list, span }) => list.of === 'orders' && span.kind === 'rolling');
  const tally = windowTally();
  for (const [nth, feed] of feeds.entries()) {
    const pages = pagesOf(feed.operation, (token) => listPage(ask, vendorId, feed, window, token));
    for await (const { items, next } of pages) {
      const isLast = next === null;
      yield { feed: feed.name, items, windows: tally(isLast, feeds.length - nth - (isLast ? 1 : 0)) };
    }
  }
}

async function readOrders(ask: Ask, orderIds: readonly string[]): Promise<OrdersNow> {
  const reads: OrderRead[] = [];
  const missing: OrdersNow['missing'][number][] = [];
  for (const nativeOrderId of orderIds) {
    try {
      const found = await ask({
        operation: 'order',
        params: { orderId: nativeOrderId },
        decode: decodeWhole,
      });
      if (found.length === 0) missing.push({ nativeOrderId, nativeText: '', ended: false });
      reads.push(...found);
    } catch (error) {
      if (!(error instanceof MarketplaceError) || error.reason !== 'not_found') throw error;
      missing.push({ nativeOrderId, nativeText: error.trouble.nativeText ?? '', ended: false });
    }
  }
  return { reads, missing };
}
