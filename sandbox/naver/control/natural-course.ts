import { isEnded } from '../orders/claim.ts';
import { arriveBack } from '../orders/claim-decisions.ts';
import { finishClaim, finishCollecting, startCollecting } from '../orders/claiming.ts';
import { arriveUntracked, carry, decide, lapse, prepare } from '../orders/fulfilment.ts';
import type { OrderBook } from '../orders/order-book.ts';
import { type Delivery, isGiftWaiting, isKeptBack, type ProductOrder } from '../orders/product-order.ts';
import type { Edition, Shop } from '../seller/shop.ts';
import { MINUTE_MS } from '../wire/time.ts';

/** What happens next to a line if nobody interferes, and how long after the last thing. */
interface Step {
  readonly afterMinutes: number;
  readonly take: (book: OrderBook, line: ProductOrder, at: number) => void;
}

/** Lets carriers, buyers and the marketplace take the steps that are due; minutes stand for the real days. */
export function letTimePass({ book, openedAt, rules }: Shop, now: number): void {
  for (const line of book.restless) {
    const step = nextStep(line, rules.edition, now);
    if (step === undefined) book.restless.delete(line);
    else if (now >= Math.max(line.movedAt, openedAt) + step.afterMinutes * MINUTE_MS * paceOf(line)) {
      step.take(book, line, now);
    }
  }
}

/** Lines differ in pace by 0.3 to 2.3, so that they do not march in step. */
function paceOf({ productOrderId }: ProductOrder): number {
  return 0.3 + (Number(productOrderId.slice(-6, -1)) % 101) / 50;
}

function nextStep(line: ProductOrder, edition: Edition, now: number): Step | undefined {
  if (line.status === 'PAYMENT_WAITING') {
    const { order } = line;
    const isDue = now >= order.paymentDueAt;
    return {
      afterMinutes: isDue ? 0 : Number.POSITIVE_INFINITY,
      take: (book, _, at) => lapse(book, order, at),
    };
  }
  if (line.claim !== undefined && !isEnded(line.claim)) return nextClaimStep(line, edition);
  if (line.status === 'DELIVERING') return nextDeliveryStep(line.delivery);
  if (line.status === 'DELIVERED') return { afterMinutes: 20, take: decide };
  return edition === 'guide' ? nextGuideStep(line) : undefined;
}

/** The guide has no call to take an order on: the line comes to be made ready by itself. */
function nextGuideStep(line: ProductOrder): Step | undefined {
  const isWaiting = line.status === 'PAYED' && line.placeOrderStatus === 'NOT_YET';
  if (!isWaiting || isGiftWaiting(line) || isKeptBack(line)) return undefined;
  return { afterMinutes: 5, take: prepare };
}

function nextClaimStep({ claim }: ProductOrder, edition: Edition): Step | undefined {
  switch (claim?.claimStatus) {
    case 'CANCELING':
    case 'ADMIN_CANCELING':
    case 'EXCHANGE_REDELIVERING':
      return { afterMinutes: 3, take: (book, line, at) => finishClaim(book, line, claim, at) };
    case 'RETURN_REQUEST':
    case 'EXCHANGE_REQUEST':
      // In the guide nothing comes back before the seller has agreed to it (guide 5.4).
      if (edition === 'guide') return undefined;
      return { afterMinutes: 2, take: (book, line, at) => startCollecting(book, line, claim, at) };
    case 'COLLECTING':
      if (edition === 'guide' && claim.claimType === 'RETURN') {
        if (claim.collection.completedAt !== undefined) return undefined;
        return { afterMinutes: 3, take: (book, line, at) => arriveBack(book, line, claim, at) };
      }
      return { afterMinutes: 3, take: (book, line, at) => finishCollecting(book, line, claim, at) };
    default:
      return undefined;
  }
}

function nextDeliveryStep(delivery: Delivery | undefined): Step | undefined {
  switch (delivery?.status) {
    case 'COLLECT_REQUEST':
      return { afterMinutes: 1, take: (book, line, at) => carry(book, line, 'COLLECT_WAIT', at) };
    case 'COLLECT_WAIT':
      return { afterMinutes: 1, take: (book, line, at) => carry(book, line, 'COLLECT_CARGO', at) };
    case 'COLLECT_CARGO':
      return { afterMinutes: 2, take: (book, line, at) => carry(book, line, 'DELIVERING', at) };
    case 'DELIVERING':
      return { afterMinutes: 4, take: (book, line, at) => carry(book, line, 'DELIVERY_COMPLETION', at) };
    case 'NOT_TRACKING':
      return { afterMinutes: 6, take: arriveUntracked };
    default:
      return undefined;
  }
}
