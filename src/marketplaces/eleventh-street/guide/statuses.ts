import type { OrderStatus } from '../../../domain/status.ts';

/**
 * `ordStCd` (guide §3.3.1), mapped as guide §5.1 says. That table leaves out 202 배송대기, 602 반품진행 and 702 교환진행: the
 * guide's own list tells them as waiting for dispatch, and as a return and an exchange under way.
 */
export const ORDER_STATUSES = {
  '102': 'PAID',
  '201': 'PREPARING',
  '202': 'PREPARING',
  '301': 'DELIVERING',
  '302': 'DELIVERED',
  '401': 'CONFIRMED',
  '501': 'CANCEL_REQUESTED',
  '502': 'CANCELED',
  '601': 'RETURN_REQUESTED',
  '602': 'RETURN_REQUESTED',
  '603': 'RETURNED',
  '701': 'EXCHANGE_REQUESTED',
  '702': 'EXCHANGE_REQUESTED',
  '703': 'EXCHANGED',
} as const satisfies Record<string, OrderStatus>;

export type OrderCode = keyof typeof ORDER_STATUSES;

/** The unified status, or null for a code nobody has mapped (law 11). */
export function orderStatus(code: string): OrderStatus | null {
  return isOrderCode(code) ? ORDER_STATUSES[code] : null;
}

function isOrderCode(text: string): text is OrderCode {
  return Object.hasOwn(ORDER_STATUSES, text);
}
