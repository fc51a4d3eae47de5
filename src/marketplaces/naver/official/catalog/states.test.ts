import { describe, expect, it } from 'vitest';
import { LISTING_STATES } from '../../../../domain/listing.ts';
import { listingState } from './states.ts';

/** Sheet §4.1. */
const NATIVE = [
  'WAIT',
  'SALE',
  'OUTOFSTOCK',
  'UNADMISSION',
  'REJECTION',
  'SUSPENSION',
  'CLOSE',
  'PROHIBITION',
  'DELETE',
];

describe('what a product’s status means', () => {
  it('is known for every status of the sheet, and every state is reached', () => {
    const states = NATIVE.map((status) => listingState(status, 'ON').state);
    expect(new Set(states)).toEqual(new Set(LISTING_STATES));
  });

  it('is nothing for a status nobody has mapped', () => {
    expect(listingState('INSPECTION', 'ON')).toEqual({ state: null, nativeStatus: 'INSPECTION' });
    expect(listingState('toString', null).state).toBeNull();
  });

  it('is paused for what is on sale and not displayed', () => {
    expect(listingState('SALE', 'SUSPENSION')).toEqual({ state: 'paused', nativeStatus: 'SALE/SUSPENSION' });
    expect(listingState('OUTOFSTOCK', 'SUSPENSION')).toEqual({
      state: 'sold_out',
      nativeStatus: 'OUTOFSTOCK',
    });
  });
});
