import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StockRow } from './decode-stocks.ts';
import { repricing } from './repricing.ts';

const row = (prdStckNo: string, surcharge: number): StockRow => ({
  prdNo: '1',
  prdStckNo,
  names: ['색상'],
  values: [prdStckNo],
  surcharge,
  quantity: 7,
  isSoldOut: false,
  sellerSku: prdStckNo,
  weight: '0.5',
});

const tens = (max: number) => fc.nat({ max }).map((n) => n * 10);

describe('repricing', () => {
  it('brings every option to its price and leaves one without a surcharge', () => {
    const cases = fc.record({
      base: tens(10_000),
      surcharges: fc.array(fc.integer({ min: -500, max: 500 }), { maxLength: 8 }),
      wanted: fc.array(fc.option(tens(20_000), { nil: undefined }), { minLength: 9, maxLength: 9 }),
    });
    fc.assert(
      fc.property(cases, ({ base, surcharges, wanted }) => {
        const rows = [0, ...surcharges].map((extra, place) => row(String(place), extra * 10));
        const prices = new Map(
          rows.flatMap(({ prdStckNo }, place) => {
            const price = wanted[place];
            return price === undefined ? [] : [[prdStckNo, price] as const];
          }),
        );
        const { basePrice, options } = repricing(base, rows, prices);
        const newBase = basePrice ?? base;
        const extras = (options?.rows ?? rows).map(({ surcharge }) => surcharge);
        expect(extras.map((extra) => newBase + extra)).toEqual(
          rows.map(({ prdStckNo, surcharge }) => prices.get(prdStckNo) ?? base + surcharge),
        );
        expect(extras).toContain(0);
        for (const sent of options?.rows ?? []) expect(sent).toMatchObject({ quantity: 7, weight: '0.5' });
      }),
    );
  });

  it('makes no call more than it takes', () => {
    const rows = [row('a', 0), row('b', 500)];
    const of = (prices: Record<string, number>) => repricing(1_000, rows, new Map(Object.entries(prices)));
    expect(of({ a: 1_000, b: 1_500 })).toEqual({ basePrice: null, options: null });
    expect(of({ a: 1_200, b: 1_700 })).toEqual({ basePrice: 1_200, options: null });
    expect(of({ b: 1_800 })).toMatchObject({
      basePrice: null,
      options: { rows: [{ surcharge: 0 }, { surcharge: 800 }] },
    });
    expect(of({ a: 1_100, b: 1_800 })).toMatchObject({ basePrice: 1_100 });
  });
});
