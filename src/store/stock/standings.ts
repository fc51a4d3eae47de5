import { sql } from 'kysely';
import { type ProductId, productId, type SkuId, skuId } from '../../domain/ids.ts';
import type { Standing } from '../../domain/stock.ts';
import type { NewEvent } from '../events.ts';
import type { OwnerScope } from '../scope.ts';

interface Crossing {
  readonly sku: SkuId;
  readonly product: ProductId;
  readonly code: string;
  readonly available: number;
  readonly safetyStock: number;
  readonly before: Standing | null;
  readonly now: Standing;
}

/**
 * What there is to tell of SKUs that came to another standing since it was last told: once for each crossing, however
 * often the number moves on the same side of it. The caller holds their stock and records the events.
 */
export async function crossingsToTell(
  scope: OwnerScope,
  skus: readonly SkuId[],
): Promise<readonly NewEvent[]> {
  if (skus.length === 0) return [];
  const { rows } = await sql<{
    sku_id: number;
    product_id: number;
    code: string;
    available: number;
    safety_stock: number;
    before: Standing | null;
    now: Standing;
  }>`
    with before as (
      select sku_id, told from sku_stock
      where owner_id = ${scope.owner} and sku_id = any(${[...skus]}::bigint[])
        and standing <> 'untracked' and told is distinct from standing)
    update sku_stock s set told = s.standing from before b join skus k on k.id = b.sku_id
    where s.sku_id = b.sku_id
    returning s.sku_id, s.product_id, k.code, s.on_hand - s.reserved as available, s.safety_stock,
      b.told as before, s.standing as now`.execute(scope.trx);
  return rows.flatMap((row) =>
    eventOf({
      sku: skuId(row.sku_id),
      product: productId(row.product_id),
      code: row.code,
      available: row.available,
      safetyStock: row.safety_stock,
      before: row.before,
      now: row.now,
    }),
  );
}

const isOut = (standing: Standing | null) => standing === 'out' || standing === 'oversold';

function eventOf(crossing: Crossing): readonly NewEvent[] {
  const { before, now } = crossing;
  const data = {
    sku_id: crossing.sku,
    product_id: crossing.product,
    code: crossing.code,
    available: crossing.available,
    safety_stock: crossing.safetyStock,
  };
  if (isOut(now)) return isOut(before) ? [] : [{ type: 'stock.out', account: null, data }];
  if (isOut(before)) return [{ type: 'stock.back', account: null, data }];
  return now === 'low' ? [{ type: 'stock.low', account: null, data }] : [];
}
