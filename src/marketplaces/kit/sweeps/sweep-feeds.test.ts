import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  anyFeed,
  anyFeeds,
  idsOf,
  type Lists,
  listsOf,
  type Question,
  rowsAt,
} from '../../../../test/harness/swept-lists.ts';
import { expectForward, expectForwardToTheEnd } from '../../../../test/harness/window-counts.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../bucket.ts';
import type { Cursor } from '../cursor.ts';
import { MarketplaceError } from '../trouble.ts';
import type { Window, WindowCount } from '../windows.ts';
import { GRAIN_MS, lastStretch, type SweptFeed } from './feed.ts';
import { readCursor, writeCursor } from './memory.ts';
import { type FeedReader, type SweepPage, sweepFeeds } from './sweep-feeds.ts';

const SINCE = new Date('2026-10-01T00:00:00Z');
const NOW = new Date('2026-11-21T01:02:03Z');

const feed = (name: string, everyMs: number, windowMs: number): SweptFeed => ({
  name,
  operation: name,
  everyMs,
  span: lastStretch(windowMs),
  grain: 'minute',
  windowMs,
});
const ORDERS = feed('orders', 0, 7 * DAY_MS - MINUTE_MS);
const CLAIMS = feed('claims', 30 * MINUTE_MS, 30 * DAY_MS - MINUTE_MS);
const FEEDS = [ORDERS, CLAIMS];

const reading = (lists: Lists, clock: () => Date = () => NOW, run = 0): FeedReader<SweptFeed> => ({
  feeds: FEEDS,
  clock,
  read: listsOf(lists, clock, run),
});

/** Reads until `steps` batches are stored; a process that dies then has read one more for nothing. */
async function run(
  reader: FeedReader<SweptFeed>,
  cursor: Cursor | null,
  steps: number,
  stored: (batch: Awaited<ReturnType<ReturnType<typeof sweepFeeds>['next']>>['value']) => void,
): Promise<Cursor | null> {
  let left = steps;
  let last = cursor;
  for await (const batch of sweepFeeds(reader, { cursor, since: SINCE })) {
    if (left-- <= 0) break;
    stored(batch);
    last = batch.cursor;
  }
  return last;
}

const moments = fc.date({ min: SINCE, max: new Date('2026-11-21T01:02:00Z'), noInvalidDate: true });
const times = fc.array(moments, { maxLength: 40 });
const kills = fc.array(
  fc.record({ steps: fc.nat({ max: 12 }), pauseMs: fc.integer({ min: 0, max: 3 * DAY_MS }) }),
  { maxLength: 5 },
);

/** A list that is cut must hold fewer rows in its narrowest window than it is cut at. */
function spread(all: readonly Date[], unitMs: number): readonly Date[] {
  const perUnit = new Map(all.map((at) => [Math.floor(at.getTime() / (2 * unitMs)), at]));
  return [...perUnit.values()];
}

