import type { Minor } from '../../domain/money.ts';

/** A length as a marketplace counts it: `euc_kr_bytes` are one for ASCII and two for everything else it can write. */
export interface TextLimit {
  readonly max: number;
  readonly unit: 'characters' | 'euc_kr_bytes';
}

export interface ImageRules {
  readonly atMost: number;
  readonly formats: readonly ('jpg' | 'png' | 'gif' | 'bmp' | 'webp')[];
  readonly maxBytes: number | null;
  readonly minPixels: number | null;
  readonly maxPixels: number | null;
  readonly square: boolean;
  /** `fetched`: the marketplace takes the picture from its public address. `uploaded`: the connector hands it over. */
  readonly arrival: 'fetched' | 'uploaded';
  /** How long the address of a fetched picture may be. */
  readonly maxUrlLength: number | null;
}

/** What a listing may be, as data, so that the hub says no before anything is sent. */
export interface ListingRules {
  /** Told where texts are kept in a charset that lacks many signs: what it cannot write is refused. */
  readonly charset?: 'cp949';
  readonly name: TextLimit;
  readonly descriptionMaxBytes: number | null;
  readonly optionNames: { readonly atMost: number; readonly text: TextLimit };
  readonly optionValues: TextLimit;
  readonly items: { readonly atMost: number };
  readonly sellerCode: TextLimit;
  readonly images: ImageRules;
  readonly price: { readonly min: Minor; readonly max: Minor; readonly step: Minor };
  /** How far an item's price may lie from the listing's, as a share of it; null where it may be anything. */
  readonly itemPrice: {
    readonly below: number;
    readonly above: number;
    readonly oneMustBeEqual: boolean;
  } | null;
  readonly stock: {
    readonly max: number;
    /** How many a new listing must have at least. */
    readonly minAtCreate: number;
    /** What setting none does: the item is sold out, or it is taken off sale since no zero can be set. */
    readonly zero: 'sold_out' | 'off_sale';
  };
  /** Fields of a draft that it must have here. */
  readonly required: readonly (
    | 'brand'
    | 'notice'
    | 'origin'
    | 'afterService'
    | 'returnFee'
    | 'exchangeFee'
    | 'carrier'
  )[];
  /** Whether a person at the marketplace looks at a new listing before it is on sale. */
  readonly reviewed: boolean;
}
