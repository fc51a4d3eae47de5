import { sql } from 'kysely';
import { type ImportId, type SkuId, skuId } from '../../domain/ids.ts';
import type { OwnerScope } from '../scope.ts';
import { sqlJson } from '../sql-json.ts';
import { lockStock } from '../stock/lock.ts';
import type { ImportWritten } from './import.ts';

/**
 * Holds the products that an import changes, and the stock of their SKUs, until the transaction ends: products before stock,
 * as whoever changes a product holds them.
 */
export async function lockImported(scope: OwnerScope, id: ImportId): Promise<void> {
  const concerned = sql`
    select product_id from product_import_verdicts
    where owner_id = ${scope.owner} and import_id = ${id} and state in ('new', 'changed') and product_id is not null`;
  await sql`
    select from products where owner_id = ${scope.owner} and id in (${concerned}) order by id for update`.execute(
    scope.trx,
  );
  const { rows } = await sql<{ id: number }>`
    select id from skus where owner_id = ${scope.owner} and product_id in (${concerned})`.execute(scope.trx);
  await lockStock(
    scope,
    rows.map((row): SkuId => skuId(row.id)),
  );
}

/** Ends an import that has been written. */
export async function endImport(scope: OwnerScope, id: ImportId, written: ImportWritten): Promise<void> {
  await sql`
    update product_imports set state = 'imported', version = version + 1, finished_at = now(),
      written = ${sqlJson(written)}::jsonb
    where owner_id = ${scope.owner} and id = ${id}`.execute(scope.trx);
}
