import type { Fields } from '../../../kit/decode.ts';
import { SITES, type Site } from '../../site.ts';
import { optionKeys } from './item-id.ts';
import { fieldsAt, idAt, memberAt, wholeAt } from './members.ts';
import { decodeOptions, type OptionRow, type OptionSheet } from './options.ts';
import { bySite } from './sites.ts';

/** How a product sells on one site. */
export interface SiteSale {
  readonly isSell: boolean;
  /** Without the options' price on top. */
  readonly price: number;
  /** Of a product without options; with options theirs count (sheet §7.13). */
  readonly stock: number;
}

/** What stock and prices of a product are: that of each site, and the options they share. */
export interface Selling {
  readonly sites: ReadonlyMap<Site, SiteSale>;
  readonly options: OptionSheet | null;
}

/** A product as its own call tells it (E:20). */
export interface Product extends Selling {
  readonly goodsNo: string;
  readonly document: Fields;
}

export function decodeProduct(goodsNo: string): (json: unknown) => Product {
  return (json) => {
    const document = fieldsAt({ json }, 'json');
    const more = fieldsAt(document, 'itemAddtionalInfo');
    const whole = (said: unknown) => wholeAt({ said }, 'said');
    const isSell = bySite(memberAt(document, 'isSell'), (said) => said === true);
    const prices = bySite(memberAt(more, 'price'), whole);
    const stocks = bySite(memberAt(more, 'stock'), whole);
    const sites = new Map<Site, SiteSale>();
    for (const site of SITES) {
      const price = prices.get(site);
      if (price === undefined) continue;
      sites.set(site, { isSell: isSell.get(site) ?? false, price, stock: stocks.get(site) ?? 0 });
    }
    return { goodsNo, sites, options: decodeOptions(memberAt(more, 'recommendedOpts')), document };
  };
}

/** The master number behind a site's number (E:30). */
export function decodeGoodsNo(json: unknown): string {
  return idAt(json, 'goodsNo');
}

/**
 * The stock of what the hub has stopped because none was left. No zero can be set (sheet §3.3), so it leaves the smallest
 * number behind: what is stopped with another one was stopped by somebody else, and is left to him.
 */
export const SET_ASIDE = 1;

/** Whether a product is stopped on a site for want of stock, and not by a person. */
export function isStoppedByStock({ sites, options }: Selling, site: Site): boolean {
  const sale = sites.get(site);
  if (sale === undefined || sale.isSell) return false;
  if (options === null) return sale.stock === SET_ASIDE;
  const kept = options.rows.filter(({ soldOut }) => !soldOut);
  return kept.length > 0 && kept.every(({ quantity }) => quantity.get(site) === SET_ASIDE);
}

/** Whether an option is marked sold out for want of stock, and not by a person or a seller's cancel (sheet §7.11). */
export function isSetAside({ soldOut, quantity }: OptionRow): boolean {
  return soldOut && [...quantity.values()].some((count) => count <= SET_ASIDE);
}

/** How many of a product, or of one of its options, may be sold on a site. */
export function leftOf(selling: Selling, site: Site, row: OptionRow | null): number {
  if (isStoppedByStock(selling, site) || row?.soldOut === true) return 0;
  return (row === null ? selling.sites.get(site)?.stock : row.quantity.get(site)) ?? 0;
}

/** The option with this key; undefined where there is none. */
export function rowOf(options: OptionSheet, key: string | null): OptionRow | undefined {
  const at = key === null ? -1 : optionKeys(options).indexOf(key);
  return at < 0 ? undefined : options.rows[at];
}
