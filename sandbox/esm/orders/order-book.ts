import type { Claim } from '../claims/claim.ts';
import { type Cart, guideNumberOf, type Order } from './order.ts';

/** Every order and claim of a shop. */
export interface OrderBook {
  order(orderNo: string): Order | undefined;
  cart(payNo: string): Cart | undefined;
  /**
   * The orders that a number means: one by its order number, a whole cart by its payment number or the guide's number.
   * Whatever stands before the digits, such as a site, is passed over.
   */
  meantBy(reference: string): readonly Order[];
  orders(): readonly Order[];
  carts(): readonly Cart[];
  claim(claimNo: string): { readonly order: Order; readonly claim: Claim } | undefined;
  put(cart: Cart): void;
  noteClaim(order: Order, claim: Claim): void;
  /** Orders with a claim that is not at its end, and gifts and deposits that wait: all that a deadline can reach. */
  readonly pending: Set<Order>;
}

/** An empty book. */
export function createOrderBook(): OrderBook {
  const byNumber = new Map<string, Order>();
  const byPayment = new Map<string, Cart>();
  const byGuideNumber = new Map<string, Cart>();
  const byClaim = new Map<string, { readonly order: Order; readonly claim: Claim }>();
  const orders: Order[] = [];
  const carts: Cart[] = [];
  const pending = new Set<Order>();
  return {
    pending,
    order: (orderNo) => byNumber.get(orderNo),
    cart: (payNo) => byPayment.get(payNo),
    meantBy(reference) {
      const number = /\d+$/.exec(reference)?.[0] ?? '';
      const order = byNumber.get(number);
      if (order !== undefined) return [order];
      return (byPayment.get(number) ?? byGuideNumber.get(number))?.orders ?? [];
    },
    orders: () => orders,
    carts: () => carts,
    claim: (claimNo) => byClaim.get(claimNo),
    put(cart) {
      carts.push(cart);
      byPayment.set(cart.payNo, cart);
      byGuideNumber.set(guideNumberOf(cart), cart);
      for (const order of cart.orders) {
        orders.push(order);
        byNumber.set(order.orderNo, order);
        if (cart.paidAt === null || cart.gift !== null) pending.add(order);
      }
    },
    noteClaim(order, claim) {
      order.claims.push(claim);
      byClaim.set(claim.claimNo, { order, claim });
      pending.add(order);
    },
  };
}
