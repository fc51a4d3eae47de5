import { type CancelClaim, type ExchangeClaim, isEnded, type ReturnClaim } from '../../orders/claim.ts';
import { goodsClaims, type ProductOrder } from '../../orders/product-order.ts';
import type { ItemCode } from '../items.ts';

/** What a call is after; the same call again finds it reached. */
type Aim = 'DONE' | 'REJECT';

/** The open cancellation a call acts on, or the code that speaks against it. */
export function openCancel(line: ProductOrder, aim: Aim = 'DONE'): CancelClaim | ItemCode {
  const { claim } = line;
  return claim?.claimType === 'CANCEL' && !isEnded(claim) ? claim : refusal(line, `CANCEL_${aim}`);
}

/** The open return a call acts on, or the code that speaks against it. */
export function openReturn(line: ProductOrder, aim: Aim = 'DONE'): ReturnClaim | ItemCode {
  const { claim } = line;
  return claim?.claimType === 'RETURN' && !isEnded(claim) ? claim : refusal(line, `RETURN_${aim}`);
}

/** The open exchange a call acts on, or the code that speaks against it. */
export function openExchange(line: ProductOrder, aim: Aim = 'DONE'): ExchangeClaim | ItemCode {
  const { claim } = line;
  return claim?.claimType === 'EXCHANGE' && !isEnded(claim) ? claim : refusal(line, `EXCHANGE_${aim}`);
}

/** A repetition is told from a call that knows an older state of the line (sheet §5.3). */
function refusal(line: ProductOrder, reached: string): ItemCode {
  return goodsClaims(line).at(-1)?.claimStatus === reached ? '105306' : '104442';
}
