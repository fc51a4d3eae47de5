import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { priceRuleId } from '../ids.ts';
import { type DatedFeeRate, rateOn } from './fees.ts';
import { marginAt, priceForMargin, priceForMarkup, type SaleFacts } from './margin.ts';
import { type PriceFacts, type PriceRule, priceBy, type RuleScope, ruleFor } from './rule.ts';

const rate = fc.record({
  saleBp: fc.integer({ min: 0, max: 2_000 }),
  shippingBp: fc.integer({ min: 0, max: 500 }),
  paymentBp: fc.integer({ min: 0, max: 400 }),
  fixed: fc.integer({ min: 0, max: 500 }),
  vatIncluded: fc.boolean(),
});
const sale: fc.Arbitrary<SaleFacts> = fc.record({
  cost: fc.integer({ min: 100, max: 5_000_000 }),
  shippingPaid: fc.integer({ min: 0, max: 5_000 }),
  shippingCost: fc.integer({ min: 0, max: 5_000 }),
  otherCost: fc.integer({ min: 0, max: 2_000 }),
  fees: rate,
});

const LIMITS = { step: 10, min: 10, max: 1_000_000_000, raiseAtMostBp: 5_000, cutAtMostBp: 8_000 };
const RULE: PriceRule = {
  id: priceRuleId(1),
  scope: { account: null, platform: null, categoryKey: null, product: null },
  aim: { kind: 'margin', bp: 2_000 },
  shippingCost: 0,
  otherCost: 0,
  rounding: { step: 100, direction: 'up', less: 0 },
  floor: null,
  ceiling: null,
  changeAtMostBp: null,
  scarcity: null,
};
const FACTS: PriceFacts = {
  cost: 10_000,
  shippingPaid: 0,
  shippingCost: 0,
  otherCost: 0,
  fees: { saleBp: 1_000, shippingBp: 0, paymentBp: 0, fixed: 0, vatIncluded: true },
  productPrice: 20_000,
  now: null,
  cover: null,
  limits: LIMITS,
};

function priced(rule: Partial<PriceRule>, facts: Partial<PriceFacts> = {}) {
  const answer = priceBy({ ...RULE, ...rule }, { ...FACTS, ...facts });
  if (answer.kind !== 'priced') throw new Error(answer.because);
  return answer;
}

describe('margins', () => {
  test('a price made for a margin leaves it, and one more step never less', () => {
    fc.assert(
      fc.property(sale, fc.integer({ min: 0, max: 6_000 }), (facts, bp) => {
        const price = priceForMargin(bp, facts);
        fc.pre(price !== null && price > 1_000);
        // Whole won and rounded fees move the share by less than this.
        expect(Math.abs(marginAt(Math.round(price ?? 0), facts).marginBp - bp)).toBeLessThanOrEqual(30);
      }),
    );
  });

  test('a price made for a markup leaves it', () => {
    fc.assert(
      fc.property(sale, fc.integer({ min: 0, max: 20_000 }), (facts, bp) => {
        const price = priceForMarkup(bp, facts);
        const { profit, cost } = marginAt(Math.round(price ?? 0), facts);
        fc.pre(price !== null && price > 0);
        expect(Math.abs(profit - (cost * bp) / 10_000)).toBeLessThanOrEqual(3);
      }),
    );
  });

  test('revenue is fees, cost and profit, to the last won', () => {
    fc.assert(
      fc.property(sale, fc.integer({ min: 1, max: 9_000_000 }), (facts, price) => {
        const { revenue, fees, cost, profit } = marginAt(price, facts);
        expect(fees + cost + profit).toBe(revenue);
      }),
    );
  });

  test('a fee told without tax costs a tenth more', () => {
    const fees = { saleBp: 1_000, shippingBp: 0, paymentBp: 0, fixed: 0, vatIncluded: false };
    expect(marginAt(10_000, { ...FACTS, fees }).fees).toBe(1_100);
  });
});

