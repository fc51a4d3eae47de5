import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Site } from '../../site.ts';
import { type PricePlan, planPrices } from './price-plan.ts';
import { rowOf, type Selling } from './selling.ts';
import { anyItem, anySelling, itemsOf } from './test-selling.ts';

function carriedOut({ sites, options }: Selling, plan: PricePlan): Selling {
  return {
    sites: new Map(
      [...sites].map(([site, sale]) => [site, { ...sale, price: plan.base.get(site) ?? sale.price }]),
    ),
    options: plan.options ?? options,
  };
}

function priceOf({ sites, options }: Selling, site: Site, option: string | null): number {
  const extra = options === null ? 0 : (rowOf(options, option)?.extra ?? 0);
  return (sites.get(site)?.price ?? 0) + extra;
}

const anyWishes = fc
  .uniqueArray(
    fc.record({ at: anyItem, price: fc.integer({ min: 100, max: 200 }).map((tens) => tens * 10) }),
    { selector: ({ at }) => `${at.site} ${at.option}`, minLength: 1, maxLength: 6 },
  )
  .map((wishes) => wishes.map(({ at, price }, item) => ({ item, ...at, price })));

test('a plan that is carried out gives each item the price that was wanted, or says why not', () => {
  fc.assert(
    fc.property(anySelling, anyWishes, (before, wishes) => {
      const plan = planPrices(before, wishes);
      const after = carriedOut(before, plan);
      const turnedDown = new Set(plan.turnedDown.map(({ item }) => item));
      for (const { item, site, option, price } of wishes)
        if (!turnedDown.has(item)) expect(priceOf(after, site, option)).toBe(price);
    }),
    { numRuns: 2_000 },
  );
});

test('other items of a site keep their prices', () => {
  fc.assert(
    fc.property(anySelling, anyWishes, (before, wishes) => {
      const after = carriedOut(before, planPrices(before, wishes));
      const options = new Set<string | null>(wishes.map(({ option }) => option));
      for (const { site, option } of itemsOf(before)) {
        const isNamed = wishes.some((one) => one.site === site);
        // What an option costs on top is one amount for both sites.
        if (isNamed && !options.has(option))
          expect(priceOf(after, site, option)).toBe(priceOf(before, site, option));
      }
    }),
    { numRuns: 2_000 },
  );
});

test('nothing that is on sale becomes cheaper unless somebody named a price for it', () => {
  fc.assert(
    fc.property(anySelling, anyWishes, (before, wishes) => {
      const plan = planPrices(before, wishes);
      const after = carriedOut(before, plan);
      const turnedDown = new Set(plan.turnedDown.map(({ item }) => item));
      for (const { site, option } of itemsOf(before)) {
        const isTaken = wishes.some(
          (one) => one.site === site && one.option === option && !turnedDown.has(one.item),
        );
        if (!isTaken && before.sites.get(site)?.isSell === true)
          expect(priceOf(after, site, option)).toBeGreaterThanOrEqual(priceOf(before, site, option));
      }
    }),
    { numRuns: 2_000 },
  );
});

test('a raise of every option moves the price of the product and nothing else', () => {
  fc.assert(
    fc.property(
      anySelling,
      fc.constantFrom<Site>('G', 'A'),
      fc.integer({ min: 1, max: 50 }),
      (drawn, site, tens) => {
        const sites = new Map([...drawn.sites].map(([one, sale]) => [one, { ...sale, isSell: true }]));
        const before = { ...drawn, sites };
        const wishes = itemsOf(before)
          .filter((one) => one.site === site)
          .map((one, item) => ({ item, ...one, price: priceOf(before, site, one.option) + tens * 10 }));
        const plan = planPrices(before, wishes);
        expect(plan).toMatchObject({ options: null, turnedDown: [] });
        expect([...plan.base.keys()]).toEqual([site]);
      },
    ),
  );
});
