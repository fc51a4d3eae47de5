import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSlidingWindowJudge, createTokenBucketJudge, createWindowCount } from './limits.ts';

const instants = fc
  .array(fc.integer({ min: 0, max: 700 }), { maxLength: 200 })
  .map((gaps) => gaps.map((_, index) => gaps.slice(0, index + 1).reduce((sum, gap) => sum + gap, 0)));

const callsWithin = (times: readonly number[], end: number, windowMs: number) =>
  times.filter((time) => time > end - windowMs && time <= end).length;

test('the window counts what a naive count counts', () => {
  fc.assert(
    fc.property(instants, fc.integer({ min: 1, max: 3_000 }), (times, windowMs) => {
      const window = createWindowCount(windowMs);
      const counts = times.map((time) => window.add(time));
      const naive = times.map((time, index) => callsWithin(times.slice(0, index + 1), time, windowMs));
      expect(counts).toEqual(naive);
      expect(window.worst()).toBe(Math.max(0, ...naive));
    }),
  );
});

test('the window forgets old events even after very many', () => {
  const window = createWindowCount(10);
  const counts = Array.from({ length: 5_000 }, (_, time) => window.add(time));
  expect(counts.slice(10).every((count) => count === 10)).toBe(true);
});

test('the sliding window admits exactly the calls whose window holds no more than the limit', () => {
  fc.assert(
    fc.property(instants, fc.integer({ min: 1, max: 10 }), (times, limit) => {
      const judge = createSlidingWindowJudge({ limit, windowMs: 1_000 });
      const admitted = times.map((time) => judge.admit('bucket', time).admitted);
      const allowed = times.map(
        (time, index) => callsWithin(times.slice(0, index + 1), time, 1_000) <= limit,
      );
      expect(admitted).toEqual(allowed);
      expect(judge.count('bucket')).toMatchObject({
        calls: times.length,
        refused: allowed.filter((fine) => !fine).length,
      });
    }),
  );
});

test('buckets do not share an allowance', () => {
  const judge = createSlidingWindowJudge({ limit: 1, windowMs: 1_000 });
  expect(judge.admit('a', 0).admitted).toBe(true);
  expect(judge.admit('b', 0).admitted).toBe(true);
  expect(judge.admit('a', 999).admitted).toBe(false);
  expect(judge.admit('b', 1_000).admitted).toBe(true);
});

test('a token bucket never admits more than capacity plus refill in any span', () => {
  fc.assert(
    fc.property(
      instants,
      fc.integer({ min: 1, max: 5 }),
      fc.integer({ min: 1, max: 8 }),
      (times, rate, capacity) => {
        const judge = createTokenBucketJudge({ ratePerSecond: rate, capacity });
        const admitted = times.filter((time) => judge.admit('bucket', time).admitted);
        for (const [first, start] of admitted.entries()) {
          for (const [after, end] of admitted.slice(first).entries()) {
            expect(after + 1).toBeLessThanOrEqual(capacity + ((end - start) / 1_000) * rate + 1e-6);
          }
        }
      },
    ),
  );
});

test('a token bucket admits a caller who keeps to the rate', () => {
  const judge = createTokenBucketJudge({ ratePerSecond: 2, capacity: 4 });
  const verdicts = Array.from({ length: 100 }, (_, call) => judge.admit('bucket', call * 500).admitted);
  expect(verdicts.every(Boolean)).toBe(true);
});
