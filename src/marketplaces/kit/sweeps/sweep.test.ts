import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY_MS, MINUTE_MS } from '../bucket.ts';
import type { Window } from '../windows.ts';
import { askUncut, halvesOf } from './halves.ts';
import { pageAfter, pageNumber, pagesOf } from './pages.ts';
import { afterPage, narrowed, type Sweep, windowOf, windowsIn } from './sweep.ts';

const START = Date.parse('2026-11-15T15:00:00.000Z');
const sweepOf = (lengthMs: number, windowMs: number): Sweep => ({
  startedAt: new Date(START + lengthMs).toISOString(),
  from: new Date(START).toISOString(),
  to: new Date(START + lengthMs).toISOString(),
  windowMs,
  page: '',
});
const widthOf = ({ from, to }: Window) => to.getTime() - from.getTime();

const lengths = fc.integer({ min: 1, max: 400 * 24 * 60 }).map((minutes) => minutes * MINUTE_MS);
const widths = fc.integer({ min: 1, max: 31 }).map((days) => days * DAY_MS);

describe('the windows of a sweep', () => {
  it('meet, cover it, are as many as told, and no wider than the list takes now', () => {
    fc.assert(
      fc.property(lengths, widths, widths, (length, begunWith, windowMs) => {
        const sweep = sweepOf(length, begunWith);
        const feed = { windowMs };
        let met = START;
        let windows = 0;
        for (let left: Sweep | null = sweep; left !== null; left = afterPage(feed, left, null)) {
          const window = windowOf(feed, left);
          expect(window.from.getTime()).toBe(met);
          expect(widthOf(window)).toBeLessThanOrEqual(Math.min(begunWith, windowMs));
          expect(windowsIn(feed, left)).toBe(windowsIn(feed, sweep) - windows);
          met = window.to.getTime();
          windows += 1;
        }
        expect(met).toBe(START + length);
        expect(windows).toBe(windowsIn(feed, sweep));
      }),
    );
  });

  it('stay while there are pages', () => {
    const sweep = sweepOf(10 * DAY_MS, DAY_MS);
    expect(afterPage({ windowMs: DAY_MS }, sweep, 'x')).toEqual({ ...sweep, page: 'x' });
  });

  it('become narrower from their first page on, down to a single unit', () => {
    fc.assert(
      fc.property(lengths, widths, fc.constantFrom(DAY_MS, MINUTE_MS), (length, windowMs, unitMs) => {
        const feed = { windowMs };
        let sweep: Sweep | null = { ...sweepOf(length, windowMs), page: 'x' };
        let width = widthOf(windowOf(feed, sweep));
        for (;;) {
          sweep = narrowed(feed, sweep, unitMs);
          if (sweep === null) break;
          const window = windowOf(feed, sweep);
          expect(window.from.getTime()).toBe(START);
          expect(sweep.page).toBe('');
          expect(widthOf(window)).toBeLessThan(width);
          expect(widthOf(window) % unitMs).toBe(0);
          width = widthOf(window);
        }
        expect(width).toBeLessThan(2 * unitMs);
      }),
    );
  });
});

describe('a window that is too full', () => {
  const days = (count: number) => ({ from: new Date(START), to: new Date(START + count * DAY_MS) });

  it('is halved in whole units, down to a single one', () => {
    expect(halvesOf(days(1), DAY_MS)).toBeNull();
    expect(halvesOf(days(5), DAY_MS)).toEqual([days(3), { from: days(3).to, to: days(5).to }]);
  });

  it('is asked about in halves until nothing is left out', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(fc.nat({ max: 500 }), { maxLength: 60 }), async (minutes) => {
        const asked: Window[] = [];
        const all = minutes.map((minute) => START + minute * MINUTE_MS);
        const span = { from: new Date(START), to: new Date(START + 500 * MINUTE_MS) };
        const rows = await askUncut('list', span, MINUTE_MS, async (window) => {
          asked.push(window);
          const found = all.filter((at) => at >= window.from.getTime() && at <= window.to.getTime());
          return { rows: found.slice(0, 3), isCut: found.length >= 3 };
        });
        expect(new Set(rows)).toEqual(new Set(all));
        for (const window of asked) expect(widthOf(window)).toBeGreaterThanOrEqual(MINUTE_MS);
      }),
    );
  });

  it('is a visible trouble where it cannot be halved', async () => {
    const ask = async () => ({ rows: [], isCut: true });
    await expect(askUncut('list', days(3), DAY_MS, ask)).rejects.toMatchObject({
      reason: 'unexpected_shape',
      trouble: { operation: 'list' },
    });
  });
});

describe('pages', () => {
  const nextOf: Readonly<Record<string, string>> = { '': 'a', a: 'b', b: 'c' };

  it('are read from the first to the last', async () => {
    const read: string[] = [];
    for await (const { page } of pagesOf('list', async (page) => ({ page, next: nextOf[page] ?? null }))) {
      read.push(page);
    }
    expect(read).toEqual(['', 'a', 'b', 'c']);
  });

  it('that go round are a visible trouble', async () => {
    const run = async () => {
      for await (const _ of pagesOf('list', async () => ({ next: 'a' })));
    };
    await expect(run()).rejects.toMatchObject({ reason: 'unexpected_shape' });
  });

  it('may be numbered', () => {
    expect(pageNumber('')).toBe(1);
    expect(pageAfter('', true)).toBe('2');
    expect(pageNumber('2')).toBe(2);
    expect(pageAfter('2', true)).toBe('3');
    expect(pageAfter('2', false)).toBeNull();
  });
});
