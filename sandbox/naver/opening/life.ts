import type { Order, ProductOrder } from '../orders/product-order.ts';
import type { Shop } from '../seller/shop.ts';

/** Gives the instants at which the steps of a life happen, each later than the one before. */
export type Moments = () => number;

interface LifeFrame {
  readonly name: string;
  /** How often it comes among orders that are nothing special. */
  readonly weight: number;
  /** How old the order must at least and may at most be. */
  readonly ageHours: readonly [number, number];
}

/** A life that ends before payment; it is the whole order's. */
export interface UnpaidLife extends LifeFrame {
  readonly isPaid: false;
  readonly live: (shop: Shop, order: Order, next: Moments) => void;
}

/** A life after payment; each line has its own. */
export interface PaidLife extends LifeFrame {
  readonly isPaid: true;
  readonly live: (shop: Shop, line: ProductOrder, next: Moments) => void;
}

/** What has become of an order, told as the steps that led there. */
export type Life = UnpaidLife | PaidLife;
