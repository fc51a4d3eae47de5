import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Site } from '../../site.ts';
import { itemId, optionKeys, readItemId } from './item-id.ts';
import { decodeOptions, encodeOptions, type OptionSheet } from './options.ts';

const anyText = fc.string({ minLength: 1, maxLength: 8 }).filter((text) => text.trim() !== '');

const anySheet: fc.Arbitrary<OptionSheet> = fc.integer({ min: 1, max: 3 }).chain((names) => {
  const texts = fc.array(anyText, { minLength: names, maxLength: names });
  const count = fc.integer({ min: 1, max: 99_999 });
  return fc.record({
    names: texts,
    written: fc.constant({}),
    rows: fc.array(
      fc.record({
        values: texts,
        code: fc.option(anyText),
        extra: fc.integer({ min: -1_000, max: 1_000 }),
        soldOut: fc.boolean(),
        quantity: fc.record({ G: count, A: count }).map(
          ({ G, A }) =>
            new Map<Site, number>([
              ['G', G],
              ['A', A],
            ]),
        ),
        written: fc.constant({}),
      }),
      { minLength: 1, maxLength: 4 },
    ),
  });
});

const factsOf = ({ names, rows }: OptionSheet) => ({
  names,
  rows: rows.map(({ written: _written, ...facts }) => facts),
});

test('options that are written are read as they were, whatever the case of the keys', () => {
  fc.assert(
    fc.property(anySheet, (sheet) => {
      const wire: unknown = JSON.parse(JSON.stringify(encodeOptions(sheet)));
      const read = decodeOptions(wire);
      expect(read === null ? null : factsOf(read)).toEqual(factsOf(sheet));
      const shouted = JSON.parse(
        JSON.stringify(wire).replace(/"(\w+)":/g, (_key, name: string) => `"${name.toUpperCase()}":`),
      );
      const readAgain = decodeOptions(shouted);
      expect(readAgain?.names).toEqual(sheet.names);
    }),
  );
});

test('what stands in the options and has no word of ours stays', () => {
  const written = {
    type: 1,
    independent: {
      recommendedOptNo: 12,
      recommendedOptName: { koreanText: '색상', englishText: 'Colour' },
      details: [
        {
          recommendedOptValueNo: 3,
          recommendedOptValue: { koreanText: '흰색' },
          skuNo: 'S-1',
          qty: { gmkt: 4 },
        },
      ],
    },
    isUseImage: true,
  };
  const sheet = decodeOptions(written);
  expect(sheet).not.toBeNull();
  if (sheet === null) return;
  expect(encodeOptions(sheet)).toMatchObject({
    isUseImage: true,
    independent: {
      recommendedOptNo: 12,
      recommendedOptName: { koreanText: '색상', englishText: 'Colour' },
      details: [{ recommendedOptValueNo: 3, skuNo: 'S-1', qty: { gmkt: 4 } }],
    },
  });
});

test.each([0, 4, 5])('options of type %i are no things of their own', (type) => {
  expect(decodeOptions({ type, independent: null, combination: null })).toBeNull();
});

test('an item is named by its code, and by its wording where the code does not tell', () => {
  const row = (value: string, code: string | null) => ({
    values: [value],
    code,
    extra: 0,
    soldOut: false,
    quantity: new Map<Site, number>(),
    written: {},
  });
  const rows = [row('흰색', 'W'), row('검정', null), row('빨강', 'X'), row('파랑', 'X')];
  expect(optionKeys({ names: ['색상'], rows, written: {} })).toEqual([
    'W',
    '색상:검정',
    '색상:빨강',
    '색상:파랑',
  ]);
});

test('the id of an item tells its site, its number and its option', () => {
  expect(readItemId(itemId('4200000001', '색상:흰색'))).toEqual({
    site: 'G',
    siteGoodsNo: '4200000001',
    option: '색상:흰색',
  });
  expect(readItemId(itemId('E900000001', null))).toEqual({
    site: 'A',
    siteGoodsNo: 'E900000001',
    option: null,
  });
});
