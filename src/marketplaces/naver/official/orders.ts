import type { Batch, MissingOrder, OrderRead, OrdersDesk, OrdersNow } from '../../kit/shop.ts';
import { MarketplaceError } from '../../kit/trouble.ts';
import { windowTally } from '../../kit/windows.ts';
import { readChanges } from './changes.ts';
import type { Client } from './client.ts';
import { gather, readsOf, readsOfOrder } from './gather-orders.ts';
import { askProductOrderIds, listPages, readDetails, withoutDetails } from './product-orders.ts';
import { windowAfter, windowsFrom, windowsOf } from './spans.ts';
import { acknowledge, cancel, delay, ship } from './writes.ts';

/** The orders desk of one store. */
export function openOrdersDesk(client: Client, clock: () => Date): OrdersDesk {
  return {
    changes: (from) => readChanges(client, clock().getTime(), from),
    placedBetween: (from, to) =>
      readPlaced(client, from.getTime(), Math.min(to.getTime(), clock().getTime())),
    read: (ids) => readOrders(client, ids),
    acknowledge: (targets) => acknowledge(client, targets),
    ship: (targets) => ship(client, targets, clock),
    delay: (targets) => delay(client, targets),
    cancel: (targets) => cancel(client, targets),
  };
}

/** Orders come into being for a seller when they are paid, so the day of payment counts (sheet §3.3). */
async function* readPlaced(
  client: Client,
  from: number,
  to: number,
): AsyncGenerator<Omit<Batch<OrderRead>, 'cursor'>> {
  const tally = windowTally();
  for (const window of windowsOf({ from, to })) {
    const pages = listPages(client, { rangeType: 'PAYED_DATETIME', statuses: [] }, window, 1);
    for await (const { elements, hasNext } of pages) {
      const ahead = windowsFrom(hasNext ? window : windowAfter(window, to), to);
      yield { feed: 'paid', items: readsOf(elements), windows: tally(!hasNext, ahead) };
    }
  }
}

/** What became of asking for the product orders of one order. */
interface OrderIds {
  readonly nativeOrderId: string;
  readonly productOrderIds: readonly string[];
  readonly nativeText: string;
}

async function readOrders(client: Client, nativeOrderIds: readonly string[]): Promise<OrdersNow> {
  const asked: OrderIds[] = [];
  for (const id of nativeOrderIds) asked.push(await productOrdersOf(client, id));
  const details = await readDetails(
    client,
    asked.flatMap(({ productOrderIds }) => productOrderIds),
  );
  const { orders, unreadable } = gather(details.elements);
  const left = new Set(details.missing);
  const reads: OrderRead[] = [...unreadable];
  const missing: MissingOrder[] = [];
  for (const { nativeOrderId, productOrderIds, nativeText } of asked) {
    const lines = orders.get(nativeOrderId) ?? [];
    if (lines.length > 0) {
      const complete = lines.length === productOrderIds.length;
      reads.push(...readsOfOrder(lines, complete));
    } else if (!unreadable.some((read) => read.nativeOrderId === nativeOrderId)) {
      // Cancelled and returned product orders are shown as such for as long as Naver keeps them (sheet §4.4).
      missing.push({ nativeOrderId, nativeText, ended: false });
      continue;
    }
    const absent = productOrderIds.filter((id) => left.has(id));
    reads.push(...absent.map((id) => withoutDetails(nativeOrderId, id)));
  }
  return { reads, missing };
}

async function productOrdersOf(client: Client, nativeOrderId: string): Promise<OrderIds> {
  try {
    const productOrderIds = await askProductOrderIds(client, nativeOrderId);
    return {
      nativeOrderId,
      productOrderIds: [...new Set(productOrderIds)],
      nativeText: '',
    };
  } catch (error) {
    if (!(error instanceof MarketplaceError) || error.kind !== 'not_found') throw error;
    const { nativeCode = '', nativeText = '' } = error.trouble;
    return { nativeOrderId, productOrderIds: [], nativeText: `${nativeCode} ${nativeText}`.trim() };
  }
}
