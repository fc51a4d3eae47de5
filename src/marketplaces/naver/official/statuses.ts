import type { OrderStatus } from '../../../domain/status.ts';

/** What decides the status of one product order. */
export interface StatusFacts {
  readonly productOrderStatus: string;
  readonly placeOrderStatus: string | null;
  readonly deliveryStatus: string | null;
  readonly claimType: string | null;
  readonly claimStatus: string | null;
  /** Ordered first of all. */
  readonly quantity: number;
  /** Left after finished claims, if Naver says. */
  readonly remainQuantity: number | null;
  /** What the current claim asks for; null when Naver does not say, which means all. */
  readonly requestQuantity: number | null;
}

export const UNPAID = 'PAYMENT_WAITING';

/** The way of a product order that meets no claim (sheet §4.4), under the text that `orderText` makes. */
const LADDER: Readonly<Record<string, OrderStatus>> = {
  PAYED: 'PAID',
  'PAYED/NOT_YET': 'PAID',
  'PAYED/CANCEL': 'PAID',
  'PAYED/OK': 'PREPARING',
  DELIVERING: 'SHIPPED',
  'DELIVERING/COLLECT_REQUEST': 'SHIPPED',
  'DELIVERING/COLLECT_WAIT': 'SHIPPED',
  'DELIVERING/COLLECT_CARGO': 'SHIPPED',
  'DELIVERING/NOT_TRACKING': 'SHIPPED',
  'DELIVERING/DELIVERING': 'DELIVERING',
  'DELIVERING/DELIVERY_COMPLETION': 'DELIVERING',
  'DELIVERING/DELIVERY_FAIL': 'DELIVERING',
  'DELIVERING/WRONG_INVOICE': 'DELIVERING',
  'DELIVERING/COLLECT_CARGO_FAIL': 'DELIVERING',
  'DELIVERING/COLLECT_CARGO_CANCEL': 'DELIVERING',
  DELIVERED: 'DELIVERED',
  PURCHASE_DECIDED: 'CONFIRMED',
};

/** Product-order statuses that end the line. */
const ENDINGS: Readonly<Record<string, OrderStatus>> = {
  CANCELED: 'CANCELED',
  CANCELED_BY_NOPAYMENT: 'CANCELED',
  RETURNED: 'RETURNED',
  EXCHANGED: 'EXCHANGED',
};

/** Claims that are over and took effect. */
const FINISHED_CLAIMS: Readonly<Record<string, OrderStatus>> = {
  CANCEL_DONE: 'CANCELED',
  ADMIN_CANCEL_DONE: 'CANCELED',
  RETURN_DONE: 'RETURNED',
  EXCHANGE_DONE: 'EXCHANGED',
};

/** Claims under way. Collecting is shared by returns and exchanges, so the claim type stands before it. */
const OPEN_CLAIMS: Readonly<Record<string, OrderStatus>> = {
  CANCEL_REQUEST: 'CANCEL_REQUESTED',
  CANCELING: 'CANCEL_REQUESTED',
  ADMIN_CANCELING: 'CANCEL_REQUESTED',
  RETURN_REQUEST: 'RETURN_REQUESTED',
  'RETURN/COLLECTING': 'RETURN_REQUESTED',
  'RETURN/COLLECT_DONE': 'RETURN_REQUESTED',
  EXCHANGE_REQUEST: 'EXCHANGE_REQUESTED',
  EXCHANGE_REDELIVERING: 'EXCHANGE_REQUESTED',
  'EXCHANGE/COLLECTING': 'EXCHANGE_REQUESTED',
  'EXCHANGE/COLLECT_DONE': 'EXCHANGE_REQUESTED',
};

/** Claim statuses that leave the line where it is: withdrawn or refused claims, and held confirmations. */
const CLAIMS_WITHOUT_EFFECT: ReadonlySet<string> = new Set([
  'CANCEL_REJECT',
  'RETURN_REJECT',
  'EXCHANGE_REJECT',
  'ADMIN_CANCEL_REJECT',
  'PURCHASE_DECISION_HOLDBACK',
  'PURCHASE_DECISION_REQUEST',
  'PURCHASE_DECISION_HOLDBACK_RELEASE',
]);

