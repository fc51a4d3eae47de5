import { productId, skuId } from '../../domain/ids.ts';
import { NO_CHOICES, NO_OVERRIDES } from '../../domain/listing-choices.ts';
import type { ListingRules } from '../../marketplaces/kit/listing-rules.ts';
import type { StoredProduct, StoredSku } from '../../store/catalogue/product.ts';
import type { TargetItem } from '../../store/publish/targets.ts';
import type { Availability } from '../../store/stock/available.ts';
import type { DraftInput } from './draft-input.ts';

/** Rules that a test changes to its liking. */
export const RULES: ListingRules = {
  name: { max: 20, unit: 'characters' },
  descriptionMaxBytes: null,
  optionNames: { atMost: 2, text: { max: 10, unit: 'characters' } },
  optionValues: { max: 10, unit: 'euc_kr_bytes' },
  items: { atMost: 3 },
  sellerCode: { max: 20, unit: 'characters' },
  images: {
    atMost: 2,
    formats: ['jpg', 'png'],
    maxBytes: 1_000_000,
    minPixels: 100,
    maxPixels: 2_000,
    square: false,
    arrival: 'fetched',
    maxUrlLength: null,
  },
  price: { min: 100, max: 1_000_000, step: 10 },
  itemPrice: { below: 0.5, above: 1, oneMustBeEqual: true },
  stock: { max: 9_999, minAtCreate: 1, zero: 'sold_out' },
  required: [],
  reviewed: false,
};

export const sku = (nth: number, told: Partial<StoredSku> = {}): StoredSku => ({
  id: skuId(nth),
  code: `SKU-${nth}`,
  optionValues: [`value ${nth}`],
  price: null,
  barcode: null,
  cost: null,
  safetyStock: 0,
  ...told,
});

export const product = (told: Partial<StoredProduct> = {}): StoredProduct => ({
  id: productId(1),
  sellerCode: 'P-1',
  name: 'cutting board',
  description: '<p>good</p>',
  categoryKey: null,
  price: 10_000,
  currency: 'KRW',
  brand: null,
  manufacturer: 'maker',
  tax: 'taxed',
  weightGrams: null,
  minorsMayBuy: true,
  images: ['https://img.example.com/1.png'],
  delivery: {
    type: 'DELIVERY',
    fee: 0,
    freeFrom: null,
    returnFee: 1_000,
    exchangeFee: 2_000,
    remoteFee: null,
    leavesWithinDays: null,
    carrierId: 'cj',
  },
  origin: { kind: 'domestic', madeIn: null, importer: null },
  afterService: { phone: '02-555-0100', text: 'call us' },
  notice: null,
  certifications: [],
  optionNames: ['색상'],
  skus: [sku(1), sku(2)],
  version: 1,
  createdAt: new Date(0),
  changedAt: new Date(0),
  ...told,
});

export const counted = (nth: number, available: number): readonly [StoredSku['id'], Availability] => [
  skuId(nth),
  {
    sku: skuId(nth),
    onHand: available,
    reserved: 0,
    available,
    safetyStock: 0,
    trackedSince: new Date(0),
  },
];

export const standing = (nth: number, told: Partial<TargetItem> = {}): TargetItem => ({
  nativeItemId: `native ${nth}`,
  optionValues: [`value ${nth}`],
  sellerSku: `SKU-${nth}`,
  linkedCode: `SKU-${nth}`,
  isLinked: true,
  wanted: null,
  price: 10_000,
  quantity: 5,
  publishedPrice: null,
  priceWish: null,
  isCountedThere: false,
  buffer: 0,
  sharePercent: 100,
  isOfOthers: false,
  ...told,
});

export const input = (told: Partial<DraftInput> = {}): DraftInput => ({
  product: product(),
  choices: NO_CHOICES,
  overrides: NO_OVERRIDES,
  categoryId: '1',
  requirements: null,
  rules: RULES,
  stock: new Map([counted(1, 7), counted(2, 3)]),
  lastUnits: null,
  nativeListingId: null,
  standing: [],
  ...told,
});
