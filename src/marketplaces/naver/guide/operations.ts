import { type Bucket, MINUTE_MS } from '../../kit/bucket.ts';
import type { Intent, Method, Operation } from '../../kit/operation.ts';

const BUCKET = 'account';
const PAY_ORDERS = '/external/v1/pay-orders';

function read(path: string): Operation & { readonly method: 'GET' } {
  return { method: 'GET', path, intent: 'read', bucket: BUCKET, idempotent: true };
}

function act(method: Method, path: string): Operation & { readonly intent: Extract<Intent, 'order-act'> } {
  return { method, path: `${PAY_ORDERS}${path}`, intent: 'order-act', bucket: BUCKET, idempotent: false };
}

/** Every endpoint of the guide's first part (guide §1.2–1.8). */
export const OPERATIONS = {
  token: { method: 'POST', path: '/oauth/token', intent: 'read', bucket: BUCKET, idempotent: true },
  changedOrders: read('/external/v1/pays/orders/seller/changed/{statusType}'),
  order: read('/external/v1/pays/orders/{orderId}'),
  productOrder: read(`${PAY_ORDERS}/{productOrderId}`),
  claim: read(`${PAY_ORDERS}/{productOrderId}/claim`),
  cancelRequests: read(`${PAY_ORDERS}/seller/cancel/requested`),
  returnRequests: read(`${PAY_ORDERS}/seller/return/requested`),
  exchangeRequests: read(`${PAY_ORDERS}/seller/exchange/requested`),
  ship: act('POST', '/ship'),
  changeInvoice: act('PUT', '/{productOrderId}/dispatch'),
  hold: act('PUT', '/hold'),
  releaseHold: act('PUT', '/release-hold'),
  cancel: act('POST', '/cancel'),
  cancelApprove: act('POST', '/cancel/approve'),
  cancelReject: act('POST', '/cancel/reject'),
  returnApprove: act('POST', '/return/approve'),
  returnReject: act('POST', '/return/reject'),
  returnCollect: act('POST', '/return/collect'),
  returnComplete: act('POST', '/return/complete'),
  returnWithhold: act('POST', '/return/withhold'),
  returnChangeReason: act('POST', '/return/change-claim-reason'),
  exchangeApprove: act('POST', '/exchange/approve'),
  exchangeReject: act('POST', '/exchange/reject'),
  exchangeShip: act('POST', '/exchange/ship'),
} as const satisfies Readonly<Record<string, Operation>>;

export type OperationName = keyof typeof OPERATIONS;

/** 1000 calls in any minute, the token's among them (guide §5.3). */
export const BUCKETS: Readonly<Record<string, Bucket>> = {
  [BUCKET]: {
    limits: [{ calls: 1_000, perMs: MINUTE_MS, burst: 'any' }],
    margin: 0.95,
    penaltyMs: 10_000,
  },
};

/** How many ids or rows one call takes (guide §5.3 and the agreed envelopes). */
export const AT_MOST = { rows: 300, ids: 300 } as const;
