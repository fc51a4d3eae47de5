import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ListingDraft } from '../../../kit/catalog.ts';
import type { Fields } from '../../../kit/decode.ts';
import { RefusedDraft } from '../../../kit/refused-draft.ts';
import { encodeProduct, type Surroundings } from './encode-product.ts';

const DRAFT: ListingDraft = {
  nativeListingId: null,
  sellerCode: 'M-1',
  name: '머그컵',
  descriptionHtml: '<p>도자기</p>',
  brand: null,
  manufacturer: null,
  nativeCategoryId: '50002333',
  price: 12_000,
  currency: 'KRW',
  tax: 'exempt',
  minorsMayBuy: false,
  weightGrams: null,
  images: ['https://shop-phinf.pstatic.net/1/mug.jpg'],
  delivery: {
    type: 'DELIVERY',
    fee: 0,
    freeFrom: null,
    returnFee: 3_000,
    exchangeFee: 6_000,
    remoteFee: 4_000,
    leavesWithinDays: null,
    carrierId: 'hanjin',
  },
  origin: { kind: 'domestic', madeIn: null, importer: null },
  afterService: { phone: '02-555-0100', text: '전화 문의' },
  notice: { kind: 'ETC', facts: {} },
  certifications: [],
  attributes: {},
  places: {},
  optionNames: [],
  items: [
    { sellerSku: 'M-1', nativeItemId: null, optionValues: [], price: 12_000, quantity: 3, barcode: '880' },
  ],
};

const AROUND: Surroundings = {
  now: null,
  places: { shipFrom: '1', returnTo: '2', bundleGroup: null },
  category: { wholeName: '생활>주방', certified: [], certifications: [] },
  attributes: [],
  noticeKinds: [{ type: 'ETC', label: '기타', code: 'other_goods', fields: [] }],
  origin: { originAreaCode: '00', plural: false },
  pictures: ['https://shop-phinf.pstatic.net/1/mug.jpg'],
};

const encoded = (draft: Partial<ListingDraft>, around: Partial<Surroundings> = {}) =>
  encodeProduct({ ...DRAFT, ...draft }, { ...AROUND, ...around });

describe('a draft as a product', () => {
  it('says tax, delivery and codes in Naver’s words', () => {
    expect(encoded({})).toMatchObject({
      originProduct: {
        statusType: 'SALE',
        salePrice: 12_000,
        stockQuantity: 3,
        deliveryInfo: {
          deliveryCompany: 'HANJIN',
          deliveryBundleGroupUsable: false,
          deliveryFee: { deliveryFeeType: 'FREE', deliveryFeeByArea: { area2extraFee: 4_000 } },
          claimDeliveryInfo: { shippingAddressId: 1, returnAddressId: 2 },
        },
        detailAttribute: {
          taxType: 'DUTYFREE',
          minorPurchasable: false,
          sellerCodeInfo: { sellerManagementCode: 'M-1', sellerBarcode: '880' },
        },
      },
    });
  });

  it.each<[string, Partial<ListingDraft>]>([
    ['afterService', { afterService: null }],
    ['notice', { notice: null }],
    ['delivery.returnFee', { delivery: { ...DRAFT.delivery, returnFee: null } }],
    ['delivery.exchangeFee', { delivery: { ...DRAFT.delivery, exchangeFee: null } }],
    ['delivery.carrierId', { delivery: { ...DRAFT.delivery, carrierId: null } }],
    ['delivery.carrierId', { delivery: { ...DRAFT.delivery, carrierId: 'nobody' } }],
    ['items', { items: [] }],
    ['items.quantity', { items: DRAFT.items.map((item) => ({ ...item, quantity: 0 })) }],
    ['certifications.9', { certifications: [{ kind: '9', number: 'X', agency: 'KTR' }] }],
    ['attributes.7', { attributes: { '7': '빨강' } }],
  ])('without %s is at fault, and says so', (field, lacking) => {
    const encode = () => encoded(lacking);
    expect(encode).toThrow(RefusedDraft);
    expect(encode).toThrow(field);
  });

  it('of a category that needs a certificate wants one, or to be told that it needs none', () => {
    const category = {
      wholeName: '가전',
      certified: ['KC_CERTIFICATION'],
      certifications: [{ id: '1', name: '안전확인', kinds: ['KC_CERTIFICATION'] }],
    };
    expect(() => encoded({}, { category })).toThrow('certifications');
    expect(encoded({ attributes: { 'exempt:KC_CERTIFICATION': '예' } }, { category })).toMatchObject({
      originProduct: {
        detailAttribute: { certificationTargetExcludeContent: { kcCertifiedProductExclusionYn: 'TRUE' } },
      },
    });
    const certifications = [{ kind: '1', number: 'CB061R', agency: 'KTR' }];
    expect(encoded({ certifications }, { category })).toMatchObject({
      originProduct: {
        detailAttribute: {
          productCertificationInfos: [
            {
              certificationInfoId: 1,
              certificationKindType: 'KC_CERTIFICATION',
              certificationNumber: 'CB061R',
            },
          ],
        },
      },
    });
  });

  it('keeps everything of a listing that it has no word for', () => {
    const unknown = fc.dictionary(
      fc.string({ minLength: 1 }).map((name) => `x${name}`),
      fc.jsonValue().filter((value) => value !== null),
    );
    fc.assert(
      fc.property(unknown, unknown, unknown, (origin, detail, delivery) => {
        const now = {
          origin: { ...origin, detailAttribute: detail, deliveryInfo: delivery, salePrice: 9_000 },
          store: { channelProductDisplayStatusType: 'ON', bbsSeq: 4 },
          window: null,
        };
        const body = encoded({ nativeListingId: '77' }, { now });
        const after = Object(body.originProduct);
        for (const [kept, whole] of [
          [origin, after],
          [detail, after.detailAttribute],
          [delivery, after.deliveryInfo],
        ] satisfies [Fields, Fields][]) {
          for (const [name, value] of Object.entries(kept)) expect(whole[name]).toEqual(value);
        }
        expect(body.smartstoreChannelProduct).toEqual(now.store);
      }),
    );
  });

  it('sells an option again that the product has again, and stops one that it has no more', () => {
    const row = (id: number, optionName1: string, usable: boolean) => ({
      id,
      optionName1,
      stockQuantity: 4,
      price: 0,
      usable,
    });
    const optionInfo = { optionCombinations: [row(1, '흰색', false), row(2, '검정', true)] };
    const now = {
      origin: { statusType: 'SALE', salePrice: 12_000, detailAttribute: { optionInfo } },
      store: null,
      window: null,
    };
    const [item] = DRAFT.items;
    if (item === undefined) throw new Error('nothing to sell');
    const items = [{ ...item, nativeItemId: '1', optionValues: ['흰색'] }];
    expect(encoded({ nativeListingId: '77', optionNames: ['색상'], items }, { now })).toMatchObject({
      originProduct: {
        detailAttribute: {
          optionInfo: {
            optionCombinations: [
              { id: 1, usable: true },
              { id: 2, usable: false },
            ],
          },
        },
      },
    });
  });

  it('puts nothing on sale that a person has stopped', () => {
    const now = { origin: { statusType: 'SUSPENSION', salePrice: 9_000 }, store: null, window: null };
    expect(encoded({ nativeListingId: '77' }, { now })).toMatchObject({
      originProduct: { statusType: 'SUSPENSION' },
    });
  });
});
