import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accountId } from './ids.ts';
import { EVERY_DAY, isActive, nextRunAt, phaseOf, schedulesFor, type Timing } from './schedule.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

/** Zones without and with changing clocks, on both hemispheres, one of them by half an hour. */
const ZONES = ['Asia/Seoul', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Tashkent'];

const hours = fc.oneof(
  fc.constant(null),
  fc
    .record({ start: fc.integer({ min: 0, max: 1439 }), end: fc.integer({ min: 0, max: 1440 }) })
    .filter(({ start, end }) => start !== end),
);
const timing: fc.Arbitrary<Timing> = fc.record({
  intervalMinutes: fc.oneof(
    fc.integer({ min: 1, max: 90 }),
    fc.constantFrom(120, 240, 1440, 10_080),
    fc.integer({ min: 1, max: 10_080 }),
  ),
  activeHours: hours,
  activeDays: fc.oneof(
    fc.constant(EVERY_DAY),
    fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 }),
  ),
});
const moment = fc.date({
  min: new Date('2026-01-01T00:00:00Z'),
  max: new Date('2027-12-31T00:00:00Z'),
  noInvalidDate: true,
});
const timeZone = fc.constantFrom(...ZONES);
const phase = fc.double({ min: 0, max: 0.999_999, noNaN: true });

/** The turns of a worker that is there all the time, each taking a moment. */
function turnsOf(
  one: Timing,
  from: Date,
  count: number,
  zone: string,
  spread: number,
  lastTurn: Date | null = null,
): Date[] {
  const turns: Date[] = [];
  let last = lastTurn;
  let now = from;
  for (let n = 0; n < count; n++) {
    const next = nextRunAt({ timings: [one], lastTurn: last, timeZone: zone, phase: spread }, now);
    if (next === null) break;
    turns.push(next);
    last = next;
    now = next;
  }
  return turns;
}

