import type { OrderStatus } from '../../../domain/status.ts';

/**
 * Status of an order line, `ordPrdStat` (sheet §4.1). 101 to 103 are not paid yet and never imported; 601 only says that
 * there is a claim, and its kind is told by the claim lists; 801 waits for a payment to be approved again and leaves
 * the line where it was.
 */
export const LINE_STATUSES = {
  '101': null,
  '102': null,
  '103': null,
  '200': 'PAID',
  '201': 'PAID',
  '202': 'PAID',
  '301': 'PREPARING',
  '401': 'DELIVERING',
  '501': 'DELIVERED',
  '901': 'CONFIRMED',
  '601': null,
  '701': 'CANCEL_REQUESTED',
  '801': null,
  B01: 'CANCELED',
  A01: 'RETURNED',
  C01: 'CANCELED',
} as const satisfies Record<string, OrderStatus | null>;

export type LineStatus = keyof typeof LINE_STATUSES;

export function isLineStatus(text: string): text is LineStatus {
  return Object.hasOwn(LINE_STATUSES, text);
}

/** Not paid: the buyer may still never pay (sheet §4.1). */
export const UNPAID: ReadonlySet<string> = new Set<LineStatus>(['101', '102', '103']);
/** What the seller still has to send. */
export const TO_SEND: ReadonlySet<string> = new Set<LineStatus>(['202', '301']);
/** Lines that were cancelled or returned. */
export const ENDED: ReadonlySet<string> = new Set<LineStatus>(['A01', 'B01', 'C01']);
/** Claims under way and done, as the order tells them. */
export const IN_CLAIM: ReadonlySet<string> = new Set<LineStatus>(['601', '701', 'A01', 'B01', 'C01']);

/** How far a line came, from the dates it carries. */
export interface Dates {
  readonly shippedAt: string | null;
  readonly deliveredAt: string | null;
  readonly confirmedAt: string | null;
}

/** The unified status, or null for one that nobody has mapped or that tells too little (law 11). */
export function lineStatus(
  native: string,
  { shippedAt, deliveredAt, confirmedAt }: Dates,
): OrderStatus | null {
  // Behind a return or exchange the parcel stands where its dates say; the claim is laid over it by the hub.
  if (native === '601') {
    if (confirmedAt !== null) return 'CONFIRMED';
    if (deliveredAt !== null) return 'DELIVERED';
    return shippedAt === null ? null : 'DELIVERING';
  }
  return isLineStatus(native) ? LINE_STATUSES[native] : null;
}
