import type { AccountId } from '../../domain/ids.ts';
import type { NewEvent } from '../../store/events.ts';
import type { StandingListing } from '../../store/publish/follow.ts';

const SHORTEST_MS = 2_000;
const LONGEST_MS = 30 * 60_000;
/** Of what a marketplace does not show by then, or shows without numbers, the readings of the whole shop will tell. */
const GIVEN_UP_MS = 24 * 3_600_000;
/** Nobody reviews for so long. */
const REVIEW_GIVEN_UP_MS = 60 * 24 * 3_600_000;

/**
 * How long after this reading a listing is read again: a quarter of the time that it was awaited, within reason. Null when
 * it was awaited for long enough.
 */
export function followAgainMs(followedMs: number, isInReview: boolean): number | null {
  if (followedMs > (isInReview ? REVIEW_GIVEN_UP_MS : GIVEN_UP_MS)) return null;
  return Math.min(LONGEST_MS, Math.max(SHORTEST_MS, followedMs / 4));
}

/** What is to be told of a listing whose approval was awaited, once it was decided. */
export function newsOf(
  { id, product, nativeListingId, state, reviewText, reviewing }: StandingListing,
  account: AccountId,
): NewEvent | null {
  if (!reviewing || state === null || state === 'in_review' || state === 'draft') return null;
  const isRejected = state === 'rejected' || state === 'blocked' || state === 'ended';
  return {
    type: isRejected ? 'listing.rejected' : 'listing.approved',
    account,
    data: {
      listing_id: id,
      account_id: account,
      product_id: product,
      native_listing_id: nativeListingId,
      state,
      review_text: reviewText,
    },
  };
}
