import { describe, expect, test } from 'vitest';
import { commandId, listingId, listingItemId, skuId } from '../../domain/ids.ts';
import type { StandingItem } from '../../store/publish/standing-items.ts';
import { draftNow } from './draft-now.ts';
import { draftOf } from './draft-of.ts';
import { settlementOf } from './settle-published.ts';
import { input, RULES, standing } from './test-draft.ts';

const PUBLICATION = commandId(50);
const NEWER = commandId(51);
const OLDER = commandId(49);

/** The draft of an update that was made when the shop asked 10,000 for both SKUs, as the catalogue does. */
const { draft } = draftOf(
  input({
    nativeListingId: '9',
    standing: [standing(1, { publishedPrice: 10_000 }), standing(2, { publishedPrice: 10_000 })],
  }),
);

const leaving = (
  first: Partial<StandingItem>,
  catalogued = 10_000,
  left: Readonly<Record<string, number>> = {},
) =>
  draftNow(
    {
      id: PUBLICATION,
      payload: { kind: 'publish', prices: { 'SKU-1': catalogued, 'SKU-2': 10_000 } },
      draft,
      listing: {
        id: listingId(1),
        product: null,
        nativeListingId: '9',
        items: [standing(1, { publishedPrice: 10_000, ...first }), standing(2, { publishedPrice: 10_000 })],
        left,
      },
    },
    RULES,
  );

const left = (
  first: Partial<StandingItem>,
  { isFirst = false, catalogued = 10_000, isCounted = true } = {},
) =>
  settlementOf({
    listing: listingId(1),
    command: PUBLICATION,
    actor: 'test',
    lane: 'bulk',
    draft: isFirst ? { ...draft, nativeListingId: null } : draft,
    isFirst,
    prices: { 'SKU-1': catalogued, 'SKU-2': 10_000 },
    skus: new Map([
      ['SKU-1', { id: skuId(1), isCounted }],
      ['SKU-2', { id: skuId(2), isCounted: true }],
    ]),
    items: [
      { ...standing(1, { publishedPrice: 10_000, ...first }), id: listingItemId(1), unlinkedBy: null },
      { ...standing(2, { publishedPrice: 10_000 }), id: listingItemId(2), unlinkedBy: null },
    ],
  });

describe('a draft that leaves', () => {
  const priceOf = (first: Partial<StandingItem>, catalogued?: number) =>
    leaving(first, catalogued)?.items[0]?.price;

  test('takes a price along that was set in the shop since it was made', () => {
    expect(priceOf({})).toBe(10_000);
    expect(priceOf({ price: 10_900 })).toBe(10_900);
    expect(priceOf({ priceWish: { command: OLDER, price: 11_500, isOpen: true, isUnread: false } })).toBe(
      11_500,
    );
    expect(
      priceOf({
        price: 10_900,
        priceWish: { command: OLDER, price: 11_500, isOpen: false, isUnread: false },
      }),
    ).toBe(10_900);
    // What was read may be older than what the marketplace took a moment ago.
    const taken = { command: OLDER, price: 11_500, isOpen: false, isUnread: true };
    expect(priceOf({ price: 10_000, priceWish: taken })).toBe(11_500);
    expect(leaving({ price: 10_900 })?.price).toBe(10_000);
    expect(leaving({})).toMatchObject({ price: 10_000 });
  });

  test('brings the new price of the catalogue, unless somebody has wished for one since', () => {
    expect(priceOf({ price: 10_900 }, 12_000)).toBe(10_000);
    expect(
      priceOf({ priceWish: { command: OLDER, price: 9_000, isOpen: true, isUnread: false } }, 12_000),
    ).toBe(10_000);
    expect(
      priceOf({ priceWish: { command: NEWER, price: 9_000, isOpen: true, isUnread: false } }, 12_000),
    ).toBe(9_000);
    expect(
      priceOf({ priceWish: { command: NEWER, price: 9_000, isOpen: false, isUnread: false } }, 12_000),
    ).toBe(9_000);
  });

  test('offers what was decided last, and leaves alone what the shop counts by itself', () => {
    const quantityOf = (first: Partial<StandingItem>) => leaving(first)?.items[0]?.quantity;
    expect(quantityOf({ wanted: 2, quantity: 5 })).toBe(2);
    expect(quantityOf({ wanted: null, quantity: 5 })).toBe(7);
    expect(quantityOf({ wanted: 20, quantity: 5, isCountedThere: true })).toBe(5);
  });

  test('offers no more of what is new in the shop than is left by now', () => {
    const firstOf = (left: Readonly<Record<string, number>>) =>
      leaving({ nativeItemId: null }, 10_000, left)?.items[0]?.quantity;
    expect(firstOf({ 'SKU-1': 2 })).toBe(2);
    expect(firstOf({ 'SKU-1': 0 })).toBe(0);
    expect(firstOf({ 'SKU-1': 70 })).toBe(7);
    expect(firstOf({})).toBe(7);
  });
});

describe('a publication that was read back', () => {
  const pricesOf = (...told: Parameters<typeof left>) => left(...told).prices.map(({ price }) => price);

  test('sets what an update did not carry, and nothing after a create', () => {
    expect(pricesOf({ publishedPrice: 9_000, price: 9_000 })).toEqual([10_000]);
    expect(pricesOf({ publishedPrice: 9_000, price: 10_000 })).toEqual([]);
    expect(pricesOf({ publishedPrice: null, price: 9_000 })).toEqual([10_000]);
    expect(pricesOf({ publishedPrice: null, price: 9_000 }, { isFirst: true })).toEqual([]);
  });

  test('sets it no sooner than the publication itself', () => {
    expect(left({ publishedPrice: 9_000, price: 9_000 }).prices).toMatchObject([{ lane: 'bulk' }]);
  });

  test('leaves a price that was set in the shop, before it or since', () => {
    expect(pricesOf({ price: 10_900 })).toEqual([]);
    const wish = { price: 9_500, isOpen: false, isUnread: false };
    expect(pricesOf({ publishedPrice: 9_000, price: 9_500, priceWish: { command: NEWER, ...wish } })).toEqual(
      [],
    );
    expect(pricesOf({ publishedPrice: 9_000, price: 9_500, priceWish: { command: OLDER, ...wish } })).toEqual(
      [10_000],
    );
  });

  test('overtakes an older price that is still on its way', () => {
    const older = { command: OLDER, price: 9_500, isOpen: true, isUnread: false };
    expect(pricesOf({ publishedPrice: 9_000, price: 10_000, priceWish: older })).toEqual([10_000]);
  });

  test('counts what was offered first as decided, where the ledger decides', () => {
    const firsts = (isCounted: boolean) =>
      left({ publishedPrice: null }, { isFirst: true, isCounted }).items.map(({ quantity }) => quantity);
    expect(firsts(true)).toEqual([7, 3]);
    expect(firsts(false)).toEqual([null, 3]);
  });
});
