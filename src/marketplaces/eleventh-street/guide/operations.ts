import { type Bucket, MINUTE_MS } from '../../kit/bucket.ts';
import type { Operation } from '../../kit/operation.ts';

const BUCKET = 'api';
const ROOT = '/rest/sellershop';

const read = (path: string): Operation => ({
  method: 'GET',
  path: `${ROOT}/${path}`,
  intent: 'read',
  bucket: BUCKET,
  idempotent: true,
});

/** No call has an idempotency key: a write is never repeated unread. */
const act = (path: string): Operation => ({
  method: 'PUT',
  path: `${ROOT}/${path}`,
  intent: 'order-act',
  bucket: BUCKET,
  idempotent: false,
});

/** Guide §3.3 to §3.7. */
export const OPERATIONS = {
  orders: read('orders'),
  order: read('orders/{ordNo}'),
  claims: read('claims'),
  ship: act('orders/{ordNo}/delivery'),
  changeInvoice: act('orders/{ordNo}/delivery/modify'),
  approveCancel: act('claims/{clmNo}/cancel/approve'),
  rejectCancel: act('claims/{clmNo}/cancel/reject'),
  approveReturn: act('claims/{clmNo}/return/approve'),
  rejectReturn: act('claims/{clmNo}/return/reject'),
  collectReturn: act('claims/{clmNo}/return/collect'),
  completeReturn: act('claims/{clmNo}/return/complete'),
  approveExchange: act('claims/{clmNo}/exchange/approve'),
  rejectExchange: act('claims/{clmNo}/exchange/reject'),
  shipExchange: act('claims/{clmNo}/exchange/delivery'),
} as const satisfies Record<string, Operation>;

export type OperationName = keyof typeof OPERATIONS;

/** 300 calls in any minute (guide §5.3). */
export const BUCKETS: Readonly<Record<string, Bucket>> = {
  [BUCKET]: {
    limits: [{ calls: 300, perMs: MINUTE_MS, burst: 'any' }],
    margin: 0.95,
    penaltyMs: 10_000,
    parallel: 5,
  },
};
