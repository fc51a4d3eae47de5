import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import type { SheetRow } from '../../../domain/product-sheet/cell.ts';
import { BYTE_ORDER_MARK, csvLine } from '../../../http/exports/csv.ts';
import { openTable } from '../open-table.ts';
import { FileRefused } from '../refused.ts';

async function rowsOf(file: Buffer): Promise<readonly SheetRow[]> {
  const rows: SheetRow[] = [];
  for await (const part of (await openTable(file)).rows()) rows.push(...part);
  return rows;
}

const textsOf = async (file: Buffer) =>
  (await rowsOf(file)).map(({ cells }) => cells.map(({ text }) => text));

describe('a CSV file', () => {
  it('gives back what exports write, formulas unguarded', async () => {
    const field = fc.oneof(
      fc.string({ maxLength: 10 }),
      fc.string({
        unit: fc.constantFrom('=', '+', "'", '"', ',', '\n', '\r', ';', '\t', '가'),
        maxLength: 8,
      }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(field, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 10 }),
        async (records) => {
          const header = csvLine(['a', 'b', 'c', 'd', 'e']);
          const file = Buffer.from(BYTE_ORDER_MARK + header.repeat(150) + records.map(csvLine).join(''));
          const kept = records.filter((record) => record.some((one) => one.trim() !== ''));
          expect((await textsOf(file)).slice(150)).toEqual(kept);
        },
      ),
    );
  });

  it.each([
    ['UTF-8', (text: string) => Buffer.from(text)],
    ['UTF-8 with a mark', (text: string) => Buffer.from(BYTE_ORDER_MARK + text)],
    ['CP949', (text: string) => iconv.encode(text, 'cp949')],
    ['UTF-16', (text: string) => Buffer.from(BYTE_ORDER_MARK + text, 'utf16le')],
  ])('is read in %s', async (_charset, encoded) => {
    const words = '뷁똠방각하 상품명'.repeat(40_000);
    expect(await textsOf(encoded(`상품명,가격\n${words},1\n`))).toEqual([
      ['상품명', '가격'],
      [words, '1'],
    ]);
  });

  it.each([
    ['tabs', '상품명\t가격\r\n양말\t1,200\r\n', ['양말', '1,200']],
    ['semicolons', '상품명;가격\n"a;b";1,5\n', ['a;b', '1,5']],
    ['CR', '상품명,가격\r양말,1\r', ['양말', '1']],
    ['text behind a quote', 'a,b\n"x"y,2\n', ['xy', '2']],
    ['an empty last field', 'a,b\nx,', ['x', '']],
  ])('is read with %s', async (_name, text, record) => {
    expect((await textsOf(Buffer.from(text)))[1]).toEqual(record);
  });

  it('counts rows as spreadsheets do, empty ones included', async () => {
    const rows = await rowsOf(Buffer.from('a,b\n\n,\n"1\n2",3\nx,y\n'));
    expect(rows.map(({ nth }) => nth)).toEqual([1, 4, 5]);
  });

  it.each([
    ['a quote that is never closed', Buffer.from('a,b\nx,"y\nz,1\n'), 'open_quote'],
    ['bytes of no charset', Buffer.from([0x61, 0x2c, 0x62, 0x0a, 0xff, 0xff, 0x80]), 'unknown_encoding'],
    ['binary data', Buffer.from([1, 2, 0, 3]), 'not_a_spreadsheet'],
  ])('with %s is refused', async (_name, file, code) => {
    await expect(rowsOf(file)).rejects.toSatisfy(
      (error: unknown) => error instanceof FileRefused && error.code === code,
    );
  });
});
