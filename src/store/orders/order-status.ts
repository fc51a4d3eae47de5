import { sql } from 'kysely';
import type { OrderId } from '../../domain/ids.ts';
import { STATUS_SPEAKING_ORDER } from '../../domain/status.ts';
import type { OwnerScope } from '../scope.ts';

/** Derives orders' statuses from their lines, by the rule of `orderStatusOf`. */
export async function deriveOrderStatuses(scope: OwnerScope, orders: readonly OrderId[]): Promise<void> {
  if (orders.length === 0) return;
  await sql`
    update orders o set status = derived.status, changed_at = now()
    from (
      select l.order_id, (${[...STATUS_SPEAKING_ORDER]}::text[])[
        min(array_position(${[...STATUS_SPEAKING_ORDER]}::text[], l.status))] as status
      from order_lines l where l.owner_id = ${scope.owner} and l.order_id = any(${[...orders]}::bigint[])
      group by l.order_id) derived
    where o.owner_id = ${scope.owner} and o.id = derived.order_id`.execute(scope.trx);
}
