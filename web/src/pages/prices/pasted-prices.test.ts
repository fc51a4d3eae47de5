import { expect, test } from 'vitest';
import { pastedPrices } from './pasted-prices.ts';

test('prices come in lines of a spreadsheet, and lines that are none are named', () => {
  expect(pastedPrices('70071284034\t18,900원\n\nA-1 ₩500\nno price\n12;3;4\nB 0\n', 'KRW')).toEqual({
    items: [
      { native_item_id: '70071284034', price: 18_900 },
      { native_item_id: 'A-1', price: 500 },
    ],
    bad: [4, 5, 6],
  });
});

test('prices are in the usual unit, and the heads of columns are none', () => {
  const lines = ['артикул\tцена', 'A-1\t199.5', 'B-2\t1,000₽', 'C-3\t199,50', 'D-4\t1,00,0', 'E-5\t1.999'];
  expect(pastedPrices(lines.join('\n'), 'RUB')).toEqual({
    items: [
      { native_item_id: 'A-1', price: 19_950 },
      { native_item_id: 'B-2', price: 100_000 },
      { native_item_id: 'C-3', price: 19_950 },
    ],
    bad: [5, 6],
  });
  expect(pastedPrices('A-1 199.5\nB-2 18,90', 'KRW')).toEqual({ items: [], bad: [1, 2] });
});
