import { sql } from 'kysely';
import { type ImportId, importId } from '../../domain/ids.ts';
import { askForJob } from '../job-wishes.ts';
import type { OwnerScope } from '../scope.ts';

/** A file that somebody sent. */
export interface NewImport {
  readonly fileName: string | null;
  readonly file: Buffer;
  readonly sha256: string;
  readonly actor: string;
}

/** Imports of an owner that may wait for somebody's decision at once. */
export const MOST_OPEN_IMPORTS = 10;

/** Keeps a file and asks for it to be read; undefined while too many others wait. */
export async function storeImport(scope: OwnerScope, given: NewImport): Promise<ImportId | undefined> {
  const { fileName, file, sha256, actor } = given;
  const { rows } = await sql<{ id: number }>`
    insert into product_imports (owner_id, state, file_name, file_bytes, file_sha256, file, actor)
    select ${scope.owner}, 'reading', ${fileName}, ${file.length}, ${sha256}, ${file}::bytea, ${actor}
    where ${MOST_OPEN_IMPORTS} > (
      select count(*) from product_imports
      where owner_id = ${scope.owner} and state in ('reading', 'checking', 'ready', 'confirmed'))
    returning id`.execute(scope.trx);
  const [row] = rows;
  if (row === undefined) return undefined;
  askForJob(scope, 'imports', null);
  return importId(row.id);
}
