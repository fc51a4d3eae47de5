import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY_MS } from '../bucket.ts';
import { lastStretch, type SweptFeed } from './feed.ts';
import { type Memory, readCursor, withSweep, withSwept, writeCursor } from './memory.ts';
import { windowsAhead } from './windows-ahead.ts';

const SINCE = new Date('2026-10-01T03:00:00Z');
const ANEW: Memory = { since: SINCE, feeds: {}, notes: {} };

const moments = fc.date({
  min: new Date('2026-01-01T00:00:00Z'),
  max: new Date('2027-06-01T00:00:00Z'),
  noInvalidDate: true,
});
const instants = moments.map((at) => at.toISOString());
const sweeps = fc
  .record({
    startedAt: instants,
    from: moments,
    lengthMs: fc.integer({ min: 1, max: 400 * DAY_MS }),
    windowMs: fc.integer({ min: 1, max: 90 * DAY_MS }),
    page: fc.string(),
  })
  .map(({ from, lengthMs, ...rest }) => ({
    ...rest,
    from: from.toISOString(),
    to: new Date(from.getTime() + lengthMs).toISOString(),
  }));
const names = fc.string().filter((name) => name !== '__proto__');
const memories: fc.Arbitrary<Memory> = fc.record({
  since: moments,
  feeds: fc.dictionary(names, fc.record({ sweptAt: fc.option(instants), sweep: fc.option(sweeps) }), {
    noNullPrototype: true,
  }),
  notes: fc.dictionary(names, fc.string(), { noNullPrototype: true }),
});

describe('a cursor', () => {
  it('comes back as it was written', () => {
    fc.assert(
      fc.property(memories, (memory) => {
        expect(readCursor(writeCursor(memory), SINCE)).toEqual(memory);
      }),
    );
  });

  it('that is absent, not ours or of an older form begins again at the day chosen', () => {
    expect(readCursor(null, SINCE)).toEqual(ANEW);
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), fc.constant('{"v":2}')), (text) => {
        expect(readCursor(text, SINCE)).toEqual(ANEW);
      }),
    );
    const written = writeCursor({ since: new Date(0), feeds: {}, notes: {} });
    expect(readCursor(written.replace('"v":2', '"v":1'), SINCE)).toEqual(ANEW);
  });

  it.each([
    ['ends before it begins', { to: '2026-11-19T00:00:00Z' }],
    ['has windows without a width', { windowMs: 0 }],
    ['has no page', { page: undefined }],
  ])('with a sweep that %s begins again', (_what, broken) => {
    const sweep = {
      startedAt: '2026-11-21T00:00:00Z',
      from: '2026-11-20T00:00:00Z',
      to: '2026-11-21T00:00:00Z',
      windowMs: DAY_MS,
      page: '',
    };
    const cursorWith = (one: object) =>
      JSON.stringify({
        v: 2,
        since: '2026-11-01T00:00:00Z',
        feeds: { orders: { sweptAt: null, sweep: one } },
      });
    expect(readCursor(cursorWith(sweep), SINCE).feeds.orders?.sweep).toEqual(sweep);
    expect(readCursor(cursorWith({ ...sweep, ...broken }), SINCE)).toEqual(ANEW);
  });
});

describe('what is remembered', () => {
  const ORDERS: SweptFeed = {
    name: 'orders',
    operation: 'orders',
    everyMs: 60_000,
    span: lastStretch(7 * DAY_MS),
    grain: 'minute',
    windowMs: DAY_MS,
  };
  const begun = {
    startedAt: '2026-11-21T00:00:00.000Z',
    from: '2026-11-19T00:00:00.000Z',
    to: '2026-11-21T00:00:00.000Z',
    windowMs: DAY_MS,
    page: '2',
  };
  const now = new Date('2026-11-21T00:00:30.000Z');

  it('is the last sweep that was read to its end, also while the next one is under way', () => {
    const swept = withSwept({ ...ANEW, notes: { told: 'x' } }, ORDERS, begun);
    const again = withSweep(swept, ORDERS, begun);
    expect(again.feeds.orders).toEqual({ sweptAt: begun.startedAt, sweep: begun });
    expect(again.notes).toEqual({ told: 'x' });
  });

  it('tells how many windows lie ahead: of sweeps that were begun, and of those that are due', () => {
    expect(windowsAhead([ORDERS], withSwept(ANEW, ORDERS, begun), now)).toBe(0);
    expect(windowsAhead([ORDERS], withSweep(ANEW, ORDERS, begun), now)).toBe(2);
    const later = new Date('2026-11-21T00:01:00.000Z');
    expect(windowsAhead([ORDERS], withSweep(ANEW, ORDERS, begun), later)).toBe(2 + 7);
  });
});
