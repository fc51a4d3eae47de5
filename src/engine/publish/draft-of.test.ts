import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { skuId } from '../../domain/ids.ts';
import { NO_CHOICES, NO_OVERRIDES } from '../../domain/listing-choices.ts';
import { draftOf } from './draft-of.ts';
import { listingPrice } from './sku-offer.ts';
import { counted, input, product, sku, standing } from './test-draft.ts';

describe('a draft', () => {
  test('says what the product says, but for what is said otherwise in the shop', () => {
    const overrides = {
      ...NO_OVERRIDES,
      name: 'board',
      price: 12_000,
      images: ['https://a.example.com/x.png'],
    };
    const { draft, faults } = draftOf(
      input({ product: product({ skus: [sku(1), sku(2, { price: 11_000 })] }), overrides }),
    );
    expect(faults).toEqual([]);
    expect(draft).toMatchObject({ name: 'board', price: 12_000, images: overrides.images });
    // A SKU with a price of its own keeps its distance.
    expect(draft.items).toMatchObject([
      { sellerSku: 'SKU-1', price: 12_000, quantity: 7, nativeItemId: null },
      { sellerSku: 'SKU-2', price: 13_000, quantity: 3, nativeItemId: null },
    ]);
  });

  test('asks how many there are of what nobody has counted', () => {
    const stock = new Map([counted(1, 7), [skuId(2), { ...counted(2, 0)[1], trackedSince: null }]]);
    expect(draftOf(input({ stock })).faults).toMatchObject([
      { field: 'skus[1].stock_quantity', code: 'quantity_unknown' },
    ]);
    const told = draftOf(input({ stock, choices: { ...NO_CHOICES, quantities: { 'SKU-2': 4 } } }));
    expect(told.faults).toEqual([]);
    expect(told.draft.items[1]?.quantity).toBe(4);
    // What the shop offers already stays.
    const known = draftOf(input({ stock, standing: [standing(2, { quantity: 6 })], nativeListingId: '9' }));
    expect(known.draft.items[1]?.quantity).toBe(6);
    // Also when it was told how many to begin with: the shop has sold of them since.
    const begun = draftOf(
      input({
        stock,
        standing: [standing(2, { quantity: 1 })],
        nativeListingId: '9',
        choices: { ...NO_CHOICES, quantities: { 'SKU-2': 4 } },
      }),
    );
    expect(begun.draft.items[1]?.quantity).toBe(1);
  });

  test('leaves the number of what does not follow the ledger', () => {
    const alone = standing(1, { quantity: 2, isCountedThere: true });
    expect(draftOf(input({ standing: [alone], nativeListingId: '9' })).draft.items[0]?.quantity).toBe(2);
  });

  test('offers what the terms of each item and the rule of the last units leave', () => {
    const terms = [standing(1, { buffer: 2 }), standing(2, { sharePercent: 50 })];
    const stock = new Map([counted(1, 7), counted(2, 9)]);
    const quantities = (lastUnits: { from: number; isMine: boolean } | null) =>
      draftOf(input({ standing: terms, stock, lastUnits })).draft.items.map(({ quantity }) => quantity);
    expect(quantities(null)).toEqual([5, 4]);
    expect(quantities({ from: 8, isMine: false })).toEqual([0, 4]);
    expect(quantities({ from: 8, isMine: true })).toEqual([7, 4]);
  });

  test('keeps a price that was set in the shop while the catalogue says the same as at the last publication', () => {
    const priced = (publishedPrice: number | null) =>
      draftOf(input({ standing: [standing(1, { publishedPrice, price: 10_900 })], nativeListingId: '9' }))
        .draft.items[0]?.price;
    expect(priced(10_000)).toBe(10_900);
    expect(priced(9_000)).toBe(10_000);
    expect(priced(null)).toBe(10_000);
  });

  test('is not made where the listing has things that are none of the product', () => {
    const bundle = standing(3, { linkedCode: null, isOfOthers: true, optionValues: ['two of them'] });
    const { faults } = draftOf(input({ standing: [standing(1), bundle], nativeListingId: '9' }));
    expect(faults).toMatchObject([{ field: 'skus', code: 'items_of_others' }]);
    expect(faults[0]?.message.en).toContain('two of them');
    // A SKU that the product has given up goes.
    const given = standing(3, { linkedCode: 'SKU-3', isOfOthers: false });
    expect(draftOf(input({ standing: [given], nativeListingId: '9' })).faults).toEqual([]);
  });

  test('leaves out pictures that the shop has no room for, and says so', () => {
    const images = [1, 2, 3].map((nth) => `https://img.example.com/${nth}.png`);
    const { draft, warnings } = draftOf(input({ product: product({ images }) }));
    expect(draft.images).toEqual(images.slice(0, 2));
    expect(warnings).toMatchObject([{ code: 'images_left_out' }]);
  });
});

describe('the price of a listing', () => {
  const prices = fc.array(
    fc.integer({ min: 1, max: 500 }).map((tens) => tens * 10),
    {
      minLength: 1,
      maxLength: 6,
    },
  );

  test('is that of one of its items, as near to all as the marketplace wants it where that can be', () => {
    fc.assert(
      fc.property(prices, fc.integer({ min: 1, max: 500 }), (some, usual) => {
        const band = { below: 0.5, above: 1, oneMustBeEqual: true };
        const chosen = listingPrice(some, usual * 10, band);
        expect(some).toContain(chosen);
        const fits = (base: number) => some.every((price) => price >= base * 0.5 && price <= base * 2);
        expect(fits(chosen)).toBe(some.some(fits));
      }),
    );
  });

  test('is the usual one where an item costs that and everything else may', () => {
    fc.assert(
      fc.property(prices, (some) => {
        const [usual = 10] = some;
        expect(listingPrice(some, usual, null)).toBe(usual);
      }),
    );
  });
});
