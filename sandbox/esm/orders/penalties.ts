import { type Claim, PARTY } from '../claims/claim.ts';
import { ORDER_STATUS, type Order, openClaimOf, standingClaimOf } from './order.ts';

// ESM publishes no table of points (operations sheet §6); one for each fault keeps them countable.
const POINTS = { lateDispatch: 1, sellerCancel: 1 } as const;

const isSellerCancel = ({ kind, requestedBy, state }: Claim) =>
  kind === 'cancel' && requestedBy === PARTY.seller && state === 'done';

/** How often the seller cancelled this order. */
export function sellerCancelsOf({ claims }: Order): number {
  return claims.filter(isSellerCancel).length;
}

/** Whether the dispatch deadline passed without a dispatch and without a later day that was named in time. */
export function isLate(order: Order, now: number): boolean {
  const deadline = order.expectedAt ?? order.dueAt;
  if (deadline === null || order.distribution === 'TL') return false;
  if (order.sentAt !== null) return order.sentAt > deadline;
  const cancel = standingClaimOf(order);
  if (cancel !== undefined && openClaimOf(order) === undefined) return (cancel.completedAt ?? now) > deadline;
  return order.status < ORDER_STATUS.shipping && now > deadline;
}

/** What an order has cost the seller in penalty points so far. */
export function penaltyPointsOf(order: Order, now: number): number {
  return sellerCancelsOf(order) * POINTS.sellerCancel + (isLate(order, now) ? POINTS.lateDispatch : 0);
}
