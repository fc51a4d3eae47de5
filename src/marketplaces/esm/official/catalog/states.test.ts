import { expect, test } from 'vitest';
import type { ListingState } from '../../../../domain/listing.ts';
import type { Site } from '../../site.ts';
import { isSelling, nativeStatusOf, stateOf } from './states.ts';

const CASES: readonly (readonly [string | null, string | null, number, ListingState | null])[] = [
  ['11', '11', 5, 'on_sale'],
  ['11', '21', 5, 'on_sale'],
  ['21', '21', 5, 'paused'],
  // Stopped with one left: that is how the hub stops what has none.
  ['21', '21', 1, 'sold_out'],
  ['31', '21', 5, 'sold_out'],
  ['01', null, 5, 'draft'],
  ['22', '22', 5, 'blocked'],
  ['77', '11', 5, 'on_sale'],
  ['77', '21', 5, null],
];

test.each(CASES)('%s and %s with %i left', (gmarket, auction, stock, state) => {
  const statuses = new Map<Site, string>();
  if (gmarket !== null) statuses.set('G', gmarket);
  if (auction !== null) statuses.set('A', auction);
  const sites = new Map(
    [...statuses].map(([site, status]) => [site, { isSell: isSelling(status), price: 100, stock }]),
  );
  expect(stateOf(statuses, { sites, options: null })).toBe(state);
});

test('the status of a product tells both sites', () => {
  const both = new Map<Site, string>([
    ['A', '21'],
    ['G', '11'],
  ]);
  expect(nativeStatusOf(both)).toBe('G:11 A:21');
});
