import { type Bucket, MINUTE_MS } from '../../kit/bucket.ts';
import type { Operation } from '../../kit/operation.ts';

/** Guide §2.1: the base address ends in this path, which is signed with the rest. */
const API = '/v2/providers/seller-api/apis/api/v1';
const BUCKET = 'vendor';

const read = (path: string): Operation => ({
  method: 'GET',
  path: `${API}/${path}`,
  intent: 'read',
  bucket: BUCKET,
  idempotent: true,
});

/** The guide names no key by which a repeated write could be known, so none is repeated before a read. */
const act = (method: 'PUT' | 'PATCH', path: string): Operation => ({
  method,
  path: `${API}/${path}`,
  intent: 'order-act',
  bucket: BUCKET,
  idempotent: false,
});

/** Guide §2.3 to §2.7. */
export const OPERATIONS = {
  orders: read('orders'),
  order: read('orders/{orderId}'),
  ship: act('PUT', 'orders/{orderId}/shipments'),
  changeInvoice: act('PUT', 'orders/{orderId}/shipments/{shipmentBoxId}'),
  cancelOrder: act('PATCH', 'orders/{orderId}/cancel'),
  approveCancel: act('PATCH', 'orders/{orderId}/cancel/approve'),
  rejectCancel: act('PATCH', 'orders/{orderId}/cancel/reject'),
  claims: read('return-exchange-requests'),
  returns: read('return-requests'),
  approveReturn: act('PATCH', 'return-requests/{receiptId}/approve'),
  rejectReturn: act('PATCH', 'return-requests/{receiptId}/reject'),
  confirmRetrieve: act('PATCH', 'return-requests/{receiptId}/confirm-retrieve'),
  exchanges: read('exchange-requests'),
  approveExchange: act('PATCH', 'exchange-requests/{receiptId}/approve'),
  dispatchExchange: act('PUT', 'exchange-requests/{receiptId}/dispatch'),
} as const satisfies Record<string, Operation>;

export type OperationName = keyof typeof OPERATIONS;

/** Guide §5.3: 100 calls a minute, whatever the call, in any moment of the minute. */
export const BUCKETS: Readonly<Record<string, Bucket>> = {
  [BUCKET]: {
    limits: [{ calls: 100, perMs: MINUTE_MS, burst: 'any' }],
    margin: 0.9,
    penaltyMs: 30_000,
  },
};
