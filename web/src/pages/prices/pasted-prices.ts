import { minorUnits, wholeUnits } from '../../language/amounts.ts';

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

/** Thousands apart by commas, or none; what is behind a point, or the comma of a Russian sheet, is less than the usual unit. */
const AMOUNT = /^(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d{1,2})?$/;
const COMMA_AMOUNT = /^\d+,\d{1,2}$/;

/** The amount of a price with or without the currency's sign; 0 for what is none, or more than the currency counts. */
function priceOf(text: string, currency: string): number {
  const bare = text.replace(/^[₩₽]|(원|₽|руб\.?|so[ʻ‘']m)$/g, '');
  const plain = COMMA_AMOUNT.test(bare) ? bare.replace(',', '.') : bare;
  const price = AMOUNT.test(plain) ? minorUnits(plain, currency) : undefined;
  // A fraction of a won is a slip, and no price that may be rounded.
  return price === undefined || wholeUnits(price, currency) !== Number(plain.replaceAll(',', '')) ? 0 : price;
}
