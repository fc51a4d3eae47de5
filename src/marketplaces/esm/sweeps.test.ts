import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY_MS, dayAfter, halved, koreanMidnight } from './days.ts';
import { feedsOf as guideFeeds } from './guide/feeds.ts';
import { feedsOf } from './official/feeds.ts';
import { readCursor, withSwept, writeCursor } from './progress.ts';
import { SITES } from './site.ts';
import { afterPage, dueSweep, type Progress, windowOf, windowsIn } from './sweeps.ts';
import { windowsAhead } from './walk-feeds.ts';

const FEEDS = [...feedsOf(SITES), ...guideFeeds(SITES)];
const feed = fc.constantFrom(...FEEDS);
const moments = fc.integer({ min: Date.parse('2026-01-01'), max: Date.parse('2027-01-01') });
const NONE: Progress = {};

describe('sweeps', () => {
  it('reach from the day chosen, or from before the last one, to the end of today, without a gap', () => {
    fc.assert(
      fc.property(
        feed,
        moments,
        fc.array(fc.integer({ min: 1, max: 40 * DAY_MS }), { maxLength: 6 }),
        (feed, start, gaps) => {
          const since = new Date(start);
          let progress = NONE;
          let now = start;
          let seenTo: number | null = null;
          for (const gap of gaps) {
            now += gap;
            const sweep = dueSweep(feed, progress, since, new Date(now));
            if (sweep === null) continue;
            expect(Date.parse(sweep.to)).toBe(dayAfter(new Date(now)).getTime());
            const from = Date.parse(sweep.from);
            expect(from).toBeGreaterThanOrEqual(koreanMidnight(since).getTime());
            if (seenTo !== null) expect(from).toBeLessThanOrEqual(seenTo);
            else if (!feed.startsAtLookBack) expect(from).toBe(koreanMidnight(since).getTime());
            seenTo = now;
            progress = { [feed.name]: { sweptAt: sweep.startedAt, sweep: null } };
          }
        },
      ),
    );
  });

  it('are cut into windows that meet and are no wider than the list takes', () => {
    fc.assert(
      fc.property(feed, moments, fc.integer({ min: 1, max: 400 }), (feed, start, days) => {
        const from = koreanMidnight(new Date(start));
        const to = new Date(from.getTime() + days * DAY_MS);
        const whole = {
          startedAt: to.toISOString(),
          from: from.toISOString(),
          to: to.toISOString(),
          page: 1,
        };
        let met = from.getTime();
        let windows = 0;
        for (let left: typeof whole | null = whole; left !== null; left = afterPage(feed, left, false)) {
          const window = windowOf(feed, left);
          expect(window.from.getTime()).toBe(met);
          expect(window.to.getTime() - window.from.getTime()).toBeLessThanOrEqual(feed.windowDays * DAY_MS);
          met = window.to.getTime();
          windows += 1;
        }
        expect(met).toBe(to.getTime());
        expect(windows).toBe(windowsIn(feed, whole));
      }),
    );
  });

  it('stay inside what ESM takes: 31 days of orders, less than 7 of claims and status changes', () => {
    for (const { reads, windowDays } of feedsOf(SITES)) {
      expect(windowDays).toBeLessThanOrEqual(reads.list === 'orders' ? 31 : 6);
    }
  });

  it('are not believed from a clock that was ahead', () => {
    const [first] = FEEDS;
    if (first === undefined) throw new Error('no feeds');
    const now = new Date('2026-11-21T00:00:00.000Z');
    const ahead = { [first.name]: { sweptAt: '2027-01-01T00:00:00.000Z', sweep: null } };
    expect(dueSweep(first, ahead, new Date('2026-11-01'), now)?.from).toBe('2026-10-31T15:00:00.000Z');
  });
});

describe('cursors', () => {
  it('come back as they were written, and begin again when they are not ours', () => {
    const since = new Date('2026-11-01T00:00:00.000Z');
    const [first] = FEEDS;
    if (first === undefined) throw new Error('no feeds');
    const sweep = {
      startedAt: '2026-11-21T00:00:00.000Z',
      from: '2026-11-01T00:00:00.000Z',
      to: '2026-11-22T00:00:00.000Z',
      page: 2,
    };
    const memory = withSwept({ since, feeds: {}, learnt: { 'return:G': 3 } }, first, sweep);
    expect(readCursor(writeCursor(memory), new Date(0))).toEqual(memory);
    for (const broken of ['', '{}', '{"v":2}', 'null', null]) {
      expect(readCursor(broken, since)).toEqual({ since, feeds: {}, learnt: {} });
    }
    expect(windowsAhead([first], memory, new Date('2026-11-21T00:00:01.000Z'))).toBe(1);
  });
});

describe('a window that is too full', () => {
  it('is halved down to a single day', () => {
    const from = new Date('2026-11-15T15:00:00.000Z');
    const days = (count: number) => ({ from, to: new Date(from.getTime() + count * DAY_MS) });
    expect(halved(days(1))).toBeNull();
    expect(halved(days(5))).toEqual([days(2), { from: days(2).to, to: days(5).to }]);
  });
});
