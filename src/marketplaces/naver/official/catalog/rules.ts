import type { OfferRules } from '../../../kit/edition.ts';
import type { ListingRules } from '../../../kit/listing-rules.ts';
import { CATALOG_AT_MOST } from './operations.ts';

const PRICE = { min: 10, max: 999_999_990, step: 10 };
const STOCK_MAX = 99_999_999;

/**
 * What a product may be (sheet §3.6, §7.21). The lengths of names and codes and the most options are the seller centre's;
 * the sheet tells none. Options of cheap goods may cost twice as much, others half as much more (notice 2283): the hub
 * says no to what no goods may, Naver to the rest.
 */
export const LISTING_RULES: ListingRules = {
  name: { max: 100, unit: 'characters' },
  descriptionMaxBytes: null,
  optionNames: { atMost: 3, text: { max: 25, unit: 'characters' } },
  optionValues: { max: 25, unit: 'characters' },
  items: { atMost: 500 },
  sellerCode: { max: 50, unit: 'characters' },
  images: {
    atMost: CATALOG_AT_MOST.pictures,
    formats: ['jpg', 'png', 'gif', 'bmp'],
    maxBytes: CATALOG_AT_MOST.pictureBytes,
    minPixels: null,
    maxPixels: null,
    square: false,
    arrival: 'uploaded',
    maxUrlLength: null,
  },
  price: PRICE,
  itemPrice: { below: 0.5, above: 1, oneMustBeEqual: true },
  stock: { max: STOCK_MAX, minAtCreate: 1, zero: 'sold_out' },
  required: ['notice', 'origin', 'afterService', 'returnFee', 'exchangeFee', 'carrier'],
  reviewed: false,
};

/** No limit of a change is published. */
export const OFFER_RULES: OfferRules = {
  priceStep: PRICE.step,
  minPrice: PRICE.min,
  maxPrice: PRICE.max,
  maxStock: STOCK_MAX,
};
