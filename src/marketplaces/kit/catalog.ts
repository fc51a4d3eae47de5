import type { ListingSnapshot, ListingState } from '../../domain/listing.ts';
import type { PlaceKind } from '../../domain/listing-choices.ts';
import type { Currency, Minor } from '../../domain/money.ts';
import type { NoticeKindCode } from '../../domain/notice-kinds.ts';
import type {
  AfterService,
  Certification,
  DeliveryTerms,
  Notice,
  Origin,
  Tax,
} from '../../domain/product.ts';
import type { Cursor } from './cursor.ts';
import type { Localized } from './localized.ts';
import type { OfferOutcome } from './offers.ts';
import type { Method } from './operation.ts';
import type { TroubleReason } from './trouble.ts';

/** What a shop has on sale, and putting things on sale there. */
export interface CatalogDesk {
  /**
   * Every listing of the shop, whatever its state. Without a cursor it begins anew; the last batch's cursor is null.
   * Reading again is always harmless.
   */
  listings(from: { readonly cursor: Cursor | null }): AsyncIterable<ListingBatch>;
  /** The listings as they are now, items with quantities and prices included. */
  read(nativeListingIds: readonly string[]): Promise<ListingsNow>;
  /**
   * Listings that carry this code of the seller's: how it is found out whether a create has arrived. `sellerSkus` are
   * the codes of its items, for marketplaces that keep no code of the whole.
   */
  findBySellerCode(sellerCode: string, sellerSkus: readonly string[]): Promise<readonly string[]>;
  /** Every category of the marketplace, parents before their children. */
  categories(): AsyncIterable<readonly NativeCategory[]>;
  /** What the marketplace wants to be told about goods of a category. Throws `not_found` for one it does not have. */
  requirements(nativeCategoryId: string): Promise<CategoryRequirements>;
  /** The addresses, templates and policies of this shop that a listing names, as choices for the seller. */
  places(): Promise<readonly ShopPlace[]>;
  /**
   * What the marketplace would be sent, and nothing is: the calls in order with their bodies. `current` is read where an
   * update replaces what is not sent.
   */
  preview(draft: ListingDraft): Promise<PublishPreview>;
  /** Creates the listing, or brings it to what the draft says where it names one; no more than `batch.publish`. */
  publish(targets: readonly PublishTarget[]): Promise<readonly PublishOutcome[]>;
  /** Takes listings off sale, or puts them back. */
  setOnSale(targets: readonly SaleTarget[]): Promise<readonly OfferOutcome[]>;
}

export type ListingRead =
  | { readonly kind: 'listing'; readonly listing: ListingSnapshot }
  | {
      readonly kind: 'unreadable';
      readonly nativeListingId: string | null;
      readonly reason: string;
      readonly payload: string;
    };

export interface ListingBatch {
  readonly items: readonly ListingRead[];
  /** Where the reading goes on after an interruption; null when everything has been read. */
  readonly cursor: Cursor | null;
  /** How many listings there are, where the marketplace tells. */
  readonly total: number | null;
}

export interface ListingsNow {
  readonly reads: readonly ListingRead[];
  /** Ids that the marketplace says it does not have. */
  readonly missing: readonly { readonly nativeListingId: string; readonly nativeText: string }[];
}

export interface NativeCategory {
  readonly id: string;
  readonly parentId: string | null;
  readonly name: string;
  /** From the root down, such as `가전 > 음향 > 이어폰`. */
  readonly path: string;
  /** Only leaves take listings. */
  readonly leaf: boolean;
}

/** What has to be told before goods of a category are taken. */
export interface CategoryRequirements {
  readonly attributes: readonly AttributeField[];
  /** The kinds of statutory notice that fit, with the facts each wants. */
  readonly notices: readonly NoticeForm[];
  readonly certifications: readonly CertificationNeed[];
  /** Whether an option must be one of the marketplace's own names, and which. */
  readonly optionNames: readonly string[] | null;
}

