import type { OrderStatus } from '../../../domain/status.ts';

/** `OrderStatus` of the order lists (sheet §4.1). Orders under a claim are in none of them. */
export const LIST_STATUSES = {
  '1': 'PAID',
  '2': 'PREPARING',
  '3': 'DELIVERING',
  '4': 'DELIVERED',
  '5': 'CONFIRMED',
} as const satisfies Record<string, OrderStatus>;

export type ListStatus = keyof typeof LIST_STATUSES;

/** What `GetDeliveryStatus` says of orders under a claim, `Status/ClaimStatus` (sheet §4.1). */
const CLAIMED: Readonly<Record<string, OrderStatus>> = {
  '6/1': 'CANCEL_REQUESTED',
  '6/2': 'CANCEL_REQUESTED',
  '6/3': 'CANCELED',
  '7/1': 'RETURN_REQUESTED',
  '7/2': 'RETURN_REQUESTED',
  '7/3': 'RETURNED',
  '8/1': 'EXCHANGE_REQUESTED',
  '8/2': 'EXCHANGE_REQUESTED',
  '8/3': 'EXCHANGE_REQUESTED',
  '8/4': 'EXCHANGED',
  // Refunded after the money had gone to the seller; Auction only.
  '10': 'CANCELED',
};

/** Awaits its payment: not imported. A report of a parcel that did not come leaves the line where it is. */
export const UNPAID = '0';
const NOT_RECEIVED = '9';

/** Every native status this edition maps. */
export const STATUSES: Readonly<Record<string, OrderStatus | null>> = {
  [UNPAID]: null,
  ...LIST_STATUSES,
  ...CLAIMED,
  [NOT_RECEIVED]: null,
};

/** The unified status, or null for one that nobody has mapped (law 11). */
export function statusOf(native: string): OrderStatus | null {
  return Object.hasOwn(STATUSES, native) ? (STATUSES[native] ?? null) : null;
}

/** Whether a row of `GetDeliveryStatus` tells nothing of where its order has come to. */
export function saysNothing(status: string): boolean {
  return status === UNPAID || status === NOT_RECEIVED;
}

/** Whether a status speaks of a claim, whose list tells more of it. */
export function isOfClaim(native: string): boolean {
  return Object.hasOwn(CLAIMED, native);
}

/** Statuses whose second figure tells how far the claim is. */
const WITH_CLAIM: ReadonlySet<string> = new Set(['6', '7', '8']);

/** The native status of a row of `GetDeliveryStatus`. */
export function nativeStatusOf(status: string, claimStatus: string | null): string {
  return WITH_CLAIM.has(status) && claimStatus !== null ? `${status}/${claimStatus}` : status;
}
