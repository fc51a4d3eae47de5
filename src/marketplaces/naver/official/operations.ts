import { type Bucket, SECOND_MS } from '../../kit/bucket.ts';
import { toldIn } from '../../kit/limit-headers.ts';
import type { Operation } from '../../kit/operation.ts';
import { CATALOG_OPERATIONS } from './catalog/operations.ts';

const PRODUCT_ORDERS = '/v1/pay-order/seller/product-orders';

/** The endpoints this edition uses (sheet §1.3, §3.1–3.9). Limits are per API, so each has its own bucket. */
export const OPERATIONS = {
  // Asking again gives the same token back while it lives (sheet §1.3), so it counts as a read.
  token: {
    method: 'POST',
    path: '/v1/oauth2/token',
    intent: 'read',
    bucket: 'token',
    idempotent: true,
  },
  sellerAccount: {
    method: 'GET',
    path: '/v1/seller/account',
    intent: 'read',
    bucket: 'sellerAccount',
    idempotent: true,
  },
  sellerChannels: {
    method: 'GET',
    path: '/v1/seller/channels',
    intent: 'read',
    bucket: 'sellerChannels',
    idempotent: true,
  },
  changedStatuses: {
    method: 'GET',
    path: `${PRODUCT_ORDERS}/last-changed-statuses`,
    intent: 'read',
    bucket: 'changedStatuses',
    idempotent: true,
  },
  productOrderList: {
    method: 'GET',
    path: PRODUCT_ORDERS,
    intent: 'read',
    bucket: 'productOrderList',
    idempotent: true,
  },
  productOrderDetails: {
    method: 'POST',
    path: `${PRODUCT_ORDERS}/query`,
    intent: 'read',
    bucket: 'productOrderDetails',
    idempotent: true,
  },
  productOrderIds: {
    method: 'GET',
    path: '/v1/pay-order/seller/orders/{orderId}/product-order-ids',
    intent: 'read',
    bucket: 'productOrderIds',
    idempotent: true,
  },
  confirm: {
    method: 'POST',
    path: `${PRODUCT_ORDERS}/confirm`,
    intent: 'order-act',
    bucket: 'confirm',
    idempotent: false,
  },
  dispatch: {
    method: 'POST',
    path: `${PRODUCT_ORDERS}/dispatch`,
    intent: 'order-act',
    bucket: 'dispatch',
    idempotent: false,
  },
  delay: {
    method: 'POST',
    path: `${PRODUCT_ORDERS}/{productOrderId}/delay`,
    intent: 'order-act',
    bucket: 'delay',
    idempotent: false,
  },
  cancel: {
    method: 'POST',
    path: `${PRODUCT_ORDERS}/{productOrderId}/claim/cancel/request`,
    intent: 'order-act',
    bucket: 'cancel',
    idempotent: false,
  },
  cancelApprove: {
    method: 'POST',
    path: `${PRODUCT_ORDERS}/{productOrderId}/claim/cancel/approve`,
    intent: 'order-act',
    bucket: 'cancelApprove',
    idempotent: false,
  },
  returnApprove: {
    method: 'POST',
    path: `${PRODUCT_ORDERS}/{productOrderId}/claim/return/approve`,
    intent: 'order-act',
    bucket: 'returnApprove',
    idempotent: false,
  },
  returnReject: {
    method: 'POST',
    path: `${PRODUCT_ORDERS}/{productOrderId}/claim/return/reject`,
    intent: 'order-act',
    bucket: 'returnReject',
    idempotent: false,
  },
  returnHold: {
    method: 'POST',
    path: `${PRODUCT_ORDERS}/{productOrderId}/claim/return/holdback`,
    intent: 'order-act',
    bucket: 'returnHold',
    idempotent: false,
  },
  returnRelease: {
    method: 'POST',
    path: `${PRODUCT_ORDERS}/{productOrderId}/claim/return/holdback/release`,
    intent: 'order-act',
    bucket: 'returnRelease',
    idempotent: false,
  },
  exchangeCollect: {
    method: 'POST',
    path: `${PRODUCT_ORDERS}/{productOrderId}/claim/exchange/collect/approve`,
    intent: 'order-act',
    bucket: 'exchangeCollect',
    idempotent: false,
  },
  exchangeShip: {
    method: 'POST',
    path: `${PRODUCT_ORDERS}/{productOrderId}/claim/exchange/dispatch`,
    intent: 'order-act',
    bucket: 'exchangeShip',
    idempotent: false,
  },
  exchangeHold: {
    method: 'POST',
    path: `${PRODUCT_ORDERS}/{productOrderId}/claim/exchange/holdback`,
    intent: 'order-act',
    bucket: 'exchangeHold',
    idempotent: false,
  },
  exchangeRelease: {
    method: 'POST',
    path: `${PRODUCT_ORDERS}/{productOrderId}/claim/exchange/holdback/release`,
    intent: 'order-act',
    bucket: 'exchangeRelease',
    idempotent: false,
  },
  exchangeReject: {
    method: 'POST',
    path: `${PRODUCT_ORDERS}/{productOrderId}/claim/exchange/reject`,
    intent: 'order-act',
    bucket: 'exchangeReject',
    idempotent: false,
  },
  ...CATALOG_OPERATIONS,
} as const satisfies Readonly<Record<string, Operation>>;

export type OperationName = keyof typeof OPERATIONS;

/**
 * Own-store applications get 2 calls a second per API, out of a bucket that holds 4. Every answer but the token's tells
 * the rate and what is left (sheet §2.1).
 */
const PER_API: Bucket = {
  limits: [{ calls: 2, perMs: SECOND_MS, burst: 4 }],
  margin: 0.8,
  penaltyMs: 1_000,
  learn: (headers) =>
    toldIn(headers, {
      limit: 'gncp-gw-ratelimit-replenish-rate',
      remaining: 'gncp-gw-ratelimit-remaining',
    }),
};

/** No limit is published for tokens. Misuse of this endpoint throttles the whole application for days (sheet §1.3). */
const TOKENS: Bucket = { limits: [{ calls: 1, perMs: 2 * SECOND_MS }], margin: 0.8, penaltyMs: 5_000 };

export const BUCKETS: Readonly<Record<string, Bucket>> = {
  ...Object.fromEntries(Object.values(OPERATIONS).map(({ bucket }) => [bucket, PER_API])),
  token: TOKENS,
  // One running upload per store (sheet §2.1).
  uploadImages: { ...PER_API, parallel: 1 },
};

/** How many ids or rows one call takes (sheet §2.2). */
export const AT_MOST = {
  details: 300,
  feedRows: 300,
  listRows: 300,
  confirm: 30,
  dispatch: 30,
  cancel: 1,
} as const;
