import { ORDER_STATUS, type Order, openClaimOf } from '../orders/order.ts';
import type { Shop } from '../shop/shop.ts';
import { DAY_MS, HOUR_MS } from '../time.ts';
import { type Claim, isHeld, PARTY, REASON } from './claim.ts';
import { approve, lift, refund } from './claiming.ts';
import { request } from './request.ts';

/** A cancel that nobody answers takes effect by itself (sheet §7.9). */
export const CANCEL_DECIDES_MS = 24 * HOUR_MS;

/** A hold ends by itself (sheet §7.9). */
export const HOLD_ENDS_MS = 30 * DAY_MS;

/**
 * Lets everything happen to claims that the marketplace decides by the clock: it does so in quiet shops too. It draws
 * no number and no chance, so it may happen on any call without changing what comes after.
 */
export function passDeadlines({ book }: Shop, now: number): void {
  for (const order of book.pending) {
    const claim = openClaimOf(order);
    if (claim !== undefined) decide(order, claim, now);
    else if (!isWaiting(order)) book.pending.delete(order);
  }
}

/** Cancels the presents that nobody accepted in time. */
export function expireGifts(shop: Shop, now: number): void {
  for (const order of shop.book.pending) expireGift(shop, order, now);
}

const isWaiting = ({ status, cart }: Order) =>
  status === ORDER_STATUS.waiting || (status === ORDER_STATUS.paid && cart.gift?.acceptedAt === null);

function decide(order: Order, claim: Claim, now: number): void {
  if (
    claim.kind === 'cancel' &&
    claim.state === 'requested' &&
    now >= claim.requestedAt + CANCEL_DECIDES_MS
  ) {
    const at = claim.requestedAt + CANCEL_DECIDES_MS;
    approve(claim, PARTY.support, at);
    claim.refundedBySite = true;
    refund(order, claim, at);
  }
  if (claim.hold !== null && isHeld(claim) && now >= claim.hold.at + HOLD_ENDS_MS)
    lift(claim, claim.hold.at + HOLD_ENDS_MS);
}

function expireGift(shop: Shop, order: Order, now: number): void {
  const { gift } = order.cart;
  if (gift === null || gift.acceptedAt !== null || now < gift.dueAt || order.claims.length > 0) return;
  const wish = {
    kind: 'cancel',
    fault: 'buyer',
    requestedBy: PARTY.giftReceiver,
    reasonCode: REASON.giftExpired,
  } as const;
  const claim = request(shop, order, { ...wish, reasonDetail: '선물 수락기한 만료' }, gift.dueAt);
  approve(claim, PARTY.nobody, gift.dueAt);
  claim.refundedBySite = true;
  refund(order, claim, gift.dueAt);
}
