import type { Readable } from 'node:stream';
import { EMPTY_CELL, type SheetCell, type SheetRow } from '../../../domain/product-sheet/cell.ts';
import { unescaped } from './escapes.ts';
import { columnNumber } from './merged-cells.ts';
import type { NumberFormat } from './number-formats.ts';
import { readXml } from './xml-reader.ts';

/** What cells refer to. */
export interface SheetContext {
  readonly strings: readonly string[];
  readonly formats: readonly NumberFormat[];
  readonly mergedIn: (row: number) => (column: number) => boolean;
}

/** Rows handed on at once. */
const PART = 500;
/** Cells farther to the right are not read. */
const MOST_COLUMNS = 300;
/** Spreadsheets keep this many digits of a number; what stood behind them is gone. */
const KEPT_DIGITS = 15;
const MOST_EXACT = 10 ** KEPT_DIGITS;

/** The rows of a sheet as its XML is read, empty ones left out. */
export async function* sheetRows(
  bytes: Readable,
  context: SheetContext,
): AsyncGenerator<readonly SheetRow[]> {
  let rows: SheetRow[] = [];
  const row = rowReader(context, (read) => rows.push(read));
  for await (const _piece of readXml(bytes, row)) {
    if (rows.length < PART) continue;
    yield rows;
    rows = [];
  }
  if (rows.length > 0) yield rows;
}

interface OpenCell {
  readonly column: number;
  readonly type: string;
  readonly style: number;
  value: string;
  hasFormula: boolean;
}

function rowReader(context: SheetContext, push: (row: SheetRow) => void) {
  let nth = 0;
  let cells: SheetCell[] = [];
  let column = 0;
  let isMerged: (column: number) => boolean = () => false;
  let cell: OpenCell | null = null;
  let isValue = false;
  let inReading = false;
  return {
    open(name: string, attributes: Readonly<Record<string, string>>) {
      if (name === 'row') {
        nth = attributes.r === undefined ? nth + 1 : Number(attributes.r);
        cells = [];
        column = 0;
        isMerged = context.mergedIn(nth);
      } else if (name === 'c') {
        column = columnOf(attributes.r) ?? column + 1;
        const style = attributes.s === undefined ? 0 : Number(attributes.s);
        cell = { column, type: attributes.t ?? 'n', style, value: '', hasFormula: false };
      } else if (cell !== null && name === 'f') cell.hasFormula = true;
      else if (name === 'rPh') inReading = true;
      isValue = (name === 'v' || name === 't') && !inReading;
    },
    close(name: string) {
      isValue = false;
      if (name === 'rPh') inReading = false;
      else if (name === 'c' && cell !== null) {
        if (cell.column <= MOST_COLUMNS)
          cells[cell.column - 1] = cellOf(cell, context, isMerged(cell.column));
        cell = null;
      } else if (name === 'row') {
        const whole = Array.from(cells, (one, at) => one ?? emptyCell(isMerged(at + 1)));
        if (whole.some(({ text, trouble }) => text !== '' || (trouble !== null && trouble !== 'merged')))
          push({ nth, cells: whole });
      }
    },
    text(piece: string) {
      if (isValue && cell !== null) cell.value += piece;
    },
  };
}

function columnOf(reference: string | undefined): number | undefined {
  const [letters] = /^[A-Z]{1,3}/.exec(reference ?? '') ?? [];
  return letters === undefined ? undefined : columnNumber(letters);
}

function emptyCell(isMerged: boolean): SheetCell {
  return isMerged ? { text: '', trouble: 'merged' } : EMPTY_CELL;
}

function cellOf(cell: OpenCell, context: SheetContext, isMerged: boolean): SheetCell {
  const { type, value, hasFormula } = cell;
  if (isMerged) return { text: contentOf(cell, context).text, trouble: 'merged' };
  if (hasFormula && value === '' && type !== 'str') return { text: '', trouble: 'formula_without_value' };
  return contentOf(cell, context);
}

function contentOf({ type, value, style }: OpenCell, { strings, formats }: SheetContext): SheetCell {
  switch (type) {
    case 's':
      return { text: strings[Number(value)] ?? '', trouble: null };
    case 'inlineStr':
    case 'str':
      return { text: unescaped(value), trouble: null };
    case 'b':
      return { text: value === '1' ? 'TRUE' : 'FALSE', trouble: null };
    case 'e':
      return { text: value, trouble: 'error_value' };
    case 'd':
      return { text: value, trouble: 'date' };
    default:
      return value === '' ? EMPTY_CELL : numberCell(value, formats[style]);
  }
}

function numberCell(raw: string, format: NumberFormat | undefined): SheetCell {
  const number = Number(raw);
  if (!Number.isFinite(number)) return { text: raw, trouble: 'error_value' };
  if (format?.kind === 'date') return { text: raw, trouble: 'date' };
  const text = writtenOut(number);
  if (Math.abs(number) >= MOST_EXACT) return { text, trouble: 'digits_lost' };
  return {
    text: format?.kind === 'padded' && Number.isInteger(number) ? text.padStart(format.width, '0') : text,
    trouble: null,
  };
}

/** A number without an exponent, to the digits that spreadsheets keep. */
function writtenOut(number: number): string {
  const kept = Number(number.toPrecision(KEPT_DIGITS));
  const text = String(kept);
  return text.includes('e') ? kept.toFixed(20).replace(/\.?0+$/, '') : text;
}
