import type { SoldOption } from '../orders/line.ts';

/** An option of a product; a product without options has one without values. */
export interface ListingOption {
  readonly stockNo: string;
  readonly values: readonly string[];
  readonly sellerCode: string;
  surcharge: number;
  quantity: number;
  /** How many were sold so far. */
  sold: number;
  weight: string;
}

/** Everything of a product that an update replaces as a whole. */
export interface Details {
  readonly brand: string;
  readonly maker: string;
  readonly origin: string;
  readonly html: string;
  readonly images: readonly string[];
  /** 01 taxed, 02 exempt, 03 zero rate. */
  readonly tax: string;
  readonly minors: 'Y' | 'N';
  /** `dlvCstInstBasiCd` with what belongs to it. */
  readonly feeKind: string;
  readonly fee: number;
  /** From which order value on it is free; null where it is not for that. */
  readonly freeFrom: number | null;
  readonly carrier: string;
  readonly returnFee: number;
  readonly exchangeFee: number;
  readonly afterService: string;
  readonly bundle: string;
  readonly noticeType: string;
  /** What is told of each fact, by its code. */
  readonly notice: Readonly<Record<string, string>>;
  readonly giftPack: string;
  readonly tags: readonly string[];
  /** The instant discount; null where there is none. */
  readonly discount: { readonly amount: string; readonly unit: string } | null;
  /** First and last day of sale, as `YYYY/MM/DD`. */
  readonly begins: string;
  readonly ends: string;
}

/** Sale states that do not follow from stock and the seller's own stop (sheet §4.4). */
export const FORCED_STATES = ['101', '102', '106', '107', '108', '109'] as const;
export type ForcedState = (typeof FORCED_STATES)[number];

export type SaleState = ForcedState | '103' | '104' | '105';

export const SALE_NAMES: Readonly<Record<SaleState, string>> = {
  '101': '승인대기',
  '102': '승인전',
  '103': '판매중',
  '104': '품절',
  '105': '전시중지',
  '106': '판매종료',
  '107': '판매강제종료',
  '108': '판매금지',
  '109': '승인거부',
};

/** A product of a shop. */
export interface Listing {
  readonly prdNo: string;
  name: string;
  sellerCode: string;
  categoryNo: string;
  price: number;
  /** What the options are about; none for a product without options. */
  optionNames: readonly string[];
  options: readonly ListingOption[];
  details: Details;
  /** The seller has stopped its display. */
  isStopped: boolean;
  forced: ForcedState | null;
  isNewType: boolean;
  /** What may be bought along with it. */
  readonly addOn: SoldOption | null;
}

/** `selStatCd` as it is now. */
export function saleState({ forced, isStopped, options }: Listing): SaleState {
  if (forced !== null) return forced;
  if (isStopped) return '105';
  return options.every(({ quantity }) => quantity === 0) ? '104' : '103';
}

/** Whether buyers can have at least one of it. */
export function isBuyable(listing: Listing): boolean {
  return saleState(listing) === '103';
}

/** An option as it stands in an order from then on. */
export function soldOption(
  listing: Listing,
  { stockNo, values, sellerCode, surcharge }: ListingOption,
): SoldOption {
  const { prdNo, name, optionNames, price } = listing;
  return {
    prdNo,
    prdNm: name,
    prdStckNo: stockNo,
    optionText: optionNames.map((group, place) => `${group}:${values[place] ?? ''}`).join(','),
    sellerPrdCd: listing.sellerCode,
    sellerStockCd: sellerCode,
    price,
    optionPrice: surcharge,
  };
}
