import { sql } from 'kysely';
import { type ImportId, type ProductId, productId } from '../../domain/ids.ts';
import type { CellChange } from '../../domain/product-sheet/differing.ts';
import type { RowFault } from '../../domain/product-sheet/fault.ts';
import type { RowState } from '../../domain/product-sheet/judge.ts';
import type { OwnerScope } from '../scope.ts';

/** A row of a file with what it comes to. */
export interface CheckedRow {
  readonly nth: number;
  readonly state: RowState;
  readonly texts: readonly string[];
  readonly productCode: string | null;
  readonly product: ProductId | null;
  readonly sku: string | null;
  readonly faults: readonly RowFault[];
  readonly changes: readonly CellChange[];
}

/** Rows in the order of the file, those behind a row. */
export async function listImportRows(
  scope: OwnerScope,
  id: ImportId,
  page: { readonly state: RowState | null; readonly after: number; readonly limit: number },
): Promise<readonly CheckedRow[]> {
  const { rows } = await sql<{
    nth: number;
    state: RowState;
    texts: readonly string[];
    product_code: string | null;
    product_id: number | null;
    sku: string | null;
    faults: readonly RowFault[];
    changes: readonly CellChange[];
  }>`
    select v.nth, v.state, r.texts, v.product_code, v.product_id, v.sku, v.faults, v.changes
    from product_import_verdicts v join product_import_rows r on r.import_id = v.import_id and r.nth = v.nth
    where v.owner_id = ${scope.owner} and v.import_id = ${id} and v.nth > ${page.after}
      ${page.state === null ? sql`` : sql`and v.state = ${page.state}`}
    order by v.nth limit ${page.limit}`.execute(scope.trx);
  return rows.map((row) => ({
    nth: row.nth,
    state: row.state,
    texts: row.texts,
    productCode: row.product_code,
    product: row.product_id === null ? null : productId(row.product_id),
    sku: row.sku,
    faults: row.faults,
    changes: row.changes,
  }));
}
