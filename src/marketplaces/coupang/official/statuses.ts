import type { OrderStatus } from '../../../domain/status.ts';

/** The six box statuses (sheet §4.1). There is none for cancelled or returned boxes. */
export const BOX_STATUSES = {
  ACCEPT: 'PAID',
  INSTRUCT: 'PREPARING',
  DEPARTURE: 'SHIPPED',
  DELIVERING: 'DELIVERING',
  NONE_TRACKING: 'DELIVERING',
  FINAL_DELIVERY: 'DELIVERED',
} as const satisfies Record<string, OrderStatus>;

export type BoxStatus = keyof typeof BOX_STATUSES;

export function isBoxStatus(text: string): text is BoxStatus {
  return Object.hasOwn(BOX_STATUSES, text);
}

/** What one item of a box says about itself beside the status of the box. */
export interface ItemState {
  readonly ordered: number;
  readonly cancelled: number;
  readonly held: number;
  readonly cancelledFlag: boolean;
  readonly confirmed: boolean;
}

/** What the seller has to ship (sheet §3.2, D:360023109293). */
export function shippable({ ordered, cancelled, held, cancelledFlag }: ItemState): number {
  return cancelledFlag ? 0 : Math.max(0, ordered - (held + cancelled));
}

/** While a box is in these, held goods wait for a cancel; later they wait for a return, which has its own feed. */
const BEFORE_SHIPPING: ReadonlySet<string> = new Set<BoxStatus>(['ACCEPT', 'INSTRUCT']);

/** The unified status of one item, or null when Coupang names a box status nobody has mapped (law 11). */
export function lineStatus(boxStatus: string, item: ItemState): OrderStatus | null {
  if (item.cancelledFlag || item.cancelled >= item.ordered) return 'CANCELED';
  // holdCountForCancel is Coupang's official count of goods held because the buyer asked to cancel them.
  if (BEFORE_SHIPPING.has(boxStatus) && shippable(item) === 0) return 'CANCEL_REQUESTED';
  if (boxStatus === 'FINAL_DELIVERY' && item.confirmed) return 'CONFIRMED';
  return isBoxStatus(boxStatus) ? BOX_STATUSES[boxStatus] : null;
}
