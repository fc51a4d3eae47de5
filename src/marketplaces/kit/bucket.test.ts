import { expect, test } from 'vitest';
import {
  type Bucket,
  bucketsAround,
  countedWindow,
  DAY_MS,
  HOUR_MS,
  MINUTE_MS,
  SECOND_MS,
} from './bucket.ts';
import { toldIn } from './limit-headers.ts';
import { paceOf } from './pace.ts';

/** The limits of ten marketplaces, as their fact sheets tell them: the model must be able to say each. */
const TEN: Readonly<Record<string, Readonly<Record<string, Bucket>>>> = {
  coupang: {
    // 5 a second per vendor for everything, minutes of penalty, a warning header (sheet §2).
    vendor: {
      limits: [{ calls: 5, perMs: SECOND_MS }],
      margin: 0.8,
      penaltyMs: 30_000,
      learn: (headers) => (headers['x-cag-warnings'] === undefined ? undefined : { remaining: 0 }),
    },
  },
  naver: {
    // 2 a second per API out of a bucket of 4; the headers tell the rate and what is left (sheet §2.1).
    confirm: {
      limits: [{ calls: 2, perMs: SECOND_MS, burst: 4 }],
      margin: 0.8,
      penaltyMs: 1_000,
      learn: (headers) =>
        toldIn(headers, {
          limit: 'gncp-gw-ratelimit-replenish-rate',
          remaining: 'gncp-gw-ratelimit-remaining',
        }),
    },
    // One image upload at a time (sheet §2.1).
    images: { limits: [{ calls: 2, perMs: SECOND_MS }], margin: 0.8, penaltyMs: 1_000, parallel: 1 },
  },
  eleventhStreet: {
    // No figure is published; more than 3 at once gave time-outs (sheet §2).
    all: { limits: [{ calls: 2, perMs: SECOND_MS }], margin: 0.8, penaltyMs: 10_000, parallel: 3 },
  },
  esm: {
    // Two order lists share one call in 5 seconds per seller id (sheet §2).
    orderLists: { limits: [{ calls: 1, perMs: 5 * SECOND_MS }], margin: 0.95, penaltyMs: 5_000 },
    productSearch: { limits: [{ calls: 20, perMs: MINUTE_MS }], margin: 0.9, penaltyMs: 10_000 },
  },
  cafe24: {
    // A leaky bucket of 40 that drains 2 a second; more than 10 in one second look abnormal (sheet §2).
    mall: {
      limits: [
        { calls: 2, perMs: SECOND_MS, burst: 40 },
        { calls: 10, perMs: SECOND_MS },
      ],
      margin: 0.8,
      penaltyMs: 2_000,
      learn(headers) {
        const [used, size] = (headers['x-api-call-limit'] ?? '').split('/').map(Number);
        if (used === undefined || size === undefined || Number.isNaN(used + size)) return undefined;
        return { remaining: Math.max(0, size - used) };
      },
    },
  },
  uzum: {
    // About 2 a second with a burst of 2 and a quota for the day, all told in headers (sheet §2).
    token: {
      limits: [
        { calls: 1, perMs: SECOND_MS, burst: 2 },
        { calls: 10_000, perMs: DAY_MS, burst: 'any' },
      ],
      margin: 0.9,
      penaltyMs: 60_000,
      learn: (headers) =>
        toldIn(
          headers,
          {
            limit: 'x-ratelimit-limit-per-day',
            remaining: 'x-ratelimit-remaining-per-day',
            cost: 'x-ratelimit-requested-tokens',
          },
          1,
        ),
    },
  },
  yandex: {
    // 4 at a time per shop; 10,000 an hour; headers tell the rest (sheet §2).
    orders: {
      limits: [{ calls: 10_000, perMs: HOUR_MS, burst: 'any' }],
      margin: 0.9,
      penaltyMs: 60_000,
      parallel: 4,
      learn: (headers) =>
        toldIn(headers, {
          limit: 'x-ratelimit-resource-limit',
          remaining: 'x-ratelimit-resource-remaining',
        }),
    },
    stocks: {
      limits: [{ calls: 50, perMs: MINUTE_MS, burst: 'any' }],
      margin: 0.9,
      penaltyMs: 60_000,
      parallel: 4,
    },
  },
  wildberries: {
    // 300 a minute, 200 ms apart, 20 at once; an answer of 4xx costs ten (sheet §2.1).
    orders: {
      limits: [{ calls: 300, perMs: MINUTE_MS, burst: 20 }],
      margin: 0.9,
      penaltyMs: 10_000,
      clientErrorCost: 10,
      learn: (headers) =>
        toldIn(headers, { remaining: 'x-ratelimit-remaining', resetSeconds: 'x-ratelimit-retry' }),
    },
    passes: { limits: [{ calls: 1, perMs: 10 * MINUTE_MS }], margin: 0.95, penaltyMs: 10 * MINUTE_MS },
  },
  ozon: {
    // 50 a second for everything, and 80 a minute of these for stocks (sheet §2.1).
    client: { limits: [{ calls: 50, perMs: SECOND_MS }], margin: 0.8, penaltyMs: 2_000 },
    stocks: {
      limits: [{ calls: 80, perMs: MINUTE_MS, burst: 'any' }],
      margin: 0.9,
      penaltyMs: 2_000,
      within: 'client',
    },
    drafts: {
      limits: [
        { calls: 2, perMs: MINUTE_MS },
        { calls: 50, perMs: HOUR_MS, burst: 'any' },
        { calls: 500, perMs: DAY_MS, burst: 'any' },
      ],
      margin: 0.9,
      penaltyMs: 2_000,
      within: 'client',
    },
  },
  ownerclan: {
    // Nothing is published; clients keep to about one a second (sheet §2).
    all: { limits: [{ calls: 1, perMs: SECOND_MS }], margin: 0.8, penaltyMs: 5_000 },
  },
};

