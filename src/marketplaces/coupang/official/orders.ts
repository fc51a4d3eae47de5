import type { OrderRead, OrdersDesk, OrdersNow } from '../../kit/shop.ts';
import { readWhole } from './boxes.ts';
import type { Ask } from './calls.ts';
import { cancelOrders } from './cancel.ts';
import { changes } from './changes.ts';
import { placedBetween } from './placed.ts';
import type { Seller } from './seller.ts';
import { writesOf } from './writes.ts';

/** The orders desk of one account. */
export function ordersDesk(ask: Ask, seller: Seller, clock: () => Date): OrdersDesk {
  return {
    changes: (from) => changes(ask, clock, from),
    placedBetween: (from, to) => placedBetween(ask, clock, from, to),
    read: (orderIds) => readOrders(ask, orderIds, clock()),
    cancel: (targets) => cancelOrders(ask, seller, targets),
    ...writesOf(ask, seller.vendorId),
  };
}

async function readOrders(ask: Ask, orderIds: readonly string[], now: Date): Promise<OrdersNow> {
  const reads: OrderRead[] = [];
  const missing: OrdersNow['missing'][number][] = [];
  for (const nativeOrderId of orderIds) {
    const whole = await readWhole(ask, nativeOrderId, now);
    if (whole.found) reads.push(...whole.reads);
    else missing.push({ nativeOrderId, nativeText: whole.nativeText, ended: whole.ended });
  }
  return { reads, missing };
}
