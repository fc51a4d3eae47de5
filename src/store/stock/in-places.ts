import { sql } from 'kysely';
import type { SkuId } from '../../domain/ids.ts';
import type { OwnerScope } from '../scope.ts';

/** What lies of a SKU in all places, null where nobody has counted it, and what of it lies elsewhere than in the default one. */
export interface StockInPlaces {
  readonly id: SkuId;
  readonly total: number | null;
  readonly elsewhere: number;
}

/** The stock of SKUs by their codes. Codes that no SKU has are left out. */
export async function stockInPlaces(
  scope: OwnerScope,
  codes: readonly string[],
): Promise<ReadonlyMap<string, StockInPlaces>> {
  const { rows } = await sql<{ code: string; id: SkuId; total: number | null; elsewhere: number }>`
    select k.code, k.id, case when s.tracked_since is not null then s.on_hand end as total,
      s.on_hand - coalesce(here.on_hand, 0) as elsewhere
    from skus k join sku_stock s on s.sku_id = k.id
    left join locations p on p.owner_id = ${scope.owner} and p.is_default
    left join stock_levels here on here.sku_id = k.id and here.location_id = p.id
    where k.owner_id = ${scope.owner} and k.deleted_at is null and k.code = any(${[...codes]}::text[])`.execute(
    scope.trx,
  );
  return new Map(rows.map(({ code, ...stock }) => [code, stock]));
}
