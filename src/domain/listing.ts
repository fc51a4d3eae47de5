import type { Currency, Minor } from './money.ts';

/**
 * Where a listing stands. `draft` is kept at the marketplace and not on sale, `in_review` waits for its approval,
 * `sold_out` and `paused` are hidden or cannot be bought, `blocked` is stopped by the marketplace, `ended` comes back
 * no more.
 */
export const LISTING_STATES = [
  'draft',
  'in_review',
  'rejected',
  'on_sale',
  'sold_out',
  'paused',
  'blocked',
  'ended',
] as const;
export type ListingState = (typeof LISTING_STATES)[number];

/** What a marketplace says about one listing at one moment. */
export interface ListingSnapshot {
  readonly nativeListingId: string;
  readonly name: string;
  /** The seller's own code of the whole listing, where the marketplace keeps one. */
  readonly sellerCode: string | null;
  /** Null for a status nobody has mapped (law 11). */
  readonly state: ListingState | null;
  readonly nativeStatus: string;
  /** Why the marketplace would not have it, in its words. */
  readonly reviewText: string | null;
  readonly nativeCategoryId: string | null;
  readonly price: Minor | null;
  readonly currency: Currency;
  /** Where buyers see it. */
  readonly url: string | null;
  readonly imageUrl: string | null;
  /** Everything that can be bought of it. */
  readonly items: readonly ListingItemSnapshot[];
}

/** One thing that can be bought of a listing: an option, or the listing itself where it has none. */
export interface ListingItemSnapshot {
  /** The same id that order lines carry; null while the marketplace has not numbered it yet. */
  readonly nativeItemId: string | null;
  readonly optionValues: readonly string[];
  readonly sellerSku: string | null;
  readonly barcode: string | null;
  /** What a buyer pays for it, the option's surcharge included. */
  readonly price: Minor | null;
  /** How many may be sold. Null where only another call tells. */
  readonly quantity: number | null;
  readonly onSale: boolean | null;
}

/** An item of a listing as the hub knows it, for finding out which SKU of a product it is. */
export interface ListedItem {
  readonly nativeItemId: string | null;
  readonly optionValues: readonly string[];
  readonly sellerSku: string | null;
  /** The code of the SKU that it is one of; null where it is linked to none, to several, or to more than one. */
  readonly linkedCode: string | null;
  readonly isLinked: boolean;
  /** What was decided last that the shop may sell of it; null where nothing was yet. */
  readonly wanted: number | null;
}

/** What a listing item is made of. Two kinds or more than one of a kind make it a bundle. */
export interface LinkedSku<Id> {
  readonly sku: Id;
  readonly quantity: number;
}

/** How many of an item its parts are enough for: the scarcest one tells. No parts, none known. */
export function bundlesFrom(
  parts: readonly { readonly available: number; readonly quantity: number }[],
): number {
  if (parts.length === 0) return 0;
  return Math.max(0, Math.min(...parts.map(({ available, quantity }) => Math.floor(available / quantity))));
}
