import { endOfBusinessDay } from '../wire/business-days.ts';
import { isEnded } from './claim.ts';
import { goodsClaims, type ProductOrder } from './product-order.ts';

/** Seller-operations §6; the marketplace's current table is unconfirmed. */
const POINTS = {
  missedDispatch: 1,
  missedDelayedDispatch: 2,
  stillUnsent: 3,
  sellerCancel: 2,
  lateClaim: 1,
} as const;
const STILL_UNSENT_DAYS = 4;
const CLAIM_DAYS = 3;

/** How many times the seller has canceled goods of the line. */
export function sellerCancels(line: ProductOrder): number {
  return goodsClaims(line).filter(({ claimType, channel }) => claimType === 'CANCEL' && channel === '판매자')
    .length;
}

/** The penalty points a line has cost its seller by now. */
export function penaltyPoints(line: ProductOrder, now: number): number {
  return dispatchPoints(line, now) + claimPoints(line, now);
}

function dispatchPoints(line: ProductOrder, now: number): number {
  const { shippingDueAt, delivery, delay, status } = line;
  if (shippingDueAt === undefined) return 0;
  const canceledAt = status === 'CANCELED' ? line.endedClaims.at(-1)?.completedAt : undefined;
  const settledAt = delivery?.sentAt ?? canceledAt ?? now;
  if (settledAt <= shippingDueAt) return 0;
  const missed = delay === undefined ? POINTS.missedDispatch : POINTS.missedDelayedDispatch;
  const isVeryLate = settledAt > endOfBusinessDay(shippingDueAt, STILL_UNSENT_DAYS);
  return missed + (isVeryLate ? POINTS.stillUnsent : 0);
}

function claimPoints(line: ProductOrder, now: number): number {
  let points = 0;
  for (const claim of goodsClaims(line)) {
    if (claim.claimType === 'CANCEL' && claim.channel === '판매자' && claim.fault === 'seller') {
      points += POINTS.sellerCancel;
    }
    if (!('collection' in claim)) continue;
    const { completedAt: collectedAt } = claim.collection;
    if (collectedAt === undefined) continue;
    const sentAgainAt = claim.claimType === 'EXCHANGE' ? claim.redelivery?.sentAt : undefined;
    const endedAt = isEnded(claim) ? claim.completedAt : undefined;
    const handledAt = claim.holdback?.heldAt ?? sentAgainAt ?? endedAt ?? now;
    if (handledAt > endOfBusinessDay(collectedAt, CLAIM_DAYS)) points += POINTS.lateClaim;
  }
  return points;
}
