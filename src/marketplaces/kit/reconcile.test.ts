import { expect, test } from 'vitest';
import { MARKETPLACES } from '../registry.ts';
import type { FeedFacts } from './edition.ts';
import { reconcileOf } from './reconcile.ts';

const feed = (facts: Partial<FeedFacts>): FeedFacts => ({
  name: 'f',
  reads: 'orders',
  everyMs: 0,
  reachMs: 0,
  reachFrom: 'now',
  lateMs: 0,
  ...facts,
});

test('an absence means something only after the slowest feed could have come round twice', () => {
  const feeds = [
    feed({ everyMs: 7_200_000, reachMs: 86_400_000 }),
    feed({ lateMs: 60_000, reachFrom: 'last time' }),
  ];
  const plan = reconcileOf({ feeds });
  expect(plan.seenWithinMs).toBeGreaterThan(2 * 7_200_000);
  expect(plan.reachMs).toBe(86_400_000);
  expect(reconcileOf({ feeds, reconcile: { openOrderSeenWithinMs: 5, perRound: 7 } })).toMatchObject({
    seenWithinMs: 5,
    perRound: 7,
  });
});

test('an order whose status is listed often is missed sooner, by the slowest feed that lists it', () => {
  const feeds = [
    feed({ everyMs: 600_000, lists: ['PAID', 'DELIVERING'] }),
    feed({ everyMs: 3_600_000, lists: ['DELIVERING'] }),
  ];
  const { seenWithinMsByStatus: by, seenWithinMs } = reconcileOf({ feeds });
  expect(by.PAID).toBeGreaterThan(2 * 600_000);
  expect(by.PAID).toBeLessThan(3_600_000);
  expect(by.DELIVERING).toBeGreaterThan(2 * 3_600_000);
  expect(seenWithinMs).toBeGreaterThanOrEqual(by.DELIVERING ?? 0);
});

test('every edition looks after its orders for longer than its lists reach, and reads an overlap', () => {
  for (const edition of MARKETPLACES.flatMap(({ editions }) => Object.values(editions))) {
    const plan = reconcileOf(edition);
    for (const { name, everyMs, lateMs, reachFrom, reachMs } of edition.feeds) {
      expect(plan.seenWithinMs, name).toBeGreaterThan(everyMs + lateMs);
      // A feed that goes on from where it was left begins before that, so that rows which come late are met.
      if (reachFrom === 'last time') expect(reachMs, name).toBeGreaterThan(lateMs);
    }
    expect(plan.followedForMs).toBeGreaterThan(plan.reachMs);
  }
});
