import { type Claim, isHeld } from '../claims/claim.ts';
import { collect, finishExchange, orderPickup, refund } from '../claims/claiming.ts';
import { confirm, decide, deliver, pay, ship } from '../orders/fulfilment.ts';
import { ORDER_STATUS, type Order, openClaimOf, standingClaimOf } from '../orders/order.ts';
import { DAY_MS, MINUTE_MS } from '../time.ts';
import { inventParcel } from './invented-invoice.ts';
import type { Shop } from './shop.ts';

/** What happens next by itself, and how many minutes after the last thing; minutes stand for the real days. */
interface Turn {
  readonly afterMinutes: number;
  readonly take: (at: number) => void;
}

/** Lets buyers pay, accept and confirm, and carriers move parcels, whatever is due by now. */
export function passTime(shop: Shop, now: number): void {
  if (shop.quiet) return;
  for (const order of shop.book.orders()) {
    if (order.remittedAt !== null || isFinished(order)) continue;
    const turn = nextTurn(shop, order);
    if (turn !== undefined && now - sinceOf(shop, order) >= turn.afterMinutes * paceOf(order) * MINUTE_MS)
      turn.take(now);
  }
}

// Orders differ in pace by 0.4 to 2.4, so that they do not march in step.
const paceOf = ({ orderNo }: Order) => 0.4 + (Number(orderNo.slice(-3)) % 101) / 50;

const isFinished = (order: Order) =>
  openClaimOf(order) === undefined && standingClaimOf(order)?.state === 'done';

function sinceOf({ openedAt }: Shop, order: Order): number {
  return Math.max(openedAt, order.changedAt, openClaimOf(order)?.changedAt ?? 0);
}

function nextTurn(shop: Shop, order: Order): Turn | undefined {
  const claim = openClaimOf(order);
  if (claim !== undefined) return isHeld(claim) ? undefined : nextClaimTurn(shop, order, claim);
  const { cart } = order;
  switch (order.status) {
    case ORDER_STATUS.waiting:
      return { afterMinutes: 8, take: (at) => pay(cart, at) };
    case ORDER_STATUS.paid:
      if (cart.gift?.acceptedAt === null) return { afterMinutes: 5, take: (at) => accept(order, at) };
      if (order.distribution === 'TL') return { afterMinutes: 5, take: (at) => confirm(order, at) };
      // The guide knows no confirmation, so the order is prepared after a while.
      return shop.edition === 'guide' ? { afterMinutes: 30, take: (at) => confirm(order, at) } : undefined;
    case ORDER_STATUS.preparing:
      return order.distribution === 'TL'
        ? { afterMinutes: 10, take: (at) => send(shop, order, at) }
        : undefined;
    case ORDER_STATUS.shipping:
      return { afterMinutes: 10, take: (at) => deliver(order, at) };
    case ORDER_STATUS.delivered:
      return order.nonReceipt?.solvedAt === null
        ? undefined
        : { afterMinutes: 60, take: (at) => decide(order, at) };
    default:
      return { afterMinutes: DAY_MS / MINUTE_MS, take: (at) => remit(order, at) };
  }
}

function nextClaimTurn(shop: Shop, order: Order, claim: Claim): Turn | undefined {
  if (claim.refundPending) return undefined;
  if (claim.kind === 'cancel') {
    return claim.state === 'approved'
      ? { afterMinutes: 2, take: (at) => refund(order, claim, at) }
      : undefined;
  }
  switch (claim.state) {
    case 'requested':
    case 'approved':
      return claim.pickup?.orderedAt == null
        ? { afterMinutes: 3, take: (at) => startPickup(shop, order, claim, at) }
        : { afterMinutes: 8, take: (at) => collect(claim, at) };
    case 'reshipped':
      return { afterMinutes: 10, take: (at) => finishExchange(order, claim, at) };
    default:
      return undefined;
  }
}

// A fast refund is paid by the site as soon as its courier has the goods.
function startPickup({ random }: Shop, order: Order, claim: Claim, at: number): void {
  orderPickup(claim, { ...inventParcel(random), bySite: true }, at);
  if (!claim.isFastRefund) return;
  claim.refundedBySite = true;
  refund(order, claim, at);
}

function accept(order: Order, at: number): void {
  if (order.cart.gift !== null) order.cart.gift.acceptedAt = at;
  for (const sibling of order.cart.orders) sibling.changedAt = at;
}

function send({ random }: Shop, order: Order, at: number): void {
  const { courier, invoice } = inventParcel(random);
  ship(order, courier, invoice, at, at);
}

function remit(order: Order, at: number): void {
  order.remittedAt = at;
}
