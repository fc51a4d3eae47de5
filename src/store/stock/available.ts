import { sql } from 'kysely';
import { type SkuId, skuId } from '../../domain/ids.ts';
import type { OwnerScope } from '../scope.ts';

/** What may still be sold of a SKU; below zero when more was sold than there is. */
export interface Availability {
  readonly sku: SkuId;
  readonly onHand: number;
  readonly reserved: number;
  readonly available: number;
  readonly safetyStock: number;
  /** Null for a SKU that nobody has counted or received: its numbers mean nothing. */
  readonly trackedSince: Date | null;
}

/** What there is of some SKUs in all places together. SKUs that are not there are left out. */
export async function availableOf(
  scope: OwnerScope,
  skus: readonly SkuId[],
): Promise<ReadonlyMap<SkuId, Availability>> {
  if (skus.length === 0) return new Map();
  const { rows } = await sql<{
    sku_id: number;
    on_hand: number;
    reserved: number;
    safety_stock: number;
    tracked_since: Date | null;
  }>`
    select sku_id, on_hand, reserved, safety_stock, tracked_since from sku_stock
    where owner_id = ${scope.owner} and sku_id = any(${[...skus]}::bigint[])`.execute(scope.trx);
  return new Map(
    rows.map((row) => {
      const sku = skuId(row.sku_id);
      return [
        sku,
        {
          sku,
          onHand: row.on_hand,
          reserved: row.reserved,
          available: row.on_hand - row.reserved,
          safetyStock: row.safety_stock,
          trackedSince: row.tracked_since,
        },
      ];
    }),
  );
}
