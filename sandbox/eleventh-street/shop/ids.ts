import type { Random } from '../../frame/random.ts';
import { compactDay } from '../time.ts';

/** Gives out the numbers of one shop: each kind has the length 11st's have and never repeats, not even across shops. */
export interface ShopIds {
  /** 17 digits, the first eight of them the day of the order (sheet §7). */
  order(at: number): string;
  delivery(): string;
  bundle(): string;
  product(): string;
  stock(): string;
  /** `ordPrdCnSeq` and `clmReqSeq` count alike on purpose: they are different number spaces (sheet §4.2). */
  cancel(): string;
  claim(): string;
  nonDelivery(): string;
  invoice(): string;
}

/** The numbers of the shop with this number; `random` decides the gaps between them. */
export function createShopIds(shopNumber: number, random: Random): ShopIds {
  const shop = String(shopNumber).padStart(2, '0');
  const sequence = (prefix: string, digits: number, maxGap: number) => {
    let last = 0;
    return () => {
      last += maxGap === 1 ? 1 : random.int(1, maxGap);
      return `${prefix}${shop}${String(last).padStart(digits, '0')}`;
    };
  };
  const order = sequence('', 7, 29);
  return {
    order: (at) => `${compactDay(at)}${order()}`,
    // No day ends like this, so that no order's number holds a delivery's.
    delivery: sequence('88', 6, 13),
    bundle: sequence('5', 6, 7),
    product: sequence('7', 7, 23),
    stock: sequence('3', 8, 23),
    cancel: sequence('8', 6, 1),
    claim: sequence('8', 6, 1),
    nonDelivery: sequence('4', 5, 3),
    invoice: sequence('69', 8, 37),
  };
}
