import type { Site } from '../../site.ts';
import type { OptionSheet } from './options.ts';
import { siteOfNumber } from './sites.ts';

/** One thing that can be bought: a product on one site, or an option of it there. */
export interface Item {
  readonly site: Site;
  readonly siteGoodsNo: string;
  /** What tells the option from the others; null for the product itself. */
  readonly option: string | null;
}

/**
 * The id of an item as order lines have it: the site's number of the product, then the seller's code of the option, or its
 * wording where it has no code (`4200000001:HUB-MUG-01-W`).
 */
export function itemId(siteGoodsNo: string, option: string | null): string {
  return option === null ? siteGoodsNo : `${siteGoodsNo}:${option}`;
}

/** Reads an id made by `itemId`. */
export function readItemId(id: string): Item {
  const at = id.indexOf(':');
  const siteGoodsNo = at < 0 ? id : id.slice(0, at);
  return { site: siteOfNumber(siteGoodsNo), siteGoodsNo, option: at < 0 ? null : id.slice(at + 1) };
}

/**
 * What tells each option of a product from the others. A code that several options share tells nothing, so their wording
 * does; orders of them name the code and are left to a person. How an order words a combination is unconfirmed.
 */
export function optionKeys({ names, rows }: OptionSheet): readonly string[] {
  const codes = Map.groupBy(rows, ({ code }) => code);
  return rows.map(({ code, values }) =>
    code !== null && codes.get(code)?.length === 1
      ? code
      : values.map((value, nth) => `${names[nth] ?? ''}:${value}`).join('/'),
  );
}
