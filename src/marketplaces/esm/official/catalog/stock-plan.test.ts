import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSetAside, isStoppedByStock, leftOf, rowOf, SET_ASIDE, type Selling } from './selling.ts';
import { MAX_STOCK, planStock, type StockPlan } from './stock-plan.ts';
import { anyItem, anySelling, itemsOf } from './test-selling.ts';

/** What ESM makes of a plan. Refuses what it would refuse. */
function carriedOut({ sites, options }: Selling, plan: StockPlan): Selling {
  const after = new Map(sites);
  const change = (site: 'G' | 'A', more: object) => {
    const sale = after.get(site);
    if (sale === undefined) throw new Error(`not on ${site}`);
    after.set(site, { ...sale, ...more });
  };
  for (const site of plan.resume) change(site, { isSell: true });
  for (const [site, stock] of plan.stock) {
    if (stock < 1 || stock > MAX_STOCK) throw new Error(`stock ${stock}`);
    if (after.get(site)?.isSell !== true) throw new Error('a stopped product takes nothing');
    change(site, { stock });
  }
  if (plan.options !== null) {
    const { rows } = plan.options;
    if (rows.every(({ soldOut }) => soldOut)) throw new Error('every option is sold out');
    if (rows.some(({ quantity }) => [...quantity.values()].some((count) => count < 1)))
      throw new Error('a quantity of none');
    if ([...after.values()].every(({ isSell }) => !isSell))
      throw new Error('a stopped product takes nothing');
  }
  for (const site of plan.stop) change(site, { isSell: false });
  return { sites: after, options: plan.options ?? options };
}

const left = (selling: Selling, site: 'G' | 'A', option: string | null) =>
  leftOf(selling, site, selling.options === null ? null : (rowOf(selling.options, option) ?? null));

const isBuyable = (selling: Selling, site: 'G' | 'A', option: string | null) =>
  selling.sites.get(site)?.isSell === true && left(selling, site, option) > 0;

const anyWishes = fc
  .uniqueArray(fc.record({ at: anyItem, quantity: fc.integer({ min: 0, max: 5 }) }), {
    selector: ({ at }) => `${at.site} ${at.option}`,
    minLength: 1,
    maxLength: 6,
  })
  .map((wishes) => wishes.map(({ at, quantity }, item) => ({ item, ...at, quantity })));

test('a plan that is carried out leaves of each item what was wanted, or says why not', () => {
  fc.assert(
    fc.property(anySelling, anyWishes, (before, wishes) => {
      const plan = planStock(before, wishes);
      const after = carriedOut(before, plan);
      const turnedDown = new Set(plan.turnedDown.map(({ item }) => item));
      for (const { item, site, option, quantity } of wishes) {
        if (turnedDown.has(item)) continue;
        if (quantity === 0) expect(isBuyable(after, site, option)).toBe(false);
        else {
          expect(left(after, site, option)).toBe(quantity);
          expect(isBuyable(after, site, option)).toBe(true);
        }
      }
    }),
    { numRuns: 2_000 },
  );
});

test('what a person has stopped or marked sold out stays so', () => {
  fc.assert(
    fc.property(anySelling, anyWishes, (before, wishes) => {
      const after = carriedOut(before, planStock(before, wishes));
      for (const [site, { isSell }] of before.sites)
        if (!isSell && !isStoppedByStock(before, site)) expect(after.sites.get(site)?.isSell).toBe(false);
      for (const [nth, row] of before.options?.rows.entries() ?? [])
        if (row.soldOut && !isSetAside(row)) expect(after.options?.rows[nth]?.soldOut).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});

test('nothing comes on sale that nobody asked for', () => {
  fc.assert(
    fc.property(anySelling, anyWishes, (before, wishes) => {
      const after = carriedOut(before, planStock(before, wishes));
      const asked = new Set(wishes.map(({ site, option }) => `${site} ${option}`));
      for (const { site, option } of itemsOf(before)) {
        if (asked.has(`${site} ${option}`) || isBuyable(before, site, option)) continue;
        // What both sites share: where one has some of an option, the other one sells its smallest number.
        const isShared = wishes.some((one) => one.option === option && option !== null && one.quantity > 0);
        if (!isShared) expect(isBuyable(after, site, option)).toBe(false);
      }
    }),
    { numRuns: 2_000 },
  );
});

test('one site running out and filling up again leaves a product as it was', () => {
  const sale = { isSell: true, price: 12_000, stock: 5 };
  const before: Selling = {
    sites: new Map([
      ['G', sale],
      ['A', sale],
    ]),
    options: null,
  };
  const wish = (quantity: number) => [{ item: 1, site: 'G' as const, option: null, quantity }];
  const empty = carriedOut(before, planStock(before, wish(0)));
  expect(empty.sites.get('G')).toEqual({ ...sale, isSell: false, stock: SET_ASIDE });
  expect(carriedOut(empty, planStock(empty, wish(5)))).toEqual(before);
});

test('a stock that ESM does not take is turned down', () => {
  const sites = new Map([['G' as const, { isSell: true, price: 12_000, stock: 5 }]]);
  const wish = { item: 1, site: 'G' as const, option: null, quantity: MAX_STOCK + 1 };
  expect(planStock({ sites, options: null }, [wish]).turnedDown).toMatchObject([{ reason: 'refused' }]);
});
