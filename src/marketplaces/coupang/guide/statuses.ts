import type { OrderStatus } from '../../../domain/status.ts';

/** Guide §5.1, `coupang`. NONE_TRACKING stands in the list of §2.3.1 and is mapped nowhere. */
export const STATUSES = {
  ACCEPT: 'PAID',
  INSTRUCT: 'PREPARING',
  DEPARTURE: 'SHIPPED',
  DELIVERING: 'DELIVERING',
  FINAL_DELIVERY: 'DELIVERED',
  NONE_TRACKING: null,
  CANCEL: 'CANCELED',
  RETURN: 'RETURN_REQUESTED',
} as const satisfies Record<string, OrderStatus | null>;

export type GuideStatus = keyof typeof STATUSES;

function isGuideStatus(text: string): text is GuideStatus {
  return Object.hasOwn(STATUSES, text);
}

/** The unified status of one item of an order; null for a status nobody has mapped (law 11). */
export function itemStatus(orderStatus: string, ordered: number, cancelled: number): OrderStatus | null {
  if (cancelled >= ordered) return 'CANCELED';
  return isGuideStatus(orderStatus) ? STATUSES[orderStatus] : null;
}
