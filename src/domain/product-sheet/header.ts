import { COLUMN_KEYS, type ColumnKey, columnOf } from './columns.ts';

/** What the header row of a file names, column by column. */
export interface Header {
  /** The header row as it is written. */
  readonly titles: readonly string[];
  /** Which column each title is; null for one that is not known here. */
  readonly keys: readonly (ColumnKey | null)[];
}

/** Two titles that mean the same column: nobody knows which one counts. */
export interface ColumnTwice {
  readonly twice: readonly string[];
}

const BY_NAME = new Map(
  COLUMN_KEYS.flatMap((key) => {
    const { names, others } = columnOf(key);
    return [names.ko, names.en, ...others].map((name): readonly [string, ColumnKey] => [folded(name), key]);
  }),
);

/** Reads a row as a header; null where it names neither a product nor a SKU, so that it is none. */
export function headerOf(titles: readonly string[]): Header | ColumnTwice | null {
  const keys = titles.map((title) => BY_NAME.get(folded(title)) ?? null);
  if (!keys.includes('seller_code') && !keys.includes('sku')) return null;
  const twice = keys.find((key, at) => key !== null && keys.indexOf(key) < at);
  if (twice !== undefined && twice !== null) return { twice: titles.filter((_, at) => keys[at] === twice) };
  return { titles, keys };
}

/** Titles nobody knows here; their cells are not read. */
export function unknownTitles({ titles, keys }: Header): readonly string[] {
  return titles.filter((title, at) => keys[at] === null && title.trim() !== '');
}

/** A title without what people add: units and remarks in brackets, asterisks, spaces, dots, lines. */
export function folded(title: string): string {
  return title
    .normalize('NFKC')
    .replace(/\([^)]*\)|\[[^\]]*\]/g, '')
    .replace(/[\s*_\-·./:]/g, '')
    .toLowerCase();
}
