import type { Courier } from '../couriers.ts';
import { type Cart, type Order, openClaimOf } from '../orders/order.ts';
import {
  type Claim,
  type ClaimKind,
  type ClaimState,
  type Hold,
  isEnded,
  isHeld,
  type Party,
} from './claim.ts';

function move(claim: Claim, state: ClaimState, at: number): void {
  claim.state = state;
  claim.changedAt = at;
}

/** The claim comes to nothing: the buyer takes it back. */
export function withdraw({ cart }: Order, claim: Claim, at: number): void {
  move(claim, 'withdrawn', at);
  claim.withdrawnAt = at;
  lift(claim, at);
  settle(cart, at);
}

/** The claim comes to nothing: the seller refuses it, or ships after all. */
export function reject({ cart }: Order, claim: Claim, reason: string, at: number): void {
  move(claim, 'rejected', at);
  claim.withdrawnAt = at;
  claim.rejectReason = reason;
  lift(claim, at);
  settle(cart, at);
}

/** The seller, or the site in his stead, agrees; whatever was held goes on. */
export function approve(claim: Claim, by: Party, at: number): void {
  claim.approvedBy = by;
  claim.approvedAt ??= at;
  claim.changedAt = at;
  lift(claim, at);
}

/** Agrees to a claim whose goods, or whose money, are still to come. */
export function agree(claim: Claim, by: Party, at: number): void {
  approve(claim, by, at);
  move(claim, 'approved', at);
}

/** The money goes back and the claim is at its end. */
export function refund({ cart }: Order, claim: Claim, at: number): void {
  move(claim, 'done', at);
  claim.completedAt = at;
  claim.refundedAt ??= at;
  claim.refundPending = false;
  settle(cart, at);
}

/** A courier is on the way for the goods. */
export function orderPickup(
  claim: Claim,
  parcel: { courier: Courier; invoice: string; bySite: boolean },
  at: number,
): void {
  claim.pickup = {
    ...parcel,
    orderedAt: claim.pickup?.orderedAt ?? at,
    completedAt: claim.pickup?.completedAt ?? null,
  };
  claim.changedAt = at;
}

/** The goods are back at the seller. */
export function collect(claim: Claim, at: number): void {
  move(claim, 'collected', at);
  if (claim.pickup !== null) claim.pickup.completedAt ??= at;
}

/**
 * The seller approves a return: the goods count as back. Answers false when the refund has to wait until every other
 * claim of the cart is settled (sheet §7.8).
 */
export function approveReturn(order: Order, claim: Claim, by: Party, at: number): boolean {
  approve(claim, by, at);
  if (claim.state !== 'collected') collect(claim, at);
  if (hasUnsettledSibling(order.cart, claim)) {
    claim.refundPending = true;
    return false;
  }
  refund(order, claim, at);
  return true;
}

function hasUnsettledSibling({ orders }: Cart, claim: Claim): boolean {
  return orders.some(({ claims }) =>
    claims.some((other) => other !== claim && !isEnded(other) && !other.refundPending),
  );
}

function settle(cart: Cart, at: number): void {
  for (const order of cart.orders) {
    const claim = openClaimOf(order);
    if (claim?.refundPending && !hasUnsettledSibling(cart, claim)) refund(order, claim, at);
  }
}

/** The seller waits for money or goods. */
export function hold(
  claim: Claim,
  { reason, detail, fee }: Pick<Hold, 'reason' | 'detail' | 'fee'>,
  at: number,
): void {
  claim.hold = { reason, detail, fee, at, freedAt: null };
  claim.changedAt = at;
}

/** Whatever was held goes on. */
export function lift(claim: Claim, at: number): void {
  if (claim.hold === null || !isHeld(claim)) return;
  claim.hold.freedAt = at;
  claim.changedAt = at;
}

/** The replacement leaves, or its invoice is corrected. */
export function resend(claim: Claim, courier: Courier, invoice: string, by: Party, at: number): void {
  approve(claim, by, at);
  if (claim.pickup !== null) claim.pickup.completedAt ??= at;
  claim.resend = { courier, invoice, sentAt: claim.resend?.sentAt ?? at, deliveredAt: null };
  move(claim, 'reshipped', at);
}

/** The replacement reaches the buyer. */
export function finishExchange({ cart }: Order, claim: Claim, at: number): void {
  move(claim, 'done', at);
  claim.completedAt = at;
  if (claim.resend !== null) claim.resend.deliveredAt = at;
  settle(cart, at);
}

/** A return becomes an exchange, or the other way round; the request keeps its date. */
export function convert(claim: Claim, kind: ClaimKind, at: number): void {
  lift(claim, at);
  claim.kind = kind;
  claim.changedAt = at;
}
