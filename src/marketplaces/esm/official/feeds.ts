import type { ClaimKind } from '../../../domain/claim.ts';
import type { OrderStatus } from '../../../domain/status.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../kit/bucket.ts';
import type { FeedFacts } from '../../kit/edition.ts';
import { feedFacts } from '../../kit/sweeps/facts.ts';
import { lastDays, type SweptFeed } from '../../kit/sweeps/feed.ts';
import { SITE_NAMES, SITES, type Site } from '../site.ts';
import { CLAIM_LISTS, CLAIM_WINDOW_DAYS } from './claim-lists.ts';
import { type OperationName, ORDER_LISTS } from './operations.ts';
import { BY_END_DAY, BY_REQUEST_DAY, CHANGED } from './queries.ts';
import { LIST_STATUSES, type ListStatus } from './statuses.ts';

/** What one feed asks for. */
export type FeedReads =
  | { readonly list: 'orders'; readonly status: ListStatus }
  | {
      readonly list: 'claims';
      readonly kind: ClaimKind;
      readonly by: typeof BY_REQUEST_DAY | typeof BY_END_DAY;
      readonly statuses: readonly number[];
      /** True where every code of the site is tried, whatever has returned rows before. */
      readonly anew?: true;
    }
  | { readonly list: 'news'; readonly changed: number };

/** One list that is read again and again. */
export interface Feed extends SweptFeed {
  readonly operation: OperationName;
  readonly site: Site;
  readonly reads: FeedReads;
}

type Plan = Omit<Feed, 'site' | 'operation'>;

/** More than 31 days are refused at Gmarket (sheet §2), and tomorrow is one of them. */
const ORDER_DAYS = 30;
/** Returns stay open for weeks; a hold is lifted after 30 days (sheet §7.9). */
const OPEN_CLAIM_DAYS = 30;
/** 7 days are the widest the status list takes (sheet §2). */
const NEWS_DAYS = 6;

const orders = (status: ListStatus, everyMs: number): Plan => ({
  name: `orders ${status}`,
  reads: { list: 'orders', status },
  everyMs,
  span: lastDays(ORDER_DAYS),
  grain: 'day',
  windowMs: ORDER_DAYS * DAY_MS,
});

const claims = (
  name: string,
  reads: Omit<Extract<FeedReads, { list: 'claims' }>, 'list'>,
  everyMs: number,
  lookBackDays = CLAIM_WINDOW_DAYS,
): Plan => ({
  name,
  reads: { list: 'claims', ...reads },
  everyMs,
  span: lastDays(lookBackDays),
  grain: 'day',
  windowMs: CLAIM_WINDOW_DAYS * DAY_MS,
});

const news = (name: keyof typeof CHANGED, everyMs: number): Plan => ({
  name: `news ${name}`,
  reads: { list: 'news', changed: CHANGED[name] },
  everyMs,
  // What orders have come to before the first reading is told by the order lists themselves.
  span: { ...lastDays(2), startsThere: true },
  grain: 'day',
  windowMs: NEWS_DAYS * DAY_MS,
});

/** All statuses of a cancel come in one list; returns and exchanges have a list for each (sheet §3.6 to §3.8). */
const EVERY_CANCEL = [0];
const OPEN_RETURNS = [1, 2, 3];
const ENDED_RETURNS = [4, 5, 6];
/** 0 is a replacement on its way. */
const OPEN_EXCHANGES = [1, 2, 3, 0];
const ENDED_EXCHANGES = [4, 5];

/**
 * ESM tells no changes, and an order under a claim drops out of the order lists (sheet §7.1). New orders are read at
 * every turn, new cancels, which have 24 hours, nearly so; the status list tells cheaply what has moved on (sheet §7.24).
 */
