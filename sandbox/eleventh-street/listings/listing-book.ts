import { DAY_MS, startOfDay } from '../time.ts';
import type { Listing, ListingOption } from './listing.ts';

/** What one shop has registered. */
export interface ListingBook {
  get(prdNo: string): Listing | undefined;
  /** The option with this number, and the product it is of. */
  option(stockNo: string): { readonly listing: Listing; readonly option: ListingOption } | undefined;
  bySellerCode(code: string): readonly Listing[];
  /** Oldest first. */
  all(): readonly Listing[];
  add(listing: Listing): void;
  /** Notes that a listing's options have been replaced. */
  replaceOptions(listing: Listing, names: readonly string[], options: readonly ListingOption[]): void;
  /** Counts a registration of this moment; how many the Korean day has seen with it. */
  countRegistration(at: number): number;
}

export function createListingBook(listings: readonly Listing[]): ListingBook {
  const byNumber = new Map<string, Listing>();
  const byStock = new Map<string, Listing>();
  const all: Listing[] = [];
  let day = 0;
  let registrations = 0;
  const index = (listing: Listing) => {
    for (const { stockNo } of listing.options) byStock.set(stockNo, listing);
  };
  const book: ListingBook = {
    get: (prdNo) => byNumber.get(prdNo),
    option(stockNo) {
      const listing = byStock.get(stockNo);
      const option = listing?.options.find((one) => one.stockNo === stockNo);
      return listing === undefined || option === undefined ? undefined : { listing, option };
    },
    bySellerCode: (code) => all.filter(({ sellerCode }) => sellerCode === code),
    all: () => all,
    add(listing) {
      byNumber.set(listing.prdNo, listing);
      all.push(listing);
      index(listing);
    },
    replaceOptions(listing, names, options) {
      for (const { stockNo } of listing.options) byStock.delete(stockNo);
      listing.optionNames = names;
      listing.options = options;
      index(listing);
    },
    countRegistration(at) {
      const today = startOfDay(at) / DAY_MS;
      registrations = today === day ? registrations + 1 : 1;
      day = today;
      return registrations;
    },
  };
  for (const listing of listings) book.add(listing);
  return book;
}
