import { sql } from 'kysely';
import { type ProductId, productId, type SkuId, skuId } from '../../domain/ids.ts';
import type { OwnerScope } from '../scope.ts';
import { soldLately } from './sold-lately.ts';

/** A product of which something is running low, with what may be sold of all its SKUs together. */
export interface LowProduct {
  readonly id: ProductId;
  readonly name: string;
  readonly available: number;
  readonly safetyStock: number;
  /** Those that are running low or have run out. */
  readonly skus: readonly LowSku[];
}

export interface LowSku {
  readonly id: SkuId;
  readonly code: string;
  readonly optionValues: readonly string[];
  readonly available: number;
  readonly safetyStock: number;
  /** Units sold in the last seven days, in every shop. */
  readonly soldLately: number;
}

interface LowRow {
  readonly id: number;
  readonly name: string;
  readonly available: number;
  readonly safety_stock: number;
  readonly skus: readonly {
    readonly id: number;
    readonly code: string;
    readonly option_values: readonly string[];
    readonly available: number;
    readonly safety_stock: number;
    readonly sold: number;
  }[];
}

/**
 * Products with a SKU at its safety stock or below, in the order of their ids. SKUs that nobody has counted do not
 * count, and one that was oversold takes nothing from what there is of the others.
 */
export async function listLowStock(
  scope: OwnerScope,
  page: { readonly limit: number; readonly after: ProductId | null },
): Promise<readonly LowProduct[]> {
  const { rows } = await sql<LowRow>`
    with low as (
      select distinct s.product_id from sku_stock s join skus k on k.id = s.sku_id and k.deleted_at is null
      where s.owner_id = ${scope.owner} and s.standing in ('low', 'out', 'oversold')
        ${page.after === null ? sql`` : sql`and s.product_id > ${page.after}`}
      order by s.product_id limit ${page.limit}),
    sold as materialized (${soldLately(sql`select k.id from skus k join low on low.product_id = k.product_id`)})
    select p.id, p.name, sums.available::bigint, sums.safety_stock::bigint, sums.skus
    from low join products p on p.id = low.product_id
    join lateral (
      select sum(greatest(s.on_hand - s.reserved, 0)) as available, sum(s.safety_stock) as safety_stock,
        json_agg(json_build_object('id', k.id, 'code', k.code, 'option_values', k.option_values,
          'available', s.on_hand - s.reserved, 'safety_stock', s.safety_stock, 'sold', coalesce(sold.units, 0))
          order by k.nth)
          filter (where s.standing <> 'enough') as skus
      from skus k join sku_stock s on s.sku_id = k.id left join sold on sold.sku_id = k.id
      where k.product_id = p.id and k.deleted_at is null and s.standing <> 'untracked') sums on true
    order by p.id`.execute(scope.trx);
  return rows.map((row) => ({
    id: productId(row.id),
    name: row.name,
    available: row.available,
    safetyStock: row.safety_stock,
    skus: row.skus.map((sku) => ({
      id: skuId(sku.id),
      code: sku.code,
      optionValues: sku.option_values,
      available: sku.available,
      safetyStock: sku.safety_stock,
      soldLately: sku.sold,
    })),
  }));
}
