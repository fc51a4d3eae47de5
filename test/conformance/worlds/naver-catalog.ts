import { z } from 'zod';
import type { ListingState } from '../../../src/domain/listing.ts';
import type { ListingDraft } from '../../../src/marketplaces/kit/catalog.ts';
import type { SandboxControl, SandboxShop } from '../../harness/sandbox-control.ts';
import type { CatalogMarket, TrueListing } from '../catalog-world.ts';

const item = z.object({
  id: z.string(),
  values: z.array(z.string()),
  code: z.string().optional(),
  price: z.number(),
  stockQuantity: z.number(),
  usable: z.boolean(),
});
const listing = z.object({
  originProductNo: z.string(),
  statusType: z.string(),
  displayStatus: z.string(),
  name: z.string(),
  sellerManagementCode: z.string().optional(),
  leafCategoryId: z.string(),
  detailContent: z.string(),
  salePrice: z.number(),
  images: z.number(),
  deliveryFee: z.number(),
  returnFee: z.number(),
  taxType: z.string(),
  tags: z.array(z.string()),
  items: z.array(item),
});
type Listing = z.infer<typeof listing>;

const answer = z.object({ listings: z.array(listing) });

const STATES: Readonly<Record<string, ListingState>> = {
  WAIT: 'draft',
  SALE: 'on_sale',
  OUTOFSTOCK: 'sold_out',
  UNADMISSION: 'in_review',
  REJECTION: 'rejected',
  SUSPENSION: 'paused',
  CLOSE: 'ended',
  PROHIBITION: 'blocked',
};

/** A leaf of the stand-in whose goods need no certificate. */
const SHIRTS = '50000840';

/** The catalogue of a store of the sandbox. Nobody reviews a listing of these categories. */
export function catalogOf(sandbox: SandboxControl, shop: SandboxShop): CatalogMarket {
  return {
    async listings() {
      const { listings } = answer.parse(await sandbox.get(`/naver/shops/${shop.shop}/listings`));
      return listings.map(trueListing);
    },
    async setStock(id, quantity) {
      await sandbox.act(shop, 'editStock', { item: id, quantity });
    },
    async addForeign(id, text) {
      await sandbox.act(shop, 'addForeign', { listing: id, text });
    },
    draft: (sellerCode, options) => draftOf(sandbox.url, sellerCode, options),
    // Signs that Naver takes in no name (sheet §7.21).
    refused: (draft) => ({ ...draft, name: `${draft.name} *?` }),
    calls: { create: 'products.create', setStock: 'products.option-stock', read: 'products.read' },
  };
}

function trueListing(one: Listing): TrueListing {
  const isHidden = one.statusType === 'SALE' && one.displayStatus !== 'ON';
  const state = isHidden ? 'paused' : STATES[one.statusType];
  if (state === undefined) throw new Error(`the sandbox told of a status ${one.statusType}`);
  return {
    id: one.originProductNo,
    name: one.name,
    sellerCode: one.sellerManagementCode ?? null,
    state,
    native: isHidden ? `${one.statusType}/${one.displayStatus}` : one.statusType,
    categoryId: one.leafCategoryId,
    price: one.salePrice,
    descriptionHtml: one.detailContent,
    images: one.images,
    deliveryFee: one.deliveryFee,
    returnFee: one.returnFee,
    taxFree: one.taxType !== 'TAX',
    foreign: one.tags[0] ?? null,
    items: one.items.map(({ id, values, code, price, stockQuantity, usable }) => ({
      id,
      optionValues: values,
      sellerSku: code ?? null,
      price,
      quantity: stockQuantity,
      onSale: state === 'on_sale' && usable,
    })),
  };
}

function draftOf(sandboxUrl: string, sellerCode: string, options: 'two_options' | 'none'): ListingDraft {
  const of = (values: readonly string[], price: number, quantity: number) => ({
    sellerSku: [sellerCode, ...values].join('-'),
    nativeItemId: null,
    optionValues: values,
    price,
    quantity,
    barcode: null,
  });
  return {
    nativeListingId: null,
    sellerCode,
    name: `옥스포드 셔츠 ${sellerCode}`,
    descriptionHtml: '<p>구김이 적은 옥스포드 원단 셔츠입니다.</p>',
    brand: '모아',
    manufacturer: '모아어패럴',
    nativeCategoryId: SHIRTS,
    price: 29_900,
    currency: 'KRW',
    tax: 'taxed',
    minorsMayBuy: true,
    weightGrams: 300,
    images: ['front', 'back'].map((side) => `${sandboxUrl}/_pictures/${sellerCode}-${side}.png`),
    delivery: {
      type: 'DELIVERY',
      fee: 3_000,
      freeFrom: 50_000,
      returnFee: 3_500,
      exchangeFee: 7_000,
      remoteFee: null,
      leavesWithinDays: 2,
      carrierId: 'cj',
    },
    origin: { kind: 'imported', madeIn: '베트남', importer: '모아어패럴' },
    afterService: { phone: '02-555-0100', text: '평일 10시부터 17시까지 전화로 문의해 주세요.' },
    notice: {
      kind: '의류',
      facts: {
        '제품 소재': '면 100%',
        색상: '화이트, 네이비',
        치수: '95, 100',
        제조국: '베트남',
        '세탁방법 및 취급시 주의사항': '30도 이하 단독 세탁',
        제조연월: '2026년 10월',
        품질보증기준: '소비자분쟁해결기준에 따름',
      },
    },
    certifications: [],
    attributes: { '10013105': '기본핏' },
    places: {},
    optionNames: options === 'none' ? [] : ['색상', '사이즈'],
    items:
      options === 'none'
        ? [of([], 29_900, 20)]
        : [of(['화이트', '95'], 29_900, 12), of(['네이비', '100'], 31_900, 8)],
  };
}
