import type { OfferRules } from '../../../kit/edition.ts';
import type { ListingRules } from '../../../kit/listing-rules.ts';

/** Prices go in steps of 10 won and stay below a thousand million (sheet §3.3, D:1752). */
const PRICE = { min: 10, max: 999_999_990, step: 10 } as const;
/** The guide names no bound of a stock; this one is ours. */
const MOST_STOCK = 9_999_999;

/** How far one change of a price may go: up by a half, down by four fifths (sheet §3.3). */
export const OFFER_RULES: OfferRules = {
  priceStep: PRICE.step,
  minPrice: PRICE.min,
  maxPrice: PRICE.max,
  raiseAtMost: 0.5,
  cutAtMost: 0.8,
  maxStock: MOST_STOCK,
};

/** What a product may be (sheet §3.3, §7.17). */
export const LISTING_RULES: ListingRules = {
  charset: 'cp949',
  name: { max: 100, unit: 'characters' },
  descriptionMaxBytes: null,
  // The guide's examples end at three option names; it tells no most of them, nor of options.
  optionNames: { atMost: 3, text: { max: 25, unit: 'characters' } },
  // 25 Korean letters or 50 of the alphabet.
  optionValues: { max: 50, unit: 'euc_kr_bytes' },
  items: { atMost: 500 },
  sellerCode: { max: 100, unit: 'characters' },
  images: {
    atMost: 4,
    formats: ['jpg', 'png', 'webp'],
    maxBytes: null,
    minPixels: null,
    maxPixels: null,
    // They are fitted into 600 × 600.
    square: false,
    arrival: 'fetched',
    maxUrlLength: null,
  },
  price: PRICE,
  itemPrice: { below: 0.5, above: 1, oneMustBeEqual: true },
  stock: { max: MOST_STOCK, minAtCreate: 1, zero: 'sold_out' },
  required: ['notice', 'origin', 'returnFee', 'exchangeFee'],
  reviewed: false,
};
