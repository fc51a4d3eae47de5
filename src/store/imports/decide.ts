import { sql } from 'kysely';
import type { ImportId } from '../../domain/ids.ts';
import { askForJob } from '../job-wishes.ts';
import type { OwnerScope } from '../scope.ts';

/** Lets an import be written as it was shown. False when it is not ready any more, or shows something else by now. */
export async function confirmImport(
  scope: OwnerScope,
  id: ImportId,
  by: { readonly version: number; readonly skipBad: boolean; readonly actor: string },
): Promise<boolean> {
  const { rows } = await sql`
    update product_imports set state = 'confirmed', version = version + 1, confirmed_at = now(), outdated = false,
      confirmed_by = ${by.actor}, skip_bad = ${by.skipBad}
    where owner_id = ${scope.owner} and id = ${id} and state = 'ready' and version = ${by.version}
    returning id`.execute(scope.trx);
  if (rows.length === 0) return false;
  askForJob(scope, 'imports', null);
  return true;
}

/**
 * Whether products are not any more what rows were compared with: changed or deleted since, or there by now where a new one
 * was to be made.
 */
export async function isOutdated(scope: OwnerScope, id: ImportId): Promise<boolean> {
  const { rows } = await sql`
    select from product_import_verdicts v
    left join products p on p.owner_id = ${scope.owner} and p.seller_code = v.product_code and p.deleted_at is null
    where v.owner_id = ${scope.owner} and v.import_id = ${id} and v.state in ('new', 'changed')
      and (p.id, p.version) is distinct from (v.product_id, v.product_version) limit 1`.execute(scope.trx);
  return rows.length > 0;
}

/** Has an import checked anew, since what it shows is not true any more. It has to be confirmed again. */
export async function checkAnew(scope: OwnerScope, id: ImportId): Promise<void> {
  await sql`
    update product_imports set state = 'checking', version = version + 1, outdated = true, counts = null
    where owner_id = ${scope.owner} and id = ${id} and state in ('ready', 'confirmed')`.execute(scope.trx);
  askForJob(scope, 'imports', null);
}

/** Forgets an import that has written nothing and is not about to. False when it has, is, or is not there. */
export async function deleteImport(scope: OwnerScope, id: ImportId): Promise<boolean> {
  const { rows } = await sql`
    delete from product_imports
    where owner_id = ${scope.owner} and id = ${id} and state not in ('confirmed', 'imported')
    returning id`.execute(scope.trx);
  return rows.length > 0;
}
