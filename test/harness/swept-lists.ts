import fc from 'fast-check';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../src/marketplaces/kit/bucket.ts';
import type { Batch, OrderRead } from '../../src/marketplaces/kit/shop.ts';
import type { Grain, Span, SweptFeed } from '../../src/marketplaces/kit/sweeps/feed.ts';
import type { SweepPage } from '../../src/marketplaces/kit/sweeps/sweep-feeds.ts';
import { MarketplaceError } from '../../src/marketplaces/kit/trouble.ts';
import type { Window } from '../../src/marketplaces/kit/windows.ts';

/** Something that happened, and when lists show it. */
export interface Row {
  readonly id: string;
  readonly at: Date;
  readonly shownAt: Date;
}

export const rowsAt = (times: readonly Date[], lateMs: readonly number[] = []): readonly Row[] =>
  times.map((at, nth) => ({
    id: String(nth),
    at,
    shownAt: new Date(at.getTime() + (lateMs[nth % lateMs.length] ?? 0)),
  }));

const itemOf = ({ id }: Row): OrderRead => ({
  kind: 'line_news',
  news: {
    nativeOrderId: id,
    nativeLineId: '1',
    status: 'DELIVERING',
    nativeStatus: '401',
    parcel: null,
    deliveredAt: null,
    confirmedAt: null,
  },
});

export const idsOf = ({ items }: Pick<Batch<OrderRead>, 'items'>): readonly string[] =>
  items.flatMap((read) => (read.kind === 'line_news' ? [read.news.nativeOrderId] : []));

/** One question that was asked of a list. */
export interface Question {
  readonly feed: string;
  readonly window: Window;
  readonly page: string;
}

/** A stand-in for a marketplace's lists. */
export interface Lists {
  readonly rows: readonly Row[];
  /** Rows of a page; of a list that is cut, the rows from which on it says no more. */
  readonly size: number;
  readonly isCut?: boolean;
  /** Whether pages die with the run that was given them. */
  readonly areMortal?: boolean;
  readonly asked?: Question[];
}

/** Answers as one run meets the lists: windows hold both ends, those by days leave their last moment out. */
export function listsOf(
  { rows, size, isCut = false, areMortal = false, asked = [] }: Lists,
  clock: () => Date,
  run = 0,
): (feed: SweptFeed, window: Window, page: string) => Promise<SweepPage> {
  return async ({ name, grain, operation }, window, page) => {
    asked.push({ feed: name, window, page });
    const [token = '0', ofRun = String(run)] = page === '' ? [] : page.split(' of run ');
    if (areMortal && ofRun !== String(run)) throw new MarketplaceError({ reason: 'refused', operation });
    const { from, to } = window;
    const found = rows.filter(
      ({ at, shownAt }) =>
        shownAt <= clock() && at >= from && (grain === 'day' ? at < to : at.getTime() <= to.getTime()),
    );
    if (isCut && found.length >= size) return { items: [], next: null, isCut: true };
    const start = Number(token);
    const end = start + size;
    const next = !isCut && end < found.length ? `${end} of run ${run}` : null;
    return { items: found.slice(start, isCut ? undefined : end).map(itemOf), next };
  };
}

const spans: fc.Arbitrary<Span> = fc.record({
  kind: fc.constant('rolling' as const),
  backMs: fc.constantFrom(0, 2 * HOUR_MS, DAY_MS, 29 * DAY_MS),
  overlapMs: fc.constantFrom(2 * HOUR_MS, DAY_MS),
});

const windowsOf = (grain: Grain): fc.Arbitrary<number> =>
  grain === 'day'
    ? fc.integer({ min: 1, max: 31 }).map((days) => days * DAY_MS)
    : fc.integer({ min: 6 * 60, max: 31 * 24 * 60 }).map((minutes) => minutes * MINUTE_MS);

/** Feeds of any span that goes by itself, grain and width. */
export const anyFeed: fc.Arbitrary<SweptFeed> = fc
  .constantFrom<Grain>('day', 'minute', 'exact')
  .chain((grain) =>
    fc.record({
      name: fc.constantFrom('orders', 'claims', 'news'),
      operation: fc.constant('list'),
      everyMs: fc.constantFrom(0, 10 * MINUTE_MS, HOUR_MS, DAY_MS),
      span: spans,
      grain: fc.constant(grain),
      windowMs: windowsOf(grain),
    }),
  );

/** Feeds of one edition, whose names differ. */
export const anyFeeds: fc.Arbitrary<readonly SweptFeed[]> = fc.uniqueArray(anyFeed, {
  minLength: 1,
  maxLength: 3,
  selector: ({ name }) => name,
});
