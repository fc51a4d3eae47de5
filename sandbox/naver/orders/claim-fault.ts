import type { ClaimReason } from './codes.ts';

/** Who answers for a claim; the three words of edition `guide` (guide 1.6.7) stand for the same. */
export type ClaimFault = 'buyer' | 'seller' | 'carrier';

/** Reasons the seller answers for; what the sheet's list (§4.5) leaves to the buyer is everything else. */
const SELLER_REASONS: ReadonlySet<ClaimReason> = new Set([
  'PRODUCT_UNSATISFIED',
  'DELAYED_DELIVERY',
  'SOLD_OUT',
  'DROPPED_DELIVERY',
  'NOT_YET_DELIVERY',
  'BROKEN',
  'INCORRECT_INFO',
  'WRONG_DELIVERY',
  'WRONG_OPTION',
  'OUT_OF_STOCK',
  'SALE_INTENT_CHANGED',
  'WRONG_DELAYED_DELIVERY',
  'BROKEN_AND_BAD',
  'UNDER_QUANTITY',
]);

const FEES = { RETURN: 3_000, EXCHANGE: 6_000 } as const;

/** Who answers for a claim with this reason. */
export function faultOf(reason: ClaimReason): ClaimFault {
  return SELLER_REASONS.has(reason) ? 'seller' : 'buyer';
}

/** What the buyer is asked to pay for the way back: nothing, unless the buyer answers for it. */
export function feeFor(claimType: keyof typeof FEES, fault: ClaimFault): number {
  return fault === 'buyer' ? FEES[claimType] : 0;
}
