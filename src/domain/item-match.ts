import type { ListedItem } from './listing.ts';

/** One thing of a product that is or shall be sold, as its listing names it. */
export interface SoldSku {
  /** The SKU's code. */
  readonly sellerSku: string;
  readonly optionValues: readonly string[];
}

/**
 * Which item of a listing is which SKU: what it is linked to tells first, then the seller's code on it, then the wording
 * of its options. An item that is linked to something else is never taken by its code or wording. A SKU may have several
 * items, where a marketplace sells one listing in several places.
 */
export function itemsBySku<Item extends ListedItem>(
  skus: readonly SoldSku[],
  items: readonly Item[],
): ReadonlyMap<string, readonly Item[]> {
  const codes = new Set(skus.map(({ sellerSku }) => sellerSku));
  const byOptions = new Map(skus.map(({ sellerSku, optionValues }) => [keyOf(optionValues), sellerSku]));
  const skuOf = (item: Item): string | undefined => {
    if (item.isLinked)
      return item.linkedCode !== null && codes.has(item.linkedCode) ? item.linkedCode : undefined;
    if (item.sellerSku !== null && codes.has(item.sellerSku)) return item.sellerSku;
    return byOptions.get(keyOf(item.optionValues));
  };
  const found = new Map<string, Item[]>();
  for (const item of items) {
    const sku = skuOf(item);
    if (sku === undefined) continue;
    const known = found.get(sku);
    if (known === undefined) found.set(sku, [item]);
    else known.push(item);
  }
  return found;
}

function keyOf(optionValues: readonly string[]): string {
  return JSON.stringify(optionValues);
}
