import { ControlError } from '../../frame/control-error.ts';
import type { Random } from '../../frame/random.ts';
import { forBuyers, isForSale } from '../products/for-buyers.ts';
import type { Listed, ProductBook } from '../products/product-book.ts';
import { stockOf, withStock } from '../products/stock.ts';
import type { Product, ProductOption } from '../seller/product.ts';
import type { Shop } from '../seller/shop.ts';
import type { Wish } from './checkout.ts';

/** How often a buyer looks at something else before he goes through everything. */
const LOOKS = 40;

/** Something that can be bought at least so often. 409 where the store has nothing of the kind left. */
export function chooseProduct(shop: Shop, wish: Wish, least: number): Product {
  const { products, random } = shop;
  if (wish.item !== undefined) {
    const meant = products.having(wish.item);
    if (meant === undefined) throw new ControlError(`there is no item ${wish.item}`, 404);
    if (!suits(meant, wish, least)) throw new ControlError(`${wish.item} cannot be bought so often`, 409);
    return forBuyers(meant);
  }
  const all = byChance(shop);
  const { wants } = wish;
  for (let look = 0; wants === undefined && look < LOOKS; look += 1) {
    const seen = random.pick(all);
    if (suits(seen, wish, least)) return forBuyers(seen);
  }
  const fitting = all.filter((listed) => suits(listed, wish, least)).map(forBuyers);
  const wanted = wants === undefined ? fitting : fitting.filter(wants);
  if (fitting.length === 0) throw new ControlError('the store has sold out', 409);
  return random.pick(wanted.length > 0 ? wanted : fitting);
}

/** What a buyer comes across who wants nothing in particular. */
function byChance({ products, keptBack }: Shop): readonly Listed[] {
  const all = products.all();
  return keptBack.size === 0 ? all : all.filter(({ originProductNo }) => !keptBack.has(originProductNo));
}

/** Whether there is anything left to buy. */
export function hasGoods(shop: Shop): boolean {
  return byChance(shop).some((listed) => suits(listed, {}, 1));
}

function suits(listed: Listed, wish: Wish, least: number): boolean {
  const product = forBuyers(listed);
  if (wish.isPast) return !product.hasOptions || product.options.length > 0;
  if (!isForSale(listed)) return false;
  if (!product.hasOptions) return product.left >= least;
  return product.options.some((option) => option.left >= least && isMeant(option, wish, product));
}

function isMeant({ id }: ProductOption, { item }: Wish, { originProductNo }: Product): boolean {
  return item === undefined || item === originProductNo || item === id;
}

/** One of the product's options of which there are enough; none where it has none. */
export function chooseOption(
  product: Product,
  wish: Wish,
  least: number,
  random: Random,
): ProductOption | undefined {
  if (!product.hasOptions) return undefined;
  return random.pick(
    product.options.filter(
      (option) => (wish.isPast || option.left >= least) && isMeant(option, wish, product),
    ),
  );
}

/** Takes what was bought off the shelf. */
export function takeFromStock(products: ProductBook, item: string, count: number): void {
  const listed = products.having(item);
  if (listed === undefined) return;
  const left = Math.max(0, stockOf(listed.origin, item) - count);
  products.put({ ...listed, origin: withStock(listed.origin, item, left) });
}
