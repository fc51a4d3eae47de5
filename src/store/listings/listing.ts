import type { AccountId, ListingId, ListingItemId, ProductId, SkuId } from '../../domain/ids.ts';
import type { LinkedSku, ListingState } from '../../domain/listing.ts';

/** How many of the items that can be bought are linked: none, some, all. */
export const LINK_STATES = ['unlinked', 'partly', 'linked'] as const;
export type LinkState = (typeof LINK_STATES)[number];

/** A listing as a list shows it. */
export interface StoredListing {
  readonly id: ListingId;
  readonly account: AccountId;
  readonly platform: string;
  readonly nativeListingId: string | null;
  readonly product: ProductId | null;
  readonly name: string;
  readonly sellerCode: string | null;
  readonly state: ListingState | null;
  readonly stateKnown: boolean;
  readonly nativeStatus: string;
  readonly reviewText: string | null;
  readonly nativeCategoryId: string | null;
  readonly price: number | null;
  readonly currency: string;
  readonly url: string | null;
  readonly imageUrl: string | null;
  readonly pausedBecause: string | null;
  readonly linkState: LinkState;
  readonly items: number;
  readonly linkedItems: number;
  /** How many its marketplace shows of all its options, the most where it sells one in two places; null where it shows none. */
  readonly shown: number | null;
  /** How many of its items show another number than they were told. */
  readonly drifting: number;
  readonly firstSeenAt: Date;
  readonly changedAt: Date;
  readonly goneAt: Date | null;
}

/** What can be bought of a listing, with what it is made of. */
export interface StoredListingItem {
  readonly id: ListingItemId;
  readonly nativeItemId: string | null;
  readonly optionValues: readonly string[];
  readonly sellerSku: string | null;
  readonly barcode: string | null;
  readonly price: number | null;
  readonly quantity: number | null;
  readonly onSale: boolean | null;
  /** When what is said here was read for the first time. */
  readonly readAt: Date | null;
  readonly goneAt: Date | null;
  readonly unlinkedBy: string | null;
  readonly links: readonly StoredLink[];
}

export interface StoredLink extends LinkedSku<SkuId> {
  readonly linkedBy: string;
  readonly linkedAt: Date;
  readonly reason: string;
}
