import { MarketplaceError } from '../../kit/trouble.ts';
import type { Window } from '../../kit/windows.ts';
import type { Site } from '../site.ts';
import type { FeedPage, FeedReader } from '../walk-feeds.ts';
import type { Ask } from './calls.ts';
import { type ClaimLists, claimLists } from './claim-lists.ts';
import { decodeNewsPage, type NewsPage } from './decode-news.ts';
import { decodeOrderPage, type OrderPage } from './decode-page.ts';
import { type Feed, type FeedReads, feedsOf } from './feeds.ts';
import { ORDER_LISTS } from './operations.ts';
import { BY_PAYMENT_DAY, newsBody, ordersBody, PAGE_SIZE } from './queries.ts';
import { isOfClaim } from './statuses.ts';

/** The feeds of an account; which site codes have rows is remembered (sheet §2). */
export function feedReader(
  ask: Ask,
  sites: readonly Site[],
  learnt: Readonly<Record<string, number>>,
): FeedReader<Feed> {
  const lists = claimLists(ask, learnt);
  return {
    feeds: feedsOf(sites),
    page: (feed, window, page, met) => readFeedPage(ask, lists, feed, window, page, met),
    learnt: () => lists.known,
  };
}

async function readFeedPage(
  ask: Ask,
  lists: ClaimLists,
  feed: Feed,
  window: Window,
  page: number,
  met: Set<string>,
): Promise<FeedPage> {
  const { reads } = feed;
  switch (reads.list) {
    case 'orders':
      return orderPage(ask, feed, reads, window, page);
    case 'claims':
      return claimsPage(reads.anew ? claimLists(ask) : lists, feed, reads, window, page);
    case 'news':
      return newsPage(ask, feed, reads, window, page, met);
  }
}

async function orderPage(
  ask: Ask,
  { site }: Feed,
  { status }: Extract<FeedReads, { list: 'orders' }>,
  window: Window,
  page: number,
): Promise<FeedPage> {
  const answer: OrderPage = await ask({
    operation: ORDER_LISTS[site],
    site,
    body: ordersBody(site, status, BY_PAYMENT_DAY, window, page),
    decode: decodeOrderPage(site),
  });
  return { reads: answer.reads, more: hasMore(answer, page) };
}

/** A list ends where its total says, or with a page that is short. */
export function hasMore({ rows, total }: Pick<OrderPage, 'rows' | 'total'>, page: number): boolean {
  return rows > 0 && (total === null ? rows >= PAGE_SIZE : page * PAGE_SIZE < total);
}

/** Claims have no pages (sheet §2): each status of the feed is one. */
async function claimsPage(
  lists: ClaimLists,
  { site }: Feed,
  { kind, by, statuses }: Extract<FeedReads, { list: 'claims' }>,
  window: Window,
  page: number,
): Promise<FeedPage> {
  const status = statuses[page - 1];
  if (status === undefined) return { reads: [], more: false };
  return { reads: await lists.list({ kind, site, status, by, window }), more: page < statuses.length };
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
  page: number,
  met: Set<string>,
): Promise<FeedPage> {
  const answer = await readNews(ask, site, newsBody(changed, window, page));
  const fresh = answer.numbers.some((number) => !met.has(number));
  for (const number of answer.numbers) met.add(number);
  const reads = answer.reads.filter(
    (read) => read.kind !== 'line_news' || !isOfClaim(read.news.nativeStatus),
  );
  return { reads: fresh ? reads : [], more: fresh };
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
