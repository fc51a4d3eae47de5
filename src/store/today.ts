import { sql } from 'kysely';
import { MAY_RETRY } from './commands/filter.ts';
import type { OwnerScope } from './scope.ts';

/** Where the day of a business begins to be over, and how near is soon. */
export interface DayMarks {
  readonly now: Date;
  readonly soon: Date;
  /** The first moment of tomorrow. */
  readonly dayEnd: Date;
}

/** How many of each thing wait for a person. */
export interface TodayCounts {
  readonly ordersPaid: number;
  readonly ordersDueSoon: number;
  readonly ordersDueToday: number;
  readonly ordersOverdue: number;
  readonly nextOrderDue: Date | null;
  readonly claimsOpen: number;
  readonly claimsDueToday: number;
  readonly claimsOverdue: number;
  readonly claimsToResolve: number;
  readonly commandsOpen: number;
  readonly commandsFailed: number;
  readonly shops: number;
  readonly shopsTroubled: number;
  readonly stockLow: number;
  readonly stockOut: number;
}

interface CountsRow {
  readonly orders_paid: number;
  readonly orders_due_soon: number;
  readonly orders_due_today: number;
  readonly orders_overdue: number;
  readonly next_order_due: Date | null;
  readonly claims_open: number;
  readonly claims_due_today: number;
  readonly claims_overdue: number;
  readonly claims_to_resolve: number;
  readonly commands_open: number;
  readonly commands_failed: number;
  readonly shops: number;
  readonly shops_troubled: number;
  readonly stock_low: number;
  readonly stock_out: number;
}

/** Counts what waits for a person, by the same conditions as the lists: a number is what its list shows. */
export async function countToday(scope: OwnerScope, { now, soon, dayEnd }: DayMarks): Promise<TodayCounts> {
  const owner = sql`owner_id = ${scope.owner}`;
  const { rows } = await sql<CountsRow>`
    select
      (select count(*) from orders where ${owner} and status = 'PAID') as orders_paid,
      due_orders.*, claims_open, due_claims.*,
      (select count(*) from claims where ${owner} and conflict is not null and resolved_at is null) as claims_to_resolve,
      (select count(*) from commands where ${owner} and state in ('pending', 'sending', 'unknown')) as commands_open,
      (select count(*) from commands c where c.owner_id = ${scope.owner} and ${MAY_RETRY}) as commands_failed,
      shops.*, stock.*
    from
      (select count(*) filter (where due_at >= ${now} and due_at < ${soon}) as orders_due_soon,
        count(*) filter (where due_at >= ${now} and due_at < ${dayEnd}) as orders_due_today,
        count(*) filter (where due_at < ${now}) as orders_overdue,
        min(due_at) filter (where due_at >= ${now}) as next_order_due
        from orders where ${owner} and due_at is not null) due_orders,
      (select count(*) as claims_open from claims
        where ${owner} and (state is null or state not in ('done', 'rejected', 'withdrawn'))) open_claims,
      (select count(*) filter (where due_at >= ${now} and due_at < ${dayEnd}) as claims_due_today,
        count(*) filter (where due_at < ${now}) as claims_overdue
        from claims where ${owner} and due_at is not null) due_claims,
      (select count(*) as shops,
        count(*) filter (where health not in ('unchecked', 'healthy')) as shops_troubled
        from accounts where ${owner} and disconnected_at is null) shops,
      (select count(distinct s.product_id) filter (where s.standing = 'low') as stock_low,
        count(distinct s.product_id) filter (where s.standing <> 'low') as stock_out
        from sku_stock s join skus k on k.id = s.sku_id and k.deleted_at is null
        where s.owner_id = ${scope.owner} and s.standing in ('low', 'out', 'oversold')) stock`.execute(
    scope.trx,
  );
  const [row] = rows;
  if (row === undefined) throw new Error('counts came back empty');
  return {
    ordersPaid: row.orders_paid,
    ordersDueSoon: row.orders_due_soon,
    ordersDueToday: row.orders_due_today,
    ordersOverdue: row.orders_overdue,
    nextOrderDue: row.next_order_due,
    claimsOpen: row.claims_open,
    claimsDueToday: row.claims_due_today,
    claimsOverdue: row.claims_overdue,
    claimsToResolve: row.claims_to_resolve,
    commandsOpen: row.commands_open,
    commandsFailed: row.commands_failed,
    shops: row.shops,
    shopsTroubled: row.shops_troubled,
    stockLow: row.stock_low,
    stockOut: row.stock_out,
  };
}

/** Overdue orders by what is counted against the seller for them. */
export interface LateOrders {
  readonly platform: string;
  readonly edition: string;
  readonly orders: number;
}

export async function countLate(scope: OwnerScope, now: Date): Promise<readonly LateOrders[]> {
  const { rows } = await sql<LateOrders>`
    select a.platform, a.edition, count(*) as orders
    from orders o join accounts a on a.id = o.account_id
    where o.owner_id = ${scope.owner} and o.due_at < ${now}
    group by a.platform, a.edition order by orders desc, a.platform, a.edition`.execute(scope.trx);
  return rows;
}
