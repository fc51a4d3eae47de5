import type { Random } from '../../frame/random.ts';

/** Gives out the ids of one shop: each kind has the length Coupang's have (sheet §2) and never repeats, not even across shops. */
export interface ShopIds {
  /** 18 digits, beyond what a double can hold. */
  shipmentBox(): string;
  order(): string;
  vendorItem(): string;
  product(): string;
  sellerProduct(): string;
  sellerProductItem(): string;
}

/** The ids of the shop with this number; `random` decides the gaps between them. */
export function createShopIds(shopNumber: number, random: Random): ShopIds {
  const shop = String(shopNumber).padStart(3, '0');
  const sequence = (prefix: string, digits: number, maxGap: number) => {
    let last = 0;
    return () => {
      last += random.int(1, maxGap);
      return `${prefix}${shop}${String(last).padStart(digits, '0')}`;
    };
  };
  return {
    shipmentBox: sequence('6425', 11, 997),
    order: sequence('151', 8, 37),
    vendorItem: sequence('70', 6, 23),
    product: sequence('7', 6, 23),
    sellerProduct: sequence('134', 5, 5),
    sellerProductItem: sequence('51', 5, 7),
  };
}
