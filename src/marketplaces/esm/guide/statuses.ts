import type { ClaimKind, ClaimState } from '../../../domain/claim.ts';
import type { OrderStatus } from '../../../domain/status.ts';

/** The guide's mapping table (5.1), word for word. */
const MAPPED = {
  PAY_COMPLETE: 'PAID',
  PREPARING: 'PREPARING',
  SHIPPING: 'DELIVERING',
  DELIVERED: 'DELIVERED',
  CONFIRMED: 'CONFIRMED',
  CANCEL_REQUESTED: 'CANCEL_REQUESTED',
  RETURN_REQUESTED: 'RETURN_REQUESTED',
  EXCHANGE_REQUESTED: 'EXCHANGE_REQUESTED',
} as const satisfies Record<string, OrderStatus>;

export type ListedStatus = keyof typeof MAPPED;

/** Statuses of a whole order whose claim is done: the guide lists none, so these are agreed. */
const ENDED: Readonly<Record<string, OrderStatus>> = {
  CANCELED: 'CANCELED',
  RETURNED: 'RETURNED',
  EXCHANGED: 'EXCHANGED',
};

/** An order that awaits its payment (guide 4.3.1): not imported. */
export const UNPAID = 'ORDER_RECEIVED';

export const STATUSES: Readonly<Record<string, OrderStatus | null>> = {
  [UNPAID]: null,
  ...MAPPED,
  ...ENDED,
};

/** The unified status, or null for one that nobody has mapped (law 11). */
export function statusOf(native: string): OrderStatus | null {
  return Object.hasOwn(STATUSES, native) ? (STATUSES[native] ?? null) : null;
}

/** Nothing is left to ship of these. */
const NOT_TO_SHIP: ReadonlySet<string> = new Set(['CANCEL_REQUESTED', ...Object.keys(ENDED)]);

export function mayShip(native: string): boolean {
  return !NOT_TO_SHIP.has(native);
}

const SHARED: Readonly<Record<string, ClaimState>> = {
  REQUESTED: 'requested',
  APPROVED: 'approved',
  COMPLETED: 'done',
  REJECTED: 'rejected',
  WITHDRAWN: 'withdrawn',
};

/** `claimStatus` by the kind of claim. */
export const CLAIM_STATUSES: Readonly<Record<ClaimKind, Readonly<Record<string, ClaimState>>>> = {
  cancel: SHARED,
  return: { ...SHARED, COLLECTED: 'collected' },
  exchange: { ...SHARED, COLLECTED: 'collected', SHIPPED: 'reshipped' },
};

export function claimStateOf(kind: ClaimKind, native: string): ClaimState | null {
  const states = CLAIM_STATUSES[kind];
  return Object.hasOwn(states, native) ? (states[native] ?? null) : null;
}
