import { sql } from 'kysely';
import type { OrderLineId } from '../../domain/ids.ts';
import type { ReservationState } from '../../domain/stock.ts';
import type { OwnerScope } from '../scope.ts';

/** What the ledger holds of one SKU for one order line. */
export interface KeptForLine {
  readonly order_line_id: number;
  readonly sku_id: number;
  readonly sku_code: string;
  readonly location_id: number;
  readonly state: ReservationState;
  readonly reserved: number;
  readonly shipped: number;
  readonly short: number;
}

/** What is kept for order lines, and what has left for them, by line. Lines that take no stock are left out. */
export async function keptForLines(
  scope: OwnerScope,
  lines: readonly OrderLineId[],
): Promise<ReadonlyMap<number, readonly KeptForLine[]>> {
  if (lines.length === 0) return new Map();
  const { rows } = await sql<KeptForLine>`
    select r.order_line_id, r.sku_id, s.code as sku_code, r.location_id, r.state, r.reserved, r.shipped, r.short
    from stock_reservations r join skus s on s.id = r.sku_id
    where r.owner_id = ${scope.owner} and r.cause_kind = 'order_line' and r.order_line_id = any(${[...lines]}::bigint[])
    order by r.order_line_id, r.id`.execute(scope.trx);
  return Map.groupBy(rows, ({ order_line_id }) => order_line_id);
}
