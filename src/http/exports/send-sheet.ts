import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { writeXlsxStream } from 'hucre/xlsx';
import { z } from 'zod';
import type { ColumnKind } from '../../domain/product-sheet/columns.ts';
import { escapedLookalikes } from '../../engine/spreadsheets/xlsx/escapes.ts';
import { BYTE_ORDER_MARK, type Cell, csvLine } from './csv.ts';

export const SHEET_FORMATS = ['xlsx', 'csv'] as const;
export type SheetFormat = (typeof SHEET_FORMATS)[number];

/** `?format=` of a sheet. */
export const sheetFormat = z.enum(SHEET_FORMATS).default('xlsx').meta({
  description: 'An Excel workbook, or `csv` in UTF-8 with a byte order mark.',
});

export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What a sheet is answered with. */
export const sheetAnswer = {
  description: 'The file, in parts as it is read from the database.',
  content: { [XLSX_TYPE]: { schema: z.string() }, 'text/csv': { schema: z.string() } },
};

/** Excel holds no more characters in one cell. What does not fit is left out: an empty cell changes nothing when it comes back. */
const MOST_CHARACTERS = 32_767;

export interface SheetTitle {
  readonly title: string;
  readonly kind: ColumnKind;
  /** In characters. */
  readonly width: number;
}

export interface Sheet {
  /** The first part of the file's name, and the name of its sheet. */
  readonly name: string;
  readonly format: SheetFormat;
  readonly now: Date;
  readonly titles: readonly SheetTitle[];
  readonly rows: AsyncIterable<readonly Cell[]>;
}

/**
 * Sends a table as a file while its rows are read: memory stays the same whatever their number. Texts are cells of the
 * text format in workbooks, so that leading zeros and long numbers stay as they are when somebody works on it.
 */
export function sendSheet(reply: FastifyReply, { name, format, now, titles, rows }: Sheet): FastifyReply {
  const day = now.toISOString().slice(0, 10);
  const body =
    format === 'csv'
      ? Readable.from(csvOf(titles, rows), { objectMode: false })
      : workbookOf(name, titles, rows);
  return reply
    .headers({
      'content-type': format === 'csv' ? 'text/csv; charset=utf-8; header=present' : XLSX_TYPE,
      'content-disposition': `attachment; filename="${name}-${day}.${format}"`,
    })
    .send(body);
}

async function* csvOf(
  titles: readonly SheetTitle[],
  rows: AsyncIterable<readonly Cell[]>,
): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvLine(titles.map(({ title }) => title));
  for await (const row of rows) yield csvLine(row);
}

function workbookOf(
  name: string,
  titles: readonly SheetTitle[],
  rows: AsyncIterable<readonly Cell[]>,
): Readable {
  const columns = titles.map(({ title, kind, width }) => ({
    header: title,
    width,
    ...(kind === 'text' ? { numFmt: '@' } : {}),
  }));
  return Readable.fromWeb(writeXlsxStream(cellsOf(rows), { name, columns, freezePane: { rows: 1 } }));
}

async function* cellsOf(rows: AsyncIterable<readonly Cell[]>): AsyncGenerator<Cell[]> {
  for await (const row of rows) yield row.map(workbookCell);
}

function workbookCell(cell: Cell): Cell {
  if (typeof cell !== 'string') return cell;
  if (cell.length > MOST_CHARACTERS) return null;
  return escapedLookalikes(cell);
}
