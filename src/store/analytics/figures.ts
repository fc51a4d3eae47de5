import { type RawBuilder, sql } from 'kysely';
import type { OwnerScope } from '../scope.ts';
import { type SalesFilter, salesLines } from './sold.ts';

/** What some orders come to. Amounts are minor units of one currency, after discounts and without shipping. */
export interface Figures {
  readonly orders: number;
  readonly canceledOrders: number;
  /** Units that stay sold. */
  readonly units: number;
  readonly paid: number;
  readonly canceled: number;
  readonly returned: number;
  /** Orders with a claim that was neither withdrawn nor rejected. */
  readonly claimed: number;
  readonly cancelClaims: number;
  readonly returnClaims: number;
  readonly exchangeClaims: number;
  /** Orders of which it is known whether they left in time, and those that did. */
  readonly timed: number;
  readonly onTime: number;
}

export const NOTHING_SOLD: Figures = {
  orders: 0,
  canceledOrders: 0,
  units: 0,
  paid: 0,
  canceled: 0,
  returned: 0,
  claimed: 0,
  cancelClaims: 0,
  returnClaims: 0,
  exchangeClaims: 0,
  timed: 0,
  onTime: 0,
};

/** Both together. */
export function addFigures(one: Figures, other: Figures): Figures {
  return {
    orders: one.orders + other.orders,
    canceledOrders: one.canceledOrders + other.canceledOrders,
    units: one.units + other.units,
    paid: one.paid + other.paid,
    canceled: one.canceled + other.canceled,
    returned: one.returned + other.returned,
    claimed: one.claimed + other.claimed,
    cancelClaims: one.cancelClaims + other.cancelClaims,
    returnClaims: one.returnClaims + other.returnClaims,
    exchangeClaims: one.exchangeClaims + other.exchangeClaims,
    timed: one.timed + other.timed,
    onTime: one.onTime + other.onTime,
  };
}

/** The figures of one shop in one stretch of time. */
export interface ShopFigures extends Figures {
  readonly account: number;
  /** Counted from 1 along `starts`. */
  readonly stretch: number;
}

/**
 * The figures by shop and stretch of time; stretches without an order are left out. `starts` are the moments at which
 * they begin, the first one where the filter begins.
 */
export async function readFigures(
  scope: OwnerScope,
  filter: SalesFilter,
  { starts, now }: { readonly starts: readonly Date[]; readonly now: Date },
): Promise<readonly ShopFigures[]> {
  const { rows } = await sql<ShopFigures>`
    with ${salesLines(scope, filter)}, ${soldOrders(now)}, ${claimedOrders(scope)}
    select s.account_id as account, width_bucket(s.ordered_at, ${[...starts]}::timestamptz[]) as stretch,
      count(*) as orders, count(*) filter (where s.order_status = 'CANCELED') as "canceledOrders",
      sum(s.units)::bigint as units, sum(s.paid)::bigint as paid,
      sum(s.canceled)::bigint as canceled, sum(s.returned)::bigint as returned,
      count(claimed.order_id) as claimed, count(*) filter (where claimed.cancels) as "cancelClaims",
      count(*) filter (where claimed.returns) as "returnClaims", count(*) filter (where claimed.exchanges) as "exchangeClaims",
      count(s.is_late) as timed, count(*) filter (where not s.is_late) as "onTime"
    from sold s left join claimed on claimed.order_id = s.order_id
    group by 1, 2 order by 1, 2`.execute(scope.trx);
  return rows;
}

/**
 * One row an order. It is late when something of it left after its deadline, or waits although the deadline is over;
 * unknown where neither can be said, as of what was canceled before it left.
 */
function soldOrders(now: Date): RawBuilder<unknown> {
  return sql`
    sold as (
      select order_id, account_id, ordered_at, order_status, sum(units) as units, sum(paid_amount) as paid,
        sum(canceled_amount) as canceled, sum(returned_amount) as returned,
        bool_or(case when shipped_at is not null then shipped_at > deadline
          when status in ('PAID', 'PREPARING') and deadline < ${now} then true end) as is_late
      from lines group by order_id, account_id, ordered_at, order_status)`;
}

function claimedOrders(scope: OwnerScope): RawBuilder<unknown> {
  return sql`
    claimed as (
      select order_id, bool_or(kind = 'cancel') as cancels, bool_or(kind = 'return') as returns,
        bool_or(kind = 'exchange') as exchanges
      from claims
      where owner_id = ${scope.owner} and order_id is not null and (state is null or state not in ('rejected', 'withdrawn'))
      group by order_id)`;
}
