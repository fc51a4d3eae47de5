import { writeXlsx } from 'hucre/xlsx';
import { zipOf } from '../harness/zip.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** The parts of a workbook whose one sheet holds this XML; any part may be replaced, or added. */
export function workbookParts(
  sheetXml: string,
  others: Readonly<Record<string, string | Buffer>> = {},
): Readonly<Record<string, string | Buffer>> {
  return {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="상품" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}"><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${RELATIONS}/styles" Target="styles.xml"/><Relationship Id="rId3" Type="${RELATIONS}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': sheetXml,
    ...others,
  };
}

/** A workbook with a sheet of this XML between the tags of its rows, and behind them. */
export function workbookOf(
  rows: string,
  {
    behind = '',
    parts = {},
  }: { readonly behind?: string; readonly parts?: Readonly<Record<string, string | Buffer>> } = {},
): Buffer {
  return zipOf(
    workbookParts(`<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData>${behind}</worksheet>`, parts),
  );
}

/** A workbook as a program writes it, the first row the header. */
export async function workbookFile(rows: readonly (readonly (string | number | null)[])[]): Promise<Buffer> {
  return Buffer.from(await writeXlsx({ sheets: [{ name: '상품', rows: rows.map((row) => [...row]) }] }));
}
