import { DAY_MS } from '../wire/time.ts';
import type { Address } from './address.ts';
import type { DelayedDispatchReason, DeliveryStatus } from './codes.ts';
import type { OrderBook } from './order-book.ts';
import type { Order, Parcel, ProductOrder } from './product-order.ts';

const DISPATCH_DAYS = 3;

/** The buyer pays: every line of the order becomes the seller's to send. */
export function pay(book: OrderBook, order: Order, at: number): void {
  order.paidAt = at;
  for (const line of order.productOrders) {
    line.status = 'PAYED';
    line.shippingDueAt = at + DISPATCH_DAYS * DAY_MS;
    book.announced(line, 'PAYED', at);
  }
}

/** The buyer never paid. The feed has no type of its own for it; it shows as a completed cancellation. */
export function lapse(book: OrderBook, order: Order, at: number): void {
  for (const line of order.productOrders) {
    line.status = 'CANCELED_BY_NOPAYMENT';
    book.announced(line, 'CLAIM_COMPLETED', at);
  }
}

/** The seller takes the order on. The feed tells nothing of it (sheet §3.2). */
export function confirm(book: OrderBook, line: ProductOrder, at: number): void {
  line.confirmsApplied += 1;
  prepare(book, line, at);
}

/** The line is being made ready, whoever has seen to it. */
export function prepare(book: OrderBook, line: ProductOrder, at: number): void {
  line.placeOrderStatus = 'OK';
  line.placedAt = at;
  book.moved(line, at);
}

/** The seller takes the confirmation back. */
export function withdrawConfirmation(book: OrderBook, line: ProductOrder, at: number): void {
  line.placeOrderStatus = 'CANCEL';
  book.moved(line, at);
}

/** The seller sends the line. Sending an unconfirmed line takes it on as well; sending refuses a requested cancellation. */
export function dispatch(
  book: OrderBook,
  line: ProductOrder,
  parcel: Parcel,
  { sentAt, at }: { readonly sentAt: number; readonly at: number },
): void {
  if (line.claim?.claimType === 'CANCEL') {
    line.claim.claimStatus = 'CANCEL_REJECT';
    line.claim.completedAt = at;
    line.claim.rejectedBy = 'seller';
    line.endedClaims.push(line.claim);
    delete line.claim;
  }
  if (line.placeOrderStatus !== 'OK') {
    line.placeOrderStatus = 'OK';
    line.placedAt = at;
  }
  delete line.hold;
  line.status = 'DELIVERING';
  line.delivery = { parcel, sentAt, status: 'company' in parcel ? 'COLLECT_REQUEST' : 'NOT_TRACKING' };
  line.invoicesRegistered += 1;
  book.registerInvoice(parcel, line.packageNumber);
  book.announced(line, 'DISPATCHED', at);
}

/** The seller corrects the invoice of a line that is on its way; only edition `guide` has a call for it. */
export function changeInvoice(book: OrderBook, line: ProductOrder, parcel: Parcel, at: number): void {
  if (line.delivery === undefined) return;
  line.delivery = { ...line.delivery, parcel };
  book.registerInvoice(parcel, line.packageNumber);
  book.moved(line, at);
}

/** The seller keeps a line back, or lets it go again; only edition `guide` has calls for it. */
export function holdDispatch(book: OrderBook, line: ProductOrder, reason: string, at: number): void {
  line.hold = { reason };
  book.moved(line, at);
}

export function releaseDispatch(book: OrderBook, line: ProductOrder, at: number): void {
  if (line.hold !== undefined) line.hold = { ...line.hold, releasedAt: at };
  book.moved(line, at);
}

/** The carrier reports. Neither its steps nor the delivery itself show in the feed (sheet §3.2). */
export function carry(book: OrderBook, line: ProductOrder, status: DeliveryStatus, at: number): void {
  const { delivery } = line;
  if (delivery === undefined) return;
  delivery.status = status;
  if (status === 'COLLECT_CARGO') delivery.pickedUpAt = at;
  if (status === 'WRONG_INVOICE') delivery.wrongInvoiceAt = at;
  if (status === 'DELIVERY_COMPLETION') {
    delivery.deliveredAt = at;
    line.status = 'DELIVERED';
  }
  book.moved(line, at);
}

/** Goods that travel without tracking arrive. */
export function arriveUntracked(book: OrderBook, line: ProductOrder, at: number): void {
  if (line.delivery !== undefined) line.delivery.deliveredAt = at;
  line.status = 'DELIVERED';
  book.moved(line, at);
}

/** The buyer, or time, decides the purchase. */
export function decide(book: OrderBook, line: ProductOrder, at: number): void {
  line.status = 'PURCHASE_DECIDED';
  line.decidedAt = at;
  book.announced(line, 'PURCHASE_DECIDED', at);
}

/** The buyer gives another address. */
export function changeAddress(book: OrderBook, line: ProductOrder, receiver: Address, at: number): void {
  line.receiver = receiver;
  line.receiverAddressChanged = true;
  book.announced(line, 'DELIVERY_ADDRESS_CHANGED', at);
}

/** The receiver of a gift gives an address. */
export function receiveGift(book: OrderBook, line: ProductOrder, receiver: Address, at: number): void {
  line.receiver = receiver;
  line.giftReceivedAt = at;
  book.announced(line, 'GIFT_RECEIVED', at);
}

/** The seller will send later. The feed has no type for it. */
export function delayDispatch(
  book: OrderBook,
  line: ProductOrder,
  delay: { readonly dueAt: number; readonly reason: DelayedDispatchReason; readonly detail?: string },
  at: number,
): void {
  const { dueAt, ...why } = delay;
  line.shippingDueAt = dueAt;
  line.delay = why;
  book.moved(line, at);
}
