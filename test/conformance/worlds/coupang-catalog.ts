import { z } from 'zod';
import type { ListingState } from '../../../src/domain/listing.ts';
import type { ListingDraft } from '../../../src/marketplaces/kit/catalog.ts';
import type { SandboxControl, SandboxShop } from '../../harness/sandbox-control.ts';
import type { CatalogMarket, TrueItem, TrueListing } from '../catalog-world.ts';

const item = z.object({
  vendorItemId: z.string().nullable(),
  itemName: z.string(),
  externalVendorSku: z.string().nullable(),
  salePrice: z.number(),
  amountInStock: z.number(),
  onSale: z.boolean(),
  taxType: z.string(),
  searchTags: z.array(z.string()),
  images: z.number(),
  description: z.string(),
  purchaseOptions: z.array(z.object({ name: z.string(), value: z.string() })),
});

const listing = z.object({
  sellerProductId: z.string(),
  status: z.string(),
  displayProductName: z.string(),
  displayCategoryCode: z.string(),
  deliveryCharge: z.number(),
  returnCharge: z.number(),
  items: z.array(item),
});

const listings = z.object({ listings: z.array(listing) });

type Item = z.infer<typeof item>;
type Listing = z.infer<typeof listing>;

/** Sheet §3.6. */
const STATES: Readonly<Record<string, ListingState>> = {
  SAVED: 'draft',
  IN_REVIEW: 'in_review',
  APPROVING: 'in_review',
  APPROVED: 'on_sale',
  PARTIAL_APPROVED: 'on_sale',
  DENIED: 'rejected',
  DELETED: 'ended',
};

/** Socks: colour and count are mandatory there. */
const CATEGORY = '77413';

/** The catalogue of a shop: products are approved before their options have numbers. */
export function coupangCatalog(sandbox: SandboxControl, shop: SandboxShop): CatalogMarket {
  const everyListing = async () =>
    listings.parse(await sandbox.get(`/coupang/shops/${shop.shop}/listings`)).listings;
  return {
    keepsSellerCode: false,
    calls: {
      create: 'sellerProducts.create',
      setStock: 'vendorItems.quantity',
      read: 'sellerProducts.read',
    },
    listings: async () => (await everyListing()).map(listingOf),
    async setStock(id, quantity) {
      await sandbox.act(shop, 'editStock', { item: id, quantity });
    },
    async review(id, approve) {
      await sandbox.act(shop, 'reviewListing', { listing: id, approve });
    },
    async addForeign(id, text) {
      await sandbox.act(shop, 'addForeign', { listing: id, text });
    },
    draft: draftOf,
    // Coupang fetches pictures by the usual ports only; nobody else needs to know.
    refused: (draft) => ({ ...draft, images: ['https://img.example.com:8443/socks.jpg'] }),
  };
}

function listingOf({ items, status, ...product }: Listing): TrueListing {
  const [first] = items;
  return {
    id: product.sellerProductId,
    name: product.displayProductName,
    sellerCode: null,
    state: stateOf(status, items),
    native: status,
    categoryId: product.displayCategoryCode,
    price: Math.min(...items.map(({ salePrice }) => salePrice)),
    descriptionHtml: first?.description ?? '',
    images: first?.images ?? 0,
    deliveryFee: product.deliveryCharge,
    returnFee: product.returnCharge,
    taxFree: first?.taxType === 'FREE',
    foreign: first?.searchTags.at(-1) ?? null,
    items: items.map((one) => itemOf(one, items)),
  };
}

function stateOf(status: string, items: readonly Item[]): ListingState {
  const state = STATES[status];
  if (state === undefined) throw new Error(`the sheet knows no status ${status}`);
  if (state !== 'on_sale') return state;
  if (items.every(({ onSale }) => !onSale)) return 'paused';
  return items.every(({ onSale, amountInStock }) => !onSale || amountInStock === 0) ? 'sold_out' : state;
}

function itemOf(one: Item, all: readonly Item[]): TrueItem {
  return {
    id: one.vendorItemId ?? '',
    optionValues: one.purchaseOptions
      .filter(({ name, value }) => all.some((other) => optionOf(other, name) !== value))
      .map(({ value }) => value),
    sellerSku: one.externalVendorSku,
    price: one.salePrice,
    quantity: one.amountInStock,
    onSale: one.onSale,
  };
}

function optionOf({ purchaseOptions }: Item, wanted: string): string | undefined {
  return purchaseOptions.find(({ name }) => name === wanted)?.value;
}

function draftOf(sellerCode: string, options: 'two_options' | 'none'): ListingDraft {
  const price = 6_600;
  const common = { price, nativeItemId: null, barcode: null };
  const hasOptions = options === 'two_options';
  return {
    nativeListingId: null,
    sellerCode,
    name: `면 양말 ${sellerCode}`,
    descriptionHtml: '<p>포근한 면 양말입니다.</p><p>세탁기에 빨 수 있습니다.</p>',
    brand: '하늘',
    manufacturer: '하늘섬유',
    nativeCategoryId: CATEGORY,
    price,
    currency: 'KRW',
    tax: 'taxed',
    minorsMayBuy: true,
    weightGrams: 80,
    images: ['https://img.example.com/socks-1.jpg', 'https://img.example.com/socks-2.jpg'],
    delivery: {
      type: 'DELIVERY',
      fee: 3_000,
      freeFrom: 30_000,
      returnFee: 3_500,
      exchangeFee: 7_000,
      remoteFee: null,
      leavesWithinDays: 1,
      carrierId: 'cj',
    },
    origin: { kind: 'domestic', madeIn: null, importer: null },
    afterService: { phone: '02-1234-5678', text: '평일 9시부터 18시까지' },
    notice: {
      kind: '패션잡화',
      facts: {
        종류: '양말',
        소재: '면 80%, 폴리에스터 20%',
        치수: '220~270mm',
        '제조자(수입자)': '하늘섬유',
        제조국: '대한민국',
        '취급 시 주의사항': '단독 세탁',
        품질보증기준: '소비자분쟁해결기준에 따름',
        'A/S 책임자와 전화번호': '하늘섬유 02-1234-5678',
      },
    },
    certifications: [],
    attributes: { 수량: '1', ...(hasOptions ? {} : { 색상: '블랙' }) },
    places: {},
    optionNames: hasOptions ? ['색상'] : [],
    items: hasOptions
      ? [
          { ...common, sellerSku: `${sellerCode}-BK`, optionValues: ['블랙'], quantity: 12 },
          { ...common, sellerSku: `${sellerCode}-WH`, optionValues: ['화이트'], price: 7_600, quantity: 8 },
        ]
      : [{ ...common, sellerSku: `${sellerCode}-1`, optionValues: [], quantity: 12 }],
  };
}
