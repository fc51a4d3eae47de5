import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Window } from '../../kit/windows.ts';
import { dueSweep } from '../sweeps/due.ts';
import { afterPage, type Progress, type Sweep, windowOf } from '../sweeps/feed.ts';
import { type Memory, readCursor, withSwept, writeCursor } from '../sweeps/progress.ts';
import { dayWindows, FEEDS, type Feed } from './feeds.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const SINCE = new Date('2026-10-01T03:00:00Z');

const times = fc.date({ min: SINCE, max: new Date('2027-06-01T00:00:00Z'), noInvalidDate: true });

function windowsOf(feed: Feed, sweep: Sweep): readonly Window[] {
  const windows: Window[] = [];
  for (let left: Sweep | null = sweep; left !== null; left = afterPage(feed, left, '')) {
    windows.push(windowOf(feed, left));
  }
  return windows;
}

/** One run: what every feed read, and what is remembered afterwards. */
function run(
  progress: Progress,
  now: Date,
): { readonly read: readonly [Feed, Sweep][]; readonly after: Progress } {
  let memory: Memory = { since: SINCE, feeds: progress, notes: {} };
  const read: [Feed, Sweep][] = [];
  for (const feed of FEEDS) {
    const sweep = dueSweep(feed, memory.feeds, SINCE, now);
    if (sweep === null) continue;
    read.push([feed, sweep]);
    memory = withSwept(memory, feed, sweep);
  }
  return { read, after: memory.feeds };
}

function covers(sweeps: readonly Sweep[], from: number, to: number): boolean {
  return sweeps.some((sweep) => Date.parse(sweep.from) <= from && Date.parse(sweep.to) >= to);
}

describe('feed plan', () => {
  it('sweeps every status from the chosen day at first', () => {
    const now = new Date('2026-11-21T01:02:03Z');
    const { read } = run({}, now);
    expect(read.map(([{ name }]) => name)).toEqual(FEEDS.slice(1).map(({ name }) => name));
    expect(
      covers(
        read.map(([, sweep]) => sweep),
        SINCE.getTime(),
        now.getTime(),
      ),
    ).toBe(true);
  });

  it('leaves no gap in fresh orders between any two runs, with half an hour for late ones', () => {
    fc.assert(
      fc.property(fc.array(times, { minLength: 2, maxLength: 12 }), (clock) => {
        let progress: Progress = {};
        let last: number | null = null;
        for (const now of clock.sort((a, b) => a.getTime() - b.getTime())) {
          const { read, after } = run(progress, now);
          const from = Math.max(SINCE.getTime(), (last ?? SINCE.getTime()) - 30 * MINUTE);
          const fresh = read
            .filter(([{ list }]) => list.of === 'boxes' && list.status === 'ACCEPT')
            .map(([, sweep]) => sweep);
          const upTo = Math.floor(now.getTime() / MINUTE) * MINUTE;
          expect(upTo <= from || covers(fresh, from, upTo)).toBe(true);
          progress = after;
          last = now.getTime();
        }
      }),
    );
  });

  it('keeps every live status read within its interval, over 30 days and over any silence', () => {
    fc.assert(
      fc.property(times, times, (a, b) => {
        const [first, second] = a <= b ? [a, b] : [b, a];
        const { read } = run(run({}, first).after, second);
        for (const feed of FEEDS.filter(({ span }) => span.kind === 'rolling')) {
          const sweeps = read.filter(([{ name }]) => name === feed.name).map(([, sweep]) => sweep);
          const due = second.getTime() - first.getTime() >= feed.everyMs;
          const from = Math.max(SINCE.getTime(), Math.min(first.getTime(), second.getTime() - 29 * DAY));
          expect(due ? covers(sweeps, from, second.getTime()) : sweeps.length === 0).toBe(true);
        }
      }),
    );
  });

  it('sweeps again when the clock had been ahead', () => {
    const ahead = run({}, new Date('2027-01-01T00:00:00Z')).after;
    const { read } = run(ahead, new Date('2026-11-21T01:02:03Z'));
    expect(read.map(([{ name }]) => name)).toEqual(FEEDS.slice(1).map(({ name }) => name));
  });

  it('reads the rolling look-back in one window that Coupang allows', () => {
    const now = new Date('2026-12-21T01:02:03Z');
    const { read } = run(run({}, new Date(now.getTime() - 30 * MINUTE)).after, now);
    for (const [feed, sweep] of read.filter(([{ windowMs }]) => windowMs === 30 * DAY)) {
      expect(windowsOf(feed, sweep)).toEqual([
        { from: new Date('2026-11-21T15:00:00Z'), to: new Date('2026-12-21T15:00:00Z') },
      ]);
    }
  });

  it('splits a sweep into windows that touch and are no wider than allowed', () => {
    fc.assert(
      fc.property(times, times, fc.constantFrom(...FEEDS), (a, b, feed) => {
        fc.pre(a < b && (feed.grain === 'day' || b.getTime() - a.getTime() < DAY));
        const sweep = { startedAt: '', from: a.toISOString(), to: b.toISOString(), nextToken: '' };
        const windows = windowsOf(feed, sweep);
        expect(windows[0]?.from).toEqual(a);
        expect(windows.at(-1)?.to).toEqual(b);
        for (const [index, { from, to }] of windows.entries()) {
          expect(to.getTime() - from.getTime()).toBeLessThanOrEqual(feed.windowMs);
          if (index > 0) expect(windows[index - 1]?.to).toEqual(from);
        }
      }),
    );
  });

  it('asks for one day more than a range names', () => {
    const at = new Date('2026-11-21T01:02:03Z');
    expect(dayWindows(at, at)).toEqual([
      { from: new Date('2026-11-20T15:00:00Z'), to: new Date('2026-11-21T15:00:00Z') },
    ]);
  });
});

describe('cursor', () => {
  it('comes back as it was written', () => {
    const { after } = run({}, new Date('2026-11-21T01:02:03Z'));
    const notes = { 'box 642538971006401499': '2026-11-21T01:02:03.000Z' };
    expect(readCursor(writeCursor({ since: SINCE, feeds: after, notes }), new Date(0))).toEqual({
      since: SINCE,
      feeds: after,
      notes,
    });
  });

  it('begins again when it cannot be read', () => {
    const anew = { since: SINCE, feeds: {}, notes: {} };
    expect(readCursor(null, SINCE)).toEqual(anew);
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(readCursor(text, SINCE)).toEqual(anew);
      }),
    );
    const reversed = {
      startedAt: SINCE,
      from: '2026-11-21T00:00:00Z',
      to: '2026-11-20T00:00:00Z',
      nextToken: '',
    };
    const feeds = { ACCEPT: { sweptAt: null, sweep: reversed } };
    expect(readCursor(JSON.stringify({ v: 1, since: SINCE, feeds }), SINCE)).toEqual(anew);
  });
});
