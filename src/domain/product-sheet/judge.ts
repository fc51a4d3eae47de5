import { NEW_PRODUCT } from '../new-product.ts';
import type { Product } from '../product.ts';
import { isProductColumn, type ReadColumn } from './columns.ts';
import type { CellChange } from './differing.ts';
import { differingFrom, entriesOf } from './differing.ts';
import type { RowFault } from './fault.ts';
import { judgeSkus, type SkuVerdict } from './judge-skus.ts';
import { patchedProduct } from './patch.ts';
import type { ReadRow, Surroundings } from './rows.ts';
import { structureFaults } from './structure.ts';
import { productTexts, type Texts } from './texts.ts';

export const ROW_STATES = ['new', 'changed', 'unchanged', 'bad'] as const;
export type RowState = (typeof ROW_STATES)[number];

export interface JudgedRow {
  readonly nth: number;
  readonly state: RowState;
  readonly sku: string | null;
  readonly faults: readonly RowFault[];
  readonly changes: readonly CellChange[];
}

export interface JudgedProduct {
  /** The product as it is to be; null when a row of it is bad, and it is left out whole. */
  readonly product: Product | null;
  /** Whether anything of the product is to be written, stock aside. */
  readonly differs: boolean;
  /** What is to be counted in all places together, by SKU. */
  readonly counts: ReadonlyMap<string, number>;
  readonly rows: readonly JudgedRow[];
}

/** Judges the rows of one product by what is there. Cells that are empty leave everything as it is. */
export function judgeProduct(rows: readonly ReadRow[], known: Surroundings): JudgedProduct {
  const notes = new Map(rows.map(({ nth, faults }) => [nth, [...faults]]));
  const note = (nth: number, fault: RowFault) => notes.get(nth)?.push(fault);
  const first = rows[0]?.nth ?? 0;
  const before = known.current ?? emptyProduct(known.sellerCode);
  const told = tellOnce(rows, note);
  const differing = differingFrom(productTexts(before), told.cells);
  const patched = patchedProduct(before, differing.cells);
  for (const fault of patched.faults) note(told.rowOf(fault.column) ?? first, fault);
  if (known.current === undefined) {
    for (const column of ['name', 'price'] as const) {
      const isThere = rows.some((row) => row.cells[column] !== undefined || hasFault(row, column));
      if (!isThere) note(first, { column, code: 'missing', value: null });
    }
  }
  const skus = judgeSkus(rows, patched.product, known, note);
  const product: Product = { ...patched.product, skus: skus.skus };
  for (const { nth, fault } of structureFaults(product, skus.rowOf, first)) note(nth, fault);
  return verdictOf(rows, notes, {
    known,
    product,
    skus,
    productChanges: differing.changes,
    rowOf: told.rowOf,
  });
}

function verdictOf(
  rows: readonly ReadRow[],
  notes: ReadonlyMap<number, readonly RowFault[]>,
  facts: {
    readonly known: Surroundings;
    readonly product: Product;
    readonly skus: SkuVerdict;
    readonly productChanges: readonly CellChange[];
    readonly rowOf: (column: ReadColumn | null) => number | undefined;
  },
): JudgedProduct {
  const { known, product, skus, productChanges, rowOf } = facts;
  const bad = rows.find(({ nth }) => (notes.get(nth) ?? []).length > 0);
  const judged = rows.map(({ nth }): JudgedRow => {
    const faults = notes.get(nth) ?? [];
    const sku = skus.codeOf(nth);
    if (bad !== undefined) {
      const because: RowFault = { column: null, code: 'row_of_product_bad', value: null, row: bad.nth };
      return { nth, state: 'bad', sku, faults: faults.length > 0 ? faults : [because], changes: [] };
    }
    const changes = [
      ...productChanges.filter(({ column }) => rowOf(column) === nth),
      ...(skus.changes.get(nth) ?? []),
    ];
    const isNew = known.current === undefined || skus.added.has(nth);
    const state = isNew ? 'new' : changes.length > 0 ? 'changed' : 'unchanged';
    return { nth, state, sku, faults: [], changes: known.current === undefined ? [] : changes };
  });
  const differs = productChanges.length > 0 || skus.differ || known.current === undefined;
  return bad === undefined
    ? { product, differs, counts: skus.counts, rows: judged }
    : { product: null, differs: false, counts: new Map(), rows: judged };
}

function emptyProduct(sellerCode: string): Product {
  return { ...NEW_PRODUCT, name: '', price: 0, sellerCode };
}

function hasFault({ faults }: ReadRow, column: ReadColumn): boolean {
  return faults.some((fault) => fault.column === column);
}

/** What the rows tell of the product: each column by the first row that has it. Rows that say otherwise are at fault. */
function tellOnce(rows: readonly ReadRow[], note: (nth: number, fault: RowFault) => void) {
  const told = new Map<ReadColumn, { readonly nth: number; readonly text: string }>();
  for (const { nth, cells } of rows) {
    for (const [column, text] of entriesOf(cells)) {
      if (!isProductColumn(column) || column === 'seller_code') continue;
      const earlier = told.get(column);
      if (earlier === undefined) told.set(column, { nth, text });
      else if (earlier.text !== text) note(nth, { column, code: 'differs', value: text, row: earlier.nth });
    }
  }
  const cells: Texts = Object.fromEntries([...told].map(([column, { text }]) => [column, text]));
  return {
    cells,
    rowOf: (column: ReadColumn | null) => (column === null ? undefined : told.get(column)?.nth),
  };
}
