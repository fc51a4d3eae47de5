import type { Combination, OriginProduct, ProductStatus, Supplement } from './origin-product.ts';
import { combinationsOf, supplementsOf } from './origin-product.ts';

/** Statuses that stock 0 turns into OUTOFSTOCK; what is suspended stays so (sheet §3.7). */
const SELLS: ReadonlySet<ProductStatus> = new Set(['SALE', 'WAIT']);

/** The product with other options; its own stock is their sum (D#1194). */
export function withCombinations(origin: OriginProduct, combinations: readonly Combination[]): OriginProduct {
  const { optionInfo } = origin.detailAttribute;
  if (optionInfo === undefined) return origin;
  const sum = combinations.reduce((total, { stockQuantity }) => total + stockQuantity, 0);
  return settled({
    ...origin,
    stockQuantity: sum,
    detailAttribute: {
      ...origin.detailAttribute,
      optionInfo: { ...optionInfo, optionCombinations: combinations },
    },
  });
}

export function withSupplements(origin: OriginProduct, supplements: readonly Supplement[]): OriginProduct {
  const { supplementProductInfo } = origin.detailAttribute;
  if (supplementProductInfo === undefined) return origin;
  return {
    ...origin,
    detailAttribute: {
      ...origin.detailAttribute,
      supplementProductInfo: { ...supplementProductInfo, supplementProducts: supplements },
    },
  };
}

/** Stock 0 flips a product to OUTOFSTOCK; more of it alone does not bring it back (sheet §7, 18). */
export function settled(origin: OriginProduct): OriginProduct {
  return origin.stockQuantity === 0 && SELLS.has(origin.statusType)
    ? { ...origin, statusType: 'OUTOFSTOCK' }
    : origin;
}

/** How many of an item are left: of an option, an add-on or the product itself. */
export function stockOf(origin: OriginProduct, item: string): number {
  const own = [...combinationsOf(origin), ...supplementsOf(origin)].find(({ id }) => String(id) === item);
  return own?.stockQuantity ?? origin.stockQuantity;
}

/** The product with another number of one of its items. */
export function withStock(origin: OriginProduct, item: string, stockQuantity: number): OriginProduct {
  const isMeant = ({ id }: { readonly id: number }) => String(id) === item;
  if (combinationsOf(origin).some(isMeant)) {
    return withCombinations(
      origin,
      combinationsOf(origin).map((option) => (isMeant(option) ? { ...option, stockQuantity } : option)),
    );
  }
  if (supplementsOf(origin).some(isMeant)) {
    return withSupplements(
      origin,
      supplementsOf(origin).map((extra) => (isMeant(extra) ? { ...extra, stockQuantity } : extra)),
    );
  }
  return settled({ ...origin, stockQuantity });
}
