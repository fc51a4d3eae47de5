import { sql } from 'kysely';
import type { OrderId } from '../../domain/ids.ts';
import type { OwnerScope } from '../scope.ts';
import { soldLines } from './sold.ts';

/**
 * Has some orders carry what they come to: units and amounts that stay sold, whether they left in time, and what was
 * claimed. Whoever writes lines, or claims about them, calls it afterwards in the same transaction, and holds the orders.
 * Only differences are written.
 */
export async function sumOrders(scope: OwnerScope, orders: readonly OrderId[]): Promise<void> {
  if (orders.length === 0) return;
  const ids = sql`any(${[...orders]}::bigint[])`;
  await sql`
    with ${soldLines(scope, { orders: sql`o.id = ${ids}`, claims: sql`c.order_id = ${ids}` })},
    sums as (
      select order_id, sum(units) as units, sum(paid_amount) as paid, sum(canceled_amount) as canceled,
        sum(returned_amount) as returned, bool_or(shipped_at > deadline) as left_late
      from lines group by order_id),
    claimed as (
      select order_id, bool_or(kind = 'cancel') as cancels, bool_or(kind = 'return') as returns,
        bool_or(kind = 'exchange') as exchanges
      from claims
      where owner_id = ${scope.owner} and order_id = ${ids} and (state is null or state not in ('rejected', 'withdrawn'))
      group by order_id)
    update orders o set sold_units = s.units, sold_paid = s.paid, sold_canceled = s.canceled, sold_returned = s.returned,
      left_late = s.left_late, has_cancel = s.cancels, has_return = s.returns, has_exchange = s.exchanges
    from (
      select sums.*, coalesce(c.cancels, false) as cancels, coalesce(c.returns, false) as returns,
        coalesce(c.exchanges, false) as exchanges
      from sums left join claimed c using (order_id)) s
    where o.owner_id = ${scope.owner} and o.id = s.order_id
      and (o.sold_units, o.sold_paid, o.sold_canceled, o.sold_returned, o.left_late, o.has_cancel, o.has_return, o.has_exchange)
        is distinct from (s.units, s.paid, s.canceled, s.returned, s.left_late, s.cancels, s.returns, s.exchanges)`.execute(
    scope.trx,
  );
}
