import { z } from 'zod';
import type { ListingState } from '../../../src/domain/listing.ts';
import type { ListingDraft } from '../../../src/marketplaces/kit/catalog.ts';
import type { SandboxControl, SandboxShop } from '../../harness/sandbox-control.ts';
import type { CatalogMarket, TrueListing } from '../catalog-world.ts';

const listing = z.object({
  prdNo: z.string(),
  prdNm: z.string(),
  sellerPrdCd: z.string(),
  dispCtgrNo: z.string(),
  selPrc: z.number(),
  selStatCd: z.string(),
  html: z.string(),
  images: z.array(z.string()),
  fee: z.number(),
  returnFee: z.number(),
  tax: z.string(),
  tags: z.array(z.string()),
  options: z.array(
    z.object({
      prdStckNo: z.string(),
      values: z.array(z.string()),
      sellerStockCd: z.string(),
      price: z.number(),
      stckQty: z.number(),
      onSale: z.boolean(),
    }),
  ),
});
const listings = z.object({ listings: z.array(listing) });

/** Sheet §4.4. */
const STATES: Readonly<Record<string, ListingState>> = {
  '101': 'in_review',
  '102': 'in_review',
  '103': 'on_sale',
  '104': 'sold_out',
  '105': 'paused',
  '106': 'ended',
  '107': 'blocked',
  '108': 'blocked',
  '109': 'rejected',
};

/** A leaf of the sandbox's tree, and a category above it, which takes no goods. */
const MUGS = '1012345';
const CUPS = '1011300';

/** What the official edition's shop has listed. */
export function catalogOf(sandbox: SandboxControl, shop: SandboxShop): CatalogMarket {
  return {
    async listings() {
      const told = await sandbox.get(`/eleventh_street/shops/${shop.shop}/listings`);
      return listings.parse(told).listings.map(trueListing);
    },
    async setStock(item, quantity) {
      await sandbox.act(shop, 'editStock', { item, quantity });
    },
    async addForeign(id, text) {
      await sandbox.act(shop, 'addForeign', { listing: id, text });
    },
    draft,
    // Whether a category takes goods is told by the tree alone.
    refused: (one) => ({ ...one, nativeCategoryId: CUPS }),
    calls: { create: 'products.create', setStock: 'stocks.set', read: 'products.read' },
  };
}

function trueListing(one: z.infer<typeof listing>): TrueListing {
  const state = STATES[one.selStatCd];
  if (state === undefined) throw new Error(`the sandbox has made up the state ${one.selStatCd}`);
  return {
    id: one.prdNo,
    name: one.prdNm,
    sellerCode: one.sellerPrdCd === '' ? null : one.sellerPrdCd,
    state,
    native: one.selStatCd,
    categoryId: one.dispCtgrNo,
    price: one.selPrc,
    descriptionHtml: one.html,
    images: one.images.length,
    deliveryFee: one.fee,
    returnFee: one.returnFee,
    taxFree: one.tax !== '01',
    foreign: one.tags.at(-1) ?? null,
    items: one.options.map((option) => ({
      id: option.prdStckNo,
      optionValues: option.values,
      sellerSku: option.sellerStockCd === '' ? null : option.sellerStockCd,
      price: option.price,
      quantity: option.stckQty,
      onSale: option.onSale,
    })),
  };
}

function draft(sellerCode: string, options: 'two_options' | 'none'): ListingDraft {
  const item = (nth: number, optionValues: readonly string[], price: number, quantity: number) => ({
    sellerSku: `${sellerCode}-${nth}`,
    nativeItemId: null,
    optionValues,
    price,
    quantity,
    barcode: null,
  });
  return {
    nativeListingId: null,
    sellerCode,
    name: `뷁뷁 도자기 머그컵 ${sellerCode} 350ml`,
    descriptionHtml: '<div>손으로 빚은 <b>머그컵</b> & 받침 ]]> 100%</div>',
    brand: null,
    manufacturer: '모아도예',
    nativeCategoryId: MUGS,
    price: 12_000,
    currency: 'KRW',
    tax: 'taxed',
    minorsMayBuy: true,
    weightGrams: 400,
    images: ['https://img.example.com/mug/1.jpg', 'https://img.example.com/mug/2.png'],
    delivery: {
      type: 'DELIVERY',
      fee: 3_000,
      freeFrom: 50_000,
      returnFee: 3_000,
      exchangeFee: 6_000,
      remoteFee: 4_000,
      leavesWithinDays: 2,
      carrierId: 'cj',
    },
    origin: { kind: 'domestic', madeIn: null, importer: null },
    afterService: { phone: '02-000-0000', text: '평일 10시~17시' },
    notice: {
      kind: '기타 재화',
      facts: { '품명 및 모델명': '도자기 머그컵 M-1', '인증/허가 사항': '해당사항 없음' },
    },
    certifications: [],
    attributes: {},
    places: {},
    optionNames: options === 'none' ? [] : ['색상', '크기'],
    items:
      options === 'none'
        ? [item(1, [], 12_000, 15)]
        : [item(1, ['흰색', '보통'], 12_000, 10), item(2, ['파랑/남색', '큼'], 13_500, 20)],
  };
}
