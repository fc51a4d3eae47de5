import type { Courier } from '../couriers.ts';
import { endOfDay } from '../time.ts';
import { type Cart, ORDER_STATUS, type Order } from './order.ts';

/** Days from payment to the dispatch deadline under the usual policy, "in order" (sheet §3.2, type B). */
const DISPATCH_DAYS = 3;

/** The money for a cart arrives. */
export function pay(cart: Cart, at: number): void {
  cart.paidAt = at;
  for (const order of cart.orders) {
    order.status = ORDER_STATUS.paid;
    order.changedAt = at;
    order.dueAt = endOfDay(at, DISPATCH_DAYS);
  }
}

/** The seller takes the order on. */
export function confirm(order: Order, at: number): void {
  order.status = ORDER_STATUS.preparing;
  order.confirmedAt = at;
  order.changedAt = at;
  order.confirmations += 1;
}

/** The seller names a carrier and an invoice; a second time they replace the first. */
export function ship(order: Order, courier: Courier, invoice: string, shippedAt: number, at: number): void {
  if (order.parcel === null || order.parcel.invoice === invoice) order.registrations += 1;
  else order.corrections += 1;
  order.parcel = { courier, invoice, shippedAt };
  order.sentAt ??= at;
  order.confirmedAt ??= at;
  if (order.status < ORDER_STATUS.shipping) {
    order.status = ORDER_STATUS.shipping;
    order.changedAt = at;
  }
}

/** The parcel reaches the buyer. */
export function deliver(order: Order, at: number): void {
  order.status = ORDER_STATUS.delivered;
  order.deliveredAt = at;
  order.changedAt = at;
}

/** The buyer confirms the purchase. */
export function decide(order: Order, at: number): void {
  order.status = ORDER_STATUS.confirmed;
  order.decidedAt = at;
  order.changedAt = at;
}
