import { type Listing, saleState } from './listing.ts';
import type { ListingBook } from './listing-book.ts';

/** Everything the stand-in knows about the products of a shop, or about one of them. */
export function listingsTruth(
  book: ListingBook,
  prdNo: string | undefined,
): readonly Record<string, unknown>[] {
  if (prdNo === undefined) return book.all().map(listingTruth);
  const listing = book.get(prdNo);
  return listing === undefined ? [] : [listingTruth(listing)];
}

export function listingTruth(listing: Listing): Record<string, unknown> {
  const { prdNo, name, sellerCode, categoryNo, price, optionNames, options, details, isNewType } = listing;
  const state = saleState(listing);
  return {
    prdNo,
    prdNm: name,
    sellerPrdCd: sellerCode,
    dispCtgrNo: categoryNo,
    selPrc: price,
    selStatCd: state,
    isNewType,
    optionNames,
    options: options.map(({ stockNo, values, sellerCode: code, surcharge, quantity, sold, weight }) => ({
      prdStckNo: stockNo,
      values,
      sellerStockCd: code,
      price: price + surcharge,
      stckQty: quantity,
      selQty: sold,
      optWght: weight,
      onSale: state === '103' && quantity > 0,
    })),
    ...details,
  };
}
