import type { Random } from '../../frame/random.ts';
import type { SoldOption } from '../orders/box.ts';
import type { ShopIds } from './ids.ts';
import { PRODUCT_KINDS, type ProductKind } from './product-kinds.ts';

/** A product with the options it is sold in. */
export interface Product {
  readonly sellerProductId: string;
  readonly productId: string;
  readonly name: string;
  readonly sellerName: string;
  readonly brand: string;
  readonly categoryCode: number;
  readonly createdAt: number;
  readonly options: readonly SoldOption[];
}

const STYLES = [
  '데일리',
  '프리미엄',
  '베이직',
  '국민',
  '시그니처',
  '클래식',
  '라이트',
  '더블',
  '뉴',
  '올인원',
] as const;
const BUNDLE_SIZES = [3, 5, 10] as const;
const DAY_MS = 24 * 3_600_000;

/** Invents a catalogue; every kind of product is in it before any comes a second time. */
export function inventProducts(
  count: number,
  openedAt: number,
  ids: ShopIds,
  random: Random,
): readonly Product[] {
  const shuffled = random.shuffle(PRODUCT_KINDS);
  return Array.from({ length: count }, (_, index) => {
    const kind = shuffled[index % shuffled.length];
    if (kind === undefined) throw new RangeError('there are no product kinds');
    return inventProduct(kind, index, openedAt, ids, random);
  });
}

function inventProduct(
  kind: ProductKind,
  index: number,
  openedAt: number,
  ids: ShopIds,
  random: Random,
): Product {
  const brand = random.pick(kind.brands);
  const name = `${brand} ${random.pick(STYLES)} ${kind.noun}`;
  const identity = {
    sellerProductId: ids.sellerProduct(),
    productId: ids.product(),
    sellerProductName: `${kind.noun} ${String(index + 1).padStart(3, '0')}`,
    productName: name,
    taxType: kind.taxType,
  };
  const price = random.int(kind.price[0] / 100, kind.price[1] / 100) * 100;
  const singles = kind.options.map((text, number): SoldOption => {
    const itemName = `${text} 1개`;
    return {
      ...identity,
      vendorItemId: ids.vendorItem(),
      itemName,
      shownName: `${name}, ${text}, 1개`,
      price: price + number * kind.priceStep,
      sku: inventSku(kind.code, index, number, random),
      bundleOf: null,
    };
  });
  const bundles = kind.isBundled ? singles.slice(0, 1).map((single) => bundleOf(single, ids, random)) : [];
  return {
    sellerProductId: identity.sellerProductId,
    productId: identity.productId,
    name,
    sellerName: identity.sellerProductName,
    brand,
    categoryCode: kind.categoryCode,
    createdAt: openedAt - random.int(30, 900) * DAY_MS,
    options: [...singles, ...bundles],
  };
}

function inventSku(code: string, product: number, option: number, random: Random): string | null {
  if (random.chance(0.1)) return random.chance(0.5) ? null : '';
  return `${code}-${String(product + 1).padStart(3, '0')}-${option + 1}`;
}

function bundleOf(single: SoldOption, ids: ShopIds, random: Random): SoldOption {
  const size = random.pick(BUNDLE_SIZES);
  return {
    ...single,
    vendorItemId: ids.vendorItem(),
    itemName: single.itemName.replace(/1개$/, `${size}개`),
    shownName: single.shownName.replace(/1개$/, `${size}개`),
    price: Math.round((single.price * size * 0.9) / 100) * 100,
    sku: single.sku ? `${single.sku}-X${size}` : single.sku,
    bundleOf: { vendorItemId: single.vendorItemId, name: single.shownName, size },
  };
}
