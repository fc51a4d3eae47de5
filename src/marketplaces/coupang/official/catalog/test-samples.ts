import type { DraftItem, ListingDraft } from '../../../kit/catalog.ts';
import { asFields, type Fields } from '../../../kit/decode.ts';
import type { CategoryMeta, MetaAttribute } from './category-meta.ts';
import { decodeProduct, type SellerProduct } from './decode-product.ts';
import type { Ground } from './encode-product.ts';

const ATTRIBUTE: MetaAttribute = {
  name: '색상',
  dataType: 'STRING',
  isRequired: true,
  isPurchaseOption: true,
  choices: [],
  isClosed: false,
  unit: null,
  usableUnits: [],
  group: null,
};

/** For tests: a category that wants a colour, a count, and either a volume or a weight; seasons are its own. */
export const META: CategoryMeta = {
  allowsSingleItem: true,
  attributes: [
    ATTRIBUTE,
    { ...ATTRIBUTE, name: '수량', dataType: 'NUMBER', unit: '개', usableUnits: ['개', '매'] },
    { ...ATTRIBUTE, name: '개당 용량', dataType: 'NUMBER', unit: 'ml', usableUnits: ['ml', 'L'], group: '1' },
    { ...ATTRIBUTE, name: '개당 중량', dataType: 'NUMBER', unit: 'g', usableUnits: ['g', 'kg'], group: '1' },
    {
      ...ATTRIBUTE,
      name: '계절',
      isRequired: false,
      isPurchaseOption: false,
      choices: ['여름용', '겨울용'],
      isClosed: true,
    },
  ],
  notices: [
    {
      name: '기타 재화',
      details: [
        { name: '품명 및 모델명', isRequired: true },
        { name: '인증/허가 사항', isRequired: false },
      ],
    },
  ],
  documents: [],
  certifications: [{ type: 'KC_CHILDREN', name: '어린이제품 안전인증', isRequired: false }],
};

const PLACES: Ground['places'] = {
  outbound: [
    { code: '74001', name: '옛 창고', isUsable: false, reachesRemoteAreas: true },
    { code: '74010', name: '창고', isUsable: true, reachesRemoteAreas: false },
  ],
  returns: [
    {
      code: '1000274592',
      name: '반품지',
      isUsable: true,
      phone: '02-1234-5678',
      zipCode: '05510',
      address: '서울특별시 송파구 송파대로 570',
      addressDetail: '1층',
    },
  ],
};

export const GROUND: Ground = {
  seller: { vendorId: 'A00012345', wingId: 'wing' },
  meta: META,
  places: PLACES,
  now: new Date('2026-11-21T01:02:03Z'),
};

export const ITEM: DraftItem = {
  sellerSku: 'BK',
  nativeItemId: null,
  optionValues: ['블랙'],
  price: 6_600,
  quantity: 3,
  barcode: null,
};

/** For tests: a draft that the category takes. */
export const DRAFT: ListingDraft = {
  nativeListingId: null,
  sellerCode: 'SOCK',
  name: '면 양말',
  descriptionHtml: '<p>면 양말</p>',
  brand: null,
  manufacturer: null,
  nativeCategoryId: '77413',
  price: 6_600,
  currency: 'KRW',
  tax: 'taxed',
  minorsMayBuy: true,
  weightGrams: null,
  images: ['https://img.example.com/a.jpg'],
  delivery: {
    type: 'DELIVERY',
    fee: 0,
    freeFrom: null,
    returnFee: 2_500,
    exchangeFee: null,
    remoteFee: null,
    leavesWithinDays: null,
    carrierId: 'cj',
  },
  origin: null,
  afterService: null,
  notice: { kind: '기타재화', facts: { '품명 및 모델명': '면 양말' } },
  certifications: [],
  attributes: { 수량: '1', '개당 중량': '80' },
  places: {},
  optionNames: ['색상'],
  items: [ITEM],
};

/** For tests: a product out of a document like those that Coupang answers. */
export function productOf(document: Fields): SellerProduct {
  return decodeProduct({ code: 'SUCCESS', data: document });
}

/** For tests: the document of an approved product with these options. */
export function documentWith(items: readonly Fields[], more: Fields = {}): Fields {
  return {
    sellerProductId: 13_400_001_111,
    sellerProductName: '양말 기본',
    displayProductName: '면 양말',
    displayCategoryCode: 77_413,
    productId: 7_001_112_223,
    status: 'APPROVED',
    statusName: '승인완료',
    outboundShippingPlaceCode: 74_001,
    ...more,
    items,
  };
}

/** The objects in a list of a document. */
export function rowsIn(fields: Fields, name: string): readonly Fields[] {
  const rows = fields[name];
  return Array.isArray(rows) ? rows.map((row) => asFields(row, name)) : [];
}