describe('sweeps', () => {
  it('read every moment of every feed, wherever and however often a run is killed, paged or cut', async () => {
    const input = [
      anyFeeds,
      times,
      fc.array(fc.nat({ max: 2 * HOUR_MS })),
      kills,
      fc.boolean(),
      fc.boolean(),
    ] as const;
    await fc.assert(
      fc.asyncProperty(...input, async (feeds, all, lateMs, deaths, isCut, areMortal) => {
        const coarsest = Math.max(...feeds.map(({ grain }) => GRAIN_MS[grain]), MINUTE_MS);
        const rows = rowsAt(isCut ? spread(all, coarsest) : all, lateMs);
        const lists = { rows, size: isCut ? 4 : 3, isCut, areMortal };
        const seen = new Map(feeds.map(({ name }) => [name, new Set<string>()]));
        let now = new Date('2026-11-01T00:00:00Z').getTime();
        let cursor: Cursor | null = null;
        const clock = () => new Date(now);
        // The last run comes when everything has happened, is shown and is due again.
        const ends = { steps: Number.POSITIVE_INFINITY, pauseMs: 40 * DAY_MS };
        for (const [nth, { steps, pauseMs }] of [...deaths, ends, { ...ends, pauseMs: DAY_MS }].entries()) {
          now += pauseMs;
          const reader = { feeds, clock, read: listsOf(lists, clock, nth) };
          cursor = await run(reader, cursor, steps, (batch) => {
            for (const id of idsOf(batch)) seen.get(batch.feed)?.add(id);
            expect(writeCursor(readCursor(batch.cursor, NOW))).toBe(batch.cursor);
          });
        }
        for (const ids of seen.values()) expect(ids).toEqual(new Set(rows.map(({ id }) => id)));
      }),
      { numRuns: 150 },
    );
  });

  it('go on where they stood: at the same window or at the one that follows it', async () => {
    await fc.assert(
      fc.asyncProperty(anyFeed, times, kills, fc.boolean(), async (one, all, deaths, isCut) => {
        const rows = rowsAt(isCut ? spread(all, Math.max(GRAIN_MS[one.grain], MINUTE_MS)) : all);
        let cursor: Cursor | null = null;
        let at: Window | null = null;
        let now = NOW.getTime();
        const clock = () => new Date(now);
        for (const { steps, pauseMs } of [...deaths, { steps: Number.POSITIVE_INFINITY, pauseMs: 0 }]) {
          now += pauseMs;
          const asked: Question[] = [];
          const reader = {
            feeds: [one],
            clock,
            read: listsOf({ rows, size: isCut ? 4 : 3, isCut, asked }, clock),
          };
          cursor = await run(reader, cursor, steps, (batch) => {
            const window = asked.at(-1)?.window;
            if (window === undefined) throw new Error('a batch without a question');
            expect(window.to.getTime() - window.from.getTime()).toBeLessThanOrEqual(one.windowMs);
            expect(window.from.getTime()).toBeLessThan(window.to.getTime());
            if (at !== null && window.from.getTime() !== at.from.getTime())
              expect(window.from).toEqual(at.to);
            if (at !== null && window.from.getTime() === at.from.getTime()) expect(window.to).toEqual(at.to);
            const { sweep = null, sweptAt = null } = readCursor(batch.cursor, SINCE).feeds[one.name] ?? {};
            at = sweep === null ? null : window;
            if (sweep === null) {
              const begun = Date.parse(sweptAt ?? '');
              expect(window.to.getTime()).toBeGreaterThan(begun - GRAIN_MS[one.grain]);
            }
          });
        }
      }),
      { numRuns: 100 },
    );
  });

  it('leave no gap between any two runs, with a day for rows that appear late', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 20 * DAY_MS }), { maxLength: 6 }),
        async (pauses) => {
          let cursor: Cursor | null = null;
          let now = SINCE.getTime() + DAY_MS;
          let last = SINCE.getTime();
          for (const pause of pauses) {
            now += pause;
            const asked: Question[] = [];
            const clock = () => new Date(now);
            const reader = { feeds: [ORDERS], clock, read: listsOf({ rows: [], size: 4, asked }, clock) };
            cursor = await run(reader, cursor, Number.POSITIVE_INFINITY, () => undefined);
            const first = Math.min(...asked.map(({ window }) => window.from.getTime()));
            expect(first).toBeLessThanOrEqual(Math.max(SINCE.getTime(), last - DAY_MS));
            expect(Math.max(...asked.map(({ window }) => window.to.getTime()))).toBeGreaterThan(
              now - MINUTE_MS,
            );
            last = now;
          }
        },
      ),
    );
  });

  it('tell how many windows are done and ahead, to the end, and foresee all while the clock stands still', async () => {
    await fc.assert(
      fc.asyncProperty(times, fc.nat({ max: 8 }), fc.nat({ max: 3 * DAY_MS }), async (all, stop, pauseMs) => {
        const lists = { rows: rowsAt(all), size: 3 };
        const counts: (WindowCount | undefined)[] = [];
        const cursor = await run(reading(lists), null, stop, ({ windows }) => counts.push(windows));
        expectForward(counts);
        const later = reading(lists, () => new Date(NOW.getTime() + pauseMs));
        const rest: (WindowCount | undefined)[] = [];
        await run(later, cursor, Number.POSITIVE_INFINITY, ({ windows }) => rest.push(windows));
        expectForwardToTheEnd(rest);
        for (const one of [counts, rest]) {
          expect(new Set(one.map((count) => count?.total)).size).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('leave alone what is still fresh, and believe no clock that was ahead', async () => {
    const names = async (cursor: Cursor | null, at: Date) => {
      const found = new Set<string>();
      const lists = { rows: [], size: 4 };
      const next = await run(
        reading(lists, () => at),
        cursor,
        Number.POSITIVE_INFINITY,
        (batch) => found.add(batch.feed),
      );
      return { found, next };
    };
    const first = await names(null, NOW);
    expect(first.found).toEqual(new Set(['orders', 'claims']));
    const soon = await names(first.next, new Date(NOW.getTime() + 10 * MINUTE_MS));
    expect(soon.found).toEqual(new Set(['orders']));
    const back = await names(first.next, new Date(NOW.getTime() - DAY_MS));
    expect(back.found).toEqual(new Set(['orders', 'claims']));
  });
});

describe('a list that is cut', () => {
  it('is read in halves until nothing is cut, never wider than it allows', async () => {
    const start = NOW.getTime() - DAY_MS;
    const rows = rowsAt(Array.from({ length: 200 }, (_, nth) => new Date(start - nth * 5 * MINUTE_MS)));
    const asked: Question[] = [];
    const seen = new Set<string>();
    const reader = reading({ rows, size: 20, isCut: true, asked });
    await run(reader, null, Number.POSITIVE_INFINITY, (batch) => {
      for (const id of idsOf(batch)) seen.add(id);
    });
    expect(seen.size).toBe(rows.length);
    const widths = asked.map(({ window: { from, to } }) => to.getTime() - from.getTime());
    expect(Math.max(...widths)).toBeLessThan(30 * DAY_MS);
    expect(Math.min(...widths)).toBeLessThan(2 * HOUR_MS);
  });

  it.each(['minute', 'day'] as const)(
    'ends with a visible trouble where one %s holds too much',
    async (grain) => {
      const rows = rowsAt(Array.from({ length: 10 }, () => new Date(NOW.getTime() - DAY_MS)));
      const asked: Question[] = [];
      const full = { ...ORDERS, grain, windowMs: 7 * DAY_MS };
      const clock = () => NOW;
      const reader = { feeds: [full], clock, read: listsOf({ rows, size: 4, isCut: true, asked }, clock) };
      await expect(run(reader, null, Number.POSITIVE_INFINITY, () => undefined)).rejects.toMatchObject({
        reason: 'unexpected_shape',
        trouble: { operation: 'orders' },
      });
      const last = asked.at(-1)?.window;
      expect(last && last.to.getTime() - last.from.getTime()).toBe(GRAIN_MS[grain]);
    },
  );

  it('forgets the pages of the window that was too wide', async () => {
    const read = async (_feed: SweptFeed, { from, to }: Window, page: string): Promise<SweepPage> => {
      const isWide = to.getTime() - from.getTime() > DAY_MS;
      if (page === '') return { items: [], next: '2' };
      return { items: [], next: null, isCut: isWide };
    };
    const since = new Date(NOW.getTime() - 3 * DAY_MS);
    const ends: string[] = [];
    for await (const { cursor } of sweepFeeds(
      { feeds: [ORDERS], clock: () => NOW, read },
      { cursor: null, since },
    )) {
      ends.push(cursor);
    }
    expect(readCursor(ends.at(-1) ?? null, SINCE).feeds.orders?.sweep).toBeNull();
  });
});

describe('pages', () => {
  it('that go round end with a visible trouble, and the window begins again next time', async () => {
    const asked: string[] = [];
    const read = async (_feed: SweptFeed, _window: Window, page: string): Promise<SweepPage> => {
      asked.push(page);
      return { items: [], next: page === 'a' ? 'b' : 'a' };
    };
    let cursor: Cursor | null = null;
    const reader = { feeds: FEEDS, clock: () => NOW, read };
    const go = async () => {
      for await (const batch of sweepFeeds(reader, { cursor, since: SINCE })) cursor = batch.cursor;
    };
    await expect(go()).rejects.toMatchObject({ reason: 'unexpected_shape' });
    expect(asked).toEqual(['', 'a', 'b']);
    await expect(go()).rejects.toMatchObject({ reason: 'unexpected_shape' });
    expect(asked[3]).toBe('');
  });

  it('of this run that are refused end the run; those of an earlier one begin their window again', async () => {
    const asked: string[] = [];
    const refused = new MarketplaceError({ reason: 'refused', operation: 'orders' });
    const read = async (_feed: SweptFeed, _window: Window, page: string): Promise<SweepPage> => {
      asked.push(page);
      if (page !== '') throw refused;
      return { items: [], next: 'dead' };
    };
    let cursor: Cursor | null = null;
    const reader = { feeds: [ORDERS], clock: () => NOW, read };
    const go = async () => {
      for await (const batch of sweepFeeds(reader, { cursor, since: SINCE })) cursor = batch.cursor;
    };
    await expect(go()).rejects.toBe(refused);
    expect(asked).toEqual(['', 'dead']);
    await expect(go()).rejects.toBe(refused);
    expect(asked.slice(2)).toEqual(['dead', '', 'dead']);
  });
});

describe('what a reader knows', () => {
  it('are the notes of the pages before, also of earlier runs, and what it has met of the window', async () => {
    const known: string[] = [];
    const read: FeedReader<SweptFeed>['read'] = async ({ name }, { from }, page, { notes, met }) => {
      known.push(`${name} ${notes.told ?? '-'} ${met.size}`);
      met.add(`${from.toISOString()} ${page}`);
      const told = name === 'orders' ? { notes: { ...notes, told: `${Number(notes.told ?? 0) + 1}` } } : {};
      return { items: [], next: page === '' ? 'more' : null, ...told };
    };
    const since = new Date(NOW.getTime() - HOUR_MS);
    const reader = { feeds: FEEDS, clock: () => NOW, read };
    let cursor: Cursor | null = null;
    for await (const batch of sweepFeeds(reader, { cursor, since })) cursor = batch.cursor;
    expect(known).toEqual(['orders - 0', 'orders 1 1', 'claims 2 0', 'claims 2 1']);
    for await (const batch of sweepFeeds(reader, { cursor, since })) cursor = batch.cursor;
    expect(known.slice(4)).toEqual(['orders 2 0', 'orders 3 1']);
    for await (const batch of sweepFeeds(reader, { cursor, since })) {
      cursor = batch.cursor;
      break;
    }
    for await (const _ of sweepFeeds(reader, { cursor, since }));
    expect(known.slice(6, 8)).toEqual(['orders 4 0', 'orders 5 0']);
  });
});
