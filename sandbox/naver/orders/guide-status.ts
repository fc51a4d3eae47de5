import { type GoodsClaim, isEnded, isHeld, type ReturningClaim } from './claim.ts';
import { isKeptBack, type ProductOrder } from './product-order.ts';

/** Guide 1.3.1, the least advanced first: an order shows the least advanced of its lines. */
export const GUIDE_ORDER_STATUSES = [
  'PAY_COMPLETED',
  'HOLD',
  'PACKING',
  'CANCEL_REQUESTED',
  'SHIPPING',
  'DELIVERED',
  'RETURN_REQUESTED',
  'EXCHANGE_REQUESTED',
  'PURCHASE_CONFIRMED',
  'EXCHANGE_COMPLETED',
  'RETURN_COMPLETED',
  'CANCELED',
] as const;
export type GuideOrderStatus = (typeof GUIDE_ORDER_STATUSES)[number];

/** A line's status in edition `guide`; undefined before payment, when the guide does not know the order yet. */
export function orderStatusOf(line: ProductOrder): GuideOrderStatus | undefined {
  const { claim } = line;
  if (claim !== undefined && claim.claimType !== 'PURCHASE_DECISION_HOLDBACK' && !isEnded(claim)) {
    return `${guideClaimType(claim)}_REQUESTED`;
  }
  switch (line.status) {
    case 'PAYMENT_WAITING':
      return undefined;
    case 'PAYED':
      if (isKeptBack(line)) return 'HOLD';
      return line.placeOrderStatus === 'OK' ? 'PACKING' : 'PAY_COMPLETED';
    case 'DELIVERING':
      return 'SHIPPING';
    case 'DELIVERED':
      return 'DELIVERED';
    case 'PURCHASE_DECIDED':
      return 'PURCHASE_CONFIRMED';
    case 'EXCHANGED':
      return 'EXCHANGE_COMPLETED';
    case 'RETURNED':
      return 'RETURN_COMPLETED';
    case 'CANCELED':
    case 'CANCELED_BY_NOPAYMENT':
      return 'CANCELED';
  }
}

export const GUIDE_CLAIM_TYPES = ['CANCEL', 'RETURN', 'EXCHANGE'] as const;
export type GuideClaimType = (typeof GUIDE_CLAIM_TYPES)[number];

/** The guide knows no cancellations by the marketplace itself; they are cancellations. */
export function guideClaimType({ claimType }: GoodsClaim): GuideClaimType {
  return claimType === 'ADMIN_CANCEL' ? 'CANCEL' : claimType;
}

/** Every status a claim of a kind can have in edition `guide`. */
export const GUIDE_CLAIM_STATUSES = {
  CANCEL: ['CANCEL_REQUESTED', 'CANCELED', 'CANCEL_REJECTED', 'CANCEL_WITHDRAWN'],
  RETURN: [
    'RETURN_REQUESTED',
    'RETURN_APPROVED',
    'RETURN_COLLECTED',
    'RETURN_WITHHELD',
    'RETURN_COMPLETED',
    'RETURN_REJECTED',
    'RETURN_WITHDRAWN',
  ],
  EXCHANGE: [
    'EXCHANGE_REQUESTED',
    'EXCHANGE_APPROVED',
    'EXCHANGE_COLLECTED',
    'EXCHANGE_SHIPPED',
    'EXCHANGE_COMPLETED',
    'EXCHANGE_REJECTED',
    'EXCHANGE_WITHDRAWN',
  ],
} as const satisfies Record<GuideClaimType, readonly string[]>;
export type GuideClaimStatus = (typeof GUIDE_CLAIM_STATUSES)[GuideClaimType][number];

/** A claim's status in edition `guide`: agreed to means that the goods are on their way back. */
export function claimStatusOf(claim: GoodsClaim): GuideClaimStatus {
  const type = guideClaimType(claim);
  switch (claim.claimStatus) {
    case 'CANCEL_DONE':
    case 'ADMIN_CANCEL_DONE':
      return 'CANCELED';
    case 'RETURN_DONE':
      return 'RETURN_COMPLETED';
    case 'EXCHANGE_DONE':
      return 'EXCHANGE_COMPLETED';
    case 'EXCHANGE_REDELIVERING':
      return 'EXCHANGE_SHIPPED';
    case 'CANCEL_REJECT':
    case 'ADMIN_CANCEL_REJECT':
    case 'RETURN_REJECT':
    case 'EXCHANGE_REJECT':
      return `${type}_${claim.rejectedBy === 'seller' ? 'REJECTED' : 'WITHDRAWN'}`;
    case 'CANCEL_REQUEST':
    case 'CANCELING':
    case 'ADMIN_CANCELING':
      return 'CANCEL_REQUESTED';
    default:
      return returningStatus(claim);
  }
}

function returningStatus(claim: ReturningClaim): GuideClaimStatus {
  if (claim.claimType === 'RETURN' && isHeld(claim)) return 'RETURN_WITHHELD';
  switch (claim.claimStatus) {
    case 'COLLECTING':
      return `${claim.claimType}_APPROVED`;
    case 'COLLECT_DONE':
      return `${claim.claimType}_COLLECTED`;
    default:
      return `${claim.claimType}_REQUESTED`;
  }
}
