import { type Bucket, DAY_MS, SECOND_MS } from '../../kit/bucket.ts';

/** Every call of an account. */
export const API = 'api';
/** New products: 500 a day for a seller (sheet §2). */
export const REGISTRATIONS = 'registrations';

/**
 * 11st publishes no limit but that of new products (sheet §2). The others are ours: a pace nobody was throttled at, and no
 * more calls at once than one operator had without time-outs.
 */
export const BUCKETS: Readonly<Record<string, Bucket>> = {
  [API]: {
    limits: [{ calls: 4, perMs: SECOND_MS }],
    margin: 0.8,
    penaltyMs: 5_000,
    parallel: 3,
  },
  [REGISTRATIONS]: {
    limits: [{ calls: 500, perMs: DAY_MS, burst: 'any' }],
    margin: 1,
    penaltyMs: 5_000,
    within: API,
  },
};
