import { describe, expect, test } from 'vitest';
import { amountOf, amountText } from './amounts.ts';
import { emptySku, generateSkus, isSameOptions, optionRowsOf, skuBodyOf } from './sku-rows.ts';

const COLOUR = { name: '색상', values: '흰색, 검정' };
const SIZE = { name: '크기', values: 'S,L,S' };

describe('the options of a product', () => {
  test('make a SKU for each combination', () => {
    const { names, rows } = generateSkus([COLOUR, SIZE, { name: '', values: 'x' }], [], 'TEE');
    expect(names).toEqual(['색상', '크기']);
    expect(rows.map(({ code }) => code)).toEqual(['TEE-흰색-S', 'TEE-흰색-L', 'TEE-검정-S', 'TEE-검정-L']);
  });

  test('keep the SKUs that are there, whatever their codes', () => {
    const old = { ...emptySku('7'), code: 'OLD-1', values: ['검정', 'S'], price: '21000' };
    const { rows } = generateSkus([COLOUR, SIZE], [old], 'TEE');
    expect(rows[2]).toBe(old);
    expect(new Set(rows.map(({ code }) => code)).size).toBe(4);
  });

  test('never give a code twice', () => {
    const old = { ...emptySku('7'), code: 'TEE-검정', values: ['흰색'] };
    const { rows } = generateSkus([COLOUR], [old], 'TEE');
    expect(rows.map(({ code }) => code)).toEqual(['TEE-검정', 'TEE-검정-2']);
  });

  test('are read back from SKUs', () => {
    const { names, rows } = generateSkus([COLOUR, SIZE], [], 'TEE');
    expect(optionRowsOf(names, rows)).toEqual([
      { name: '색상', values: '흰색, 검정' },
      { name: '크기', values: 'S, L' },
    ]);
  });

  test('may have commas in a value that is there', () => {
    const old = ['1,000ml', '500ml'].map((value) => ({ ...emptySku(value), code: value, values: [value] }));
    const [size] = optionRowsOf(['용량'], old);
    const { rows } = generateSkus([{ name: '용량', values: `${size?.values}, 2L` }], old, 'OIL');
    expect(rows.map(({ code }) => code)).toEqual(['1,000ml', '500ml', 'OIL-2L']);
  });

  test('are the same however they are typed, until another value is', () => {
    expect(
      isSameOptions([COLOUR, { name: ' ', values: '' }], [{ name: '색상 ', values: '흰색,검정,' }]),
    ).toBe(true);
    expect(isSameOptions([COLOUR], [{ ...COLOUR, values: '흰색, 검정, 빨강' }])).toBe(false);
  });

  test('count stock only where somebody told it', () => {
    const row = { ...emptySku('1'), code: 'A' };
    expect(skuBodyOf(row, 'KRW')).not.toHaveProperty('stock_quantity');
    expect(skuBodyOf({ ...row, stock: '0' }, 'KRW')).toMatchObject({ stock_quantity: 0 });
  });
});

test('amounts are typed in the currency and sent in its smallest units', () => {
  expect(amountOf('19,900', 'KRW')).toBe(19_900);
  expect(amountOf('19.99', 'RUB')).toBe(1_999);
  expect(amountText(1_999, 'RUB')).toBe('19.99');
  expect(amountOf(' ', 'KRW')).toBeNull();
});
