import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { itemsOf } from './items.ts';
import { basePrice, isWithinReach } from './option-prices.ts';
import { reprice } from './prices.ts';

const won = (min: number, max: number) =>
  fc.integer({ min: min / 10, max: max / 10 }).map((tens) => tens * 10);

const product = (salePrice: number, deltas: readonly number[]) => ({
  salePrice,
  detailAttribute: {
    optionInfo: {
      optionCombinations: deltas.map((price, nth) => ({
        id: nth + 1,
        optionName1: `값 ${nth}`,
        stockQuantity: nth,
        price,
        usable: true,
      })),
    },
  },
});

describe('a change of some options’ prices', () => {
  it('leaves every other option at its price, with one that costs what the product costs', () => {
    fc.assert(
      fc.property(
        won(10_000, 50_000),
        fc.array(won(-3_000, 3_000), { minLength: 1, maxLength: 5 }),
        fc.dictionary(fc.integer({ min: 1, max: 6 }).map(String), won(9_000, 60_000), { minKeys: 1 }),
        (salePrice, others, wishes) => {
          const items = itemsOf('77', product(salePrice, [0, ...others]));
          const wanted = new Map(Object.entries(wishes));
          const repricing = reprice(salePrice, items, wanted);
          if (repricing === undefined) return;
          const deltas = new Map(repricing.changes.map(({ item, delta }) => [item.id, delta]));
          const after = items.map(({ id, price }) => ({
            id,
            was: price,
            now: repricing.salePrice + (deltas.get(id) ?? price - salePrice),
          }));
          for (const { id, was, now } of after) expect(now).toBe(wanted.get(id) ?? was);
          expect(after.map(({ now }) => now)).toContain(repricing.salePrice);
        },
      ),
    );
  });

  it('names only the options it is about while the product’s price stays', () => {
    const items = itemsOf('77', product(15_900, [0, 1_000]));
    expect(reprice(15_900, items, new Map([['2', 17_900]]))).toMatchObject({
      salePrice: 15_900,
      changes: [{ item: { id: '2' }, delta: 2_000 }],
    });
  });

  it('asks for nothing that no price of the product allows', () => {
    const items = itemsOf('77', product(15_000, [0, 1_000]));
    expect(reprice(15_000, items, new Map([['1', 90_000]]))).toBeUndefined();
  });
});

describe('the price of a product with options', () => {
  it('is one of theirs, and the one it has where that will do', () => {
    expect(basePrice(15_900, [15_900, 16_900])).toBe(15_900);
    expect(basePrice(15_900, [17_900, 16_900])).toBe(16_900);
    expect(basePrice(15_000, [8_000, 15_000, 12_000])).toBe(15_000);
    expect(basePrice(30_000, [30_000, 14_000, 20_000])).toBe(20_000);
    expect(basePrice(1_000, [5_000, 90_000])).toBeUndefined();
  });

  it.each([
    [1_990, [1_990, 3_980], true],
    [1_990, [1_990, 1_900], false],
    [9_900, [4_950, 19_800], true],
    [10_000, [5_000, 15_000], true],
    [10_000, [15_010], false],
  ])('%i reaches %j: %s', (price, options, reaches) => expect(isWithinReach(price, options)).toBe(reaches));
});
