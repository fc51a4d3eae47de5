import type { Minor } from './money.ts';

/** The kinds of a shop's own settings that a listing names by their number. */
export const PLACE_KINDS = [
  'ship_from',
  'return_to',
  'delivery_policy',
  'dispatch_policy',
  'after_service',
] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];

/** What a seller chose for a product in one shop. */
export interface ListingChoices {
  /** The marketplace's category; null for the one that the product's own category was mapped to. */
  readonly categoryId: string | null;
  /** By the marketplace's own keys. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly places: Readonly<Partial<Record<PlaceKind, string>>>;
  /** By SKU code: how many to offer of what nobody counts. */
  readonly quantities: Readonly<Record<string, number>>;
}

/** What a product says otherwise in one shop. */
export interface ListingOverrides {
  readonly name: string | null;
  readonly description: string | null;
  /** In place of the product's price. A SKU with a price of its own keeps its distance from it. */
  readonly price: Minor | null;
  readonly images: readonly string[] | null;
}

export const NO_CHOICES: ListingChoices = { categoryId: null, attributes: {}, places: {}, quantities: {} };
export const NO_OVERRIDES: ListingOverrides = { name: null, description: null, price: null, images: null };
