import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asFields, type Fields } from '../../../kit/decode.ts';
import { differences } from './differences.ts';
import { mergeProduct, pairItems } from './merge-product.ts';
import { DRAFT, documentWith, GROUND, ITEM, productOf, rowsIn } from './test-samples.ts';

const OPTION = {
  sellerProductItemId: 425_073_845,
  vendorItemId: 70_071_284_034,
  itemName: '블랙 1개',
  originalPrice: 9_900,
  salePrice: 6_600,
  maximumBuyCount: 999,
  externalVendorSku: 'BK',
  taxType: 'TAX',
  attributes: [{ attributeTypeName: '색상', attributeValueName: '검정', exposed: 'EXPOSED' }],
};

const merged = (draft: typeof DRAFT, document: Fields) =>
  asFields(mergeProduct(draft, productOf(document), GROUND), 'body');
const draft = { ...DRAFT, items: [{ ...ITEM, nativeItemId: '70071284034', price: 8_000 }] };

/** Fields that no draft has a word for. */
const FOREIGN = [
  'searchTags',
  'unitCount',
  'maximumBuyForPerson',
  'offerDescription',
  'modelNo',
  'extraProperties',
];

describe('an update of a product', () => {
  it('keeps every field that the hub has no word for, of the product and of its options', () => {
    const foreign = fc.dictionary(fc.constantFrom(...FOREIGN), fc.jsonValue());
    fc.assert(
      fc.property(foreign, foreign, (ofProduct, ofOption) => {
        const body = merged(draft, documentWith([{ ...OPTION, ...ofOption }], ofProduct));
        expect(body).toMatchObject(ofProduct);
        expect(rowsIn(body, 'items')[0]).toMatchObject({ ...ofOption, sellerProductItemId: 425_073_845 });
      }),
    );
  });

  it('changes neither price, stock nor choices of an option that was approved', () => {
    const [option] = rowsIn(merged(draft, documentWith([OPTION])), 'items');
    expect(option).toMatchObject({
      salePrice: 6_600,
      originalPrice: 9_900,
      maximumBuyCount: 999,
      itemName: '블랙 1개',
    });
    expect(rowsIn(option ?? {}, 'attributes')).toMatchObject([
      { attributeTypeName: '색상', attributeValueName: '검정' },
      { attributeTypeName: '수량', attributeValueName: '1개' },
      { attributeTypeName: '개당 중량', attributeValueName: '80g' },
    ]);
  });

  it('sets price, stock and choices of an option that waits for its first approval', () => {
    const waiting = { ...OPTION, vendorItemId: null };
    const [option] = rowsIn(merged({ ...draft, items: [ITEM] }, documentWith([waiting])), 'items');
    expect(option).toMatchObject({ salePrice: 6_600, maximumBuyCount: 3, sellerProductItemId: 425_073_845 });
    expect(rowsIn(option ?? {}, 'attributes')[0]).toMatchObject({ attributeValueName: '블랙' });
  });

  it('leaves out no option that stands there, and adds those that do not', () => {
    const other = {
      ...OPTION,
      sellerProductItemId: 1,
      vendorItemId: 70_071_284_035,
      externalVendorSku: 'WH',
    };
    const added = { ...ITEM, sellerSku: 'GR', optionValues: ['그레이'] };
    const items = rowsIn(
      merged({ ...draft, items: [...draft.items, added] }, documentWith([OPTION, other])),
      'items',
    );
    expect(items.map(({ externalVendorSku }) => externalVendorSku)).toEqual(['BK', 'WH', 'GR']);
    expect(items[1]).toEqual(other);
    expect(items[2]).not.toHaveProperty('sellerProductItemId');
    expect(items[2]).not.toHaveProperty('vendorItemId');
  });

  it('keeps the places of a product unless others were chosen', () => {
    expect(merged(draft, documentWith([OPTION]))).toMatchObject({ outboundShippingPlaceCode: 74_001 });
    const chosen = { ...draft, places: { ship_from: '74010' } };
    expect(merged(chosen, documentWith([OPTION]))).toMatchObject({ outboundShippingPlaceCode: 74_010 });
  });

  it('renames the product for packing lists only where both names were the same', () => {
    const renamed = { ...draft, name: '새 이름' };
    expect(merged(renamed, documentWith([OPTION]))).toMatchObject({ sellerProductName: '양말 기본' });
    const same = documentWith([OPTION], { sellerProductName: '면 양말' });
    expect(merged(renamed, same)).toMatchObject({ sellerProductName: '새 이름' });
  });

  it('merged into what it made of a product, makes the same', () => {
    const once = merged(draft, documentWith([OPTION]));
    expect(merged(draft, once)).toEqual(once);
  });

  it('differs afterwards by prices alone, which have a call of their own', () => {
    expect(differences(draft, productOf(merged(draft, documentWith([OPTION]))), GROUND)).toEqual([
      { field: 'optionPrice BK', before: '6600', after: '8000' },
    ]);
  });

  it.each([
    [
      'a fact of the notice',
      { notice: { kind: '기타재화', facts: { '품명 및 모델명': '울 양말' } } },
      'notice',
    ],
    [
      'a certificate',
      { certifications: [{ kind: 'KC_CHILDREN', number: 'CB1', agency: null }] },
      'certifications',
    ],
    ['the carrier', { delivery: { ...DRAFT.delivery, carrierId: 'hanjin' } }, 'delivery.carrier'],
    ['free delivery', { delivery: { ...DRAFT.delivery, fee: 3_000, freeFrom: 30_000 } }, 'delivery.freeFrom'],
    ['the days', { delivery: { ...DRAFT.delivery, leavesWithinDays: 1 } }, 'delivery.leavesWithinDays'],
    ['an attribute', { attributes: { ...DRAFT.attributes, 계절: '여름용' } }, 'attribute 계절'],
  ])('that tells otherwise %s alone differs by it until it was sent', (_what, told, field) => {
    const same = { ...draft, items: [{ ...draft.items[0], ...ITEM, nativeItemId: '70071284034' }] };
    const standing = merged(same, documentWith([OPTION]));
    const wanted = { ...same, ...told };
    expect(differences(wanted, productOf(standing), GROUND).map((change) => change.field)).toContain(field);
    expect(differences(wanted, productOf(merged(wanted, standing)), GROUND)).toEqual([]);
  });

  it('is not told of what Coupang leaves out', () => {
    const changes = differences(draft, productOf(documentWith([OPTION])), GROUND);
    expect(changes.map(({ field }) => field)).not.toContain('notice');
  });
});

describe('pairing options', () => {
  it('pairs each option with one drafted item at the most', () => {
    const sku = fc.constantFrom('A', 'B', 'C');
    const id = fc.option(fc.constantFrom('70071284034', '70071284035'), { nil: null });
    fc.assert(
      fc.property(
        fc.array(fc.record({ sku, id }), { maxLength: 4 }),
        fc.array(fc.record({ sku, id }), { maxLength: 4 }),
        (drafted, standing) => {
          const items = productOf(
            documentWith(standing.map((one) => ({ externalVendorSku: one.sku, vendorItemId: one.id }))),
          ).items;
          const wanted = drafted.map((one) => ({ ...ITEM, sellerSku: one.sku, nativeItemId: one.id }));
          const pairs = pairItems(wanted, items);
          expect(new Set(pairs.values()).size).toBe(pairs.size);
          for (const [item, draftItem] of pairs)
            expect(draftItem.nativeItemId === null ? item.sku : item.vendorItemId).toBe(
              draftItem.nativeItemId ?? draftItem.sellerSku,
            );
        },
      ),
    );
  });
});
