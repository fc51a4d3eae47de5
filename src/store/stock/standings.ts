import { sql } from 'kysely';
import type { EventType } from '../../domain/event.ts';
import type { SkuId } from '../../domain/ids.ts';
import type { NewEvent } from '../events.ts';
import type { OwnerScope } from '../scope.ts';

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
    type: Extract<EventType, 'stock.out' | 'stock.back' | 'stock.low'>;
    data: NewEvent['data'];
  }>`
    select type, data from stock_crossings(${scope.owner}, ${[...skus]}::bigint[])`.execute(scope.trx);
  return rows.map(({ type, data }) => ({ type, account: null, data }));
}
