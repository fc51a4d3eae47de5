import { type Bucket, MINUTE_MS } from '../../kit/bucket.ts';
import type { Operation } from '../../kit/operation.ts';
import type { Site } from '../site.ts';

const BUCKET = 'account';

const read = (path: string): Operation => ({
  method: 'GET',
  path,
  intent: 'read',
  bucket: BUCKET,
  idempotent: true,
});

const act = (method: 'POST' | 'PUT', path: string): Operation => ({
  method,
  path,
  intent: 'order-act',
  bucket: BUCKET,
  idempotent: false,
});

const claim = (rest: string): Operation => act('POST', `/v1/claims/{claimNo}/${rest}`);

/** The calls of the guide's part 4. */
export const OPERATIONS = {
  token: { method: 'POST', path: '/oauth/token', intent: 'read', bucket: BUCKET, idempotent: true },
  orders: read('/v1/orders'),
  claims: read('/v1/claims'),
  ship: act('POST', '/v1/orders/{ordNo}/shipment'),
  changeShipment: act('PUT', '/v1/orders/{ordNo}/shipment'),
  approveCancel: claim('cancel/approve'),
  rejectCancel: claim('cancel/reject'),
  approveReturn: claim('return/approve'),
  rejectReturn: claim('return/reject'),
  collectReturn: claim('return/collect'),
  completeReturn: claim('return/complete'),
  approveExchange: claim('exchange/approve'),
  shipExchange: claim('exchange/shipment'),
} as const satisfies Record<string, Operation>;

export type OperationName = keyof typeof OPERATIONS;

/** Each site has a host of its own (guide 4.1); Gmarket's is the base address. */
export const HOSTS = { auction: 'https://api.auction.co.kr' } as const;
export const HOST_OF: Readonly<Record<Site, keyof typeof HOSTS | undefined>> = { G: undefined, A: 'auction' };

/** 500 calls a minute for an account (guide 5.3). */
export const BUCKETS: Readonly<Record<string, Bucket>> = {
  [BUCKET]: { limits: [{ calls: 500, perMs: MINUTE_MS, burst: 'any' }], margin: 0.95, penaltyMs: 5_000 },
};