describe('rules', () => {
  test('a margin of a fifth after a tenth of fees', () => {
    // 10,000 / (1 - 0.1 - 0.2) = 14,285.7
    expect(priced({})).toMatchObject({ price: 14_300, notes: [] });
    expect(priced({ rounding: { step: 1_000, direction: 'up', less: 100 } }).price).toBe(14_900);
    expect(priced({ rounding: { step: 100, direction: 'down', less: 0 } }).price).toBe(14_200);
  });

  test('a raise by a tenth while goods run low and sell well, and only then', () => {
    const rule = {
      aim: { kind: 'product_price', changeBp: 0 },
      scarcity: { bp: 1_000, coverDays: 7 },
    } as const;
    expect(priced(rule, { cover: { isLow: true, days: 3 } })).toMatchObject({
      price: 22_000,
      notes: ['raised_scarce'],
    });
    expect(priced(rule, { cover: { isLow: true, days: 30 } }).price).toBe(20_000);
    expect(priced(rule, { cover: { isLow: false, days: 3 } }).price).toBe(20_000);
    expect(priced(rule).price).toBe(20_000);
  });

  test('a supplier who fixes the price gets it, whatever else a rule says', () => {
    const fixed = { aim: { kind: 'fixed', price: 12_340 }, scarcity: { bp: 1_000, coverDays: 7 } } as const;
    expect(priced(fixed, { cover: { isLow: true, days: 1 } })).toMatchObject({ price: 12_340, notes: [] });
  });

  test('floor and ceiling hold, and a floor above the ceiling is told', () => {
    expect(priced({ floor: 20_000 })).toMatchObject({ price: 20_000, notes: ['at_floor'] });
    expect(priced({ ceiling: 12_000 })).toMatchObject({ price: 12_000, notes: ['at_ceiling'] });
    expect(priceBy({ ...RULE, floor: 3, ceiling: 2 }, FACTS)).toEqual({
      kind: 'no_price',
      because: 'floor_above_ceiling',
    });
  });

  test('without a cost there is no margin, but there is a price of its own', () => {
    expect(priceBy(RULE, { ...FACTS, cost: null })).toEqual({ kind: 'no_price', because: 'cost_unknown' });
    expect(
      priceBy({ ...RULE, aim: { kind: 'product_price', changeBp: 500 } }, { ...FACTS, cost: null }),
    ).toMatchObject({ price: 21_000 });
  });

  test('no price leaves more than the fees do', () => {
    const aim = { kind: 'margin', bp: 9_000 } as const;
    expect(priceBy({ ...RULE, aim }, FACTS)).toEqual({ kind: 'no_price', because: 'aim_too_high' });
  });

  test('whatever the rule, the marketplace takes the price: whole steps, its bounds, no jump too far', () => {
    const aim = fc.oneof(
      fc.record({ kind: fc.constant('margin' as const), bp: fc.integer({ min: -2_000, max: 7_000 }) }),
      fc.record({
        kind: fc.constant('product_price' as const),
        changeBp: fc.integer({ min: -9_000, max: 50_000 }),
      }),
      fc.record({ kind: fc.constant('fixed' as const), price: fc.integer({ min: 1, max: 10_000_000 }) }),
    );
    fc.assert(
      fc.property(sale, aim, fc.integer({ min: 100, max: 1_000_000 }), (facts, wanted, tens) => {
        const now = tens * 10;
        const answer = priceBy({ ...RULE, aim: wanted }, { ...FACTS, ...facts, now });
        if (answer.kind === 'no_price') return;
        expect(answer.price % 10).toBe(0);
        expect(answer.price).toBeGreaterThanOrEqual(10);
        expect(answer.price).toBeLessThanOrEqual(now * 1.5);
        expect(answer.price).toBeGreaterThanOrEqual(now * 0.2);
      }),
    );
  });
});

describe('which rule counts', () => {
  const target = { account: 7, platform: 'coupang', categoryKey: 'audio', product: 3 };
  const rule = (id: number, scope: Partial<RuleScope>): PriceRule => ({
    ...RULE,
    id: priceRuleId(id),
    scope: { ...RULE.scope, ...scope },
  });

  test('the closest, then the newest', () => {
    const rules = [
      rule(1, {}),
      rule(2, { platform: 'coupang' }),
      rule(3, { account: 7 }),
      rule(4, { categoryKey: 'audio' }),
      rule(5, { product: 3 }),
      rule(6, { product: 3, account: 8 }),
      rule(7, { product: 3 }),
    ];
    expect(ruleFor(rules, target)?.id).toBe(7);
    expect(ruleFor(rules.slice(0, 4), target)?.id).toBe(4);
    expect(ruleFor(rules.slice(0, 3), target)?.id).toBe(3);
    expect(ruleFor(rules.slice(0, 2), { ...target, platform: 'naver' })?.id).toBe(1);
    expect(ruleFor(rules.slice(1, 2), { ...target, platform: 'naver' })).toBeUndefined();
  });

  test('a rate counts from its day on, and one for the category before the one for all others', () => {
    const dated = (saleBp: number, nativeCategoryId: string | null, validFrom: string): DatedFeeRate => ({
      ...FACTS.fees,
      saleBp,
      nativeCategoryId,
      validFrom,
      source: 'test',
      checkedOn: '2026-11-21',
    });
    const rates = [dated(1, null, '2025-01-01'), dated(2, null, '2026-01-01'), dated(3, '77', '2026-06-01')];
    expect(rateOn(rates, '77', '2026-11-22')?.saleBp).toBe(3);
    expect(rateOn(rates, '77', '2026-05-31')?.saleBp).toBe(2);
    expect(rateOn(rates, null, '2025-12-31')?.saleBp).toBe(1);
    expect(rateOn(rates, null, '2024-12-31')).toBeUndefined();
  });
});
