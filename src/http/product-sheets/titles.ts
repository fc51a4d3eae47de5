import { type ColumnKey, columnOf } from '../../domain/product-sheet/columns.ts';
import type { Cell } from '../exports/csv.ts';
import type { SheetTitle } from '../exports/send-sheet.ts';
import type { Language } from '../problems/language.ts';

/** The titles of columns in a language; both are known when the file comes back. */
export function titlesOf(keys: readonly ColumnKey[], language: Language): readonly SheetTitle[] {
  return keys.map((key) => {
    const { names, kind, width } = columnOf(key);
    return { title: names[language], kind, width };
  });
}

/** The text of a cell as its column keeps it: numbers as numbers, so that spreadsheets add them up. */
export function cellOf(key: ColumnKey, text: string): Cell {
  if (text === '') return null;
  return columnOf(key).kind === 'number' ? Number(text) : text;
}
