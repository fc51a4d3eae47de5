import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  afterPage,
  afterSweepPage,
  type FeedState,
  freshState,
  openSweep,
  openWindow,
  readCursor,
  runEnd,
  sweepOf,
  writeCursor,
} from './cursor.ts';
import { CHANGED, SWEEPS } from './feed-plan.ts';
import { DAY_MS, type Span } from './spans.ts';

const NOW = Date.parse('2026-11-21T00:00:00Z');
const YEAR_MS = 365 * DAY_MS;
const moment = fc.integer({ min: NOW - YEAR_MS, max: NOW + 2 * DAY_MS });

/** States a cursor may hold: any watermark, a window under way or none, sweeps done at any time. */
const states = fc
  .record({
    since: fc.integer({ min: NOW - YEAR_MS, max: NOW }),
    sweptAt: moment,
    read: fc.nat(YEAR_MS),
    width: fc.option(fc.integer({ min: 0, max: DAY_MS - 1 }), { nil: null }),
  })
  .map(({ since, sweptAt, read, width }): FeedState => {
    const watermark = since + read;
    const window = width === null ? null : { from: watermark, to: watermark + width, at: null };
    return { ...freshState(since, sweptAt), watermark, window };
  });

/** All windows of a run whose pages come from a marketplace with the right time. */
function windowsOfRun(from: FeedState, now: number): { windows: Span[]; end: FeedState } {
  const end = runEnd(now);
  const windows: Span[] = [];
  let state = openWindow(from, end);
  while (state.window !== null) {
    windows.push(state.window);
    state = afterPage(state, { more: null, answeredAt: now }, end);
  }
  return { windows, end: state };
}

describe('the changed feed', () => {
  it('covers every millisecond from the watermark to now, in windows of a day at most', () => {
    fc.assert(
      fc.property(states, moment, (state, now) => {
        const { windows, end } = windowsOfRun(state, now);
        const [first] = windows;
        if (first === undefined) {
          expect(state.since).toBeGreaterThan(runEnd(now));
          return;
        }
        expect(first.from).toBeLessThanOrEqual(state.watermark);
        windows.forEach((window, index) => {
          expect(window.to - window.from).toBeLessThan(DAY_MS);
          expect(window.to).toBeGreaterThanOrEqual(window.from);
          if (index > 0) expect(window.from).toBe((windows[index - 1]?.to ?? 0) + 1);
        });
        if (state.window === null) {
          expect(windows.at(-1)?.to).toBe(runEnd(now));
          expect(end.watermark).toBe(runEnd(now) + 1);
        }
      }),
    );
  });

  it('goes from .000 to .999, 5 seconds behind the clock', () => {
    const { windows } = windowsOfRun(freshState(NOW - 30 * 3_600_000 + 7, NOW + 1), NOW + 1);
    expect(windows.map(({ from, to }) => [new Date(from).toISOString(), new Date(to).toISOString()])).toEqual(
      [
        ['2026-11-19T18:00:00.000Z', '2026-11-20T17:59:59.999Z'],
        ['2026-11-20T18:00:00.000Z', '2026-11-20T23:59:54.999Z'],
      ],
    );
  });

  it('never takes what lies in the marketplace’s future for read', () => {
    fc.assert(
      fc.property(states, fc.nat(3 * DAY_MS), (state, slowMs) => {
        const answeredAt = NOW - slowMs;
        const end = runEnd(NOW);
        const opened = openWindow(state, end);
        if (opened.window === null) return;
        const after = afterPage(opened, { more: null, answeredAt }, end);
        expect(after.watermark).toBeLessThanOrEqual(
          Math.max(opened.window.from, answeredAt - CHANGED.settleMs),
        );
        if (after.watermark <= opened.window.to) expect(after.window).toBeNull();
      }),
    );
  });

  it('begins 5 minutes before the watermark but not before the beginning', () => {
    expect(
      openWindow({ ...freshState(NOW - DAY_MS, NOW), watermark: NOW - 60_000 }, runEnd(NOW)).window?.from,
    ).toBe(NOW - 6 * 60_000);
    expect(openWindow(freshState(NOW - 60_000, NOW), runEnd(NOW)).window?.from).toBe(NOW - 60_000);
  });
});

describe('the sweeps', () => {
  it('leave the first run to the changed feed and take their turn after it', () => {
    const state = freshState(NOW - YEAR_MS, NOW);
    for (const sweep of SWEEPS) {
      expect(openSweep(state, sweep, NOW)).toBe(state);
      expect(openSweep(state, sweep, NOW + sweep.everyMs - 1)).toBe(state);
      expect(sweepOf(openSweep(state, sweep, NOW + sweep.everyMs), sweep).window).not.toBeNull();
    }
  });

  it('that no cursor has told of yet are due', () => {
    const state = { ...freshState(NOW - YEAR_MS, NOW), sweeps: {} };
    for (const sweep of SWEEPS) expect(sweepOf(openSweep(state, sweep, NOW), sweep).window).not.toBeNull();
  });

  it('read their look-back once an hour, page by page, in windows of a day at most', () => {
    for (const sweep of SWEEPS) {
      let state = openSweep(freshState(NOW - YEAR_MS, NOW - sweep.everyMs), sweep, NOW);
      const windows: Span[] = [];
      for (let { window } = sweepOf(state, sweep); window !== null; window = sweepOf(state, sweep).window) {
        if (window.page === 1) windows.push(window);
        state = afterSweepPage(state, sweep, window.page === 1);
      }
      expect(windows).toHaveLength(sweep.lookBackMs / DAY_MS);
      expect(windows[0]?.from).toBe(NOW - sweep.lookBackMs);
      expect(windows.at(-1)?.to).toBe(runEnd(NOW));
      expect(openSweep(state, sweep, NOW + sweep.everyMs - 60_000)).toBe(state);
      expect(sweepOf(openSweep(state, sweep, NOW + sweep.everyMs), sweep).window).not.toBeNull();
      expect(sweepOf(openSweep(state, sweep, NOW - DAY_MS), sweep).window).not.toBeNull();
    }
  });

  it('never look before the beginning', () => {
    for (const sweep of SWEEPS) {
      const state = openSweep(freshState(NOW - DAY_MS / 2, NOW - sweep.everyMs), sweep, NOW);
      expect(sweepOf(state, sweep).window?.from).toBe(NOW - DAY_MS / 2);
    }
  });
});

describe('cursors', () => {
  it('come back as they were written', () => {
    fc.assert(
      fc.property(states, (state) => {
        expect(readCursor(writeCursor(state))).toEqual(state);
      }),
    );
  });

  it('that cannot be read are no cursors', () => {
    const state = freshState(NOW, NOW);
    const wide = { from: NOW, to: NOW + DAY_MS, at: null };
    const outside = { from: NOW, to: NOW + 1, at: { moreFrom: NOW - 1, moreSequence: '1' } };
    const broken = [
      { ...state, v: 2 },
      { ...state, window: wide },
      { ...state, window: outside },
      { v: 1 },
      7,
    ];
    for (const cursor of broken) expect(readCursor(JSON.stringify(cursor))).toBeNull();
    expect(readCursor('{')).toBeNull();
    expect(readCursor(null)).toBeNull();
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(readCursor(text)).toBeNull();
      }),
    );
  });
});
