import type { ListingItemId } from '../ids.ts';
import type { Currency, Minor } from '../money.ts';
import { NEW_PRODUCT } from '../new-product.ts';
import type { Product, Sku } from '../product.ts';
import { MOST_OPTION_NAMES, MOST_SKUS } from '../product-check.ts';
import { PRODUCT_LIMITS as LIMITS } from '../product-limits.ts';

/** What a marketplace shows of a listing, with what can be bought of it there. */
export interface ListedGoods {
  readonly platform: string;
  readonly nativeListingId: string;
  readonly name: string;
  readonly sellerCode: string | null;
  readonly price: Minor | null;
  readonly currency: Currency;
  readonly imageUrl: string | null;
  readonly items: readonly GoodsItem[];
}

export interface GoodsItem {
  readonly id: ListingItemId;
  readonly optionValues: readonly string[];
  readonly sellerSku: string | null;
  readonly barcode: string | null;
  readonly price: Minor | null;
}

/** A product made of a listing, and by which SKU's code each item of the listing goes. */
export interface MadeProduct {
  readonly product: Product;
  readonly skuOf: ReadonlyMap<ListingItemId, string>;
}

/**
 * The product that a listing shows: name, price, options, picture and the seller's codes, and nothing that is not told
 * there, the stock above all. Codes that the seller has not given are made of the marketplace's number, so that the same
 * listing always gives the same ones. Null where no price is known, or there is nothing or too much to buy of it.
 */
export function productOfListing(goods: ListedGoods): MadeProduct | null {
  const things = thingsOf(goods.items);
  const price = goods.price ?? things.find((thing) => thing.price !== null)?.price ?? null;
  if (price === null || price < 1 || things.length === 0 || things.length > MOST_SKUS) return null;
  const options = optionsOf(things);
  const [only, ...others] = things;
  const isSingle = others.length === 0;
  const productCode = cut(
    (goods.sellerCode?.trim() || null) ??
      (isSingle ? only?.sellerSku : null) ??
      `${goods.platform}-${goods.nativeListingId}`,
    LIMITS.code,
  );
  const taken = new Set<string>();
  const skuOf = new Map<ListingItemId, string>();
  const skus = things.map((thing, nth): Sku => {
    const optionValues = options.values[nth] ?? [];
    const code = free(
      thing.sellerSku?.trim() || [productCode, ...optionValues].join('-'),
      LIMITS.code,
      taken,
    );
    for (const id of thing.items) skuOf.set(id, code);
    const isDearer = thing.price !== null && thing.price >= 1 && thing.price !== price;
    const barcode = thing.barcode !== null && thing.barcode.length <= LIMITS.barcode ? thing.barcode : null;
    return { code, optionValues, price: isDearer ? thing.price : null, barcode, cost: null, safetyStock: 0 };
  });
  const product: Product = {
    ...NEW_PRODUCT,
    name: cut(goods.name, LIMITS.name),
    sellerCode: productCode,
    price,
    currency: goods.currency,
    images: goods.imageUrl === null || goods.imageUrl.length > LIMITS.imageAddress ? [] : [goods.imageUrl],
    optionNames: options.names,
    skus,
  };
  return { product, skuOf };
}

/** One thing on a shelf; a marketplace with two places (Gmarket and Auction) sells it as two items. */
interface Thing extends Omit<GoodsItem, 'id'> {
  readonly items: readonly ListingItemId[];
}

function thingsOf(items: readonly GoodsItem[]): readonly Thing[] {
  const told = items.map((item) => ({ ...item, sellerSku: item.sellerSku?.trim() || null }));
  const alike = Map.groupBy(told, ({ optionValues, sellerSku }) => JSON.stringify([optionValues, sellerSku]));
  return [...alike.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { id: _, ...thing } = first;
    return [{ ...thing, items: group.map(({ id }) => id) }];
  });
}

/**
 * Names and values of the options. Marketplaces' lists tell no names, so they are numbered. Where items have options of
 * different depth, or more than a product may have, all of an item's are one value.
 */
function optionsOf(things: readonly Thing[]): {
  readonly names: readonly string[];
  readonly values: readonly (readonly string[])[];
} {
  const [first, ...others] = things;
  if (first === undefined || others.length === 0) return { names: [], values: [[]] };
  const depth = first.optionValues.length;
  const isEven = things.every(({ optionValues }) => optionValues.length === depth);
  const told = things.map(({ optionValues }) => optionValues.map((value) => cut(value, LIMITS.optionValue)));
  const isApart = new Set(told.map((values) => JSON.stringify(values))).size === things.length;
  if (
    isEven &&
    isApart &&
    depth >= 1 &&
    depth <= MOST_OPTION_NAMES &&
    told.flat().every((value) => value !== '')
  )
    return {
      names: depth === 1 ? [OPTION] : first.optionValues.map((_, nth) => `${OPTION}${nth + 1}`),
      values: told,
    };
  const taken = new Set<string>();
  const whole = things.map(({ optionValues, sellerSku }, nth) => {
    const said = optionValues.map((value) => value.trim()).filter((value) => value !== '');
    return free(said.join(' / ') || sellerSku?.trim() || `${nth + 1}`, LIMITS.optionValue, taken);
  });
  return { names: [OPTION], values: whole.map((value) => [value]) };
}

/** What options are called on Korean marketplaces where nobody has named them. */
const OPTION = '옵션';

/** A text of at most so many signs that no other has. */
function free(wanted: string, most: number, taken: Set<string>): string {
  let text = cut(wanted, most);
  for (let nth = 2; taken.has(text); nth += 1) text = `${cut(wanted, most - `-${nth}`.length)}-${nth}`;
  taken.add(text);
  return text;
}

function cut(text: string, most: number): string {
  return [...text.trim()].slice(0, most).join('').trim();
}
