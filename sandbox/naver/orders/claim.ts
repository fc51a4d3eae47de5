import type { Address } from './address.ts';
import type { ClaimFault } from './claim-fault.ts';
import type { ClaimReason, CollectStatus, DeliveryStatus, HoldbackReason, ReturnMethod } from './codes.ts';
import type { Parcel } from './product-order.ts';

interface BuyerClaim {
  readonly claimId: string;
  readonly requestedAt: number;
  readonly reason: ClaimReason;
  detail: string;
  /** Who answers for it; the marketplace derives it from the reason. */
  fault: ClaimFault;
  /** Who opened it, as the marketplace writes it. */
  readonly channel: ClaimChannel;
  readonly quantity: number;
  /** When it was agreed to; an exchange may be sent again from then on (sheet §4.3). */
  admittedAt?: number;
  completedAt?: number;
  /** Who ended it where it came to nothing; the official edition writes `*_REJECT` either way. */
  rejectedBy?: ClaimParty;
}

export type ClaimChannel = '구매회원' | '판매자';
export type ClaimParty = 'buyer' | 'seller' | 'marketplace';

export interface CancelClaim extends BuyerClaim {
  readonly claimType: 'CANCEL';
  claimStatus: 'CANCEL_REQUEST' | 'CANCELING' | 'CANCEL_DONE' | 'CANCEL_REJECT';
}

/** How the goods of a return or exchange come back. */
export interface Collection {
  readonly method: ReturnMethod;
  company?: string;
  trackingNumber?: string;
  readonly from: Address;
  status: CollectStatus;
  completedAt?: number;
}

/** Stands beside the claim status: a held claim cannot be approved until it is released (sheet §4.3). */
export interface Holdback {
  readonly reason: HoldbackReason;
  readonly detail: string;
  readonly heldAt: number;
  readonly extraFee: number;
  releasedAt?: number;
}

interface CollectedClaim extends BuyerClaim {
  readonly collection: Collection;
  /** What the buyer is asked to pay for the way back. */
  feeDemand: number;
  holdback?: Holdback;
}

export interface ReturnClaim extends CollectedClaim {
  readonly claimType: 'RETURN';
  claimStatus: 'RETURN_REQUEST' | 'COLLECTING' | 'COLLECT_DONE' | 'RETURN_DONE' | 'RETURN_REJECT';
}

export interface Redelivery {
  readonly parcel: Parcel;
  readonly sentAt: number;
  status: DeliveryStatus;
}

export interface ExchangeClaim extends CollectedClaim {
  readonly claimType: 'EXCHANGE';
  claimStatus:
    | 'EXCHANGE_REQUEST'
    | 'COLLECTING'
    | 'COLLECT_DONE'
    | 'EXCHANGE_REDELIVERING'
    | 'EXCHANGE_DONE'
    | 'EXCHANGE_REJECT';
  redelivery?: Redelivery;
}

/** The buyer holds the purchase decision back, or is asked to decide; it carries no claim object. */
export interface DecisionHoldback {
  readonly claimType: 'PURCHASE_DECISION_HOLDBACK';
  readonly claimId: string;
  claimStatus:
    | 'PURCHASE_DECISION_HOLDBACK'
    | 'PURCHASE_DECISION_REQUEST'
    | 'PURCHASE_DECISION_HOLDBACK_RELEASE';
}

export interface AdminCancelClaim extends BuyerClaim {
  readonly claimType: 'ADMIN_CANCEL';
  claimStatus: 'ADMIN_CANCELING' | 'ADMIN_CANCEL_DONE' | 'ADMIN_CANCEL_REJECT';
}

export type Claim = CancelClaim | ReturnClaim | ExchangeClaim | DecisionHoldback | AdminCancelClaim;

/** A claim that covers goods and so can end a line, wholly or in part. */
export type GoodsClaim = Exclude<Claim, DecisionHoldback>;

export type ClaimStatus = Claim['claimStatus'];

/** A claim whose goods come back. */
export type ReturningClaim = ReturnClaim | ExchangeClaim;

/** Whether the seller holds the claim. */
export function isHeld({ holdback }: ReturningClaim): boolean {
  return holdback !== undefined && holdback.releasedAt === undefined;
}

/** What the buyer is asked to pay altogether. */
export function demandedFee({ feeDemand, holdback }: ReturningClaim): number {
  return feeDemand + (holdback?.extraFee ?? 0);
}

/** Whether a claim has come to its end, either way. */
export function isEnded({ claimStatus }: Claim): boolean {
  return /_(?:DONE|REJECT|RELEASE)$/.test(claimStatus) && claimStatus !== 'COLLECT_DONE';
}

/** Whether a claim ended with its goods canceled, returned or exchanged. */
export function isDone(claim: Claim): boolean {
  return isEnded(claim) && claim.claimStatus.endsWith('_DONE');
}
