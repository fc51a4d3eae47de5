import type { ClaimKind } from '../../../domain/claim.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../kit/bucket.ts';
import type { Feed } from '../sweeps/sweep.ts';
import { ORDER_STATUSES, type OrderCode } from './statuses.ts';

/** Rows of one page (guide §5.3). */
export const PAGE_SIZE = 100;

/** Answers go back one year (guide §5.3); a day less keeps the first day within at any hour. */
export const FURTHEST_MS = 364 * DAY_MS;
/** The guide sets no width; a week keeps the pages of one window few, since rows move while they are turned. */
const WINDOW_MS = 7 * DAY_MS;
/** The list of claims has no pages. */
const CLAIM_WINDOW_MS = 30 * DAY_MS;

/** `clmTpCd` (guide §3.3.3). */
export const CLAIM_TYPES = { cancel: 'CLM01', return: 'CLM02', exchange: 'CLM03' } as const satisfies Record<
  ClaimKind,
  string
>;

export type GuideFeed = Feed & ({ readonly code: OrderCode } | { readonly kind: ClaimKind });

const orders = (code: OrderCode, everyMs: number): GuideFeed => ({
  name: `orders ${code}`,
  reads: `orders in ordStCd ${code}`,
  code,
  everyMs,
  reachMs: WINDOW_MS,
  windowMs: WINDOW_MS,
  furthestMs: FURTHEST_MS,
  lists: [ORDER_STATUSES[code]],
});

const claims = (kind: ClaimKind, everyMs: number): GuideFeed => ({
  name: `claims ${CLAIM_TYPES[kind]}`,
  reads: `claims of clmTpCd ${CLAIM_TYPES[kind]}`,
  kind,
  everyMs,
  reachMs: CLAIM_WINDOW_MS,
  windowMs: CLAIM_WINDOW_MS,
  furthestMs: FURTHEST_MS,
  lists: [],
});

/** One list for each status, and one for each kind of claim; what the seller acts on comes round most often. */
export const FEEDS: readonly GuideFeed[] = [
  orders('102', 0),
  orders('201', 5 * MINUTE_MS),
  orders('202', 5 * MINUTE_MS),
  orders('301', 10 * MINUTE_MS),
  orders('302', 30 * MINUTE_MS),
  orders('401', HOUR_MS),
  orders('501', 5 * MINUTE_MS),
  orders('502', 30 * MINUTE_MS),
  orders('601', 10 * MINUTE_MS),
  orders('602', 10 * MINUTE_MS),
  orders('603', HOUR_MS),
  orders('701', 10 * MINUTE_MS),
  orders('702', 10 * MINUTE_MS),
  orders('703', HOUR_MS),
  claims('cancel', 0),
  claims('return', 5 * MINUTE_MS),
  claims('exchange', 5 * MINUTE_MS),
];
