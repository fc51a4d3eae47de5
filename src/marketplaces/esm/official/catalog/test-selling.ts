import fc from 'fast-check';
import type { Site } from '../../site.ts';
import type { OptionRow, OptionSheet } from './options.ts';
import type { Selling, SiteSale } from './selling.ts';

const SITES: readonly Site[] = ['G', 'A'];

const sale: fc.Arbitrary<SiteSale> = fc.record({
  isSell: fc.boolean(),
  price: fc.integer({ min: 100, max: 200 }).map((tens) => tens * 10),
  stock: fc.integer({ min: 1, max: 4 }),
});

/** A product as ESM may have it: on both sites, without options or with two or three. */
export const anySelling: fc.Arbitrary<Selling> = fc
  .record({ G: sale, A: sale, options: fc.option(fc.array(row(), { minLength: 2, maxLength: 3 })) })
  .map(({ G, A, options }) => ({
    sites: new Map<Site, SiteSale>([
      ['G', G],
      ['A', A],
    ]),
    options: options === null ? null : sheetOf(options),
  }));

/** Any of its items, and some that it does not have. */
export const anyItem = fc.record({
  site: fc.constantFrom<Site>('G', 'A'),
  option: fc.constantFrom('W', 'B', 'R', null),
});

function row(): fc.Arbitrary<Omit<OptionRow, 'values' | 'code'>> {
  const count = fc.integer({ min: 0, max: 4 });
  return fc.record({
    extra: fc.integer({ min: 0, max: 3 }).map((hundreds) => hundreds * 100),
    soldOut: fc.boolean(),
    quantity: fc.record({ G: count, A: count }).map(
      ({ G, A }) =>
        new Map<Site, number>([
          ['G', G],
          ['A', A],
        ]),
    ),
    written: fc.constant({}),
  });
}

const CODES = ['W', 'B', 'R'];

/** As ESM has it: at least one option is not marked sold out. */
function sheetOf(rows: readonly Omit<OptionRow, 'values' | 'code'>[]): OptionSheet {
  return {
    names: ['색상'],
    written: {},
    rows: rows.map((one, nth) => ({
      ...one,
      soldOut: nth > 0 && one.soldOut,
      code: CODES[nth] ?? null,
      values: [`색 ${nth}`],
    })),
  };
}

/** Every item that a product has. */
export function itemsOf({ options }: Selling): readonly { site: Site; option: string | null }[] {
  const codes = options === null ? [null] : options.rows.map(({ code }) => code);
  return SITES.flatMap((site) => codes.map((option) => ({ site, option })));
}
