import type { OrderStatus } from '../../../domain/status.ts';

export const HELD = 'HOLD';

/** The guide's own mapping for the SmartStore, word for word (guide §5.1). */
const MAPPING: Readonly<Record<string, OrderStatus>> = {
  PAY_COMPLETED: 'PAID',
  PACKING: 'PREPARING',
  SHIPPING: 'DELIVERING',
  DELIVERED: 'DELIVERED',
  PURCHASE_CONFIRMED: 'CONFIRMED',
  CANCEL_REQUESTED: 'CANCEL_REQUESTED',
  CANCELED: 'CANCELED',
  RETURN_REQUESTED: 'RETURN_REQUESTED',
  RETURN_COMPLETED: 'RETURNED',
  EXCHANGE_REQUESTED: 'EXCHANGE_REQUESTED',
  EXCHANGE_COMPLETED: 'EXCHANGED',
};

/**
 * Every status type with what it means. The mapping leaves `HOLD` out: it is an order still to be shipped whose
 * dispatch waits (guide §1.3.1), told apart by the line's `held`.
 */
export const STATUSES: Readonly<Record<string, OrderStatus | null>> = { ...MAPPING, [HELD]: 'PREPARING' };

/** The list of changed orders there is for each of them (guide §1.3.1). */
export const STATUS_TYPES: readonly string[] = Object.keys(STATUSES);

/** Statuses in which nothing of the line is left to be shipped, a cancel that is only asked for among them. */
const NOT_TO_SHIP: ReadonlySet<string> = new Set([
  HELD,
  'CANCEL_REQUESTED',
  'CANCELED',
  'RETURN_COMPLETED',
  'EXCHANGE_COMPLETED',
]);

/** The unified status, null for one nobody has mapped (law 11), and what the product order says, its claim with it. */
export function statusOf(
  orderStatus: string,
  claimStatus: string | null,
): { readonly status: OrderStatus | null; readonly nativeStatus: string } {
  const status = Object.hasOwn(STATUSES, orderStatus) ? (STATUSES[orderStatus] ?? null) : null;
  const isSame = claimStatus === null || claimStatus === orderStatus;
  return { status, nativeStatus: isSame ? orderStatus : `${orderStatus}/${claimStatus}` };
}

/** What is still to be shipped of a line. */
export function shippableQuantity(orderStatus: string, quantity: number): number {
  return NOT_TO_SHIP.has(orderStatus) ? 0 : quantity;
}
