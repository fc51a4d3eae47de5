import type { Random } from '../../frame/random.ts';
import type { Site } from '../sites.ts';

/** Gives out the numbers of one shop, of the lengths that ESM's have today (sheet §2); none repeats, not even across shops. */
export interface ShopIds {
  order(site: Site): string;
  payment(): string;
  group(): string;
  claim(): string;
  siteGoods(site: Site): string;
  /** The master number of a product. */
  goods(): string;
}

/** The numbers of the shop with this place in the row; `random` decides the gaps between them. */
export function createShopIds(shopNumber: number, random: Random): ShopIds {
  const shop = String(shopNumber % 100).padStart(2, '0');
  const sequence = (prefix: string, digits: number) => {
    let last = 0;
    return () => {
      last += random.int(1, 3);
      return `${prefix}${shop}${String(last).padStart(digits, '0')}`;
    };
  };
  const orders = { gmarket: sequence('43', 6), auction: sequence('21', 6) };
  const goods = { gmarket: sequence('42', 6), auction: sequence('B9', 6) };
  let lastGoods = 0;
  return {
    order: (site) => orders[site](),
    payment: sequence('55', 6),
    group: sequence('7', 6),
    claim: sequence('9', 7),
    siteGoods: (site) => goods[site](),
    goods() {
      lastGoods += 1;
      return `29${shop}${String(lastGoods).padStart(6, '0')}`;
    },
  };
}
