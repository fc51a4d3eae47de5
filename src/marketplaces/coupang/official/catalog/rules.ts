import type { OfferRules } from '../../../kit/edition.ts';
import type { ListingRules } from '../../../kit/listing-rules.ts';
import { PRICE_STEP } from '../offers.ts';
import { OPTION_VALUE_LENGTH } from './purchase-options.ts';

/** The most that can be for sale of one option (article 360033877853). */
const MAX_STOCK = 99_999;

/** Coupang documents no highest price: this one is ours, against slips of the pen. */
const MAX_PRICE = 1_000_000_000;

/**
 * What a product of Coupang's may be (sheet §3.6; lengths of options and stock by article 360033877853). How many names
 * options have is up to the category; that number and the length of codes are bounds of ours, documented nowhere.
 */
export const LISTING_RULES: ListingRules = {
  name: { max: 100, unit: 'characters' },
  // Not documented.
  descriptionMaxBytes: null,
  optionNames: { atMost: 5, text: { max: 50, unit: 'characters' } },
  optionValues: { max: OPTION_VALUE_LENGTH, unit: 'characters' },
  items: { atMost: 200 },
  sellerCode: { max: 100, unit: 'characters' },
  images: {
    // One that represents it and nine details.
    atMost: 10,
    formats: ['jpg', 'png'],
    maxBytes: 3 * 1024 * 1024,
    minPixels: 500,
    maxPixels: 5_000,
    square: true,
    arrival: 'fetched',
    maxUrlLength: 150,
  },
  price: { min: PRICE_STEP, max: MAX_PRICE, step: PRICE_STEP },
  itemPrice: null,
  stock: { max: MAX_STOCK, minAtCreate: 0, zero: 'sold_out' },
  required: ['notice', 'returnFee', 'carrier'],
  reviewed: true,
};

/** Prices may fall to a half and double in one step; further ones need several (sheet §3.7). */
export const OFFER_RULES: OfferRules = {
  priceStep: PRICE_STEP,
  minPrice: PRICE_STEP,
  maxPrice: MAX_PRICE,
  raiseAtMost: 1,
  cutAtMost: 0.5,
  maxStock: MAX_STOCK,
};
