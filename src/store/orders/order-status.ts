import { sql } from 'kysely';
import { accountId, type OrderId, orderId } from '../../domain/ids.ts';
import { type OrderStatus, STATUS_SPEAKING_ORDER } from '../../domain/status.ts';
import type { OwnerScope } from '../scope.ts';
import type { DerivedOrder } from './order-events.ts';

/**
 * Derives orders' statuses from their lines, by the rule of `orderStatusOf`, and the day by which something of them must
 * leave. Answers them with the statuses before.
 */
export async function deriveOrderStatuses(
  scope: OwnerScope,
  orders: readonly OrderId[],
): Promise<readonly DerivedOrder[]> {
  if (orders.length === 0) return [];
  const { rows } = await sql<{
    id: number;
    account_id: number;
    platform: string;
    native_order_id: string;
    ordered_at: Date;
    status: OrderStatus | null;
    status_before: OrderStatus | null;
  }>`
    update orders o set status = derived.status, due_at = derived.due_at,
      due_told = case when o.due_at is distinct from derived.due_at then null else o.due_told end, changed_at = now()
    from (
      select l.order_id, (${[...STATUS_SPEAKING_ORDER]}::text[])[
        min(array_position(${[...STATUS_SPEAKING_ORDER]}::text[], l.status))] as status,
        min(coalesce(l.ship_by, p.ship_within)) filter (where l.status in ('PAID', 'PREPARING')) as due_at
      from order_lines l join orders p on p.id = l.order_id where l.owner_id = ${scope.owner} and l.order_id = any(${[...orders]}::bigint[])
      group by l.order_id) derived
    join orders before on before.id = derived.order_id
    where o.owner_id = ${scope.owner} and o.id = derived.order_id
    returning o.id, o.account_id, o.platform, o.native_order_id, o.ordered_at, o.status,
      before.status as status_before`.execute(scope.trx);
  return rows.map((row) => ({
    order: orderId(row.id),
    account: accountId(row.account_id),
    platform: row.platform,
    nativeOrderId: row.native_order_id,
    orderedAt: row.ordered_at,
    status: row.status,
    statusBefore: row.status_before,
  }));
}
