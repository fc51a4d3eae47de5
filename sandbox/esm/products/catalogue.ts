import type { Goods, GoodsOption } from './goods.ts';
import { optionText, type Product, sitesOf } from './product.ts';

/** Every product of a shop. */
export interface Catalogue {
  products(): readonly Product[];
  product(goodsNo: string): Product | undefined;
  /** The product that has this number on one of its sites. */
  onSite(siteGoodsNo: string): Product | undefined;
  put(product: Product): void;
  remove(product: Product): void;
}

/** A catalogue with these products in it. */
export function createCatalogue(first: readonly Product[]): Catalogue {
  const byNumber = new Map<string, Product>();
  const bySiteNumber = new Map<string, Product>();
  let all: readonly Product[] | undefined;
  const numbersOf = (product: Product) =>
    sitesOf(product).flatMap((site) => product.sites[site]?.siteGoodsNo ?? []);
  const catalogue: Catalogue = {
    products() {
      all ??= [...byNumber.values()];
      return all;
    },
    product: (goodsNo) => byNumber.get(goodsNo),
    onSite: (siteGoodsNo) => bySiteNumber.get(siteGoodsNo),
    put(product) {
      all = undefined;
      byNumber.set(product.goodsNo, product);
      for (const number of numbersOf(product)) bySiteNumber.set(number, product);
    },
    remove(product) {
      all = undefined;
      byNumber.delete(product.goodsNo);
      for (const number of numbersOf(product)) bySiteNumber.delete(number);
    },
  };
  for (const product of first) catalogue.put(product);
  return catalogue;
}

/** A seller's cancel for want of goods stops the product on that site, or marks the option sold out (sheet §3.5). */
export function markSoldOut(catalogue: Catalogue, goods: Goods, option: GoodsOption | null): void {
  const product = catalogue.onSite(goods.siteGoodsNo);
  const sale = product?.sites[goods.site];
  if (product === undefined || sale === undefined) return;
  if (option === null) sale.isSell = false;
  for (const own of product.choice.options)
    if (optionText(product.choice.names, own) === option?.text) own.soldOut = true;
}
