export interface PastedPrices {
  readonly items: readonly { readonly native_item_id: string; readonly price: number }[];
  /** Lines that are none: their numbers, from 1. */
  readonly bad: readonly number[];
}

/** Reads lines of an item's number and a price, as they come out of a spreadsheet: `70071284034	18,900원`. */
export function pastedPrices(text: string): PastedPrices {
  const items: { native_item_id: string; price: number }[] = [];
  const bad: number[] = [];
  for (const [at, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const [item, told, more] = line.trim().split(/[\s;]+/);
    const price = /^[₩]?[\d,]+원?$/.test(told ?? '') ? Number((told ?? '').replace(/[₩,원]/g, '')) : 0;
    if (item === undefined || more !== undefined || !/^[\x21-\x7e]{1,100}$/.test(item) || price < 1)
      bad.push(at + 1);
    else items.push({ native_item_id: item, price });
  }
  return { items, bad };
}
