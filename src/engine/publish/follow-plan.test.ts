import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accountId, listingId } from '../../domain/ids.ts';
import type { StandingListing } from '../../store/publish/follow.ts';
import { followAgainMs, newsOf } from './follow-plan.ts';

const DAY_MS = 86_400_000;

describe('a listing that is followed', () => {
  test('is read ever more seldom, and at last no more', () => {
    fc.assert(
      fc.property(fc.nat(80 * DAY_MS), fc.boolean(), (followedMs, isInReview) => {
        const wait = followAgainMs(followedMs, isInReview);
        if (followedMs > 60 * DAY_MS || (!isInReview && followedMs > DAY_MS)) expect(wait).toBeNull();
        else expect(wait).toBeGreaterThanOrEqual(2_000);
        expect(wait ?? 0).toBeLessThanOrEqual(30 * 60_000);
      }),
    );
  });

  test('costs few readings: a review of three days less than two hundred', () => {
    let readings = 0;
    for (let at = 0; at < 3 * DAY_MS; readings += 1) at += followAgainMs(at, true) ?? DAY_MS;
    expect(readings).toBeLessThan(200);
  });
});

describe('what is told of a listing', () => {
  const standing = (told: Partial<StandingListing>): StandingListing => ({
    id: listingId(1),
    product: null,
    nativeListingId: '7',
    state: 'on_sale',
    reviewText: null,
    reviewing: true,
    settled: true,
    isNumbered: true,
    ...told,
  });

  test('is how its review ended, once it was awaited', () => {
    const typeOf = (told: Partial<StandingListing>) => newsOf(standing(told), accountId(1))?.type;
    expect(typeOf({})).toBe('listing.approved');
    expect(typeOf({ state: 'paused' })).toBe('listing.approved');
    expect(typeOf({ state: 'rejected' })).toBe('listing.rejected');
    expect(typeOf({ reviewing: false })).toBeUndefined();
    expect(typeOf({ state: 'in_review' })).toBeUndefined();
    expect(typeOf({ state: null })).toBeUndefined();
  });
});
