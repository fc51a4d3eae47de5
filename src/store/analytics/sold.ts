import { type RawBuilder, sql } from 'kysely';
import type { AccountId } from '../../domain/ids.ts';
import type { OwnerScope } from '../scope.ts';

/** Whose sales are looked at: orders of one currency that were placed between two moments. */
export interface SalesFilter {
  readonly currency: string;
  readonly from: Date;
  /** Exclusive. */
  readonly to: Date;
  readonly platform: string | null;
  readonly account: AccountId | null;
}

/**
 * The lines of some orders `o`, as `lines`, with what is taken out of their money: canceled and returned lines whole, and
 * parts of lines by the units of their finished claims. Exchanges take nothing out. Written for `with`; `claims`
 * may narrow the claims `c` that are looked through.
 */
export function soldLines(
  scope: OwnerScope,
  { orders, claims }: { readonly orders: RawBuilder<unknown>; readonly claims: RawBuilder<unknown> },
): RawBuilder<unknown> {
  return sql`
    gone as (
      select cl.order_line_id as line_id,
        sum(coalesce(cl.quantity, 2147483647)) filter (where c.kind = 'cancel') as canceled,
        sum(coalesce(cl.quantity, 2147483647)) filter (where c.kind = 'return') as returned
      from claims c join claim_lines cl on cl.claim_id = c.id
      where c.owner_id = ${scope.owner} and c.kind in ('cancel', 'return') and c.state in ('refunded', 'done')
        and cl.order_line_id is not null and ${claims}
      group by cl.order_line_id),
    lines as (
      select o.id as order_id, l.id as line_id, o.account_id, o.platform, o.ordered_at, o.status as order_status, o.currency,
        l.native_item_id, l.commission,
        coalesce(l.native_product_id, l.native_item_id) as native_product_id, l.product_name,
        l.quantity - canceled.units - returned.units as units,
        l.paid_amount, canceled.amount as canceled_amount, returned.amount as returned_amount,
        l.status, l.shipped_at, coalesce(l.ship_by, o.ship_within) as deadline
      from orders o join order_lines l on l.order_id = o.id
      left join gone on gone.line_id = l.id
      cross join lateral (
        select case when l.status = 'CANCELED' then l.quantity else least(l.quantity, coalesce(gone.canceled, 0))::integer end as units,
          case when l.status = 'CANCELED' then l.paid_amount when l.quantity = 0 or gone.canceled is null then 0
            else round(l.paid_amount::numeric * least(l.quantity, coalesce(gone.canceled, 0)) / l.quantity)::bigint end as amount) canceled
      cross join lateral (
        select case when l.status = 'RETURNED' then l.quantity - canceled.units
            else least(l.quantity - canceled.units, coalesce(gone.returned, 0))::integer end as units,
          case when l.status = 'RETURNED' then l.paid_amount - canceled.amount when l.quantity = 0 or gone.returned is null then 0
            else least(l.paid_amount - canceled.amount, round(l.paid_amount::numeric
              * least(l.quantity - canceled.units, coalesce(gone.returned, 0)) / l.quantity)::bigint) end as amount) returned
      where o.owner_id = ${scope.owner} and ${orders})`;
}

/** The orders `o` that the filter means: a condition beside that on their owner. */
export function ordersMeant({ currency, from, to, platform, account }: SalesFilter): RawBuilder<unknown> {
  return sql`o.currency = ${currency} and o.ordered_at >= ${from} and o.ordered_at < ${to}
    ${platform === null ? sql`` : sql`and o.platform = ${platform}`}
    ${account === null ? sql`` : sql`and o.account_id = ${account}`}`;
}

/** How many orders there are of each currency, the most used first. */
export async function currenciesSold(
  scope: OwnerScope,
  { from, to, platform, account }: Omit<SalesFilter, 'currency'>,
): Promise<readonly string[]> {
  const { rows } = await sql<{ currency: string }>`
    select currency from orders
    where owner_id = ${scope.owner} and ordered_at >= ${from} and ordered_at < ${to}
      ${platform === null ? sql`` : sql`and platform = ${platform}`}
      ${account === null ? sql`` : sql`and account_id = ${account}`}
    group by currency order by count(*) desc, currency`.execute(scope.trx);
  return rows.map(({ currency }) => currency);
}
