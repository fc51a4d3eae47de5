import { describe, expect, it } from 'vitest';
import { CLAIM_STATUSES, DELIVERY_STATUSES, PRODUCT_ORDER_STATUSES } from '../orders/codes.ts';
import { COURIER_CODES } from '../orders/couriers.ts';
import { openTestShop, queryDocuments, START } from '../test-shop.ts';
import { SPECIAL_ORDERS } from './special-orders.ts';

describe('a fresh shop', () => {
  const shop = openTestShop({ orders: 400 });
  const truth = shop.truth();

  it('has as many orders as asked for, all in the past', () => {
    expect(new Set(truth.map(({ orderId }) => orderId)).size).toBe(400);
    for (const { lastChangedDate } of truth) expect(Date.parse(lastChangedDate)).toBeLessThan(START);
  });

  it('has lines in every status, every claim status and every delivery status', () => {
    const of = (field: 'productOrderStatus' | 'claimStatus' | 'deliveryStatus') =>
      new Set(truth.map((line) => line[field]).filter((value) => value !== undefined));
    expect(of('productOrderStatus')).toEqual(new Set(PRODUCT_ORDER_STATUSES));
    expect(of('claimStatus')).toEqual(new Set(CLAIM_STATUSES));
    expect(of('deliveryStatus')).toEqual(new Set(DELIVERY_STATUSES));
  });

  it('has every special case', () => {
    for (const { name } of SPECIAL_ORDERS) expect(shop.caseOf(name).length).toBeGreaterThan(0);
  });

  it('numbers lines uniquely across shops', () => {
    const other = shop.market.openShop({ shop: 'second', orders: 50 }, shop.frame).shop;
    const numbers = [...truth, ...shop.market.orders(other)].map((line) => Object(line).productOrderId);
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it('is the same for the same seed', () => {
    const documents = (seed: number) => {
      const twin = openTestShop({ orders: 80, seed });
      return queryDocuments(
        twin,
        twin
          .truth()
          .map(({ productOrderId }) => productOrderId)
          .slice(0, 300),
      );
    };
    expect(documents(7)).toEqual(documents(7));
    expect(documents(7)).not.toEqual(documents(8));
  });

  it('finds one order by its number', () => {
    const [{ orderId } = { orderId: '' }] = truth;
    expect(shop.market.orders('test', orderId)).toEqual(truth.filter((line) => line.orderId === orderId));
    expect(shop.market.orders('test', 'nothing')).toEqual([]);
  });

  it.each([
    { orders: -1 },
    { orders: 'many' },
    { days: 0 },
    { products: 0 },
    { clientSecret: 'secret' },
    { allowedIps: '1.2.3.4' },
    { shop: 'test' },
  ])('refuses %j', (body) => {
    expect(() => shop.market.openShop(body, shop.frame)).toThrow();
  });

  it('opens 50,000 orders in a few seconds', () => {
    const started = performance.now();
    openTestShop({ orders: 50_000 });
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  it('knows 203 couriers', () => {
    expect(COURIER_CODES.size).toBe(203);
  });
});
