import type { Localized } from './localized.ts';
import type { TroubleReason } from './trouble.ts';

/** One thing on sale as the marketplace names it: the item a quantity or a price belongs to. */
export interface OfferRef {
  readonly nativeItemId: string;
  /** The listing it is part of; null where the hub has not seen that yet. */
  readonly nativeListingId: string | null;
}

export interface OfferTarget extends OfferRef {
  /** The hub's command item id; comes back in the outcome. */
  readonly item: number;
}

/** How many may be sold from now on. Always the whole number left, never a difference. */
export interface StockTarget extends OfferTarget {
  readonly quantity: number;
}

/** What it costs from now on, in the currency's minor units. */
export interface PriceTarget extends OfferTarget {
  readonly price: number;
  readonly currency: string;
}

/** An offer as the marketplace shows it now. What it does not tell is null. */
export interface OfferNow {
  readonly nativeItemId: string;
  readonly quantity: number | null;
  /** In the minor units of `currency`. */
  readonly price: number | null;
  readonly currency: string | null;
  readonly onSale: boolean | null;
}

export interface OffersNow {
  readonly reads: readonly OfferNow[];
  /** Ids the marketplace says it does not have. An id it would not answer for another reason throws. */
  readonly missing: readonly { readonly nativeItemId: string; readonly nativeText: string }[];
}

/** What became of one offer's new value. */
export type OfferOutcome =
  | { readonly kind: 'done'; readonly item: number }
  | {
      readonly kind: 'refused';
      readonly item: number;
      readonly reason: TroubleReason;
      readonly nativeCode: string;
      readonly nativeText: string;
      /** What was found before anything was sent, in words of our own. */
      readonly says?: Localized | undefined;
      /** True when sending the very same again later may work. */
      readonly retryHelps: boolean;
    }
  | { readonly kind: 'unknown'; readonly item: number; readonly nativeText: string };

export interface StockDesk {
  read(offers: readonly OfferRef[]): Promise<OffersNow>;
  set(targets: readonly StockTarget[]): Promise<readonly OfferOutcome[]>;
}

export interface PricesDesk {
  read(offers: readonly OfferRef[]): Promise<OffersNow>;
  set(targets: readonly PriceTarget[]): Promise<readonly OfferOutcome[]>;
}
