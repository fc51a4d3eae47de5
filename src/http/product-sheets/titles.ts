import type { SheetLanguage } from '../../domain/product-sheet/choices.ts';
import { type ColumnKey, columnOf } from '../../domain/product-sheet/columns.ts';
import { inLanguage } from '../../marketplaces/kit/localized.ts';
import type { Cell } from '../exports/csv.ts';
import type { SheetTitle } from '../exports/send-sheet.ts';
import type { Language } from '../problems/language.ts';

/** Sheets are in Korean and English; who reads neither gets the English ones. */
export function sheetLanguageOf(language: Language): SheetLanguage {
  return language === 'ko' ? 'ko' : 'en';
}

/** The titles of columns in a language; both are known when the file comes back. */
export function titlesOf(keys: readonly ColumnKey[], language: Language): readonly SheetTitle[] {
  return keys.map((key) => {
    const { names, kind, width } = columnOf(key);
    return { title: inLanguage(names, language), kind, width };
  });
}

/** The text of a cell as its column keeps it: numbers as numbers, so that spreadsheets add them up. */
export function cellOf(key: ColumnKey, text: string): Cell {
  if (text === '') return null;
  return columnOf(key).kind === 'number' ? Number(text) : text;
}
