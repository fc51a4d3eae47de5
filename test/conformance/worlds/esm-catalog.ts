import { z } from 'zod';
import type { ListingState } from '../../../src/domain/listing.ts';
import type { ListingDraft } from '../../../src/marketplaces/kit/catalog.ts';
import type { SandboxControl, SandboxShop } from '../../harness/sandbox-control.ts';
import type { CatalogMarket, TrueItem, TrueListing } from '../catalog-world.ts';

const sites = z.enum(['gmarket', 'auction']);

const sale = z.object({
  site: sites,
  siteGoodsNo: z.string(),
  isSell: z.boolean(),
  price: z.int(),
  stock: z.int(),
  sellStatus: z.string(),
});

const option = z.object({
  values: z.array(z.string()),
  code: z.string(),
  extra: z.int(),
  soldOut: z.boolean(),
  quantity: z.partialRecord(sites, z.int()),
});

const listing = z.object({
  goodsNo: z.string(),
  name: z.string(),
  sellerCode: z.string(),
  category: z.string(),
  optionNames: z.array(z.string()),
  sites: z.array(sale),
  options: z.array(option),
  html: z.string(),
  pictures: z.array(z.string()),
  deliveryFee: z.int(),
  returnFee: z.int(),
  isVatFree: z.boolean(),
  inventoryCode: z.string().nullable(),
});

const listings = z.object({ listings: z.array(listing) });

type Listing = z.infer<typeof listing>;
type Sale = z.infer<typeof sale>;

const PREFIXES = { gmarket: 'G', auction: 'A' } as const;

/** 머그, which one category of each site matches (sheet §6). */
const CATEGORY = '00070001000100000000';

/** The catalogue of a shop: each product is on Gmarket and on Auction, with items of its own on both. */
export function esmCatalog(sandbox: SandboxControl, shop: SandboxShop): CatalogMarket {
  const everyListing = async () =>
    listings.parse(await sandbox.get(`/esm/shops/${shop.shop}/listings`)).listings;
  return {
    calls: { create: 'goods.create', setStock: 'goods.setStock', read: 'goods.get' },
    itemsOf: ({ items }) => [...items, ...items],
    listings: async () => (await everyListing()).map(listingOf),
    async setStock(id, quantity) {
      await sandbox.act(shop, 'editStock', { item: id, quantity });
    },
    async addForeign(id, text) {
      await sandbox.act(shop, 'addForeign', { listing: id, text });
    },
    draft: draftOf,
    // No script may stand in a description; the hub sends what the seller wrote.
    refused: (draft) => ({ ...draft, descriptionHtml: '<script>alert(1)</script>' }),
  };
}

function listingOf(one: Listing): TrueListing {
  const [first] = one.sites;
  return {
    id: one.goodsNo,
    name: one.name,
    sellerCode: one.sellerCode === '' ? null : one.sellerCode,
    state: one.sites.some(({ sellStatus }) => sellStatus === '11') ? 'on_sale' : stoppedState(one),
    native: one.sites.map(({ site, sellStatus }) => `${PREFIXES[site]}:${sellStatus}`).join(' '),
    categoryId: one.category,
    price: first?.price ?? 0,
    descriptionHtml: one.html,
    images: one.pictures.length,
    deliveryFee: one.deliveryFee,
    returnFee: one.returnFee,
    taxFree: one.isVatFree,
    foreign: one.inventoryCode,
    items: one.sites.flatMap((own) => itemsOn(one, own)),
  };
}

function stoppedState({ sites: own }: Listing): ListingState {
  return own.some(({ sellStatus }) => sellStatus === '31') ? 'sold_out' : 'paused';
}

/** Order rows name the site's number, and the option by its code, else by its wording (sheet §3.4). */
function itemsOn({ options, optionNames, sellerCode }: Listing, own: Sale): readonly TrueItem[] {
  if (options.length === 0) {
    const { siteGoodsNo, price, stock, isSell } = own;
    return [
      {
        id: siteGoodsNo,
        optionValues: [],
        sellerSku: sellerCode === '' ? null : sellerCode,
        price,
        quantity: stock,
        onSale: isSell,
      },
    ];
  }
  return options.map(({ values, code, extra, soldOut, quantity }) => ({
    id: `${own.siteGoodsNo}:${code || values.map((value, nth) => `${optionNames[nth]}:${value}`).join('/')}`,
    optionValues: values,
    sellerSku: code === '' ? null : code,
    price: own.price + extra,
    quantity: soldOut ? 0 : (quantity[own.site] ?? 0),
    onSale: own.isSell && !soldOut,
  }));
}

function draftOf(sellerCode: string, options: 'two_options' | 'none'): ListingDraft {
  const item = (nth: number, optionValues: readonly string[], price: number) => ({
    sellerSku: optionValues.length === 0 ? sellerCode : `${sellerCode}-${nth}`,
    nativeItemId: null,
    optionValues,
    price,
    quantity: 10 + nth,
    barcode: null,
  });
  return {
    nativeListingId: null,
    sellerCode,
    name: `모아 머그컵 ${sellerCode}`,
    descriptionHtml: '<p>두 손에 꼭 맞는 머그컵</p>',
    brand: '달빛상점',
    manufacturer: '모아',
    nativeCategoryId: CATEGORY,
    price: 12_000,
    currency: 'KRW',
    tax: 'taxed',
    minorsMayBuy: true,
    weightGrams: 350,
    images: ['https://img.example.com/mug-1.jpg', 'https://img.example.com/mug-2.png'],
    delivery: {
      type: 'DELIVERY',
      fee: 3_000,
      freeFrom: null,
      returnFee: 3_500,
      exchangeFee: 7_000,
      remoteFee: 3_000,
      leavesWithinDays: 2,
      carrierId: 'cj',
    },
    origin: { kind: 'domestic', madeIn: null, importer: null },
    afterService: { phone: '02-000-0000', text: '평일 10시부터 17시까지' },
    notice: {
      kind: '기타 재화',
      facts: { '품명 및 모델명': '머그컵', '제조국 또는 원산지': '대한민국', 제조자: '모아' },
    },
    certifications: [],
    attributes: {},
    places: {},
    optionNames: options === 'none' ? [] : ['색상'],
    items:
      options === 'none' ? [item(1, [], 12_000)] : [item(1, ['흰색'], 12_000), item(2, ['검정'], 13_000)],
  };
}
