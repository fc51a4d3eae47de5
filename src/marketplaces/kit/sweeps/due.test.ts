import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyFeed } from '../../../../test/harness/swept-lists.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../bucket.ts';
import { dayAfter, koreanMidnight } from './days.ts';
import { dueSweep } from './due.ts';
import { GRAIN_MS, lastDays, type SweptFeed } from './feed.ts';
import type { Progress } from './sweep.ts';

const moments = fc.integer({ min: Date.parse('2026-01-01'), max: Date.parse('2027-01-01') });
const NONE: Progress = {};
const sweptAt = ({ name }: SweptFeed, startedAt: string): Progress => ({
  [name]: { sweptAt: startedAt, sweep: null },
});

describe('a sweep that is due', () => {
  it('reaches from the day chosen, or from before the last one, to now, without a gap', () => {
    const gaps = fc.array(fc.integer({ min: 1, max: 40 * DAY_MS }), { maxLength: 6 });
    fc.assert(
      fc.property(anyFeed, moments, gaps, (feed, start, gaps) => {
        const since = new Date(start);
        const unit = GRAIN_MS[feed.grain];
        let progress = NONE;
        let now = start;
        let swept: number | null = null;
        for (const gap of gaps) {
          now += gap;
          const sweep = dueSweep(feed, progress, since, new Date(now));
          const isDue = swept === null || now - swept >= feed.everyMs;
          if (sweep === null) {
            expect(isDue && now - start >= unit).toBe(false);
            continue;
          }
          const from = Date.parse(sweep.from);
          const to = Date.parse(sweep.to);
          expect(isDue).toBe(true);
          expect(from).toBeLessThan(to);
          expect(to).toBeGreaterThan(now - unit);
          expect(to).toBeLessThanOrEqual(dayAfter(new Date(now)).getTime());
          expect(from).toBeGreaterThan(start - unit);
          if (feed.span.kind !== 'rolling') throw new Error('not a rolling feed');
          const wanted =
            swept === null ? start : Math.min(now - feed.span.backMs, swept - feed.span.overlapMs);
          expect(from).toBeLessThanOrEqual(Math.max(start, wanted));
          swept = now;
          progress = sweptAt(feed, sweep.startedAt);
        }
      }),
    );
  });

  it('names whole days in Korea, or whole minutes', () => {
    fc.assert(
      fc.property(anyFeed, moments, moments, (feed, one, other) => {
        const sweep = dueSweep(feed, NONE, new Date(Math.min(one, other)), new Date(Math.max(one, other)));
        for (const end of sweep === null ? [] : [sweep.from, sweep.to]) {
          if (feed.grain === 'day') expect(koreanMidnight(new Date(end)).toISOString()).toBe(end);
          if (feed.grain === 'minute') expect(Date.parse(end) % MINUTE_MS).toBe(0);
        }
      }),
    );
  });

  it('never reaches further back than the list may be asked for', () => {
    fc.assert(
      fc.property(anyFeed, moments, fc.integer({ min: 2, max: 90 }), (feed, now, days) => {
        const oldestMs = days * DAY_MS;
        const sweep = dueSweep({ ...feed, oldestMs }, NONE, new Date(0), new Date(now));
        expect(Date.parse(sweep?.from ?? '')).toBeGreaterThan(now - oldestMs);
        expect(Date.parse(sweep?.from ?? '')).toBeLessThanOrEqual(now - oldestMs + DAY_MS);
      }),
    );
  });

  it('goes back no further than the others where the first one is told so', () => {
    const feed: SweptFeed = {
      name: 'news',
      operation: 'news',
      everyMs: 0,
      span: { ...lastDays(2), startsThere: true },
      grain: 'day',
      windowMs: 6 * DAY_MS,
    };
    const now = new Date('2026-11-21T01:02:03Z');
    const sweep = dueSweep(feed, NONE, new Date('2026-10-01'), now);
    expect(sweep).toMatchObject({ from: '2026-11-19T15:00:00.000Z', to: '2026-11-21T15:00:00.000Z' });
    const late = dueSweep(feed, sweptAt(feed, '2026-11-10T01:00:00.000Z'), new Date('2026-10-01'), now);
    expect(late?.from).toBe('2026-11-08T15:00:00.000Z');
  });

  it('is not held back by a clock that was ahead', () => {
    fc.assert(
      fc.property(anyFeed, fc.integer({ min: 1, max: 90 * DAY_MS }), (feed, ahead) => {
        const now = new Date('2026-11-21T00:00:00.000Z');
        const progress = sweptAt(feed, new Date(now.getTime() + ahead).toISOString());
        const since = new Date('2026-11-01');
        expect(dueSweep(feed, progress, since, now)).toEqual(dueSweep(feed, NONE, since, now));
      }),
    );
  });
});

describe('a fresh list', () => {
  const FRESH: SweptFeed = {
    name: 'fresh',
    operation: 'orders',
    everyMs: 0,
    span: { kind: 'fresh', after: ['fresh', 'all'], lateMs: 30 * MINUTE_MS, reachMs: 2 * HOUR_MS },
    grain: 'minute',
    windowMs: 10 * MINUTE_MS,
  };
  const now = new Date('2026-11-21T12:00:30Z');
  const ago = (ms: number) => ({ sweptAt: new Date(now.getTime() - ms).toISOString(), sweep: null });

  it('goes on shortly before the last time any of its feeds was read', () => {
    const progress = { fresh: ago(HOUR_MS), all: ago(10 * MINUTE_MS) };
    expect(dueSweep(FRESH, progress, new Date(0), now)).toMatchObject({
      from: '2026-11-21T11:20:00.000Z',
      to: '2026-11-21T12:00:00.000Z',
    });
  });

  it('leaves it to the others at first, and after a long silence', () => {
    expect(dueSweep(FRESH, NONE, new Date(0), now)).toBeNull();
    expect(dueSweep(FRESH, { all: ago(3 * HOUR_MS) }, new Date(0), now)).toBeNull();
  });
});
