import type { OrderStatus } from '../../../domain/status.ts';
import type { FeedFacts } from '../../kit/edition.ts';
import type { ListQuery } from './product-orders.ts';
import { DAY_MS } from './spans.ts';

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/** The feed of changed statuses (sheet §3.2). */
export const CHANGED = {
  feed: 'changed',
  /** Rows appear some seconds late, so the newest ones are left to the next run. */
  settleMs: 5 * SECOND_MS,
  /** How far before its watermark a run begins. */
  overlapMs: 5 * MINUTE_MS,
} as const;

/** A part of the conditional list that is read again and again for what the feed never tells. */
export interface Sweep {
  readonly feed: string;
  readonly query: ListQuery;
  readonly lookBackMs: number;
  readonly everyMs: number;
  /** The unified statuses that it lists whole. */
  readonly lists: readonly OrderStatus[];
}

export const SWEEPS: readonly Sweep[] = [
  // Confirming leaves no row in the feed (sheet §7.3); unconfirmed orders may be weeks old (sheet §7.4).
  {
    feed: 'paid',
    query: { rangeType: 'PAYED_DATETIME', statuses: ['PAYED'] },
    lookBackMs: 30 * DAY_MS,
    everyMs: HOUR_MS,
    lists: ['PAID', 'PREPARING'],
  },
  // Nor does a parcel on its way or delivered; the buyer's confirmation, which ends it, does.
  {
    feed: 'dispatched',
    query: { rangeType: 'DISPATCHED_DATETIME', statuses: ['DELIVERING', 'DELIVERED'] },
    lookBackMs: 21 * DAY_MS,
    everyMs: HOUR_MS,
    lists: ['SHIPPED', 'DELIVERING', 'DELIVERED'],
  },
];

/** The feeds as the edition tells them. */
export const FEED_FACTS: readonly FeedFacts[] = [
  {
    name: CHANGED.feed,
    reads: 'product orders whose status changed',
    everyMs: 0,
    reachMs: CHANGED.overlapMs,
    reachFrom: 'last time',
    lateMs: CHANGED.settleMs,
  },
  ...SWEEPS.map(
    ({ feed, query, everyMs, lookBackMs, lists }): FeedFacts => ({
      name: feed,
      reads: `product orders in ${query.statuses.join(', ')}, listed by ${query.rangeType}`,
      everyMs,
      reachMs: lookBackMs,
      reachFrom: 'now',
      lateMs: CHANGED.settleMs,
      lists,
    }),
  ),
];
