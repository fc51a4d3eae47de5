import { sql } from 'kysely';
import type { SkuId } from '../../domain/ids.ts';
import type { OwnerScope } from '../scope.ts';

/**
 * Sets from how few on a SKU is running low; false when it is not there. Its product counts as changed: who edits it at the
 * same time would write the old number over this one.
 */
export async function setSafetyStock(scope: OwnerScope, sku: SkuId, safetyStock: number): Promise<boolean> {
  const { rows } = await sql<{ id: number }>`
    with changed as (
      update products set version = version + 1, changed_at = now()
      where owner_id = ${scope.owner} and deleted_at is null and id = (
        select product_id from skus where owner_id = ${scope.owner} and id = ${sku} and deleted_at is null)
      returning id)
    update skus set safety_stock = ${safetyStock}
    where owner_id = ${scope.owner} and id = ${sku} and product_id in (select id from changed) returning id`.execute(
    scope.trx,
  );
  return rows.length > 0;
}
