import type { ExchangeClaim, ReturnClaim, ReturningClaim } from './claim.ts';
import { type ClaimFault, feeFor } from './claim-fault.ts';
import { finishCollecting } from './claiming.ts';
import type { OrderBook } from './order-book.ts';
import type { ProductOrder } from './product-order.ts';

/** The seller lets go of a claim. The feed has no type for it. */
export function releaseHoldback(
  book: OrderBook,
  line: ProductOrder,
  claim: ReturningClaim,
  at: number,
): void {
  if (claim.holdback !== undefined) claim.holdback.releasedAt = at;
  book.moved(line, at);
}

/** The seller has the goods of an exchange and may send it again. */
export function takeBack(book: OrderBook, line: ProductOrder, claim: ExchangeClaim, at: number): void {
  claim.admittedAt = at;
  if (claim.claimStatus === 'COLLECT_DONE') book.moved(line, at);
  else finishCollecting(book, line, claim, at);
}

/** What the seller found out about a return. */
export interface Finding {
  readonly fault: ClaimFault;
  readonly detail?: string;
  readonly company?: string;
  readonly trackingNumber?: string;
}

/** The seller has found that somebody else answers for the return, and so pays the way back (guide 1.6.7). */
export function changeFault(
  book: OrderBook,
  line: ProductOrder,
  claim: ReturnClaim,
  finding: Finding,
  at: number,
): void {
  const { fault, detail, company, trackingNumber } = finding;
  claim.fault = fault;
  claim.feeDemand = feeFor('RETURN', fault);
  claim.detail = detail ?? claim.detail;
  claim.collection.company = company ?? claim.collection.company;
  claim.collection.trackingNumber = trackingNumber ?? claim.collection.trackingNumber;
  book.moved(line, at);
}

/** The parcel of a return stands at the seller's door; in edition `guide` the seller has still to say so. */
export function arriveBack(book: OrderBook, line: ProductOrder, claim: ReturningClaim, at: number): void {
  claim.collection.status = 'DELIVERED';
  claim.collection.completedAt = at;
  book.moved(line, at);
}
