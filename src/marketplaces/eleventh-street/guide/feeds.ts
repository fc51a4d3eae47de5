import type { ClaimKind } from '../../../domain/claim.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../kit/bucket.ts';
import type { FeedFacts } from '../../kit/edition.ts';
import { feedFacts } from '../../kit/sweeps/facts.ts';
import { lastStretch, type SweptFeed } from '../../kit/sweeps/feed.ts';
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

/** One list that is read again and again. */
export type GuideFeed = SweptFeed & ({ readonly code: OrderCode } | { readonly kind: ClaimKind });

const orders = (code: OrderCode, everyMs: number): GuideFeed => ({
  name: `orders ${code}`,
  operation: 'orders',
  code,
  everyMs,
  span: lastStretch(WINDOW_MS),
  grain: 'minute',
  windowMs: WINDOW_MS,
  oldestMs: FURTHEST_MS,
});

const claims = (kind: ClaimKind, everyMs: number): GuideFeed => ({
  name: `claims ${CLAIM_TYPES[kind]}`,
  operation: 'claims',
  kind,
  everyMs,
  span: lastStretch(CLAIM_WINDOW_MS),
  grain: 'minute',
  windowMs: CLAIM_WINDOW_MS,
  oldestMs: FURTHEST_MS,
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

/** The feeds as the edition tells them. */
export const FEED_FACTS: readonly FeedFacts[] = FEEDS.map((feed) =>
  'code' in feed
    ? feedFacts(feed, { reads: `orders in ordStCd ${feed.code}`, lists: [ORDER_STATUSES[feed.code]] })
    : feedFacts(feed, { reads: `claims of clmTpCd ${CLAIM_TYPES[feed.kind]}`, lists: [] }),
);
