import { pageAfter, pageNumber } from '../../kit/sweeps/pages.ts';
import type { FeedReader, Known, SweepPage } from '../../kit/sweeps/sweep-feeds.ts';
import { MarketplaceError } from '../../kit/trouble.ts';
import type { Window } from '../../kit/windows.ts';
import type { Site } from '../site.ts';
import type { Ask } from './calls.ts';
import { claimLists } from './claim-lists.ts';
import { decodeNewsPage, type NewsPage } from './decode-news.ts';
import { decodeOrderPage, type OrderPage } from './decode-page.ts';
import { type Feed, type FeedReads, feedsOf } from './feeds.ts';
import { BY_PAYMENT_DAY, newsBody, ordersBody, PAGE_SIZE } from './queries.ts';
import { isOfClaim } from './statuses.ts';

/** The feeds of an account; which site codes have rows is noted (sheet §2). */
export function feedReader(ask: Ask, sites: readonly Site[], clock: () => Date): FeedReader<Feed> {
  return {
    feeds: feedsOf(sites),
    clock,
    read: (feed, window, page, known) => readFeedPage(ask, feed, window, page, known),
  };
}

async function readFeedPage(
  ask: Ask,
  feed: Feed,
  window: Window,
  page: string,
  known: Known,
): Promise<SweepPage> {
  const { reads } = feed;
  switch (reads.list) {
    case 'orders':
      return orderPage(ask, feed, reads, window, page);
    case 'claims':
      return claimsPage(ask, feed, reads, window, page, known);
    case 'news':
      return newsPage(ask, feed, reads, window, page, known);
  }
}

async function orderPage(
  ask: Ask,
  { site, operation }: Feed,
  { status }: Extract<FeedReads, { list: 'orders' }>,
  window: Window,
  page: string,
): Promise<SweepPage> {
  const number = pageNumber(page);
  const answer: OrderPage = await ask({
    operation,
    site,
    body: ordersBody(site, status, BY_PAYMENT_DAY, window, number),
    decode: decodeOrderPage(site),
  });
  return { items: answer.reads, next: pageAfter(page, hasMore(answer, number)) };
}

/** A list ends where its total says, or with a page that is short. */
export function hasMore({ rows, total }: Pick<OrderPage, 'rows' | 'total'>, page: number): boolean {
  return rows > 0 && (total === null ? rows >= PAGE_SIZE : page * PAGE_SIZE < total);
}

/** Claims have no pages (sheet §2): each status of the feed is one. */
async function claimsPage(
  ask: Ask,
  { site }: Feed,
  { kind, by, statuses, anew }: Extract<FeedReads, { list: 'claims' }>,
  window: Window,
  page: string,
  { notes }: Known,
): Promise<SweepPage> {
  const number = pageNumber(page);
  const status = statuses[number - 1];
  if (status === undefined) return { items: [], next: null };
  const lists = claimLists(ask, anew ? {} : notes);
  const items = await lists.list({ kind, site, status, by, window });
  const next = pageAfter(page, number < statuses.length);
  return anew ? { items, next } : { items, next, notes: lists.known };
}

/**
 * The status list tells neither a page size nor a total (sheet §2): it ends where nothing new comes. Orders under a
 * claim are left to the lists of claims, so that what the order lists said of them last stays beside the claim.
 */
async function newsPage(
  ask: Ask,
  { site }: Feed,
  { changed }: Extract<FeedReads, { list: 'news' }>,
  window: Window,
  page: string,
  { met }: Known,
): Promise<SweepPage> {
  const answer = await readNews(ask, site, newsBody(changed, window, pageNumber(page)));
  const fresh = answer.numbers.some((number) => !met.has(number));
  for (const number of answer.numbers) met.add(number);
  const reads = answer.reads.filter(
    (read) => read.kind !== 'line_news' || !isOfClaim(read.news.nativeStatus),
  );
  return { items: fresh ? reads : [], next: pageAfter(page, fresh) };
}

/** An empty list is an error of its own, 1100 (sheet §5). */
export async function readNews(ask: Ask, site: Site, body: string): Promise<NewsPage> {
  try {
    return await ask({ operation: 'deliveryStatus', site, body, decode: decodeNewsPage(site) });
  } catch (error) {
    if (error instanceof MarketplaceError && error.reason === 'not_found') return NO_NEWS;
    throw error;
  }
}

const NO_NEWS: NewsPage = { reads: [], numbers: [] };
