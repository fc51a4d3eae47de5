import { sql } from 'kysely';
import { type ImportId, importId } from '../../domain/ids.ts';
import type { OwnerScope } from '../scope.ts';
import { sqlJson } from '../sql-json.ts';
import type { ImportState } from './import.ts';

/** What there is still to do for an import. */
export type OpenState = Extract<ImportState, 'reading' | 'checking' | 'confirmed'>;

/** An import that somebody has taken up. */
export interface ImportAtWork {
  readonly id: ImportId;
  readonly state: OpenState;
  /** Whoever took it up last has the highest one; what others still write is not taken. */
  readonly attempt: number;
}

/** Takes up the oldest import with something to do; undefined when there is none. */
export async function takeUpImport(scope: OwnerScope): Promise<ImportAtWork | undefined> {
  const { rows } = await sql<{ id: number; state: OpenState; attempt: number }>`
    update product_imports set attempt = attempt + 1
    where id = (
      select id from product_imports
      where owner_id = ${scope.owner} and state in ('reading', 'checking', 'confirmed')
      order by state = 'confirmed' desc, id limit 1 for update)
    returning id, state, attempt`.execute(scope.trx);
  const [row] = rows;
  return row === undefined ? undefined : { id: importId(row.id), state: row.state, attempt: row.attempt };
}

/** Holds an import until the transaction ends. False when it was deleted, or somebody else took it up since. */
export async function holdImport(scope: OwnerScope, { id, state, attempt }: ImportAtWork): Promise<boolean> {
  const { rows } = await sql`
    select from product_imports
    where owner_id = ${scope.owner} and id = ${id} and state = ${state} and attempt = ${attempt} for update`.execute(
    scope.trx,
  );
  return rows.length > 0;
}

/** The file of an import, while it has not been read whole. */
export async function readImportFile(scope: OwnerScope, id: ImportId): Promise<Buffer> {
  const { rows } = await sql<{ file: Uint8Array | null }>`
    select file from product_imports where owner_id = ${scope.owner} and id = ${id}`.execute(scope.trx);
  const file = rows[0]?.file;
  if (file === undefined || file === null) throw new Error(`the file of import ${id} is gone`);
  return Buffer.from(file.buffer, file.byteOffset, file.byteLength);
}

/** Notes that a step broke off with an error of our own; answers how often in a row, 0 where it is not ours any more. */
export async function noteFailure(scope: OwnerScope, { id, state, attempt }: ImportAtWork): Promise<number> {
  const { rows } = await sql<{ failures: number }>`
    update product_imports set failures = failures + 1
    where owner_id = ${scope.owner} and id = ${id} and state = ${state} and attempt = ${attempt}
    returning failures`.execute(scope.trx);
  return rows[0]?.failures ?? 0;
}

/** Ends an import whose file cannot be read as products. */
export async function refuseImport(
  scope: OwnerScope,
  id: ImportId,
  refusal: { readonly code: string; readonly named: string | null },
): Promise<void> {
  await sql`delete from product_import_rows where owner_id = ${scope.owner} and import_id = ${id}`.execute(
    scope.trx,
  );
  await sql`
    update product_imports set state = 'refused', version = version + 1, file = null, finished_at = now(),
      refusal = ${sqlJson(refusal)}::jsonb
    where owner_id = ${scope.owner} and id = ${id}`.execute(scope.trx);
}
