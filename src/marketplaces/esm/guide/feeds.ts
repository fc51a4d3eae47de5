import { CLAIM_KINDS, type ClaimKind } from '../../../domain/claim.ts';
import type { OrderStatus } from '../../../domain/status.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../kit/bucket.ts';
import type { FeedFacts } from '../../kit/edition.ts';
import { koreanMidnight } from '../../kit/sweeps/days.ts';
import { feedFacts } from '../../kit/sweeps/facts.ts';
import { lastDays, type SweptFeed } from '../../kit/sweeps/feed.ts';
import { pageAfter, pageNumber } from '../../kit/sweeps/pages.ts';
import type { FeedReader } from '../../kit/sweeps/sweep-feeds.ts';
import type { Window } from '../../kit/windows.ts';
import { SITE_NAMES, SITES, type Site } from '../site.ts';
import type { Client } from './client.ts';
import { readClaimList, readOrderPage } from './lists.ts';
import { type ListedStatus, statusOf } from './statuses.ts';

export interface Feed extends SweptFeed {
  readonly site: Site;
  readonly reads: { readonly status: ListedStatus } | { readonly claims: ClaimKind };
}

/** Six months back and no further (guide 5.3), in days that are no more than that in any half-year. */
const REACH_DAYS = 180;
const ORDER_DAYS = 30;
const WINDOW_MS = 30 * DAY_MS;

/** How often each list of orders is read. Orders under a claim stand in lists of their own. */
const ORDER_PLANS: readonly (readonly [status: ListedStatus, everyMs: number])[] = [
  ['PAY_COMPLETE', 0],
  ['CANCEL_REQUESTED', 5 * MINUTE_MS],
  ['PREPARING', 5 * MINUTE_MS],
  ['RETURN_REQUESTED', 10 * MINUTE_MS],
  ['EXCHANGE_REQUESTED', 10 * MINUTE_MS],
  ['SHIPPING', 10 * MINUTE_MS],
  ['DELIVERED', 30 * MINUTE_MS],
  ['CONFIRMED', HOUR_MS],
];

/** Claims are listed by the day of their last change, so a short look-back is enough. */
const CLAIM_LOOK_BACK_DAYS = 2;
const CLAIMS_EVERY_MS: Readonly<Record<ClaimKind, number>> = {
  cancel: 0,
  return: 2 * MINUTE_MS,
  exchange: 2 * MINUTE_MS,
};

const BY_DAY = { grain: 'day', windowMs: WINDOW_MS } as const;

export function feedsOf(sites: readonly Site[]): readonly Feed[] {
  return sites.flatMap((site) => [
    ...ORDER_PLANS.map(([status, everyMs]) => ({
      name: `${SITE_NAMES[site]} ${status}`,
      site,
      operation: 'orders',
      reads: { status },
      everyMs,
      span: lastDays(ORDER_DAYS),
      ...BY_DAY,
    })),
    ...CLAIM_KINDS.map((claims) => ({
      name: `${SITE_NAMES[site]} ${claims}s`,
      site,
      operation: 'claims',
      reads: { claims },
      everyMs: CLAIMS_EVERY_MS[claims],
      span: lastDays(CLAIM_LOOK_BACK_DAYS),
      ...BY_DAY,
    })),
  ]);
}

/** The feeds as the edition tells them. */
export const FEED_FACTS: readonly FeedFacts[] = feedsOf(SITES).map((feed) => {
  const { reads } = feed;
  return 'status' in reads
    ? feedFacts(feed, { reads: `orders in ${reads.status}`, lists: listed(reads.status) })
    : feedFacts(feed, {
        reads: `${reads.claims}s by the day of their last change`,
        lists: [],
        reachFrom: 'last time',
      });
});

function listed(status: ListedStatus): readonly OrderStatus[] {
  const unified = statusOf(status);
  // Our own dispatch is SHIPPED until the list shows it on its way.
  if (status === 'SHIPPING') return ['SHIPPED', 'DELIVERING'];
  return unified === null ? [] : [unified];
}

/** The part of a window that may be asked for, or null where it lies too far back. */
export function withinReach({ from, to }: Window, now: Date): Window | null {
  const first = new Date(koreanMidnight(now).getTime() - REACH_DAYS * DAY_MS);
  if (to.getTime() <= first.getTime()) return null;
  return from.getTime() >= first.getTime() ? { from, to } : { from: first, to };
}

export function feedReader(client: Client, sites: readonly Site[], clock: () => Date): FeedReader<Feed> {
  return {
    feeds: feedsOf(sites),
    clock,
    async read({ site, reads }, window, page) {
      const reachable = withinReach(window, clock());
      if (reachable === null) return { items: [], next: null };
      if ('claims' in reads) {
        return { items: await readClaimList(client, site, reads.claims, reachable), next: null };
      }
      const query = { site, by: 'PAY', window: reachable, status: reads.status } as const;
      const listed = await readOrderPage(client, { ...query, page: pageNumber(page) });
      return { items: listed.reads, next: pageAfter(page, listed.more) };
    },
  };
}
