import { type Claim, type GoodsClaim, isHeld } from '../orders/claim.ts';
import { finishClaim } from '../orders/claiming.ts';
import type { Shop } from '../seller/shop.ts';
import { endOfBusinessDay } from '../wire/business-days.ts';
import { SECOND_MS } from '../wire/time.ts';

/** How long the refund of an admitted cancellation takes (sheet §6: five seconds lie between the two instants). */
const REFUND_MS = 5 * SECOND_MS;

/** Working days after which the marketplace decides for a seller who does not; neither is in the sheet: unconfirmed. */
const UNANSWERED_CANCEL_DAYS = 3;
const UNHANDLED_RETURN_DAYS = 5;

/** Finishes the claims whose time has come. What a quiet shop was opened with stands still. */
export function letClaimsFallDue({ book, rules, openedAt }: Shop, now: number): void {
  for (const line of book.claimed) {
    if (line.claim === undefined || line.movedAt < openedAt) continue;
    const due = dueClaim(line.claim, rules.edition === 'official', now);
    if (due !== undefined) finishClaim(book, line, due, now);
  }
}

function dueClaim(claim: Claim, decidesByItself: boolean, now: number): GoodsClaim | undefined {
  switch (claim.claimStatus) {
    case 'CANCELING':
      return now >= (claim.admittedAt ?? now) + REFUND_MS ? claim : undefined;
    case 'CANCEL_REQUEST': {
      const isDue = now > endOfBusinessDay(claim.requestedAt, UNANSWERED_CANCEL_DAYS);
      return decidesByItself && isDue ? claim : undefined;
    }
    case 'COLLECT_DONE': {
      if (claim.claimType !== 'RETURN' || isHeld(claim) || !decidesByItself) return undefined;
      const collectedAt = claim.collection.completedAt ?? now;
      return now > endOfBusinessDay(collectedAt, UNHANDLED_RETURN_DAYS) ? claim : undefined;
    }
    default:
      return undefined;
  }
}
