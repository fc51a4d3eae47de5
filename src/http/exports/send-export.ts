import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import type { TimePosition } from '../../store/time-keyset.ts';
import { BYTE_ORDER_MARK, type Cell, csvLine } from './csv.ts';

export const EXPORT_FORMATS = ['csv', 'ndjson'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** `?format=` of an export. */
export const exportFormat = z.enum(EXPORT_FORMATS).default('csv').meta({
  description:
    '`csv` for spreadsheets, in UTF-8 with a byte order mark; `ndjson` has one JSON object a line.',
});

/** What an export answers with. */
export const exportAnswer = {
  description: 'The file, in parts as it is read from the database.',
  content: {
    'text/csv': { schema: z.string() },
    'application/x-ndjson': { schema: z.string() },
  },
};

const CONTENT_TYPES: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv; charset=utf-8; header=present',
  ndjson: 'application/x-ndjson; charset=utf-8',
};

/** Rows read in one transaction. */
const ROWS_AT_ONCE = 1_000;

export interface Export<Row> {
  /** The first part of the file's name. */
  readonly name: string;
  readonly format: ExportFormat;
  readonly now: Date;
  /** The columns of the CSV file. */
  readonly columns: Readonly<Record<string, (row: Row) => Cell>>;
  /** A line of the NDJSON file. */
  readonly view: (row: Row) => unknown;
  /** The rows after a place, in the order of the export, each page in a transaction of its own. */
  readonly page: (after: TimePosition | null, limit: number) => Promise<readonly Row[]>;
  readonly closing: AbortSignal;
}

/**
 * Sends rows as a file while they are read: memory stays the same whatever their number, and no transaction stays
 * open while a slow client reads. A file that breaks off ends without its last chunk, which clients notice.
 */
export function sendExport<Row extends { readonly position: TimePosition }>(
  reply: FastifyReply,
  what: Export<Row>,
): FastifyReply {
  const day = what.now.toISOString().slice(0, 10);
  return reply
    .headers({
      'content-type': CONTENT_TYPES[what.format],
      'content-disposition': `attachment; filename="${what.name}-${day}.${what.format}"`,
    })
    .send(Readable.from(textOf(what), { objectMode: false }));
}

async function* textOf<Row extends { readonly position: TimePosition }>({
  format,
  columns,
  view,
  page,
  closing,
}: Export<Row>): AsyncGenerator<string> {
  const cells = Object.values(columns);
  const lineOf =
    format === 'csv'
      ? (row: Row) => csvLine(cells.map((cell) => cell(row)))
      : (row: Row) => `${JSON.stringify(view(row))}\n`;
  if (format === 'csv') yield BYTE_ORDER_MARK + csvLine(Object.keys(columns));
  for (let after: TimePosition | null = null; ; ) {
    closing.throwIfAborted();
    const rows: readonly Row[] = await page(after, ROWS_AT_ONCE);
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows.map(lineOf).join('');
    if (rows.length < ROWS_AT_ONCE) return;
    after = last.position;
  }
}
