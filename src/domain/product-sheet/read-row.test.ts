import { expect, it } from 'vitest';
import type { CellTrouble } from './cell.ts';
import { readRow } from './read-row.ts';
import { columnReaders } from './readers.ts';

const READERS = columnReaders(() => null);

it.each<[string, CellTrouble | null, string | undefined, string]>([
  ['8801234567893', null, undefined, '8801234567893'],
  ['8.80123E+12', null, 'digits_lost', '8.80123E+12'],
  ['1E5', null, undefined, '1E5'],
  ['#REF!', null, 'error_value', '#REF!'],
  ['#1', null, undefined, '#1'],
  ['45992', 'date', 'date', ''],
  ['합친 칸', 'merged', 'merged', '합친 칸'],
])('a cell %j (%s) of a row is %s', (text, trouble, code, kept) => {
  const row = readRow(
    {
      nth: 7,
      cells: [
        { text, trouble },
        { text: '메모', trouble: 'date' },
      ],
    },
    { titles: ['SKU', '메모', '재고'], keys: ['sku', null, 'stock'] },
    READERS,
  );
  expect(row.faults.map((fault) => fault.code)).toEqual(code === undefined ? [] : [code]);
  expect(row.cells).toEqual(code === undefined ? { sku: text } : {});
  expect(row.texts).toEqual([kept, '', '']);
});
