import type { StockRow } from './decode-stocks.ts';
import { optionSetOf } from './decode-stocks.ts';
import type { OptionSet } from './option-set.ts';

/** What makes the options of a product cost what they should: a new price of the product, new surcharges, or both. */
export interface Repricing {
  /** Null where the price stays. */
  readonly basePrice: number | null;
  /** Null where every surcharge stays. */
  readonly options: OptionSet | null;
}

/**
 * How options come to their whole prices. A change of the product's price moves all of them, so that is enough only where
 * all move alike; otherwise the surcharges change too. One of them must be 0 (sheet §3.3): the product's price is kept
 * where an option still costs that, else the cheapest option becomes the measure.
 */
export function repricing(
  basePrice: number,
  rows: readonly StockRow[],
  wanted: ReadonlyMap<string, number>,
): Repricing {
  const prices = rows.map(({ prdStckNo, surcharge }) => wanted.get(prdStckNo) ?? basePrice + surcharge);
  const moves = new Set(rows.map(({ surcharge }, place) => (prices[place] ?? 0) - surcharge));
  const [together, ...apart] = moves;
  if (together !== undefined && apart.length === 0)
    return { basePrice: together === basePrice ? null : together, options: null };
  const measure = prices.includes(basePrice) ? basePrice : Math.min(...prices);
  const { names, rows: options } = optionSetOf(rows);
  return {
    basePrice: measure === basePrice ? null : measure,
    options: {
      names,
      rows: options.map((row, place) => ({ ...row, surcharge: (prices[place] ?? 0) - measure })),
    },
  };
}