const PLANS: readonly Plan[] = [
  orders('1', 0),
  claims('cancels', { kind: 'cancel', by: BY_REQUEST_DAY, statuses: EVERY_CANCEL }, MINUTE_MS),
  orders('2', 5 * MINUTE_MS),
  orders('3', 10 * MINUTE_MS),
  orders('4', HOUR_MS),
  orders('5', HOUR_MS),
  claims('cancels ended', { kind: 'cancel', by: BY_END_DAY, statuses: EVERY_CANCEL }, 10 * MINUTE_MS),
  claims('returns', { kind: 'return', by: BY_REQUEST_DAY, statuses: OPEN_RETURNS }, 5 * MINUTE_MS),
  claims('exchanges', { kind: 'exchange', by: BY_REQUEST_DAY, statuses: OPEN_EXCHANGES }, 5 * MINUTE_MS),
  claims('returns ended', { kind: 'return', by: BY_END_DAY, statuses: ENDED_RETURNS }, 15 * MINUTE_MS),
  claims('exchanges ended', { kind: 'exchange', by: BY_END_DAY, statuses: ENDED_EXCHANGES }, 15 * MINUTE_MS),
  news('shipped', 30 * MINUTE_MS),
  news('delivered', 15 * MINUTE_MS),
  news('confirmed', 30 * MINUTE_MS),
  news('returned', 30 * MINUTE_MS),
  news('exchanged', 30 * MINUTE_MS),
  news('canceled', 15 * MINUTE_MS),
  claims(
    'open returns',
    { kind: 'return', by: BY_REQUEST_DAY, statuses: OPEN_RETURNS, anew: true },
    2 * HOUR_MS,
    OPEN_CLAIM_DAYS,
  ),
  claims(
    'open exchanges',
    { kind: 'exchange', by: BY_REQUEST_DAY, statuses: OPEN_EXCHANGES, anew: true },
    2 * HOUR_MS,
    OPEN_CLAIM_DAYS,
  ),
];

const onSite = (plan: Plan, site: Site): Feed => ({
  ...plan,
  site,
  operation: operationOf(plan.reads, site),
  name: `${SITE_NAMES[site]} ${plan.name}`,
});

/** The feeds of an account, the sites by turns: each has a limit of its own, so neither waits for the other. */
export function feedsOf(sites: readonly Site[]): readonly Feed[] {
  return PLANS.flatMap((plan) => sites.map((site) => onSite(plan, site)));
}

/** What a list of orders holds: our own dispatch is SHIPPED until the list shows it on its way. */
const LISTED: Readonly<Record<ListStatus, readonly OrderStatus[]>> = {
  '1': ['PAID'],
  '2': ['PREPARING'],
  '3': ['SHIPPED', 'DELIVERING'],
  '4': ['DELIVERED'],
  '5': ['CONFIRMED'],
};

/** The feeds as the edition tells them. */
export const FEED_FACTS: readonly FeedFacts[] = feedsOf(SITES).map((feed) => {
  const { reads } = feed;
  return feedFacts(feed, {
    reads: inWords(reads),
    lists: reads.list === 'orders' ? LISTED[reads.status] : [],
    ...(reads.list === 'news' ? { reachFrom: 'last time' } : {}),
  });
});

function operationOf(reads: FeedReads, site: Site): OperationName {
  switch (reads.list) {
    case 'orders':
      return ORDER_LISTS[site];
    case 'claims':
      return CLAIM_LISTS[reads.kind];
    case 'news':
      return 'deliveryStatus';
  }
}

function inWords(reads: FeedReads): string {
  switch (reads.list) {
    case 'orders':
      return `RequestOrders, orderStatus ${reads.status} (${LIST_STATUSES[reads.status]})`;
    case 'claims':
      return `${reads.kind}s with status ${reads.statuses.join(', ')}, by the day of their ${
        reads.by === BY_END_DAY ? 'end' : 'request'
      }`;
    case 'news':
      return `GetDeliveryStatus, SearchDateConditionType ${reads.changed}`;
  }
}
