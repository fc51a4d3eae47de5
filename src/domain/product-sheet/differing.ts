import { isColumnKey, isReadColumn, type ReadColumn } from './columns.ts';
import { plainText } from './reading.ts';
import type { Texts } from './texts.ts';

/** How a cell is not what is there. */
export interface CellChange {
  readonly column: ReadColumn;
  readonly before: string;
  readonly after: string;
}

/** The cells that say something else than what is there, and how. */
export function differingFrom(
  before: Texts,
  cells: Texts,
): { readonly cells: Texts; readonly changes: readonly CellChange[] } {
  const changes = entriesOf(cells).flatMap(([column, after]): readonly CellChange[] => {
    const now = before[column] ?? '';
    return plainText(now) === after ? [] : [{ column, before: now, after }];
  });
  return { cells: Object.fromEntries(changes.map(({ column, after }) => [column, after])), changes };
}

export function entriesOf(cells: Texts): readonly (readonly [ReadColumn, string])[] {
  return Object.entries(cells).flatMap(([column, text]) =>
    isColumnKey(column) && isReadColumn(column) && text !== undefined ? [[column, text] as const] : [],
  );
}