describe('a schedule', () => {
  test('never runs outside its hours, nor before now, whatever the clocks do', () => {
    fc.assert(
      fc.property(timing, moment, fc.option(moment), timeZone, phase, (one, now, lastTurn, zone, spread) => {
        const at = nextRunAt({ timings: [one], lastTurn, timeZone: zone, phase: spread }, now);
        if (at === null) return;
        expect(at.getTime()).toBeGreaterThanOrEqual(now.getTime());
        expect(isActive(one, at.getTime(), zone)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  test('always finds a next turn, unless its hours are never on a clock', () => {
    fc.assert(
      fc.property(timing, moment, timeZone, phase, (one, now, zone, spread) => {
        const at = nextRunAt({ timings: [one], lastTurn: now, timeZone: zone, phase: spread }, now);
        expect(at).not.toBeNull();
        const waited = (at?.getTime() ?? 0) - now.getTime();
        // An interval, and then the longest way to the next opening: a week, or two around a clock change.
        expect(waited).toBeLessThanOrEqual(one.intervalMinutes * MINUTE_MS + 15 * 24 * HOUR_MS);
      }),
      { numRuns: 1_000 },
    );
  });

  test('runs once in a slot at the most', () => {
    fc.assert(
      fc.property(timing, moment, timeZone, phase, (one, from, zone, spread) => {
        const length = one.intervalMinutes * MINUTE_MS;
        const offset = Math.floor(spread * Math.min(length, 5 * MINUTE_MS));
        const slots = turnsOf(one, from, 12, zone, spread).map((at) =>
          Math.floor((at.getTime() - offset) / length),
        );
        expect(new Set(slots).size).toBe(slots.length);
      }),
      { numRuns: 500 },
    );
  });

  test('makes up for missed turns by one, at once', () => {
    fc.assert(
      fc.property(
        timing,
        moment,
        fc.integer({ min: 1, max: 60 }),
        timeZone,
        phase,
        (one, lastTurn, missed, zone, spread) => {
          const now = new Date(lastTurn.getTime() + missed * one.intervalMinutes * MINUTE_MS + MINUTE_MS);
          const [first, second] = turnsOf(one, now, 2, zone, spread, lastTurn);
          if (isActive(one, now.getTime(), zone)) expect(first).toEqual(now);
          expect(second?.getTime()).toBeGreaterThan(first?.getTime() ?? 0);
          const length = one.intervalMinutes * MINUTE_MS;
          const offset = Math.floor(spread * Math.min(length, 5 * MINUTE_MS));
          const slotOf = (at: Date | undefined) => Math.floor(((at?.getTime() ?? 0) - offset) / length);
          expect(slotOf(second)).toBeGreaterThan(slotOf(first));
        },
      ),
      { numRuns: 500 },
    );
  });

  test('keeps to the nine to six of the guide, every thirty minutes', () => {
    const one: Timing = {
      intervalMinutes: 30,
      activeHours: { start: 540, end: 1080 },
      activeDays: EVERY_DAY,
    };
    const turns = turnsOf(one, new Date('2026-11-22T00:00:00Z'), 19, 'Asia/Seoul', 0);
    expect(turns.map((at) => at.toISOString())).toEqual([
      ...Array.from({ length: 18 }, (_, n) => new Date(Date.UTC(2026, 10, 22, 0, n * 30)).toISOString()),
      '2026-11-23T00:00:00.000Z',
    ]);
  });

  test('runs through midnight, and the night belongs to the day it begins on', () => {
    const friday: Timing = { intervalMinutes: 120, activeHours: { start: 1320, end: 360 }, activeDays: [5] };
    const turns = turnsOf(friday, new Date('2026-11-22T00:00:00Z'), 5, 'Asia/Seoul', 0);
    // Friday 27 November 22:00 to Saturday 6:00 in Seoul, then the next Friday.
    expect(turns.map((at) => at.toISOString())).toEqual([
      '2026-11-27T13:00:00.000Z',
      '2026-11-27T14:00:00.000Z',
      '2026-11-27T16:00:00.000Z',
      '2026-11-27T18:00:00.000Z',
      '2026-11-27T20:00:00.000Z',
    ]);
    expect(isActive(friday, Date.parse('2026-11-27T21:00:00Z'), 'Asia/Seoul')).toBe(false);
  });

  test('skips hours that a clock change leaves out, and knows those it repeats', () => {
    const night: Timing = { intervalMinutes: 60, activeHours: { start: 120, end: 180 }, activeDays: [7] };
    // Berlin leaves out 2:00 to 3:00 on Sunday 29 March 2026.
    const after = nextRunAt(
      { timings: [night], lastTurn: null, timeZone: 'Europe/Berlin', phase: 0 },
      new Date('2026-03-28T12:00:00Z'),
    );
    expect(after?.toISOString()).toBe('2026-04-05T00:00:00.000Z');
    // It repeats them on Sunday 25 October.
    const repeated = turnsOf(night, new Date('2026-10-24T12:00:00Z'), 3, 'Europe/Berlin', 0);
    expect(repeated.map((at) => at.toISOString())).toEqual([
      '2026-10-25T00:00:00.000Z',
      '2026-10-25T01:00:00.000Z',
      '2026-11-01T01:00:00.000Z',
    ]);
  });

  test('a thousand shops with one schedule are spread evenly over its minute', () => {
    const one: Timing = { intervalMinutes: 1, activeHours: null, activeDays: EVERY_DAY };
    const now = new Date('2026-11-22T00:00:30Z');
    const perSecond = new Map<number, number>();
    for (let n = 1; n <= 1_000; n++) {
      const at = nextRunAt(
        { timings: [one], lastTurn: now, timeZone: 'Asia/Seoul', phase: phaseOf(accountId(n)) },
        now,
      );
      const second = Math.floor((at?.getTime() ?? 0) / 1_000);
      perSecond.set(second, (perSecond.get(second) ?? 0) + 1);
    }
    expect(Math.max(...perSecond.values())).toBeLessThanOrEqual(20);
    expect(perSecond.size).toBeGreaterThanOrEqual(60);
  });
});

describe('which schedules count', () => {
  const shop = { id: accountId(7), platform: 'coupang' };
  const all = { account: null, platform: null, syncTypes: ['orders', 'inventory'] } as const;
  const market = { account: null, platform: 'coupang', syncTypes: ['orders'] } as const;
  const own = { account: accountId(7), platform: null, syncTypes: ['inventory'] } as const;
  const others = { account: accountId(8), platform: null, syncTypes: ['orders'] } as const;

  test('the closest level that speaks of the type', () => {
    expect(schedulesFor([all, market, own, others], 'orders', shop)).toEqual([market]);
    expect(schedulesFor([all, market, own, others], 'inventory', shop)).toEqual([own]);
    expect(schedulesFor([all, own, others], 'orders', shop)).toEqual([all]);
    expect(schedulesFor([own, others], 'orders', shop)).toBeNull();
  });
});
