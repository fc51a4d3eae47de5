import type { Currency, Minor } from './money.ts';

/** How the goods are taxed; prices include the tax of taxed ones. */
export const TAXES = ['taxed', 'exempt', 'zero_rated'] as const;
export type Tax = (typeof TAXES)[number];

/** Something the seller sells, described once for every shop. What is sold and counted are its SKUs. */
export interface Product {
  readonly name: string;
  /** What buyers read about it, as HTML. */
  readonly description: string;
  /** The seller's own code for the whole product. */
  readonly sellerCode: string;
  /** The seller's own category; which category of a marketplace it means is remembered per marketplace. */
  readonly categoryKey: string | null;
  readonly brand: string | null;
  readonly manufacturer: string | null;
  readonly price: Minor;
  readonly currency: Currency;
  readonly tax: Tax;
  readonly weightGrams: number | null;
  readonly minorsMayBuy: boolean;
  /** The first one is the main picture. */
  readonly images: readonly string[];
  readonly delivery: DeliveryTerms;
  readonly origin: Origin | null;
  readonly afterService: AfterService | null;
  readonly notice: Notice | null;
  readonly certifications: readonly Certification[];
  /** What its options are about, such as 색상 and 크기; none for a product without options. */
  readonly optionNames: readonly string[];
  readonly skus: readonly Sku[];
}

/** One thing that lies on a shelf and is counted. */
export interface Sku {
  /** Unique for the seller. */
  readonly code: string;
  /** One value for each option name. */
  readonly optionValues: readonly string[];
  /** The whole price; null where it costs what the product costs. */
  readonly price: Minor | null;
  readonly barcode: string | null;
  /** What it costs the seller, without what selling it costs. */
  readonly cost: Minor | null;
  /** From this many on it counts as running low. */
  readonly safetyStock: number;
}

export const DELIVERY_TYPES = ['DELIVERY', 'DIRECT'] as const;
export type DeliveryType = (typeof DELIVERY_TYPES)[number];

/** What delivery costs the buyer, in the product's currency, and what sending back costs him who pays for it. */
export interface DeliveryTerms {
  readonly type: DeliveryType;
  readonly fee: Minor;
  /** From this order value on it is free. */
  readonly freeFrom: Minor | null;
  readonly returnFee: Minor | null;
  readonly exchangeFee: Minor | null;
  /** What islands and mountains cost on top. */
  readonly remoteFee: Minor | null;
  /** Working days until it leaves. */
  readonly leavesWithinDays: number | null;
  /** The hub's carrier id. */
  readonly carrierId: string | null;
}

/** Where it comes from; `madeIn` is a country in the seller's words where it is imported. */
export interface Origin {
  readonly kind: 'domestic' | 'imported' | 'see_description';
  readonly madeIn: string | null;
  readonly importer: string | null;
}

/** Whom a buyer calls when something is wrong with it. */
export interface AfterService {
  readonly phone: string;
  readonly text: string;
}

/**
 * The statutory notice of product facts (상품정보제공고시). The kind of goods is the code of one of `NOTICE_KINDS`, or what
 * a marketplace calls it; the facts are the law's, by its Korean names (품명 및 모델명, 제조국, …). Each marketplace numbers both in its own way.
 */
export interface Notice {
  readonly kind: string;
  readonly facts: Readonly<Record<string, string>>;
}

/** A certificate, such as KC; `number` is printed on the goods. */
export interface Certification {
  readonly kind: string;
  readonly number: string;
  readonly agency: string | null;
}
