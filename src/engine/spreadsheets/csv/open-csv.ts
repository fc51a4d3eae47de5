import { setImmediate as breathe } from 'node:timers/promises';
import type { SheetCell, SheetRow } from '../../../domain/product-sheet/cell.ts';
import { FileRefused } from '../refused.ts';
import type { Table } from '../table.ts';
import { decodeText } from './decode-text.ts';
import { delimiterOf, recordsOf } from './records.ts';

/** Records handed on at once. */
const PART = 500;

/** The apostrophe that exports put before what a spreadsheet would run as a formula. */
const GUARDED = /^'(?='*[=+\-@\t\r\n＝＋－＠])/;

/** Opens a text file as a table: UTF-8, CP949 or UTF-16, with commas, semicolons or tabs. */
export async function openCsv(file: Buffer): Promise<Table> {
  const text = await decodeText(file);
  if (text.includes('\0')) throw new FileRefused('not_a_spreadsheet');
  return { format: 'csv', otherSheets: [], rows: () => rowsOf(text) };
}

async function* rowsOf(text: string): AsyncGenerator<readonly SheetRow[]> {
  let part: SheetRow[] = [];
  let nth = 0;
  for (const record of recordsOf(text, delimiterOf(text))) {
    nth += 1;
    const cells = record.map(cellOf);
    if (cells.every(({ text }) => text.trim() === '')) continue;
    part.push({ nth, cells });
    if (part.length < PART) continue;
    yield part;
    part = [];
    await breathe();
  }
  if (part.length > 0) yield part;
}

function cellOf(field: string): SheetCell {
  return { text: field.replace(GUARDED, ''), trouble: null };
}
