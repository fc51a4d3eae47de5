import { asFields, UnreadableError } from '../../kit/decode.ts';
import type { Batch, MissingOrder, OrderRead, OrdersDesk, OrdersNow } from '../../kit/shop.ts';
import { MarketplaceError } from '../../kit/trouble.ts';
import { splitSpan, windowTally } from '../../kit/windows.ts';
import { readChanges } from './changes.ts';
import { askClaim } from './claims.ts';
import type { Client } from './client.ts';
import { decodeOrder, unreadable } from './decode-order.ts';
import { LOOK_BACK_MS, WINDOW_MS } from './feed-plan.ts';
import { listPages } from './lists.ts';
import { cancel, changeInvoice, hold, release, ship } from './writes.ts';

/** The orders desk of one store. */
export function openOrdersDesk(client: Client, clock: () => Date): OrdersDesk {
  return {
    changes: (from) => readChanges(client, clock().getTime(), from),
    placedBetween: (from, to) => readPlaced(client, from.getTime(), to.getTime(), clock().getTime()),
    read: (ids) => readOrders(client, ids),
    ship: (targets) => ship(client, targets),
    changeInvoice: (targets) => changeInvoice(client, targets),
    hold: (targets) => hold(client, targets),
    release: (targets) => release(client, targets),
    cancel: (targets) => cancel(client, targets),
  };
}

/** Orders come into being for a seller when they are paid, so those that came into that status are the placed ones. */
async function* readPlaced(
  client: Client,
  from: number,
  to: number,
  now: number,
): AsyncGenerator<Omit<Batch<OrderRead>, 'cursor'>> {
  const tally = windowTally();
  const feed = { name: 'orders.pay_completed', statusType: 'PAY_COMPLETED' };
  // The end of a range is not part of it, but the end of what is asked for is.
  const end = new Date(Math.min(to + 1, now));
  const spans = splitSpan(new Date(Math.max(from, now - LOOK_BACK_MS)), end, WINDOW_MS);
  for (const [nth, span] of spans.entries()) {
    const range = { from: span.from.getTime(), to: span.to.getTime() };
    for await (const { items, more } of listPages(client, feed, range)) {
      yield { feed: feed.name, items, windows: tally(!more, spans.length - nth - (more ? 0 : 1)) };
    }
  }
}

async function readOrders(client: Client, nativeOrderIds: readonly string[]): Promise<OrdersNow> {
  const reads: OrderRead[] = [];
  const missing: MissingOrder[] = [];
  for (const nativeOrderId of nativeOrderIds) {
    try {
      reads.push(...(await readOrder(client, nativeOrderId)));
    } catch (error) {
      if (!(error instanceof MarketplaceError) || error.kind !== 'not_found') throw error;
      const { nativeCode = '', nativeText = '' } = error.trouble;
      const text = `${nativeCode} ${nativeText}`.trim();
      missing.push({ nativeOrderId, nativeText: text, ended: false });
    }
  }
  return { reads, missing };
}

/** An order with the newest claim of each of its lines that has one. */
async function readOrder(client: Client, orderId: string): Promise<OrderRead[]> {
  const read = await client.ask({
    operation: 'order',
    params: { orderId },
    decode: (json): OrderRead => {
      asFields(json, 'order');
      try {
        return { kind: 'order', order: decodeOrder(json, true) };
      } catch (error) {
        if (!(error instanceof UnreadableError)) throw error;
        return unreadable(json, error.message);
      }
    },
  });
  if (read.kind !== 'order') return [read];
  const reads: OrderRead[] = [read];
  for (const { nativeLineId, native } of read.order.lines) {
    if (native.claimType === undefined || native.claimType === null) continue;
    const claim = await askClaim(client, nativeLineId);
    if (claim.kind === 'read') reads.push(claim.read);
  }
  return reads;
}
