import type { JsonObject } from '../../frame/json.ts';
import { SITES, type Site } from '../sites.ts';
import type { Goods, GoodsOption } from './goods.ts';

/** One choice of a product; both sites share the mark that it is sold out, each has a quantity of its own (E:26). */
export interface ProductOption {
  /** One value for each name. */
  readonly values: readonly string[];
  readonly code: string;
  readonly extra: number;
  soldOut: boolean;
  readonly isDisplayed: boolean;
  readonly quantity: Partial<Record<Site, number>>;
  /** The row as the seller wrote it. */
  readonly written: JsonObject;
}

/** A product on one of its sites. */
export interface SiteSale {
  readonly siteGoodsNo: string;
  isSell: boolean;
  /** The site itself has stopped it. */
  isBlocked: boolean;
  price: number;
  /** Of a product without options; with options theirs count (sheet §7.13). */
  stock: number;
  sellingPeriod: number;
}

/** What a seller chooses between: 0 nothing, 1 one list, 2 and 3 combinations of so many lists (E:26). */
export interface Choice {
  readonly type: 0 | 1 | 2 | 3;
  readonly names: readonly string[];
  readonly options: readonly ProductOption[];
}

/** A master product: one number at ESM, and one on each site where it is sold. */
export interface Product {
  readonly goodsNo: string;
  readonly madeAt: number;
  /** Whether its category lets the name be changed (E:151). */
  readonly isNameEditable: boolean;
  readonly serviceRate: Readonly<Record<Site, number>>;
  name: string;
  sellerCode: string;
  esmCategory: string;
  choice: Choice;
  /** What the seller sent last: a change replaces it whole. */
  document: () => JsonObject;
  readonly sites: Partial<Record<Site, SiteSale>>;
}

/** The sites on which a product is. */
export function sitesOf({ sites }: Product): readonly Site[] {
  return SITES.filter((site) => sites[site] !== undefined);
}

/** How an order row words an option; how it words a combination is unconfirmed. */
export function optionText(names: readonly string[], { values }: Pick<ProductOption, 'values'>): string {
  return values.map((value, nth) => `${names[nth] ?? ''}:${value}`).join('/');
}

/** How many of a product, or of one of its options, are left on a site. */
export function leftOf(product: Product, site: Site, option: ProductOption | null): number {
  if (option === null) return product.sites[site]?.stock ?? 0;
  return option.soldOut || !option.isDisplayed ? 0 : (option.quantity[site] ?? 0);
}

/** How many are left on a site whatever the option; with options the base stock is made of theirs (sheet §7.13). */
export function stockOf(product: Product, site: Site): number {
  const { options } = product.choice;
  if (options.length === 0) return leftOf(product, site, null);
  return options.reduce((sum, option) => sum + leftOf(product, site, option), 0);
}

/** Waiting, on sale, stopped, stopped by the site, sold out (sheet §4.2, E:160). */
export function sellStatusOf(
  product: Product,
  site: Site,
  isFresh: boolean,
): '01' | '11' | '21' | '22' | '31' {
  const sale = product.sites[site];
  if (sale?.isBlocked) return '22';
  if (sale?.isSell !== true) return '21';
  if (isFresh) return '01';
  return stockOf(product, site) === 0 ? '31' : '11';
}

/** Whether buyers can order so many of it on a site. */
export function isForSale(
  product: Product,
  site: Site,
  option: ProductOption | null,
  quantity: number,
): boolean {
  const sale = product.sites[site];
  return sale?.isSell === true && !sale.isBlocked && leftOf(product, site, option) >= quantity;
}

/** A sale takes from what is left. */
export function take(product: Product, site: Site, option: ProductOption | null, quantity: number): void {
  const left = Math.max(0, leftOf(product, site, option) - quantity);
  if (option !== null) option.quantity[site] = left;
  else if (product.sites[site] !== undefined) product.sites[site].stock = left;
}

/** A product on one site as an order remembers it, whatever becomes of the product. */
export function goodsAt(product: Product, site: Site, sale: SiteSale): Goods {
  const { choice } = product;
  return {
    goodsNo: product.goodsNo,
    siteGoodsNo: sale.siteGoodsNo,
    site,
    name: product.name,
    sellerCode: product.sellerCode,
    price: sale.price,
    options: choice.options.map((option) => goodsOption(choice, option)),
    returnFee: RETURN_FEE,
    serviceRate: product.serviceRate[site],
  };
}

const RETURN_FEE = 3_000;

/** An option as an order remembers it. */
export function goodsOption({ names }: Choice, option: ProductOption): GoodsOption {
  return { code: option.code, text: optionText(names, option), extra: option.extra };
}
