import { minorUnits } from '../../language/amounts.ts';

export interface PastedPrices {
  /** Prices in minor units. */
  readonly items: readonly { readonly native_item_id: string; readonly price: number }[];
  /** Lines that are none: their numbers, from 1. */
  readonly bad: readonly number[];
}

/**
 * Reads lines of an item's number and a price in the usual unit, as they come out of a spreadsheet:
 * `70071284034	18,900원`. A first line without any digit is the heads of its columns.
 */
export function pastedPrices(text: string, currency: string): PastedPrices {
  const items: { native_item_id: string; price: number }[] = [];
  const bad: number[] = [];
  for (const [at, line] of text.split('\n').entries()) {
    if (line.trim() === '' || (at === 0 && !/\d/.test(line))) continue;
    const [item, told, more] = line.trim().split(/[\s;]+/);
    const price = priceOf(told ?? '', currency);
    if (item === undefined || more !== undefined || !/^[\x21-\x7e]{1,100}$/.test(item) || price < 1)
      bad.push(at + 1);
    else items.push({ native_item_id: item, price });
  }
  return { items, bad };
}

/** The amount of a price with or without the currency's sign; 0 for what is none, or finer than the currency counts. */
function priceOf(text: string, currency: string): number {
  return minorUnits(text.replace(/^[₩₽]|(원|₽|руб\.?|so[ʻ‘']m)$/g, ''), currency) || 0;
}
