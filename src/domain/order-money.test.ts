import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LineMoney, orderMoney } from './order-money.ts';

const RATE = { saleBp: 1_000, shippingBp: 300, paymentBp: 0, fixed: 100, vatIncluded: true };

const sold = (told: Partial<LineMoney> = {}): LineMoney => ({
  paid: 10_000,
  kept: 10_000,
  units: 2,
  commission: 1_200,
  unitCost: 3_000,
  nativeCategoryId: null,
  ...told,
});

describe('the money of an order', () => {
  it('is what the marketplace told where it tells it', () => {
    expect(orderMoney([sold()], 3_000, () => RATE)).toEqual({
      revenue: 13_000,
      fees: 1_200,
      feesFrom: 'marketplace',
      cost: 6_000,
      profit: 5_800,
      marginBp: 4_462,
    });
  });

  it('comes from the rate where a line has no commission', () => {
    expect(orderMoney([sold(), sold({ commission: null })], 3_000, () => RATE)).toMatchObject({
      fees: 1_000 + 1_000 + 90 + 100,
      feesFrom: 'rate',
    });
    expect(orderMoney([sold({ commission: null })], 0, () => undefined)).toMatchObject({
      fees: null,
      feesFrom: null,
      profit: null,
      marginBp: null,
    });
  });

  it('shrinks with what was canceled or returned', () => {
    expect(orderMoney([sold({ kept: 5_000, units: 1 })], 0, () => RATE)).toMatchObject({
      revenue: 5_000,
      fees: 600,
      cost: 3_000,
      profit: 1_400,
    });
    expect(orderMoney([sold({ kept: 0, units: 0 })], 3_000, () => RATE)).toMatchObject({
      revenue: 0,
      profit: 0,
    });
  });

  it('adds up whatever is sold', () => {
    const amount = fc.integer({ min: 0, max: 1_000_000 });
    const one = fc
      .record({ paid: amount, units: fc.integer({ min: 1, max: 9 }), unitCost: amount })
      .map((told) => sold({ ...told, kept: told.paid, commission: null }));
    fc.assert(
      fc.property(fc.array(one, { minLength: 1 }), amount, (lines, shipping) => {
        const { revenue, fees, cost, profit } = orderMoney(lines, shipping, () => RATE);
        expect((fees ?? 0) + (cost ?? 0) + (profit ?? 0)).toBe(revenue);
      }),
    );
  });
});
