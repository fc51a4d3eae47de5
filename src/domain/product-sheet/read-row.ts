import { type SheetCell, type SheetRow, troubleOf } from './cell.ts';
import { isReadColumn, type ReadColumn } from './columns.ts';
import { type RowFault, shownValue } from './fault.ts';
import type { Header } from './header.ts';
import type { Reader } from './reading.ts';
import type { Texts } from './texts.ts';

/** A row of a file: as it stands there, and its cells as they were read, each by itself. */
export interface RowRead {
  readonly nth: number;
  readonly texts: readonly string[];
  readonly cells: Texts;
  readonly faults: readonly RowFault[];
}

/** Reads the cells of a row that stand under known columns; empty ones tell nothing. */
export function readRow(
  { nth, cells }: SheetRow,
  { titles, keys }: Header,
  readers: Readonly<Record<ReadColumn, Reader>>,
): RowRead {
  const read: Partial<Record<ReadColumn, string>> = {};
  const faults: RowFault[] = [];
  for (const [at, column] of keys.entries()) {
    const cell = cells[at];
    if (cell === undefined || column === null || !isReadColumn(column)) continue;
    const trouble = troubleOf(cell);
    if (trouble !== null) {
      faults.push({ column, code: trouble, value: shownValue(cell.text) });
      continue;
    }
    if (cell.text.trim() === '') continue;
    const reading = readers[column](cell.text);
    if (reading.kind === 'value') read[column] = reading.text;
    else faults.push({ column, ...reading.fault });
  }
  return { nth, texts: titles.map((_, at) => textOf(cells[at])), cells: read, faults };
}

/** What a date was before a spreadsheet made one of it, nobody knows: its number means nothing to whoever corrects it. */
function textOf(cell: SheetCell | undefined): string {
  return cell === undefined || cell.trouble === 'date' ? '' : cell.text;
}
