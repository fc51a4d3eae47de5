import type { ListingState } from '../../../../domain/listing.ts';

/**
 * `selStatCd` (sheet §4.4). 107 was ended and 108 banned by 11st. 110, approved, does not say whether buyers see it, so
 * it means nothing here.
 */
export const LISTING_STATES: Readonly<Record<string, ListingState | null>> = {
  '101': 'in_review',
  '102': 'in_review',
  '103': 'on_sale',
  '104': 'sold_out',
  '105': 'paused',
  '106': 'ended',
  '107': 'blocked',
  '108': 'blocked',
  '109': 'rejected',
  '110': null,
};

/** What a status means; null for one nobody has mapped (law 11). */
export function listingState(native: string): ListingState | null {
  return Object.hasOwn(LISTING_STATES, native) ? (LISTING_STATES[native] ?? null) : null;
}
