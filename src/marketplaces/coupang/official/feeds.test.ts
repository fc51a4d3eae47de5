import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY_MS, MINUTE_MS } from '../../kit/bucket.ts';
import { dueSweep } from '../../kit/sweeps/due.ts';
import { type Memory, withSwept } from '../../kit/sweeps/memory.ts';
import { afterPage, type Progress, type Sweep, windowOf } from '../../kit/sweeps/sweep.ts';
import type { Window } from '../../kit/windows.ts';
import { dayWindows, FEEDS, type Feed } from './feeds.ts';

const SINCE = new Date('2026-10-01T03:00:00Z');

const times = fc.date({ min: SINCE, max: new Date('2027-06-01T00:00:00Z'), noInvalidDate: true });

function windowsOf(feed: Feed, sweep: Sweep): readonly Window[] {
  const windows: Window[] = [];
  for (let left: Sweep | null = sweep; left !== null; left = afterPage(feed, left, null)) {
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

const looksBack = ({ span }: Feed) => span.kind === 'rolling' && span.backMs > 0;

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
          const from = Math.max(SINCE.getTime(), (last ?? SINCE.getTime()) - 30 * MINUTE_MS);
          const fresh = read
            .filter(([{ list }]) => list.of === 'boxes' && list.status === 'ACCEPT')
            .map(([, sweep]) => sweep);
          const upTo = Math.floor(now.getTime() / MINUTE_MS) * MINUTE_MS;
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
        for (const feed of FEEDS.filter(looksBack)) {
          const sweeps = read.filter(([{ name }]) => name === feed.name).map(([, sweep]) => sweep);
          const due = second.getTime() - first.getTime() >= feed.everyMs;
          const from = Math.max(SINCE.getTime(), Math.min(first.getTime(), second.getTime() - 29 * DAY_MS));
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
    const { read } = run(run({}, new Date(now.getTime() - 30 * MINUTE_MS)).after, now);
    for (const [feed, sweep] of read.filter(([{ windowMs }]) => windowMs === 30 * DAY_MS)) {
      expect(windowsOf(feed, sweep)).toEqual([
        { from: new Date('2026-11-21T15:00:00Z'), to: new Date('2026-12-21T15:00:00Z') },
      ]);
    }
  });

  it('asks for one day more than a range names', () => {
    const at = new Date('2026-11-21T01:02:03Z');
    expect(dayWindows(at, at)).toEqual([
      { from: new Date('2026-11-20T15:00:00Z'), to: new Date('2026-11-21T15:00:00Z') },
    ]);
  });
});
