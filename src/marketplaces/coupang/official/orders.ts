import type { Batch, OrderRead, OrdersDesk, OrdersNow } from '../../kit/shop.ts';
import { type Window, windowTally } from '../../kit/windows.ts';
import { goingRound, readPage, readsOf, readWhole } from './boxes.ts';
import type { Ask } from './calls.ts';
import { changes } from './changes.ts';
import type { BoxPage } from './decode-page.ts';
import { dayWindows } from './feeds.ts';
import { BOX_STATUSES, type BoxStatus, isBoxStatus } from './statuses.ts';
import { writesOf } from './writes.ts';

/** The orders desk of one account. */
export function ordersDesk(ask: Ask, vendorId: string, clock: () => Date): OrdersDesk {
  return {
    changes: (from) => changes(ask, clock, from),
    placedBetween: (from, to) => placedBetween(ask, from, to),
    read: (orderIds) => readOrders(ask, orderIds),
    ...writesOf(ask, vendorId),
  };
}

type PlacedBatch = Omit<Batch<OrderRead>, 'cursor'>;

/** The lists go by whole days in Korea, so what they hold beyond the range is left out. */
async function* placedBetween(ask: Ask, from: Date, to: Date): AsyncGenerator<PlacedBatch> {
  const lists = Object.keys(BOX_STATUSES)
    .filter(isBoxStatus)
    .flatMap((status) => dayWindows(from, to).map((window) => ({ status, window })));
  const tally = windowTally();
  for (const [nth, { status, window }] of lists.entries()) {
    for await (const { rows, nextToken } of pagesOf(ask, status, window)) {
      const reads = await readsOf(ask, rows);
      const isLast = nextToken === '';
      yield {
        feed: status,
        items: reads.filter((read) => placedWithin(read, from, to)),
        windows: tally(isLast, lists.length - nth - (isLast ? 1 : 0)),
      };
    }
  }
}

async function* pagesOf(ask: Ask, status: BoxStatus, window: Window): AsyncGenerator<BoxPage> {
  const met = new Set<string>();
  for (let nextToken = ''; ; ) {
    if (met.has(nextToken)) throw goingRound(nextToken);
    met.add(nextToken);
    const page = await readPage(ask, { status, search: 'day' }, window, nextToken);
    yield page;
    if (page.nextToken === '') return;
    nextToken = page.nextToken;
  }
}

function placedWithin(read: OrderRead, from: Date, to: Date): boolean {
  if (read.kind === 'unreadable') return true;
  const at = Date.parse(read.order.orderedAt);
  return at >= from.getTime() && at <= to.getTime();
}

async function readOrders(ask: Ask, orderIds: readonly string[]): Promise<OrdersNow> {
  const reads: OrderRead[] = [];
  const missing: OrdersNow['missing'][number][] = [];
  for (const nativeOrderId of orderIds) {
    const whole = await readWhole(ask, nativeOrderId);
    if (whole.found) reads.push(...whole.reads);
    else missing.push({ nativeOrderId, nativeText: whole.nativeText, ended: whole.ended });
  }
  return { reads, missing };
}
