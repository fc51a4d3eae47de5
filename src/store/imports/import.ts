import { sql } from 'kysely';
import { type ImportId, importId } from '../../domain/ids.ts';
import type { RowState } from '../../domain/product-sheet/judge.ts';
import type { OwnerScope } from '../scope.ts';

export const IMPORT_STATES = ['reading', 'refused', 'checking', 'ready', 'confirmed', 'imported'] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

/** How many rows have come to what, and products of which something would be written. */
export interface ImportCounts {
  readonly rows: Readonly<Record<RowState, number>>;
  readonly products: { readonly new: number; readonly changed: number };
}

/** What an import has written. */
export interface ImportWritten {
  readonly products_added: number;
  readonly products_changed: number;
  readonly skus_counted: number;
  readonly rows_left_out: number;
}

/** A file of products, and how far it has come. */
export interface ProductImport {
  readonly id: ImportId;
  readonly state: ImportState;
  readonly version: number;
  readonly fileName: string | null;
  readonly fileBytes: number;
  readonly format: 'xlsx' | 'csv' | null;
  readonly titles: readonly string[];
  /** The column of each title; empty for one that is not known. */
  readonly columnKeys: readonly string[];
  readonly otherSheets: readonly string[];
  readonly refusal: { readonly code: string; readonly named: string | null } | null;
  /** Null until every row has been checked. */
  readonly counts: ImportCounts | null;
  readonly written: ImportWritten | null;
  readonly skipBad: boolean;
  readonly outdated: boolean;
  readonly actor: string;
  readonly confirmedBy: string | null;
  readonly createdAt: Date;
  readonly readyAt: Date | null;
  readonly confirmedAt: Date | null;
  readonly finishedAt: Date | null;
}

interface ImportRow {
  readonly id: number;
  readonly state: ImportState;
  readonly version: number;
  readonly file_name: string | null;
  readonly file_bytes: number;
  readonly format: 'xlsx' | 'csv' | null;
  readonly titles: readonly string[];
  readonly column_keys: readonly string[];
  readonly other_sheets: readonly string[];
  readonly refusal: ProductImport['refusal'];
  readonly counts: ImportCounts | null;
  readonly written: ImportWritten | null;
  readonly skip_bad: boolean;
  readonly outdated: boolean;
  readonly actor: string;
  readonly confirmed_by: string | null;
  readonly created_at: Date;
  readonly ready_at: Date | null;
  readonly confirmed_at: Date | null;
  readonly finished_at: Date | null;
}

const COLUMNS =
  sql.raw(`id, state, version, file_name, file_bytes, format, titles, column_keys, other_sheets, refusal,
  counts, written, skip_bad, outdated, actor, confirmed_by, created_at, ready_at, confirmed_at, finished_at`);

/** One import, or undefined when the owner has none of this id. */
export async function findImport(scope: OwnerScope, id: ImportId): Promise<ProductImport | undefined> {
  const { rows } = await sql<ImportRow>`
    select ${COLUMNS} from product_imports where owner_id = ${scope.owner} and id = ${id}`.execute(scope.trx);
  return rows.map(importFrom)[0];
}

/** Imports, newest first. */
export async function listImports(
  scope: OwnerScope,
  page: { readonly limit: number; readonly before: ImportId | null },
): Promise<readonly ProductImport[]> {
  const { rows } = await sql<ImportRow>`
    select ${COLUMNS} from product_imports
    where owner_id = ${scope.owner} ${page.before === null ? sql`` : sql`and id < ${page.before}`}
    order by id desc limit ${page.limit}`.execute(scope.trx);
  return rows.map(importFrom);
}

function importFrom(row: ImportRow): ProductImport {
  return {
    id: importId(row.id),
    state: row.state,
    version: row.version,
    fileName: row.file_name,
    fileBytes: row.file_bytes,
    format: row.format,
    titles: row.titles,
    columnKeys: row.column_keys,
    otherSheets: row.other_sheets,
    refusal: row.refusal,
    counts: row.counts,
    written: row.written,
    skipBad: row.skip_bad,
    outdated: row.outdated,
    actor: row.actor,
    confirmedBy: row.confirmed_by,
    createdAt: row.created_at,
    readyAt: row.ready_at,
    confirmedAt: row.confirmed_at,
    finishedAt: row.finished_at,
  };
}
