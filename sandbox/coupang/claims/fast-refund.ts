import type { Shop } from '../shop/shop.ts';
import type { Receipt } from './receipt.ts';

/** Cheaper returns of ordinary goods are paid back as soon as they are received (sheet §3.4). */
const BELOW = 100_000;

/** Whether a return is of the sort that is refunded at once: normal delivery and below 100,000 won. */
export function isFastRefund({ boxes }: Shop, { orderId, items }: Receipt): boolean {
  const worth = items.reduce((sum, { option, cancelCount }) => sum + option.price * cancelCount, 0);
  const isOrdinary = boxes
    .ofOrder(orderId)
    .every((box) => box.customsCode === '' && box.items.every(({ madeToOrder }) => madeToOrder === null));
  return isOrdinary && worth < BELOW;
}