export interface AttributeField {
  /** How the marketplace names it on the wire; the key in `ListingDraft.attributes`. */
  readonly key: string;
  readonly label: string;
  readonly required: boolean;
  readonly kind: 'text' | 'number' | 'date' | 'choice';
  /** The values it may have; other ones are taken only where `open`. */
  readonly choices: readonly string[];
  readonly open: boolean;
  readonly unit: string | null;
  /** Of the fields with the same group one is enough. */
  readonly group: string | null;
}

export interface NoticeForm {
  readonly kind: string;
  readonly label: string;
  /** Which kind of the law's list it is, where the marketplace's own code tells; else its label does. */
  readonly code?: NoticeKindCode;
  readonly facts: readonly { readonly key: string; readonly label: string; readonly required: boolean }[];
}

export interface CertificationNeed {
  readonly kind: string;
  readonly label: string;
  readonly required: boolean;
}

/** Something of the shop's own settings that a listing names by its number. */
export interface ShopPlace {
  readonly kind: PlaceKind;
  readonly id: string;
  readonly name: string;
  /** Whether it is the one to take when the seller has not chosen. */
  readonly usual: boolean;
}

/** What a listing is to be, with the shop's overrides and the seller's choices worked in. */
export interface ListingDraft {
  /** Null for a new listing. */
  readonly nativeListingId: string | null;
  readonly sellerCode: string;
  readonly name: string;
  readonly descriptionHtml: string;
  readonly brand: string | null;
  readonly manufacturer: string | null;
  readonly nativeCategoryId: string;
  /** The price of the listing; items tell theirs. */
  readonly price: Minor;
  readonly currency: Currency;
  readonly tax: Tax;
  readonly minorsMayBuy: boolean;
  readonly weightGrams: number | null;
  /** Public addresses; the first one is the main picture. */
  readonly images: readonly string[];
  readonly delivery: DeliveryTerms;
  readonly origin: Origin | null;
  readonly afterService: AfterService | null;
  readonly notice: Notice | null;
  readonly certifications: readonly Certification[];
  readonly attributes: Readonly<Record<string, string>>;
  /** The chosen place of each kind; the usual one where none is chosen. */
  readonly places: Readonly<Partial<Record<PlaceKind, string>>>;
  readonly optionNames: readonly string[];
  readonly items: readonly DraftItem[];
}

export interface DraftItem {
  /** The SKU's code: it comes back in the outcome and stands at the marketplace as the seller's code of the option. */
  readonly sellerSku: string;
  /** The option of an existing listing that it is; null for a new one. */
  readonly nativeItemId: string | null;
  readonly optionValues: readonly string[];
  readonly price: Minor;
  readonly quantity: number;
  readonly barcode: string | null;
}

/** A call as it would leave, without its headers. */
export interface PlannedCall {
  readonly operation: string;
  readonly method: Method;
  readonly path: string;
  /** JSON, or the text of an XML document. */
  readonly body: unknown;
}

export interface PublishPreview {
  readonly calls: readonly PlannedCall[];
  /** What stands at the marketplace now and what it would become, by field, for a listing that exists. */
  readonly changes: readonly FieldChange[];
}

export interface FieldChange {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

export interface PublishTarget {
  /** The hub's command item id; comes back in the outcome. */
  readonly item: number;
  readonly draft: ListingDraft;
}

export type PublishOutcome =
  | {
      readonly kind: 'done';
      readonly item: number;
      readonly nativeListingId: string;
      /** Null where only a reading can tell. */
      readonly state: ListingState | null;
      /** What the marketplace shows otherwise than it was asked for, read back after the write. */
      readonly differences: readonly FieldChange[];
    }
  | {
      readonly kind: 'refused';
      readonly item: number;
      readonly reason: TroubleReason;
      readonly nativeCode: string;
      readonly nativeText: string;
      /** What was found before anything was sent, in words of our own. */
      readonly says?: Localized | undefined;
      readonly retryHelps: boolean;
    }
  | { readonly kind: 'unknown'; readonly item: number; readonly nativeText: string };

export interface SaleTarget {
  /** The hub's command item id; comes back in the outcome. */
  readonly item: number;
  readonly nativeListingId: string;
  /** Items the listing is known to have, for marketplaces that stop each by itself. */
  readonly nativeItemIds: readonly string[];
  readonly onSale: boolean;
}
