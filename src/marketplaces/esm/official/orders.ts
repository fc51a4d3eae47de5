import type { ClaimKind } from '../../../domain/claim.ts';
import { DAY_MS } from '../../kit/bucket.ts';
import type { Batch, MissingOrder, OrderRead, OrdersDesk, OrdersNow } from '../../kit/shop.ts';
import { dayAfter, koreanMidnight } from '../../kit/sweeps/days.ts';
import { sweepFeeds } from '../../kit/sweeps/sweep-feeds.ts';
import { MarketplaceError } from '../../kit/trouble.ts';
import { splitSpan, type Window, windowTally } from '../../kit/windows.ts';
import { readSited, SITE_NAMES, type Site, type Sited } from '../site.ts';
import type { Ask } from './calls.ts';
import { claimLists } from './claim-lists.ts';
import { decodeOrderPage, type OrderPage } from './decode-page.ts';
import { ORDER_LISTS } from './operations.ts';
import { BY_ORDER_DAY, newsOfBody, orderBody, ordersBody } from './queries.ts';
import { feedReader, hasMore, readNews } from './read-feed.ts';
import { LIST_STATUSES, type ListStatus } from './statuses.ts';
import { writesOf } from './writes.ts';

const ORDER_WINDOW_MS = 30 * DAY_MS;
const STATUSES = Object.keys(LIST_STATUSES).filter((text): text is ListStatus =>
  Object.hasOwn(LIST_STATUSES, text),
);

/** The orders desk of one account. */
export function ordersDesk(ask: Ask, sites: readonly Site[], clock: () => Date): OrdersDesk {
  return {
    changes: (from) => sweepFeeds(feedReader(ask, sites, clock), from),
    placedBetween: (from, to) => placedBetween(ask, sites, from, to),
    read: (ids) => readOrders(ask, ids, clock),
    ...writesOf(ask, clock),
  };
}

type PlacedBatch = Omit<Batch<OrderRead>, 'cursor'>;

/** The lists go by whole days in Korea, so what they hold beyond the range is left out. */
async function* placedBetween(
  ask: Ask,
  sites: readonly Site[],
  from: Date,
  to: Date,
): AsyncGenerator<PlacedBatch> {
  const windows = splitSpan(koreanMidnight(from), dayAfter(to), ORDER_WINDOW_MS);
  const lists = STATUSES.flatMap((status) =>
    sites.flatMap((site) => windows.map((window) => ({ site, status, window }))),
  );
  const tally = windowTally();
  for (const [nth, { site, status, window }] of lists.entries()) {
    for (let page = 1, more = true; more; page++) {
      const answer = await placedPage(ask, site, status, window, page);
      more = hasMore(answer, page);
      yield {
        feed: `${SITE_NAMES[site]} orders ${status}`,
        items: answer.reads.filter((read) => placedWithin(read, from, to)),
        windows: tally(!more, lists.length - nth - (more ? 0 : 1)),
      };
    }
  }
}

function placedPage(
  ask: Ask,
  site: Site,
  status: ListStatus,
  window: Window,
  page: number,
): Promise<OrderPage> {
  return ask({
    operation: ORDER_LISTS[site],
    site,
    body: ordersBody(site, status, BY_ORDER_DAY, window, page),
    decode: decodeOrderPage(site),
  });
}

function placedWithin(read: OrderRead, from: Date, to: Date): boolean {
  if (read.kind !== 'order') return true;
  const at = Date.parse(read.order.orderedAt);
  return at >= from.getTime() && at <= to.getTime();
}

async function readOrders(ask: Ask, ids: readonly string[], clock: () => Date): Promise<OrdersNow> {
  const reads: OrderRead[] = [];
  const missing: MissingOrder[] = [];
  for (const nativeOrderId of ids) {
    const sited = readSited(nativeOrderId);
    const found = sited === null ? NOTHING : await readOrder(ask, sited, clock());
    reads.push(...found.reads);
    if (found.reads.length === 0)
      missing.push({ nativeOrderId, nativeText: found.nativeText || 'in no list', ended: false });
  }
  return { reads, missing };
}

interface Found {
  readonly reads: readonly OrderRead[];
  readonly nativeText: string;
}

const NOTHING: Found = { reads: [], nativeText: '' };

/** A look-up of an order under a claim gives nothing (sheet §7.1); then its status and its claims tell. */
async function readOrder(ask: Ask, { site, number }: Sited, now: Date): Promise<Found> {
  const listed = await orNothing(async () => {
    const { reads } = await ask({
      operation: 'order',
      site,
      body: orderBody(site, number),
      decode: decodeOrderPage(site),
    });
    return reads;
  });
  if (listed.reads.length > 0) return listed;
  const { reads } = await readNews(ask, site, newsOfBody(number));
  return { ...listed, reads: [...reads, ...(await claimsBehind(ask, site, number, reads, now))] };
}

/** What the first figure of a status of `GetDeliveryStatus` tells of a claim (sheet §4.1). */
const CLAIM_KINDS: Readonly<Record<string, ClaimKind>> = { '6': 'cancel', '7': 'return', '8': 'exchange' };
const CLAIM_DAYS = 5;

async function claimsBehind(
  ask: Ask,
  site: Site,
  orderNo: string,
  news: readonly OrderRead[],
  now: Date,
): Promise<readonly OrderRead[]> {
  const kinds = news.flatMap((read) => {
    const kind =
      read.kind === 'line_news' ? CLAIM_KINDS[read.news.nativeStatus.split('/')[0] ?? ''] : undefined;
    return kind === undefined ? [] : [kind];
  });
  const lists = claimLists(ask);
  const around = new Date(now.getTime() - CLAIM_DAYS * DAY_MS);
  const found: OrderRead[] = [];
  for (const kind of new Set(kinds)) found.push(...(await lists.ofOrder({ kind, site, orderNo, around })));
  return found;
}

async function orNothing(read: () => Promise<readonly OrderRead[]>): Promise<Found> {
  try {
    return { reads: await read(), nativeText: '' };
  } catch (error) {
    if (!(error instanceof MarketplaceError) || error.reason !== 'not_found') throw error;
    return { reads: [], nativeText: error.trouble.nativeText ?? '' };
  }
}
