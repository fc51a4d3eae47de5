import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { itemsBySku } from './item-match.ts';
import type { ListedItem } from './listing.ts';

const item = (told: Partial<ListedItem>): ListedItem => ({
  nativeItemId: null,
  optionValues: [],
  sellerSku: null,
  linkedCode: null,
  isLinked: false,
  wanted: null,
  ...told,
});

const SKUS = [
  { sellerSku: 'A', optionValues: ['red'] },
  { sellerSku: 'B', optionValues: ['blue'] },
];

describe('which item is which SKU', () => {
  test('is told by its link, then by its code, then by its options', () => {
    const items = [
      item({ nativeItemId: '1', isLinked: true, linkedCode: 'B', sellerSku: 'A', optionValues: ['red'] }),
      item({ nativeItemId: '2', sellerSku: 'A', optionValues: ['blue'] }),
      item({ nativeItemId: '3', optionValues: ['blue'] }),
    ];
    const found = itemsBySku(SKUS, items);
    expect(found.get('B')?.map(({ nativeItemId }) => nativeItemId)).toEqual(['1', '3']);
    expect(found.get('A')?.map(({ nativeItemId }) => nativeItemId)).toEqual(['2']);
  });

  test('is never guessed for what is linked to something else', () => {
    const bundle = item({ isLinked: true, linkedCode: null, sellerSku: 'A', optionValues: ['red'] });
    const foreign = item({ isLinked: true, linkedCode: 'Z', sellerSku: 'A', optionValues: ['red'] });
    expect(itemsBySku(SKUS, [bundle, foreign]).size).toBe(0);
  });

  test('no item is two SKUs', () => {
    const items = fc.array(
      fc
        .record({
          optionValues: fc.constantFrom(['red'], ['blue'], ['green'], []),
          sellerSku: fc.constantFrom('A', 'B', 'C', null),
          isLinked: fc.boolean(),
          linkedCode: fc.constantFrom('A', 'B', 'C', null),
        })
        .map(item),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(items, (some) => {
        const taken = [...itemsBySku(SKUS, some).values()].flat();
        expect(new Set(taken).size).toBe(taken.length);
      }),
    );
  });
});
