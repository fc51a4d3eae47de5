import { sql } from 'kysely';
import type { ImportId } from '../../domain/ids.ts';
import type { RowFault } from '../../domain/product-sheet/fault.ts';
import type { Texts } from '../../domain/product-sheet/texts.ts';
import type { OwnerScope } from '../scope.ts';
import { sqlJson } from '../sql-json.ts';

/** A row of a file as it was read. */
export interface NewImportRow {
  readonly nth: number;
  readonly texts: readonly string[];
  readonly cells: Texts;
  readonly faults: readonly RowFault[];
}

/** Begins to read a file: what an earlier attempt has read goes. */
export async function forgetRows(scope: OwnerScope, id: ImportId): Promise<void> {
  await sql`delete from product_import_rows where owner_id = ${scope.owner} and import_id = ${id}`.execute(
    scope.trx,
  );
}

/** Writes rows down. Which product a row without a seller code is about is found when it is checked. */
export async function addImportRows(
  scope: OwnerScope,
  id: ImportId,
  rows: readonly NewImportRow[],
): Promise<void> {
  const records = rows.map((row) => ({ ...row, product_code: row.cells.seller_code ?? null }));
  await sql`
    insert into product_import_rows (import_id, nth, owner_id, texts, cells, faults, product_code)
    select ${id}, nth, ${scope.owner}, texts, cells, faults, product_code
    from json_to_recordset(${sqlJson(records)}::json) as x(nth integer, texts text[], cells jsonb, faults jsonb,
      product_code text)`.execute(scope.trx);
}

/** Notes what the file is, once all of it has been read, and lets go of it. */
export async function endReading(
  scope: OwnerScope,
  id: ImportId,
  file: {
    readonly format: 'xlsx' | 'csv';
    readonly titles: readonly string[];
    readonly columnKeys: readonly string[];
    readonly otherSheets: readonly string[];
  },
): Promise<void> {
  await sql`
    update product_imports set state = 'checking', failures = 0, file = null, format = ${file.format},
      titles = ${[...file.titles]}::text[], column_keys = ${[...file.columnKeys]}::text[],
      other_sheets = ${[...file.otherSheets]}::text[]
    where owner_id = ${scope.owner} and id = ${id}`.execute(scope.trx);
}

/** A row with the product it is about. */
export interface RowOfProduct {
  readonly nth: number;
  readonly product_code: string;
  readonly cells: Texts;
  readonly faults: readonly RowFault[];
}

/** The rows of the next products after a code, whole products, in all about `atLeast` rows. */
export async function rowsToCheck(
  scope: OwnerScope,
  id: ImportId,
  page: { readonly after: string; readonly atLeast: number },
): Promise<readonly RowOfProduct[]> {
  const { rows } = await sql<RowOfProduct>`
    select nth, product_code, cells, faults from product_import_rows
    where owner_id = ${scope.owner} and import_id = ${id} and product_code > ${page.after}
    order by product_code fetch first ${page.atLeast} rows with ties`.execute(scope.trx);
  return rows;
}

/** What a row was compared with when it was checked. */
export interface RowToWrite extends RowOfProduct {
  readonly product_id: number | null;
  readonly product_version: number | null;
}

/** The same of products of which something is to be written. */
export async function rowsToWrite(
  scope: OwnerScope,
  id: ImportId,
  page: { readonly after: string; readonly atLeast: number },
): Promise<readonly RowToWrite[]> {
  const { rows } = await sql<RowToWrite>`
    select r.nth, r.product_code, r.cells, r.faults, v.product_id, v.product_version
    from product_import_rows r join product_import_verdicts v on v.import_id = r.import_id and v.nth = r.nth
    where r.owner_id = ${scope.owner} and r.import_id = ${id} and r.product_code > ${page.after} and v.state <> 'bad'
      and exists (select from product_import_verdicts w
        where w.import_id = r.import_id and w.product_code = r.product_code and w.state in ('new', 'changed'))
    order by r.product_code fetch first ${page.atLeast} rows with ties`.execute(scope.trx);
  return rows;
}
