import { sql } from 'kysely';
import type { OwnerScope } from '../scope.ts';
import { ordersMeant, type SalesFilter } from './sold.ts';

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
 * they begin, the first one where the filter begins. They are summed from what orders carry (`order-sums.ts`). An order
 * is late when something of it left after its deadline, or waits although the deadline is over; unknown where neither
 * can be said, as of what was canceled before it left.
 */
export async function readFigures(
  scope: OwnerScope,
  filter: SalesFilter,
  { starts, now }: { readonly starts: readonly Date[]; readonly now: Date },
): Promise<readonly ShopFigures[]> {
  const { rows } = await sql<ShopFigures>`
    select s.account_id as account, width_bucket(s.ordered_at, ${[...starts]}::timestamptz[]) as stretch,
      count(*) as orders, count(*) filter (where s.status = 'CANCELED') as "canceledOrders",
      sum(s.sold_units)::bigint as units, sum(s.sold_paid)::bigint as paid,
      sum(s.sold_canceled)::bigint as canceled, sum(s.sold_returned)::bigint as returned,
      count(*) filter (where s.has_cancel or s.has_return or s.has_exchange) as claimed,
      count(*) filter (where s.has_cancel) as "cancelClaims", count(*) filter (where s.has_return) as "returnClaims",
      count(*) filter (where s.has_exchange) as "exchangeClaims",
      count(s.is_late) as timed, count(*) filter (where not s.is_late) as "onTime"
    from (
      select o.*, case when o.left_late or o.due_at < ${now} then true else o.left_late end as is_late
      from orders o where o.owner_id = ${scope.owner} and ${ordersMeant(filter)}) s
    group by 1, 2 order by 1, 2`.execute(scope.trx);
  return rows;
}
