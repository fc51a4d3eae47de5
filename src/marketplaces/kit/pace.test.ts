import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MARKETPLACES } from '../registry.ts';
import { type Limit, SECOND_MS } from './bucket.ts';
import { LATEST_SEND_MS, type Pace, paceOf, plannedCalls } from './pace.ts';

/** Grants by the rule of the database, to callers who ask at these moments. */
function grantsAt(pace: Pace, asked: readonly number[]): readonly number[] {
  let next = Number.NEGATIVE_INFINITY;
  return asked.filter((now) => {
    if (next > now) return false;
    next = Math.max(next, now - pace.slackMs) + pace.gapMs;
    return true;
  });
}

/** The most moments in any window of this length, its start excluded. */
function worstWindow(moments: readonly number[], windowMs: number): number {
  const sorted = moments.toSorted((a, b) => a - b);
  return Math.max(
    0,
    ...sorted.map((end) => sorted.filter((moment) => moment > end - windowMs && moment <= end).length),
  );
}

const gaps = fc.array(fc.oneof(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 2_000 })), {
  minLength: 20,
  maxLength: 120,
});
const momentsOf = (steps: readonly number[]) => {
  let at = 0;
  return steps.map((step) => {
    at += step;
    return at;
  });
};

describe('a strict limit', () => {
  test('has no window with more calls than published, even when each is sent as late as allowed', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20 }),
        fc.constantFrom(0.5, 0.7, 0.8),
        gaps,
        fc.infiniteStream(fc.integer({ min: 0, max: LATEST_SEND_MS })),
        (calls, margin, steps, lateness) => {
          const limit: Limit = { calls, perMs: SECOND_MS };
          const sent = grantsAt(paceOf(limit, margin), momentsOf(steps)).map(
            (at) => at + lateness.next().value,
          );
          expect(worstWindow(sent, limit.perMs)).toBeLessThanOrEqual(calls);
        },
      ),
    );
  });

  test('never lets two grants come closer than the published gap', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 50 }),
        fc.double({ min: 0.1, max: 1, noNaN: true }),
        gaps,
        (calls, margin, steps) => {
          const granted = grantsAt(paceOf({ calls, perMs: SECOND_MS }, margin), momentsOf(steps));
          const closest = Math.min(...granted.slice(1).map((at, index) => at - (granted[index] ?? 0)));
          expect(closest).toBeGreaterThanOrEqual(SECOND_MS / calls - 1e-6);
        },
      ),
    );
  });

  test('is used in full by whoever asks all the time, a little late each time', () => {
    const pace = paceOf({ calls: 5, perMs: SECOND_MS }, 0.8);
    const granted = grantsAt(
      pace,
      Array.from({ length: 10_000 }, (_, n) => n * 7),
    );
    expect(granted.length).toBeGreaterThan(70 * 4 * 0.99);
  });
});

test('a token bucket never gives more than its tokens and what was refilled', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 40 }),
      fc.integer({ min: 1, max: 20 }),
      fc.double({ min: 0.3, max: 1, noNaN: true }),
      gaps,
      (burst, calls, margin, steps) => {
        const granted = grantsAt(paceOf({ calls, perMs: SECOND_MS, burst }, margin), momentsOf(steps));
        for (const [first, from] of granted.entries()) {
          for (const [last, to] of granted.entries()) {
            if (last < first) continue;
            const refilled = ((to - from) * calls) / SECOND_MS;
            expect(last - first + 1).toBeLessThanOrEqual(burst + refilled + 1e-6);
          }
        }
      },
    ),
    { numRuns: 50 },
  );
});

test('of a counted window the planned share is used, but one call at least', () => {
  expect(plannedCalls({ calls: 100, perMs: 60_000, burst: 'any' }, 0.9)).toBe(90);
  expect(plannedCalls({ calls: 1, perMs: 60_000, burst: 'any' }, 0.9)).toBe(1);
});

test('every strict limit of every connector leaves room for calls that arrive late', () => {
  for (const { editions, id } of MARKETPLACES) {
    for (const { buckets } of Object.values(editions)) {
      for (const [name, { limits, margin }] of Object.entries(buckets)) {
        for (const limit of limits.filter(({ burst }) => burst === undefined)) {
          const spareMs = (limit.perMs * (1 - margin)) / margin;
          expect(spareMs, `${id} ${name}`).toBeGreaterThanOrEqual(LATEST_SEND_MS + 100);
        }
      }
    }
  }
});
