import { type Bucket, SECOND_MS } from '../../kit/bucket.ts';
import type { Operation } from '../../kit/operation.ts';
import type { Site } from '../site.ts';

const CALLS = 'calls';

/** Reads are POSTs too; they change nothing. */
const read = (path: string, bucket = CALLS): Operation => ({
  method: 'POST',
  path,
  intent: 'read',
  bucket,
  idempotent: true,
});

/** There are no idempotency keys, and a repeated approval is an error of its own, so nothing is sent twice unread. */
const act = (method: 'POST' | 'PUT' | 'DELETE', path: string): Operation => ({
  method,
  path,
  intent: 'order-act',
  bucket: CALLS,
  idempotent: false,
});

const ORDERS = '/shipping/v1/Order/RequestOrders';
const CLAIM = '/claim/v1/sa';

/** The calls of sheet §3.1 and §3.4 to §3.8. */
export const OPERATIONS = {
  carriers: {
    method: 'GET',
    path: '/item/v1/shipping/delivery-company',
    intent: 'read',
    bucket: CALLS,
    idempotent: true,
  },
  ordersGmarket: read(ORDERS, 'orders_gmarket'),
  ordersAuction: read(ORDERS, 'orders_auction'),
  // Looking up one number does not count against the lists (sheet §2).
  order: read(ORDERS),
  deliveryStatus: read('/shipping/v1/Delivery/GetDeliveryStatus'),
  orderCheck: act('POST', '/shipping/v1/Order/OrderCheck/{orderNo}'),
  shippingExpectedDate: act('POST', '/shipping/v1/Order/ShippingExpectedDate'),
  shippingInfo: act('POST', '/shipping/v1/Delivery/ShippingInfo'),
  soldOut: act('POST', `${CLAIM}/Cancel/{orderNo}/SoldOut`),
  cancels: read(`${CLAIM}/Cancels`),
  approveCancel: act('PUT', `${CLAIM}/Cancel/{orderNo}`),
  returns: read(`${CLAIM}/Returns`),
  approveReturn: act('PUT', `${CLAIM}/return/{orderNo}`),
  returnPickup: act('POST', `${CLAIM}/return/{orderNo}/pickup`),
  holdReturn: act('POST', `${CLAIM}/return/{orderNo}/hold`),
  exchanges: read(`${CLAIM}/Exchanges`),
  exchangePickup: act('POST', `${CLAIM}/exchange/{orderNo}/pickup`),
  exchangeCollected: act('PUT', `${CLAIM}/exchange/{orderNo}/pickup`),
  resend: act('POST', `${CLAIM}/exchange/{orderNo}/resend`),
  holdExchange: act('POST', `${CLAIM}/exchange/{orderNo}/hold`),
  releaseExchange: act('DELETE', `${CLAIM}/exchange/{orderNo}/hold`),
} as const satisfies Record<string, Operation>;

export type OperationName = keyof typeof OPERATIONS;

/** The order list of each site counts by itself: it has a bucket of its own. */
export const ORDER_LISTS: Readonly<Record<Site, OperationName>> = { G: 'ordersGmarket', A: 'ordersAuction' };

/** Calls that need a permission which is granted singly (sheet §1): a 401 tells of that, not of the key. */
export const RESTRICTED: ReadonlySet<OperationName> = new Set<OperationName>([
  'holdExchange',
  'releaseExchange',
]);

/** One list in 5 seconds, counted per seller ID of a site, since 2025-04-23 (sheet §2). */
const ORDER_LIST: Bucket = { limits: [{ calls: 1, perMs: 5 * SECOND_MS }], margin: 0.95, penaltyMs: 5_000 };

export const BUCKETS: Readonly<Record<string, Bucket>> = {
  orders_gmarket: ORDER_LIST,
  orders_auction: ORDER_LIST,
  // Nothing is published for the other calls, and no header tells (sheet §2): the pace is ours.
  [CALLS]: { limits: [{ calls: 3, perMs: SECOND_MS }], margin: 0.8, penaltyMs: 5_000 },
};
