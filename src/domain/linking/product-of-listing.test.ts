import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { listingItemId } from '../ids.ts';
import { productFaults } from '../product-check.ts';
import { PRODUCT_LIMITS as LIMITS } from '../product-limits.ts';
import { type GoodsItem, type ListedGoods, productOfListing } from './product-of-listing.ts';

const item = (id: number, told: Partial<GoodsItem> = {}): GoodsItem => ({
  id: listingItemId(id),
  optionValues: [],
  sellerSku: null,
  barcode: null,
  price: 19_000,
  ...told,
});

const goods = (items: readonly GoodsItem[], told: Partial<ListedGoods> = {}): ListedGoods => ({
  platform: 'naver',
  nativeListingId: '7001',
  name: '면 티셔츠',
  sellerCode: null,
  price: 19_000,
  currency: 'KRW',
  imageUrl: null,
  items,
  ...told,
});

describe('a product made of a listing', () => {
  test('has its options, with prices of their own where they differ', () => {
    const made = productOfListing(
      goods(
        [
          item(1, { optionValues: ['흰색', 'S'], sellerSku: 'TEE-W-S' }),
          item(2, { optionValues: ['흰색', 'L'], price: 21_000, barcode: '8801234567893' }),
        ],
        { sellerCode: 'TEE' },
      ),
    );
    expect(made?.product).toMatchObject({
      sellerCode: 'TEE',
      optionNames: ['옵션1', '옵션2'],
      skus: [
        { code: 'TEE-W-S', optionValues: ['흰색', 'S'], price: null },
        { code: 'TEE-흰색-L', optionValues: ['흰색', 'L'], price: 21_000, barcode: '8801234567893' },
      ],
    });
  });

  test('goes by the code of the only thing that can be bought, else by the number of the listing', () => {
    expect(productOfListing(goods([item(1, { sellerSku: 'SOCK' })]))?.product).toMatchObject({
      sellerCode: 'SOCK',
      optionNames: [],
      skus: [{ code: 'SOCK', optionValues: [] }],
    });
    expect(productOfListing(goods([item(1)]))?.product).toMatchObject({
      sellerCode: 'naver-7001',
      skus: [{ code: 'naver-7001' }],
    });
  });

  test('has one SKU for an option that is sold in two places', () => {
    const gmarket = item(1, { optionValues: ['검정'], sellerSku: 'CAP-B' });
    const made = productOfListing(goods([gmarket, { ...gmarket, id: listingItemId(2) }]));
    expect(made?.product.skus).toHaveLength(1);
    expect([...(made?.skuOf ?? [])]).toEqual([
      [1, 'CAP-B'],
      [2, 'CAP-B'],
    ]);
  });

  test('is none without a price, or without anything to buy', () => {
    expect(productOfListing(goods([item(1, { price: null })], { price: null }))).toBeNull();
    expect(productOfListing(goods([]))).toBeNull();
    expect(productOfListing(goods([item(1)], { price: null }))?.product.price).toBe(19_000);
  });

  test('is sound whatever a marketplace tells, and knows the SKU of every item', () => {
    const text = fc.string({ maxLength: 130 });
    const told = fc.record({
      optionValues: fc.array(fc.oneof(fc.constantFrom('S', 'L', '', ' '), text), { maxLength: 5 }),
      sellerSku: fc.option(
        fc.oneof(fc.constantFrom('A', 'B', ' '), fc.string({ minLength: 1, maxLength: 130 })),
      ),
      barcode: fc.option(text),
      price: fc.option(fc.nat()),
    });
    fc.assert(
      fc.property(fc.array(told, { maxLength: 12 }), fc.string({ minLength: 1 }), (many, name) => {
        const made = productOfListing(
          goods(
            many.map((one, nth) => item(nth + 1, one)),
            { name: `n${name}` },
          ),
        );
        if (made === null) return;
        const { product, skuOf } = made;
        expect(productFaults(product)).toEqual([]);
        const codes = product.skus.map(({ code }) => code);
        expect(codes.every((code) => code.length >= 1 && code.length <= LIMITS.code)).toBe(true);
        expect([...skuOf.keys()]).toHaveLength(many.length);
        expect([...skuOf.values()].every((code) => codes.includes(code))).toBe(true);
        const values = product.skus.flatMap(({ optionValues }) => optionValues);
        expect(values.every((value) => value.length >= 1 && value.length <= LIMITS.optionValue)).toBe(true);
      }),
    );
  });
});
