import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UnreadableError } from '../../../kit/decode.ts';
import { parseLossless } from '../../../kit/lossless.ts';
import { decodeTree } from './categories.ts';
import { decodeProduct } from './decode-product.ts';
import { optionValuesOf, snapshotOf } from './snapshot.ts';
import { listingState, nativeStatusOf } from './states.ts';
import { documentWith, productOf } from './test-samples.ts';

const OPTION = { sellerProductItemId: 1, vendorItemId: 70_071_284_034, itemName: '블랙', salePrice: 6_600 };

const option = (choices: Readonly<Record<string, string>>) => ({
  ...OPTION,
  attributes: Object.entries(choices).map(([attributeTypeName, attributeValueName]) => ({
    attributeTypeName,
    attributeValueName,
    exposed: 'EXPOSED',
  })),
});

function isUnreadable(decode: () => unknown): boolean {
  try {
    decode();
    return false;
  } catch (error) {
    if (error instanceof UnreadableError) return true;
    throw error;
  }
}

describe('decoding', () => {
  it('reads anything, or says that it is unreadable', () => {
    fc.assert(fc.property(fc.jsonValue(), (json) => void isUnreadable(() => decodeProduct(json))));
    fc.assert(fc.property(fc.jsonValue(), (json) => void isUnreadable(() => decodeTree(json))));
    const document = documentWith([option({ 색상: '블랙' })]);
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(document)), fc.jsonValue(), (name, value) => {
        void isUnreadable(() => snapshotOf(productOf({ ...document, [name]: value }), new Map(), null));
      }),
      { numRuns: 500 },
    );
    expect(isUnreadable(() => productOf({ ...document, items: null }))).toBe(true);
  });

  it('keeps the number of an option whatever its length', () => {
    const long = { ...option({}), vendorItemId: '642538971006401429' };
    expect(productOf(documentWith([long])).items[0]?.vendorItemId).toBe('642538971006401429');
  });

  it('takes the price with the zeros that some answers have (sheet §2)', () => {
    const { items } = decodeProduct(
      parseLossless(
        '{"data":{"sellerProductId":1,"displayProductName":"양말","items":[{"salePrice":13000.00000}]}}',
      ),
    );
    expect(items[0]?.price).toBe(13_000);
  });
});

describe('the values of options', () => {
  const valuesOf = (...options: readonly Readonly<Record<string, string>>[]) =>
    optionValuesOf(productOf(documentWith(options.map(option))).items);

  it('are those by which options differ', () => {
    expect(valuesOf({ 색상: '블랙', 수량: '1개' }, { 색상: '화이트', 수량: '1개' })).toEqual([
      ['블랙'],
      ['화이트'],
    ]);
    expect(valuesOf({ 색상: '블랙', 수량: '1개' }, { 색상: '블랙', 수량: '3개' })).toEqual([
      ['1개'],
      ['3개'],
    ]);
  });

  it('are none where there is nothing to choose', () => {
    expect(valuesOf({ 색상: '블랙', 수량: '1개' })).toEqual([[]]);
  });

  it('are empty where an option lacks what others differ by, and names where nothing is told', () => {
    expect(valuesOf({ 색상: '블랙' }, { 색상: '블랙', 크기: 'L' })).toEqual([[''], ['L']]);
    expect(valuesOf({}, {})).toEqual([['블랙'], ['블랙']]);
  });
});

describe('the state of a product', () => {
  const onSale = { onSale: true, quantity: 3 };
  const stopped = { onSale: false, quantity: 3 };
  const soldOut = { onSale: true, quantity: 0 };
  const unknown = { onSale: null, quantity: null };
  it.each([
    ['SAVED', [], 'draft'],
    ['IN_REVIEW', [], 'in_review'],
    ['APPROVING', [stopped], 'in_review'],
    ['DENIED', [onSale], 'rejected'],
    ['DELETED', [], 'ended'],
    ['APPROVED', [], 'on_sale'],
    ['APPROVED', [onSale, soldOut, stopped], 'on_sale'],
    ['APPROVED', [stopped, stopped], 'paused'],
    ['APPROVED', [stopped, soldOut], 'sold_out'],
    ['PARTIAL_APPROVED', [soldOut], 'sold_out'],
    ['APPROVED', [unknown, soldOut], 'on_sale'],
    ['판매보류', [onSale], null],
  ])('%s with %j is %s', (status, options, state) => {
    expect(listingState(status, options)).toBe(state);
  });

  it('is known by its code or by its Korean name', () => {
    expect(nativeStatusOf('APPROVED', '승인완료')).toBe('APPROVED');
    expect(nativeStatusOf(null, '승인반려')).toBe('DENIED');
    expect(nativeStatusOf(null, '판매보류')).toBe('판매보류');
  });
});