test('the limits of all ten marketplaces can be told as data', () => {
  expect(Object.keys(TEN)).toHaveLength(10);
  for (const buckets of Object.values(TEN)) {
    for (const [name, bucket] of Object.entries(buckets)) {
      expect(bucketsAround(buckets, name)[0]?.[1]).toBe(bucket);
      for (const limit of bucket.limits) {
        if (limit.burst === 'any') expect(['minute', 'hour', 'day']).toContain(countedWindow(limit));
        else expect(paceOf(limit, bucket.margin).gapMs).toBeGreaterThan(limit.perMs / limit.calls);
      }
    }
  }
});

test('a wider bucket comes after the one inside it', () => {
  expect(bucketsAround(TEN.ozon ?? {}, 'stocks').map(([name]) => name)).toEqual(['stocks', 'client']);
});

test('a bucket that is missing or lies within itself is a mistake', () => {
  const inside = (within: string): Bucket => ({ limits: [], margin: 1, penaltyMs: 0, within });
  expect(() => bucketsAround({}, 'calls')).toThrow('calls');
  expect(() => bucketsAround({ a: inside('b'), b: inside('a') }, 'a')).toThrow('within itself');
});

test('what is counted call by call is counted by the minute, hour or day', () => {
  expect(() => countedWindow({ calls: 1, perMs: 5 * SECOND_MS, burst: 'any' })).toThrow('5000');
});

test('headers are read as whole numbers; what else they hold is not told', () => {
  const names = { limit: 'limit', remaining: 'left', resetSeconds: 'reset', cost: 'cost' };
  expect(toldIn({ limit: '5', left: '0', reset: '3', cost: '2' }, names, 1)).toEqual({
    limit: 5,
    remaining: 0,
    resetMs: 3_000,
    cost: 2,
    of: 1,
  });
  expect(toldIn({ limit: 'many', left: '-1' }, names)).toBeUndefined();
  expect(toldIn({ limit: '0', left: '4' }, names)).toEqual({ remaining: 4 });
  expect(toldIn({}, names)).toBeUndefined();
});

test('the headers of the sheets are understood', () => {
  const told = (marketplace: string, bucket: string, headers: Readonly<Record<string, string>>) =>
    TEN[marketplace]?.[bucket]?.learn?.(headers);
  expect(told('coupang', 'vendor', { 'x-cag-warnings': '92%' })).toEqual({ remaining: 0 });
  expect(
    told('naver', 'confirm', {
      'gncp-gw-ratelimit-replenish-rate': '2',
      'gncp-gw-ratelimit-burst-capacity': '4',
      'gncp-gw-ratelimit-remaining': '3',
    }),
  ).toEqual({ limit: 2, remaining: 3 });
  expect(told('cafe24', 'mall', { 'x-api-call-limit': '39/40' })).toEqual({ remaining: 1 });
  expect(told('cafe24', 'mall', {})).toBeUndefined();
  expect(told('wildberries', 'orders', { 'x-ratelimit-retry': '2' })).toEqual({ resetMs: 2_000 });
});