/** Every native status with what it means. An unpaid order is not imported; a claim stands for its whole line. */
export const STATUSES: Readonly<Record<string, OrderStatus | null>> = {
  [UNPAID]: null,
  ...LADDER,
  ...ENDINGS,
  ...OPEN_CLAIMS,
  ...FINISHED_CLAIMS,
};

const OPEN_CANCELS: ReadonlySet<string> = new Set(['CANCEL_REQUEST', 'CANCELING', 'ADMIN_CANCELING']);

/**
 * What is still to be shipped. Dispatching refuses the buyer's cancel (sheet §7.6), so what is under cancel must
 * not look ready to go.
 */
export function shippableQuantity(facts: StatusFacts): number {
  if (lookUp(ENDINGS, facts.productOrderStatus) !== undefined) return 0;
  const left = facts.remainQuantity ?? facts.quantity;
  const isUnderCancel = facts.claimStatus !== null && OPEN_CANCELS.has(facts.claimStatus);
  return isUnderCancel ? Math.max(0, left - (facts.requestQuantity ?? left)) : left;
}

/**
 * The unified status, or null where Naver says something nobody has mapped (law 11), and a stable text of what
 * Naver said. A claim on a part of the line shows in the text only: the rest of the line goes its way.
 */
export function statusOf(facts: StatusFacts): {
  readonly status: OrderStatus | null;
  readonly nativeStatus: string;
} {
  const claim = claimText(facts);
  const order = orderText(facts);
  const isEnded = lookUp(ENDINGS, facts.productOrderStatus) !== undefined;
  const partial = claim !== null && !isEnded && isPartial(facts, claim);
  const nativeStatus = [order, claim, partial ? 'PARTIAL' : null].filter((part) => part !== null).join('/');
  return { status: unified(facts, order, partial ? null : claim), nativeStatus };
}

function unified(facts: StatusFacts, order: string, claim: string | null): OrderStatus | null {
  const ending = lookUp(ENDINGS, facts.productOrderStatus);
  if (ending !== undefined) return ending;
  const step = lookUp(LADDER, order) ?? deliveringOtherwise(facts);
  if (step === undefined) return null;
  if (claim === null || CLAIMS_WITHOUT_EFFECT.has(claim)) return step;
  return lookUp(FINISHED_CLAIMS, claim) ?? lookUp(OPEN_CLAIMS, claim) ?? null;
}

/** The parcel is with the carrier whatever a new delivery status may say about it (sheet §4.4). */
function deliveringOtherwise(facts: StatusFacts): OrderStatus | undefined {
  return facts.productOrderStatus === 'DELIVERING' ? 'DELIVERING' : undefined;
}

function orderText({ productOrderStatus, placeOrderStatus, deliveryStatus }: StatusFacts): string {
  const detail =
    productOrderStatus === 'PAYED'
      ? placeOrderStatus
      : productOrderStatus === 'DELIVERING'
        ? deliveryStatus
        : null;
  return detail === null ? productOrderStatus : `${productOrderStatus}/${detail}`;
}

function claimText({ claimType, claimStatus }: StatusFacts): string | null {
  if (claimStatus !== 'COLLECTING' && claimStatus !== 'COLLECT_DONE') return claimStatus;
  return claimType === null ? claimStatus : `${claimType}/${claimStatus}`;
}

/** A finished claim has already left `remainQuantity`, an open one has not (sheet §4.4). */
function isPartial({ quantity, remainQuantity, requestQuantity }: StatusFacts, claim: string): boolean {
  if (lookUp(OPEN_CLAIMS, claim) !== undefined) {
    return requestQuantity !== null && requestQuantity < (remainQuantity ?? quantity);
  }
  if (lookUp(FINISHED_CLAIMS, claim) === undefined || remainQuantity === 0) return false;
  return requestQuantity === null ? remainQuantity !== null : requestQuantity < quantity;
}

function lookUp(table: Readonly<Record<string, OrderStatus>>, key: string): OrderStatus | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
