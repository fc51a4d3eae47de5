import type { ListingState } from '../../../../domain/listing.ts';

/** What a product's status means (sheet §4.1). */
const STATES: Readonly<Record<string, ListingState>> = {
  WAIT: 'draft',
  SALE: 'on_sale',
  OUTOFSTOCK: 'sold_out',
  UNADMISSION: 'in_review',
  REJECTION: 'rejected',
  SUSPENSION: 'paused',
  CLOSE: 'ended',
  PROHIBITION: 'blocked',
  DELETE: 'ended',
};

export interface NativeState {
  readonly state: ListingState | null;
  readonly nativeStatus: string;
}

/** A product on sale that the store does not display is as good as paused: nobody finds it. */
export function listingState(statusType: string, display: string | null): NativeState {
  if (statusType === 'SALE' && display !== null && display !== 'ON') {
    return { state: 'paused', nativeStatus: `${statusType}/${display}` };
  }
  return {
    state: Object.hasOwn(STATES, statusType) ? (STATES[statusType] ?? null) : null,
    nativeStatus: statusType,
  };
}
