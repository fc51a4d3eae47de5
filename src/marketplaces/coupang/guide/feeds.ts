import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../kit/bucket.ts';
import type { FeedFacts } from '../../kit/edition.ts';
import { feedFacts } from '../../kit/sweeps/facts.ts';
import { lastDays, type SweptFeed } from '../../kit/sweeps/feed.ts';
import type { OperationName } from './operations.ts';
import type { ClaimStatus } from './queries.ts';
import { type GuideStatus, STATUSES } from './statuses.ts';

export type Listed =
  | { readonly of: 'orders'; readonly status: GuideStatus }
  | { readonly of: 'claims'; readonly status: ClaimStatus };

export interface Feed extends SweptFeed {
  readonly operation: OperationName;
  readonly list: Listed;
}

/** Guide §5.3: the last 3 months. The shortest three hold 89 days. */
export const LOOK_BACK_MS = 89 * DAY_MS;
const ROLLING_DAYS = 30;
const LATE_MS = 30 * MINUTE_MS;
const FRESH_REACH_MS = 2 * HOUR_MS;

const ROLLING = lastDays(ROLLING_DAYS);

/** The guide sets no widest range, so a sweep is one list. */
const ONE_LIST = { windowMs: LOOK_BACK_MS, oldestMs: LOOK_BACK_MS } as const;

const orders = (status: GuideStatus, everyMs: number): Feed => ({
  name: status,
  operation: 'orders',
  list: { of: 'orders', status },
  everyMs,
  span: ROLLING,
  grain: 'day',
  ...ONE_LIST,
});

const claims = (name: string, status: ClaimStatus, everyMs: number): Feed => ({
  name,
  operation: 'claims',
  list: { of: 'claims', status },
  everyMs,
  span: ROLLING,
  grain: 'day',
  ...ONE_LIST,
});

const FRESH: Feed = {
  name: 'ACCEPT lately',
  operation: 'orders',
  list: { of: 'orders', status: 'ACCEPT' },
  everyMs: 0,
  span: { kind: 'fresh', after: ['ACCEPT lately', 'ACCEPT'], lateMs: LATE_MS, reachMs: FRESH_REACH_MS },
  grain: 'exact',
  ...ONE_LIST,
};

/**
 * One list for each status of §2.3.1 and one for each of §2.3.3, which holds cancels, returns and exchanges alike. They
 * go by the day of creation, so every status that may still change is swept over a rolling look-back. Claims are asked
 * for before the orders that are to be shipped.
 */
export const FEEDS: readonly Feed[] = [
  FRESH,
  orders('ACCEPT', 10 * MINUTE_MS),
  claims('claims received', 'RECEIPT', MINUTE_MS),
  claims('claims in progress', 'PROGRESS', 5 * MINUTE_MS),
  orders('INSTRUCT', 5 * MINUTE_MS),
  orders('NONE_TRACKING', 10 * MINUTE_MS),
  orders('DEPARTURE', 10 * MINUTE_MS),
  orders('DELIVERING', 10 * MINUTE_MS),
  orders('CANCEL', 10 * MINUTE_MS),
  orders('RETURN', 10 * MINUTE_MS),
  claims('claims completed', 'COMPLETE', 10 * MINUTE_MS),
  orders('FINAL_DELIVERY', HOUR_MS),
];

/** The feeds as the edition tells them. */
export const FEED_FACTS: readonly FeedFacts[] = FEEDS.map((feed) => {
  const { list, span } = feed;
  const status = list.of === 'orders' ? STATUSES[list.status] : null;
  return feedFacts(feed, {
    reads: `${list.of === 'orders' ? 'orders' : 'return-exchange-requests'} with status ${list.status}`,
    lists: span.kind === 'rolling' && status !== null ? [status] : [],
  });
});
