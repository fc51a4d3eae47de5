import type { Product, Sku } from '../product.ts';
import { OPTION_VALUE_COLUMNS, type ReadColumn } from './columns.ts';
import { type CellChange, differingFrom } from './differing.ts';
import { type RowFault, shownValue } from './fault.ts';
import { patchedSku } from './patch.ts';
import type { ReadRow, Surroundings } from './rows.ts';
import { skuTexts, type Texts } from './texts.ts';

/** What the rows make of a product's SKUs. */
export interface SkuVerdict {
  /** Those that are there, as they are to be, and the new ones behind them; none is given up. */
  readonly skus: readonly Sku[];
  readonly counts: ReadonlyMap<string, number>;
  readonly changes: ReadonlyMap<number, readonly CellChange[]>;
  /** Rows whose SKU is new. */
  readonly added: ReadonlySet<number>;
  /** Whether anything but stock is to be written. */
  readonly differ: boolean;
  codeOf(nth: number): string | null;
  /** The row that a SKU stands in. */
  rowOf(sku: string): number | undefined;
}

const NEW_SKU: Omit<Sku, 'code'> = {
  optionValues: [],
  price: null,
  barcode: null,
  cost: null,
  safetyStock: 0,
};

/** The columns that a patched SKU takes as they are told. */
const VALUES: readonly ReadColumn[] = ['sku_price', 'cost', 'safety_stock', 'barcode'];

/** Judges what each row tells of its SKU. `product` has its new option names already, and its old SKUs. */
export function judgeSkus(
  rows: readonly ReadRow[],
  product: Product,
  known: Surroundings,
  note: (nth: number, fault: RowFault) => void,
): SkuVerdict {
  const skus = new Map(product.skus.map((sku) => [sku.code, sku]));
  const rowOfSku = new Map<string, number>();
  const codeOfRow = new Map<number, string>();
  const counts = new Map<string, number>();
  const changes = new Map<number, readonly CellChange[]>();
  const added = new Set<number>();
  let differ = false;

  for (const { nth, cells, faults } of rows) {
    // Which SKU it is cannot be told from a cell that cannot be read.
    if (faults.some(({ column }) => column === 'sku')) continue;
    const code = skuCodeOf(cells, product, known);
    if (code === undefined) {
      note(nth, { column: 'sku', code: 'missing', value: null });
      continue;
    }
    codeOfRow.set(nth, code);
    const earlier = rowOfSku.get(code);
    if (earlier !== undefined) {
      note(nth, { column: 'sku', code: 'sku_twice', value: shownValue(code), row: earlier });
      note(earlier, { column: 'sku', code: 'sku_twice', value: shownValue(code), row: nth });
      continue;
    }
    rowOfSku.set(code, nth);
    const other = known.otherOwnerOf(code);
    if (other !== undefined)
      note(nth, { column: 'sku', code: 'sku_of_other', value: shownValue(code), named: other });

    const before = skus.get(code);
    if (before === undefined) added.add(nth);
    const sku = before ?? { ...NEW_SKU, code };
    const now = skuTexts(product, sku, known.stockOf(code).total);
    const differing = differingFrom(now, pick(cells, VALUES));
    const patched = patchedSku(sku, differing.cells, product.currency);
    for (const fault of patched.faults) note(nth, fault);
    const options = optionsOf(cells, sku, product.optionNames, nth, note);
    const count = countOf(cells, code, known, nth, note);
    if (count !== undefined) counts.set(code, count.after);
    skus.set(code, { ...patched.sku, optionValues: options.values });
    const written = [...options.changes, ...differing.changes];
    if (written.length > 0 || before === undefined) differ = true;
    changes.set(nth, count === undefined ? written : [...written, count.change]);
  }
  return {
    skus: [...skus.values()],
    counts,
    changes,
    added,
    differ,
    codeOf: (nth) => codeOfRow.get(nth) ?? null,
    rowOf: (sku) => rowOfSku.get(sku),
  };
}

/**
 * The code of a row's SKU: as it is told, else that of the SKU with the same option values, else that of the only one. A
 * new product without options goes by its own code.
 */
function skuCodeOf(
  cells: Texts,
  { optionNames, skus }: Product,
  { current, sellerCode }: Surroundings,
): string | undefined {
  if (cells.sku !== undefined) return cells.sku;
  const values = OPTION_VALUE_COLUMNS.flatMap((column) => cells[column] ?? []);
  if (optionNames.length === 0 && values.length === 0)
    return current === undefined ? sellerCode : skus.length === 1 ? skus[0]?.code : undefined;
  return skus.find(({ optionValues }) => isSame(optionValues, values))?.code;
}

function optionsOf(
  cells: Texts,
  sku: Sku,
  names: readonly string[],
  nth: number,
  note: (nth: number, fault: RowFault) => void,
): { readonly values: readonly string[]; readonly changes: readonly CellChange[] } {
  const values: string[] = [];
  const changes: CellChange[] = [];
  for (const [at, column] of OPTION_VALUE_COLUMNS.entries()) {
    const told = cells[column];
    const before = sku.optionValues[at];
    if (names[at] === undefined) {
      if (told !== undefined) note(nth, { column, code: 'no_option_name', value: shownValue(told) });
      continue;
    }
    const value = told ?? before;
    if (value === undefined) {
      note(nth, { column, code: 'no_option_value', value: null, named: names[at] });
      continue;
    }
    values.push(value);
    if (value !== before) changes.push({ column, before: before ?? '', after: value });
  }
  return { values, changes };
}

/**
 * What the stock of a row comes to. A number that is the one which was exported was not touched by anybody: what has
 * been sold since then stays sold.
 */
function countOf(
  cells: Texts,
  code: string,
  known: Surroundings,
  nth: number,
  note: (nth: number, fault: RowFault) => void,
): { readonly after: number; readonly change: CellChange } | undefined {
  const { stock, stock_when_exported: exported } = cells;
  if (stock === undefined || stock === exported) return undefined;
  const after = Number(stock);
  const { total, elsewhere } = known.stockOf(code);
  if (after === total) return undefined;
  if (after < elsewhere)
    note(nth, { column: 'stock', code: 'less_than_elsewhere', value: stock, limit: elsewhere });
  return { after, change: { column: 'stock', before: total === null ? '' : String(total), after: stock } };
}

function pick(cells: Texts, columns: readonly ReadColumn[]): Texts {
  return Object.fromEntries(
    columns.flatMap((column) => (cells[column] === undefined ? [] : [[column, cells[column]]])),
  );
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((value, at) => value === other[at]);
}
