import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectForward, expectForwardToTheEnd } from '../../../../test/harness/window-counts.ts';
import type { Batch, OrderRead } from '../../kit/shop.ts';
import type { Window, WindowCount } from '../../kit/windows.ts';
import { readCursor } from './memory.ts';
import type { Feed } from './sweep.ts';
import { type FeedReader, type Part, sweepFeeds } from './walk.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const SINCE = new Date('2026-10-01T00:00:00Z');
const NOW = new Date('2026-11-21T01:02:03Z');

const feed = (name: string, everyMs: number, windowMs: number): Feed => ({
  name,
  reads: name,
  everyMs,
  reachMs: windowMs,
  windowMs,
  lists: [],
});
const FEEDS = [feed('orders', 0, 7 * DAY - MINUTE), feed('claims', 30 * MINUTE, 30 * DAY - MINUTE)];

interface Row {
  readonly id: string;
  readonly at: Date;
}

const newsOf = ({ id }: Row): OrderRead => ({
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

const within = (rows: readonly Row[], { from, to }: Window) =>
  rows.filter(({ at }) => at >= from && at <= to);

/** Lists without pages that are cut at `cap` rows, as 11st's are. */
const cutting =
  (rows: readonly Row[], cap: number, asked: Window[] = []) =>
  async (_feed: Feed, window: Window): Promise<Part> => {
    asked.push(window);
    const found = within(rows, window).slice(0, cap);
    return found.length >= cap ? { items: [], ending: 'cut' } : { items: found.map(newsOf), ending: 'whole' };
  };

/** Lists with pages, as the guide's are. */
const paging =
  (rows: readonly Row[], size: number) =>
  async (_feed: Feed, window: Window, page: number): Promise<Part> => {
    const found = within(rows, window);
    const items = found.slice((page - 1) * size, page * size).map(newsOf);
    return { items, ending: page * size < found.length ? 'page' : 'whole' };
  };

function reader(read: FeedReader<Feed>['read'], clock: () => Date = () => NOW): FeedReader<Feed> {
  return { feeds: FEEDS, read, clock };
}

const idsOf = ({ items }: Batch<OrderRead>) =>
  items.flatMap((read) => (read.kind === 'line_news' ? [read.news.nativeOrderId] : []));

const moments = fc.date({ min: SINCE, max: new Date('2026-11-21T01:02:00Z'), noInvalidDate: true });
const lists = fc.array(moments, { maxLength: 60 });
const kills = fc.array(fc.nat({ max: 12 }), { maxLength: 5 });
const rowsAt = (times: readonly Date[]): readonly Row[] => times.map((at, nth) => ({ id: String(nth), at }));

describe('sweeps', () => {
  it('read every row, wherever and however often a run is killed, over lists that are cut or paged', async () => {
    await fc.assert(
      fc.asyncProperty(lists, kills, fc.boolean(), async (times, steps, isCut) => {
        // A list that is cut needs a window that holds fewer rows than the cut: one row a minute at the most.
        const apart = isCut
          ? [...new Map(times.map((at) => [Math.floor(+at / 120_000), at])).values()]
          : times;
        const rows = rowsAt(apart);
        const read = isCut ? cutting(rows, 4) : paging(rows, 3);
        const seen = new Set<string>();
        let cursor: string | null = null;
        for (const budget of [...steps, Number.POSITIVE_INFINITY]) {
          let left = budget;
          for await (const batch of sweepFeeds(reader(read), { cursor, since: SINCE })) {
            if (left-- <= 0) break;
            for (const id of idsOf(batch)) seen.add(id);
            cursor = batch.cursor;
          }
        }
        expect(seen).toEqual(new Set(rows.map(({ id }) => id)));
      }),
      { numRuns: 80 },
    );
  });

  it('halve a window until nothing is cut, never ask for more than the list allows, and leave no gap', async () => {
    const rows = rowsAt(
      Array.from({ length: 200 }, (_, nth) => new Date(NOW.getTime() - DAY - nth * 5 * MINUTE)),
    );
    const asked: Window[] = [];
    const seen = new Set<string>();
    for await (const batch of sweepFeeds(reader(cutting(rows, 20, asked)), { cursor: null, since: SINCE })) {
      for (const id of idsOf(batch)) seen.add(id);
    }
    expect(seen.size).toBe(rows.length);
    for (const { from, to } of asked) expect(to.getTime() - from.getTime()).toBeLessThan(30 * DAY);
    expect(asked.some(({ from, to }) => to.getTime() - from.getTime() < 2 * 60 * MINUTE)).toBe(true);
  });

  it('end with a visible trouble where one minute holds more than a list shows', async () => {
    const at = new Date(NOW.getTime() - DAY);
    const rows = Array.from({ length: 10 }, (_, nth) => ({ id: String(nth), at }));
    const run = async () => {
      for await (const _ of sweepFeeds(reader(cutting(rows, 4)), { cursor: null, since: SINCE }));
    };
    await expect(run()).rejects.toMatchObject({ reason: 'unexpected_shape' });
  });

  it('leave no gap between any two runs, with a day for rows that appear late', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 20 * DAY }), { maxLength: 6 }), async (pauses) => {
        const asked: Window[] = [];
        let cursor: string | null = null;
        let now = SINCE.getTime() + DAY;
        let last = SINCE.getTime();
        for (const pause of pauses) {
          now += pause;
          asked.length = 0;
          const clock = () => new Date(now);
          const oneFeed = { feeds: FEEDS.slice(0, 1), read: cutting([], 4, asked), clock };
          for await (const batch of sweepFeeds(oneFeed, { cursor, since: SINCE })) cursor = batch.cursor;
          const first = Math.min(...asked.map(({ from }) => from.getTime()));
          expect(first).toBeLessThanOrEqual(Math.max(SINCE.getTime(), last - DAY));
          expect(Math.max(...asked.map(({ to }) => to.getTime()))).toBeGreaterThan(now - MINUTE);
          last = now;
        }
      }),
    );
  });

  it('tell how many windows are done and ahead, to the end', async () => {
    await fc.assert(
      fc.asyncProperty(lists, fc.nat({ max: 8 }), async (times, stop) => {
        const read = paging(rowsAt(times), 3);
        const counts: (WindowCount | undefined)[] = [];
        let cursor: string | null = null;
        for await (const batch of sweepFeeds(reader(read), { cursor, since: SINCE })) {
          if (counts.length === stop) break;
          counts.push(batch.windows);
          cursor = batch.cursor;
        }
        expectForward(counts);
        const rest: (WindowCount | undefined)[] = [];
        for await (const batch of sweepFeeds(reader(read), { cursor, since: SINCE }))
          rest.push(batch.windows);
        expectForwardToTheEnd(rest);
      }),
      { numRuns: 40 },
    );
  });

  it('leave alone what is still fresh, and believe no clock that was ahead', async () => {
    const names = async (cursor: string | null, at: Date) => {
      const found: string[] = [];
      let next = cursor;
      for await (const batch of sweepFeeds(
        reader(cutting([], 4), () => at),
        { cursor, since: SINCE },
      )) {
        found.push(batch.feed);
        next = batch.cursor;
      }
      return { found: new Set(found), next };
    };
    const first = await names(null, NOW);
    expect(first.found).toEqual(new Set(['orders', 'claims']));
    const soon = await names(first.next, new Date(NOW.getTime() + 10 * MINUTE));
    expect(soon.found).toEqual(new Set(['orders']));
    const back = await names(first.next, new Date(NOW.getTime() - DAY));
    expect(back.found).toEqual(new Set(['orders', 'claims']));
  });

  it('begin again at the chosen day with a cursor that cannot be read', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), fc.constant(null)), (text) => {
        expect(readCursor(text, SINCE)).toEqual({ since: SINCE, feeds: {} });
      }),
    );
  });
});
