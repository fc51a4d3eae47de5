import type { Shop } from '../shop/shop.ts';
import { leftOf, type Order, type OrderLine, openClaimOf, type Parcel, type Stage } from './line.ts';

const enter = ({ book }: Shop, line: OrderLine, stage: Stage, at: number) => {
  line.stage = stage;
  book.settle(line, at);
};

/** The buyer's money arrives, or the reserved goods do: the seller may begin. */
export function pay(shop: Shop, order: Order, at: number): void {
  order.paidAt ??= at;
  for (const line of order.lines) enter(shop, line, '202', at);
}

/** A gift's receiver says where he lives. */
export function receiveGift(shop: Shop, order: Order, receiver: Order['receiver'], at: number): void {
  order.receiver = receiver;
  for (const line of order.lines) if (line.stage === '200') enter(shop, line, '202', at);
}

/** The lines that are confirmed together: the same delivery and product, with the add-ons of that product (sheet §3.5). */
export function confirmedWith({ book }: Shop, line: OrderLine): readonly OrderLine[] {
  const main = line.addOnOf ?? line.option.prdNo;
  return book
    .ofDelivery(line.delivery.dlvNo)
    .filter(({ option, addOnOf }) => option.prdNo === main || addOnOf === main);
}

/** The seller confirms a line. */
export function confirm(shop: Shop, line: OrderLine, at: number): void {
  line.confirmedAt = at;
  enter(shop, line, '301', at);
}

/** The seller hands a line to the courier, in one parcel or several. */
export function ship(shop: Shop, line: OrderLine, parcels: readonly Parcel[], at: number): void {
  line.parcels = [...parcels];
  line.sentAt = at;
  line.confirmedAt ??= at;
  for (const parcel of parcels) shop.invoices.note(line, parcel);
  enter(shop, line, '401', at);
}

/** The parcels reach the buyer. */
export function deliver(shop: Shop, line: OrderLine, at: number): void {
  line.deliveredAt = at;
  enter(shop, line, '501', at);
}

/** The purchase is confirmed, by the buyer or by time. */
export function decide(shop: Shop, line: OrderLine, at: number, byTime: boolean): void {
  line.decidedAt = at;
  line.decidedByTime = byTime;
  enter(shop, line, '901', at);
}

/** Whether something of the line is still there and nobody wants it undone. */
export function isUndisturbed(line: OrderLine): boolean {
  return leftOf(line) > 0 && openClaimOf(line) === undefined;
}
