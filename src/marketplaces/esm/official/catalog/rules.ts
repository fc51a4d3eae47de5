import { MINUTE_MS, SECOND_MS } from '../../../kit/bucket.ts';
import type { OfferRules, TooEarlyFacts } from '../../../kit/edition.ts';
import type { ListingRules, TextLimit } from '../../../kit/listing-rules.ts';
import { MOST_NAMES } from './options.ts';
import { MAX_STOCK } from './stock-plan.ts';

/** Prices go in steps of 10 won, from 10 to less than a thousand million (E:186). */
export const PRICE_STEP = 10;
const MAX_PRICE = 1_000_000_000 - PRICE_STEP;

/** Names, with what is added to them to advertise (E:20). */
const NAME: TextLimit = { max: 100, unit: 'euc_kr_bytes' };

/** The seller's code of an option (E:26): what order lines name it by. */
export const MAX_OPTION_CODE_BYTES = 20;

/** The main picture and `addtionalImg1URL` to `addtionalImg14URL` (E:20, E:23). */
export const MOST_IMAGES = 15;

/** What a product may be (sheet §3.3). */
export const LISTING_RULES: ListingRules = {
  name: NAME,
  // Not documented.
  descriptionMaxBytes: null,
  // For options no length is documented: that of names is the longest there is.
  optionNames: { atMost: MOST_NAMES, text: NAME },
  optionValues: NAME,
  // Of a single list; how many combinations there may be is not documented.
  items: { atMost: 50 },
  sellerCode: { max: 100, unit: 'euc_kr_bytes' },
  images: {
    atMost: MOST_IMAGES,
    formats: ['jpg', 'png'],
    maxBytes: 2 * 1024 * 1024,
    minPixels: 600,
    maxPixels: null,
    square: false,
    arrival: 'fetched',
    maxUrlLength: null,
  },
  price: { min: PRICE_STEP, max: MAX_PRICE, step: PRICE_STEP },
  itemPrice: null,
  stock: { max: MAX_STOCK, minAtCreate: 1, zero: 'off_sale' },
  required: ['notice', 'returnFee', 'carrier'],
  reviewed: false,
};

/** A product takes no price, stock or status for about three minutes after it was made (E:21, sheet §2). */
export const TOO_EARLY: TooEarlyFacts = {
  everyMs: 45 * SECOND_MS,
  forMs: 15 * MINUTE_MS,
  says: {
    ko: '상품이 등록되는 중입니다. 등록이 끝나면 반영합니다.',
    en: 'The product is still being made; it is set as soon as that has ended.',
    ru: 'Товар ещё создаётся. Изменение вступит в силу, когда это закончится.',
    uz: 'Mahsulot hali yaratilmoqda. Tugagach, o‘zgarish kuchga kiradi.',
  },
};

export const OFFER_RULES: OfferRules = {
  priceStep: PRICE_STEP,
  minPrice: PRICE_STEP,
  maxPrice: MAX_PRICE,
  maxStock: MAX_STOCK,
};
