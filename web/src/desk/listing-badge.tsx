import { everyOf } from '../api/every.ts';
import type { Schema } from '../api/types.ts';
import { Badge, type Tone } from '../ui/badge.tsx';
import { useDeskWords } from './desk-words.ts';

type State = NonNullable<Schema<'Listing'>['state']>;

const TONES: Readonly<Record<State, Tone>> = {
  draft: 'plain',
  in_review: 'info',
  rejected: 'danger',
  on_sale: 'good',
  sold_out: 'warn',
  paused: 'warn',
  blocked: 'danger',
  ended: 'plain',
};

export const LISTING_STATES = everyOf<State>()([
  'on_sale',
  'sold_out',
  'paused',
  'in_review',
  'rejected',
  'draft',
  'blocked',
  'ended',
]);

/** Where a listing stands; where nobody has mapped it, the marketplace's own word. */
export function ListingBadge({
  listing,
}: {
  readonly listing: Pick<Schema<'Listing'>, 'state' | 'state_known' | 'native_status' | 'native_listing_id'>;
}) {
  const t = useDeskWords();
  const { state } = listing;
  if (state === null && listing.native_status === '')
    return listing.native_listing_id === null ? (
      <Badge>{t('prepared')}</Badge>
    ) : (
      <Badge tone="info">{t('beingListed')}</Badge>
    );
  if (state === null || !listing.state_known) return <Badge tone="warn">{listing.native_status}</Badge>;
  return <Badge tone={TONES[state]}>{t.word('listingState', state)}</Badge>;
}
