import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { zipOf } from '../../../../test/harness/zip.ts';
import { workbookFile, workbookOf, workbookParts } from '../../../../test/imports/workbook.ts';
import type { SheetRow } from '../../../domain/product-sheet/cell.ts';
import { openTable } from '../open-table.ts';
import { FileRefused } from '../refused.ts';
import { escapedLookalikes } from './escapes.ts';

async function rowsOf(file: Buffer): Promise<readonly SheetRow[]> {
  const rows: SheetRow[] = [];
  for await (const part of (await openTable(file)).rows()) rows.push(...part);
  return rows;
}

async function refusal(file: Buffer): Promise<string> {
  try {
    await rowsOf(file);
  } catch (error) {
    if (error instanceof FileRefused) return error.code;
    throw error;
  }
  return 'taken';
}

const cell = (reference: string, rest: string) => `<c r="${reference}"${rest}</c>`;
const text = (words: string) => ` t="inlineStr"><is><t>${words}</t></is>`;

describe('a workbook', () => {
  it('gives back the texts and numbers that were written', async () => {
    const written = fc.oneof(
      fc
        .string({ unit: 'binary', maxLength: 20 })
        .filter((one) => one.isWellFormed() && !/[\ufffe\uffff]/.test(one)),
      fc.constantFrom('_x0041_', '_x000D_', 'a\r\nb', '<&>"', ' 빈칸 ', '0012', '=1+1', '1.2E+11'),
      fc.integer({ min: -1e12, max: 1e12 }),
      fc.constant(null),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(written, { minLength: 1, maxLength: 6 }), { maxLength: 8 }),
        async (rows) => {
          const file = await workbookFile(
            rows.map((row) => row.map((one) => (typeof one === 'string' ? escapedLookalikes(one) : one))),
          );
          const read = new Map((await rowsOf(file)).map(({ nth, cells }) => [nth, cells]));
          for (const [at, row] of rows.entries()) {
            const there = row.map((_, column) => read.get(at + 1)?.[column]?.text ?? '');
            expect(there).toEqual(row.map((one) => (one === null ? '' : String(one))));
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('tells what is wrong with cells', async () => {
    const styles = `<styleSheet><numFmts><numFmt numFmtId="170" formatCode="0000000000000"/><numFmt numFmtId="171" formatCode="yyyy&quot;년&quot; m&quot;월&quot;"/><numFmt numFmtId="172" formatCode="#,##0&quot;원 (days)&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/><xf numFmtId="14"/><xf numFmtId="171"/><xf numFmtId="172"/></cellXfs></styleSheet>`;
    const strings =
      '<sst><si><t>하나</t></si><si><r><t>두</t></r><r><t xml:space="preserve"> 개</t></r><rPh><t>dul</t></rPh></si></sst>';
    const rows = [
      `<row r="1">${cell('A1', ' t="s"><v>0</v>')}${cell('B1', ' t="s"><v>1</v>')}${cell('D1', ' t="b"><v>1</v>')}</row>`,
      `<row r="3">${cell('A3', '><f>SUM(B1:B2)</f><v>12</v>')}${cell('B3', '><f>NOW()</f>')}${cell('C3', ' t="e"><v>#N/A</v>')}</row>`,
      `<row r="4">${cell('A4', '><v>8801234567893</v>')}${cell('B4', ' s="1"><v>8801234567</v>')}${cell('C4', '><v>1.2345678901234568E+19</v>')}${cell('D4', '><v>1.2E11</v>')}</row>`,
      `<row r="5">${cell('A5', ' s="2"><v>45992</v>')}${cell('B5', ' s="3"><v>45992</v>')}${cell('C5', ' s="4"><v>19.989999999999998</v>')}</row>`,
      `<row r="6"><c r="A6" s="1"/></row>`,
      `<row r="7">${cell('A7', text('합친'))}${cell('B7', text('칸'))}</row><row r="8">${cell('B8', text('따로'))}</row>`,
    ].join('');
    const file = workbookOf(rows, {
      behind: '<mergeCells count="1"><mergeCell ref="A7:A8"/></mergeCells>',
      parts: { 'xl/styles.xml': styles, 'xl/sharedStrings.xml': strings },
    });
    const told = (await rowsOf(file)).map(({ nth, cells }) => [
      nth,
      ...cells.map((one) => (one.trouble === null ? one.text : `${one.trouble} ${one.text}`.trim())),
    ]);
    expect(told).toEqual([
      [1, '하나', '두 개', '', 'TRUE'],
      [3, '12', 'formula_without_value', 'error_value #N/A'],
      [4, '8801234567893', '0008801234567', 'digits_lost 12345678901234600000', '120000000000'],
      [5, 'date 45992', 'date 45992', '19.99'],
      [7, 'merged 합친', '칸'],
      [8, 'merged', '따로'],
    ]);
  });

  it('is its first sheet that is shown, whatever the parts are called', async () => {
    const parts = workbookParts('', {
      'xl/workbook.xml':
        '<x:workbook xmlns:x="m" xmlns:r="r"><x:sheets><x:sheet name="숨김" sheetId="1" state="hidden" r:id="rId1"/><x:sheet name="본문" sheetId="2" r:id="rId9"/><x:sheet name="뒤" sheetId="3" r:id="rId1"/></x:sheets></x:workbook>',
      'xl/_rels/workbook.xml.rels':
        '<Relationships><Relationship Id="rId1" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId9" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet" Target="/xl/worksheets/Blatt.xml"/></Relationships>',
      'xl/worksheets/blatt.xml':
        '<x:worksheet xmlns:x="m"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>여기</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>',
    });
    const table = await openTable(zipOf(parts));
    expect(table.otherSheets).toEqual(['뒤']);
    expect(await rowsOf(zipOf(parts))).toEqual([{ nth: 1, cells: [{ text: '여기', trouble: null }] }]);
  });

  const bomb = () => Buffer.alloc(513 * 1024 * 1024, ' ');
  it.each<[string, () => Buffer, string]>([
    ['empty', () => Buffer.alloc(0), 'empty'],
    ['a document', () => zipOf({ 'word/document.xml': '<a/>' }), 'not_a_spreadsheet'],
    ['a PDF', () => Buffer.from('%PDF-1.7\n'), 'not_a_spreadsheet'],
    ['a picture', () => Buffer.from('89504e470d0a1a0a00', 'hex'), 'not_a_spreadsheet'],
    ['a web page called .xls', () => Buffer.from('\ufeff\n<table><tr><td>1</td></tr></table>'), 'web_page'],
    ['an .xls of old', () => Buffer.from('d0cf11e0a1b11ae1ffff', 'hex'), 'old_excel'],
    [
      'an encrypted workbook',
      () =>
        Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
      'password',
    ],
    ['an encrypted archive', () => zipOf(workbookParts('<worksheet/>'), { encrypted: true }), 'password'],
    ['a workbook with macros', () => workbookOf('', { parts: { 'xl/vbaProject.bin': 'x' } }), 'macros'],
    [
      'a binary workbook',
      () =>
        zipOf({
          '_rels/.rels':
            '<Relationships><Relationship Id="a" Type="a/officeDocument" Target="xl/workbook.bin"/></Relationships>',
        }),
      'binary_workbook',
    ],
    ['a sheet that breaks off', () => zipOf(workbookParts('<worksheet><sheetData><row>')), 'damaged'],
    ['half a file', () => workbookOf('<row/>').subarray(0, 400), 'damaged'],
    [
      'a document type',
      () => zipOf(workbookParts('<!DOCTYPE a [<!ENTITY b "c">]><worksheet><sheetData/></worksheet>')),
      'damaged',
    ],
    [
      'a bomb of blanks',
      () => zipOf(workbookParts('', { 'xl/worksheets/sheet1.xml': bomb() })),
      'too_big_inside',
    ],
    [
      'a text that never ends',
      () => workbookOf(`<row><c t="inlineStr"><is><t>${'x'.repeat(8 * 1024 * 1024)}</t></is></c></row>`),
      'too_big_inside',
    ],
  ])('that is %s is refused', async (_name, file, code) => {
    expect(await refusal(file())).toBe(code);
  });

  it('that says it is smaller than it is, is damaged', async () => {
    const file = workbookOf(`<row>${cell('A1', text('x'.repeat(1000)))}</row>`);
    const name = Buffer.from('xl/worksheets/sheet1.xml');
    const central = file.lastIndexOf(name) - 46;
    file.writeUInt32LE(10, central + 24);
    expect(await refusal(file)).toBe('damaged');
  });
});
