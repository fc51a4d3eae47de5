import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { xmlParser } from '../../../kit/xml.ts';
import { type OptionSet, optionsXml, sameOptions } from './option-set.ts';

const parse = xmlParser(['ProductOption', 'ProductRootOption']);

const set = (
  names: readonly string[],
  ...rows: readonly (readonly [values: string[], quantity: number])[]
): OptionSet => ({
  names,
  rows: rows.map(([values, quantity], place) => ({
    values,
    surcharge: place * 100,
    quantity,
    sellerSku: `SKU-${place}`,
    weight: '0',
  })),
});

describe('options on the wire', () => {
  it('are single ones under one name, and sold out where none is left', () => {
    const xml = optionsXml(set(['색상'], [['흰색'], 3], [['검정'], 0]));
    expect(parse(`<Product>${xml}</Product>`)).toMatchObject({
      Product: {
        colTitle: '색상',
        ProductOption: [
          { colValue0: '흰색', useYn: 'Y', colCount: '3', colSellerStockCd: 'SKU-0', colOptPrice: '0' },
          { colValue0: '검정', useYn: 'N', colCount: '0', colSellerStockCd: 'SKU-1', colOptPrice: '100' },
        ],
      },
    });
  });

  it('are combined under several, each with a key that tells its values', () => {
    const value = fc.stringMatching(/^[가-힣a-z0-9/() ]{1,10}$/);
    const rows = fc.uniqueArray(fc.tuple(value, value), { minLength: 1, maxLength: 6, selector: String });
    fc.assert(
      fc.property(rows, (pairs) => {
        const xml = optionsXml(
          set(['색상', '크기'], ...pairs.map((pair): readonly [string[], number] => [[...pair], 1])),
        );
        const keys = [...xml.matchAll(/<optionMappingKey>(.*?)<\/optionMappingKey>/g)].map(([, key = '']) =>
          key.split('†').map((part) => part.slice(part.indexOf(':') + 1)),
        );
        expect(keys).toEqual(pairs);
      }),
    );
    const xml = optionsXml(set(['색상', '크기'], [['흰색', 'S'], 1], [['흰색', 'L'], 0]));
    expect(parse(`<Product>${xml}</Product>`)).toMatchObject({
      Product: {
        ProductRootOption: [
          { colTitle: '색상', ProductOption: [{ colValue0: '흰색' }] },
          { colTitle: '크기', ProductOption: [{ colValue0: 'S' }, { colValue0: 'L' }] },
        ],
      },
    });
  });

  it('are none for a product without options', () => {
    expect(optionsXml(set([], [[], 5]))).toBe('');
  });

  it('are the same whatever was sold and whichever comes first', () => {
    const one = set(['색상'], [['흰색'], 3], [['검정'], 4]);
    const { names, rows } = one;
    const other = { names, rows: rows.map((row) => ({ ...row, quantity: 0, weight: '1' })).reverse() };
    expect(sameOptions(one, other)).toBe(true);
    expect(sameOptions(one, { names: ['색'], rows })).toBe(false);
    expect(sameOptions(one, { names, rows: rows.slice(1) })).toBe(false);
    expect(sameOptions(one, { names, rows: rows.map((row) => ({ ...row, surcharge: 0 })) })).toBe(false);
  });
});
