import {
  type CancelClaim,
  type Claim,
  type ClaimParty,
  type DecisionHoldback,
  type ExchangeClaim,
  type GoodsClaim,
  type Holdback,
  isEnded,
  type Redelivery,
  type ReturnClaim,
} from './claim.ts';
import type { OrderBook } from './order-book.ts';
import type { ProductOrder } from './product-order.ts';

/** Whether a claim is open on the line. */
export function hasOpenClaim({ claim }: ProductOrder): boolean {
  return claim !== undefined && !isEnded(claim);
}

/** Opens a claim; an exchange already on its way back to the buyer moves aside (sheet §3.3). */
export function openClaim(book: OrderBook, line: ProductOrder, claim: Claim, at: number): void {
  if (line.claim?.claimType === 'EXCHANGE') line.beforeClaim = line.claim;
  line.claim = claim;
  book.announced(line, 'CLAIM_REQUESTED', at);
}

/** The seller admits a cancellation; the refund is still on its way. The feed has no type for it. */
export function admitCancel(book: OrderBook, line: ProductOrder, claim: CancelClaim, at: number): void {
  claim.claimStatus = 'CANCELING';
  claim.admittedAt = at;
  book.moved(line, at);
}

/** The goods are on their way back. The feed has no type for it. */
export function startCollecting(
  book: OrderBook,
  line: ProductOrder,
  claim: ReturnClaim | ExchangeClaim,
  at: number,
): void {
  claim.claimStatus = 'COLLECTING';
  claim.collection.status = 'DELIVERING';
  book.moved(line, at);
}

/** The goods are back. */
export function finishCollecting(
  book: OrderBook,
  line: ProductOrder,
  claim: ReturnClaim | ExchangeClaim,
  at: number,
): void {
  claim.claimStatus = 'COLLECT_DONE';
  claim.collection.status = 'DELIVERED';
  claim.collection.completedAt ??= at;
  book.announced(line, 'COLLECT_DONE', at);
}

/** The seller holds a claim until a fee or the goods arrive. */
export function holdBack(
  book: OrderBook,
  line: ProductOrder,
  claim: ReturnClaim | ExchangeClaim,
  holdback: Holdback,
): void {
  claim.holdback = holdback;
  book.moved(line, holdback.heldAt);
}

/** The seller sends the replacement. */
export function redeliver(
  book: OrderBook,
  line: ProductOrder,
  claim: ExchangeClaim,
  redelivery: Redelivery,
  at: number,
): void {
  claim.claimStatus = 'EXCHANGE_REDELIVERING';
  claim.admittedAt ??= at;
  claim.redelivery = redelivery;
  book.announced(line, 'CLAIM_REDELIVERING', at);
}

/** The claim takes its goods; a claim on all that remained ends the line. */
export function finishClaim(book: OrderBook, line: ProductOrder, claim: GoodsClaim, at: number): void {
  const coversAll = claim.quantity >= line.remainQuantity;
  claim.admittedAt ??= at;
  claim.completedAt = at;
  switch (claim.claimType) {
    case 'CANCEL':
      claim.claimStatus = 'CANCEL_DONE';
      if (coversAll) line.status = 'CANCELED';
      break;
    case 'ADMIN_CANCEL':
      claim.claimStatus = 'ADMIN_CANCEL_DONE';
      if (coversAll) line.status = 'CANCELED';
      break;
    case 'RETURN':
      claim.claimStatus = 'RETURN_DONE';
      if (coversAll) {
        line.status = 'RETURNED';
        closeExchange(line, at);
      }
      break;
    case 'EXCHANGE':
      claim.claimStatus = 'EXCHANGE_DONE';
      if (claim.redelivery !== undefined) claim.redelivery.status = 'DELIVERY_COMPLETION';
      if (coversAll) line.status = 'EXCHANGED';
  }
  // An exchange gives as much as it takes.
  if (claim.claimType !== 'EXCHANGE') line.remainQuantity -= Math.min(claim.quantity, line.remainQuantity);
  endClaim(line, claim);
  book.announced(line, 'CLAIM_COMPLETED', at);
}

/** The claim comes to nothing: the buyer withdrew it or it was refused. */
export function rejectClaim(
  book: OrderBook,
  line: ProductOrder,
  claim: GoodsClaim,
  by: ClaimParty,
  at: number,
): void {
  switch (claim.claimType) {
    case 'CANCEL':
      claim.claimStatus = 'CANCEL_REJECT';
      break;
    case 'ADMIN_CANCEL':
      claim.claimStatus = 'ADMIN_CANCEL_REJECT';
      break;
    case 'RETURN':
      claim.claimStatus = 'RETURN_REJECT';
      break;
    case 'EXCHANGE':
      claim.claimStatus = 'EXCHANGE_REJECT';
  }
  claim.completedAt = at;
  claim.rejectedBy = by;
  endClaim(line, claim);
  book.announced(line, 'CLAIM_REJECTED', at);
}

/** The buyer stops holding the purchase decision back. */
export function releaseDecision(
  book: OrderBook,
  line: ProductOrder,
  claim: DecisionHoldback,
  at: number,
): void {
  claim.claimStatus = 'PURCHASE_DECISION_HOLDBACK_RELEASE';
  book.announced(line, 'CLAIM_REJECTED', at);
}

/** The replacement has reached the buyer, who returned it: the exchange under the return is over as well. */
function closeExchange(line: ProductOrder, at: number): void {
  const { beforeClaim } = line;
  if (beforeClaim === undefined) return;
  beforeClaim.claimStatus = 'EXCHANGE_DONE';
  beforeClaim.completedAt = at;
  if (beforeClaim.redelivery !== undefined) beforeClaim.redelivery.status = 'DELIVERY_COMPLETION';
  endClaim(line, beforeClaim);
}

function endClaim(line: ProductOrder, claim: GoodsClaim): void {
  line.endedClaims.push(claim);
  if (line.beforeClaim === claim) delete line.beforeClaim;
  if (line.claim !== claim) return;
  delete line.claim;
  // The exchange that stood aside for this claim is the open one again.
  if (line.beforeClaim === undefined) return;
  line.claim = line.beforeClaim;
  delete line.beforeClaim;
}
