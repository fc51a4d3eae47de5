import { describe, expect, test } from 'vitest';
import { type Bucket, DAY_MS, SECOND_MS } from '../../marketplaces/kit/bucket.ts';
import type { Ask } from '../../marketplaces/kit/budget.ts';
import { lessonsOf } from './lessons.ts';
import { createPunctualityCheck } from './punctual.ts';
import { rulesOf } from './rules.ts';

const NOTHING_LEARNED = new Map();

function asking(bucket: Bucket, cost = 1): Ask {
  return { bucket: 'calls', buckets: { calls: bucket }, lane: 'bulk', cost, longestMs: 1, patienceMs: 1 };
}

describe('the rules of a call', () => {
  const bucket: Bucket = {
    limits: [
      { calls: 10, perMs: SECOND_MS },
      { calls: 10, perMs: SECOND_MS, burst: 20 },
      { calls: 1_000, perMs: DAY_MS, burst: 'any' },
    ],
    margin: 0.5,
    penaltyMs: 1,
    parallel: 4,
  };

  test('say what each limit needs and takes', () => {
    expect(rulesOf(asking(bucket, 3), NOTHING_LEARNED)).toEqual([
      {
        bucket: 'calls',
        cost: 3,
        paces: [
          { slack: 40, ahead: 0, charge: 600 },
          { slack: 9 * 200 + 40, ahead: 400, charge: 600 },
        ],
        windows: [{ window: 'day', calls: 500, slot: 3_600_000 }],
        parallel: 4,
      },
    ]);
  });

  test('go by what the marketplace said of its limit', () => {
    const [rule] = rulesOf(asking(bucket), new Map([['calls', { limit: 20, of: 0 }]]));
    expect(rule.paces.map(({ charge }) => charge)).toEqual([100, 200]);
  });

  test('come in one order, whichever bucket was named', () => {
    const narrow = (within: string): Bucket => ({ limits: [], margin: 1, penaltyMs: 1, within });
    const wide: Bucket = { limits: [], margin: 1, penaltyMs: 1 };
    const buckets = { middle: wide, a: narrow('middle'), z: narrow('middle') };
    const order = (name: string) =>
      rulesOf({ ...asking(wide), bucket: name, buckets }, NOTHING_LEARNED).map((rule) => rule.bucket);
    expect(order('a')).toEqual(['a', 'middle']);
    expect(order('z')).toEqual(['middle', 'z']);
  });
});

describe('what the end of a call teaches', () => {
  const plain: Bucket = { limits: [{ calls: 10, perMs: SECOND_MS }], margin: 1, penaltyMs: 1 };

  test('nothing, where nothing was told and nothing costs more', () => {
    const [lesson] = lessonsOf(asking(plain), { status: 404, headers: {} }, NOTHING_LEARNED);
    expect(lesson).toMatchObject({ more: 0, matters: false, told: null });
  });

  test('the price of an error, once', () => {
    const [lesson] = lessonsOf(
      asking({ ...plain, clientErrorCost: 10 }, 2),
      { status: 409, headers: {} },
      NOTHING_LEARNED,
    );
    expect(lesson).toMatchObject({ more: 8, matters: true, paces: [{ charge: 800 }] });
  });

  test('how many are left, where that is less than could go at once', () => {
    const told = (remaining: number, bucket: Bucket) =>
      lessonsOf(
        asking({ ...bucket, learn: () => ({ remaining }) }),
        { status: 200, headers: {} },
        NOTHING_LEARNED,
      )[0];
    const tokens: Bucket = { ...plain, limits: [{ calls: 10, perMs: SECOND_MS, burst: 20 }] };
    expect(told(0, plain)?.paces).toEqual([{ charge: 0, not_before: 100 }]);
    expect(told(3, plain)).toMatchObject({ paces: [{ not_before: null }], matters: false });
    expect(told(5, tokens)?.paces).toEqual([{ charge: 0, not_before: -400 }]);
    const day: Bucket = { ...plain, limits: [{ calls: 100, perMs: DAY_MS, burst: 'any' }] };
    expect(told(30, day)?.used).toEqual([{ window: 'day', calls: 70 }]);
  });

  test('when a bucket opens again', () => {
    const [lesson] = lessonsOf(
      asking({ ...plain, learn: () => ({ remaining: 0, resetMs: 7_000 }) }),
      { status: 200, headers: {} },
      NOTHING_LEARNED,
    );
    expect(lesson).toMatchObject({ shut_ms: 7_000, matters: true });
  });
});

describe('a granted call is late', () => {
  test('when it was asked for long ago and nothing else is known', () => {
    expect(createPunctualityCheck().isLate({ askedAt: 0, grantedAt: 5_000, now: 50 })).toBe(false);
    expect(createPunctualityCheck().isLate({ askedAt: 0, grantedAt: 5_000, now: 150 })).toBe(true);
  });

  test('when it took longer than others, not when all take long', () => {
    const check = createPunctualityCheck();
    // The database's clock is an hour ahead, and the way from it to the socket takes 300 ms.
    const call = (at: number, way: number) => ({
      askedAt: at - 20,
      grantedAt: at + 3_600_000,
      now: at + way,
    });
    expect(check.isLate(call(0, 300))).toBe(true);
    expect(check.isLate(call(1_000, 300))).toBe(false);
    expect(check.isLate(call(2_000, 390))).toBe(false);
    expect(check.isLate(call(3_000, 3_000))).toBe(true);
    expect(check.isLate(call(4_000, 310))).toBe(false);
  });

  test('as seen by the database: waiting for a busy one is no delay after the grant', () => {
    const check = createPunctualityCheck();
    expect(check.isLate({ askedAt: 0, grantedAt: 2, now: 4 })).toBe(false);
    expect(check.isLate({ askedAt: 1_000, grantedAt: 1_900, now: 1_903 })).toBe(false);
  });
});
