import type { ListingState } from '../../src/domain/listing.ts';
import type { DraftItem, ListingDraft } from '../../src/marketplaces/kit/catalog.ts';

/** One thing that can be bought of a listing, as its marketplace holds it. */
export interface TrueItem {
  /** The id that order lines carry. */
  readonly id: string;
  readonly optionValues: readonly string[];
  readonly sellerSku: string | null;
  readonly price: number;
  readonly quantity: number;
  readonly onSale: boolean;
}

/** One listing as its marketplace holds it, in the hub's words. Items in the marketplace's order. */
export interface TrueListing {
  readonly id: string;
  readonly name: string;
  readonly sellerCode: string | null;
  readonly state: ListingState;
  readonly native: string;
  readonly categoryId: string;
  readonly price: number;
  readonly descriptionHtml: string;
  /** How many pictures it shows. */
  readonly images: number;
  readonly deliveryFee: number;
  readonly returnFee: number;
  readonly taxFree: boolean;
  /** What an attribute, a tag or a discount that the hub knows nothing of says: it must outlive every update. */
  readonly foreign: string | null;
  readonly items: readonly TrueItem[];
}

/** The catalogue side of one shop at a stand-in marketplace. A world's market that has it joins the catalogue suite. */
export interface CatalogMarket {
  /** False where items have a code of the seller's and the listing has none. */
  readonly keepsSellerCode?: false;
  /** What a draft's items become, in order: more than one each where a listing is in several places. As they are when absent. */
  itemsOf?(draft: ListingDraft): readonly DraftItem[];
  listings(): Promise<readonly TrueListing[]>;
  /** Somebody else sets an item's stock, behind the hub's back. */
  setStock(item: string, quantity: number): Promise<void>;
  /** The marketplace decides on a listing in review. Absent where nothing is reviewed. */
  review?(listing: string, approve: boolean): Promise<void>;
  /** Gives a listing something that the hub has no word for. */
  addForeign(listing: string, text: string): Promise<void>;
  /** A new listing that the marketplace takes: with options, or without. */
  draft(sellerCode: string, options: 'two_options' | 'none'): ListingDraft;
  /** The draft changed so that the marketplace, and not the hub, says no to it. */
  refused(draft: ListingDraft): ListingDraft;
  /** The sandbox's names of its calls, to break them one by one. */
  readonly calls: { readonly create: string; readonly setStock: string; readonly read: string };
}
