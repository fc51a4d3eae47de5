import { sql } from 'kysely';
import { type AccountId, accountId, type OrderId, orderId } from '../../domain/ids.ts';
import type { OrderStatus } from '../../domain/status.ts';
import type { OwnerScope } from '../scope.ts';
import { HAS_NUMBER } from './by-number.ts';
import type { VanishedBecause } from './vanished.ts';

/** Newest or oldest first, or what must leave first; the last lists only orders of which something must still leave. */
export const ORDER_SORTS = ['newest', 'oldest', 'due'] as const;
export type OrderSort = (typeof ORDER_SORTS)[number];

/** What a sort compares, then the id; each goes along an index. */
const SORTED = {
  newest: { at: sql.raw('o.ordered_at'), direction: sql.raw('desc'), follows: sql.raw('<') },
  oldest: { at: sql.raw('o.ordered_at'), direction: sql.raw('asc'), follows: sql.raw('>') },
  due: { at: sql.raw('o.due_at'), direction: sql.raw('asc'), follows: sql.raw('>') },
} as const satisfies Record<OrderSort, unknown>;

export interface OrderFilter {
  readonly platform: string | null;
  readonly account: AccountId | null;
  readonly status: OrderStatus | null;
  readonly orderedFrom: Date | null;
  readonly orderedTo: Date | null;
  readonly text: string | null;
  /** The ids of which `text` may be the number. */
  readonly orderIds: readonly string[];
  /** The marketplaces at which `text` may be the number of a line. */
  readonly lineNamers: readonly string[];
  /** Only orders that their marketplace shows no more, or only those it shows. */
  readonly vanished?: boolean | undefined;
  /** By when something of it must leave. */
  readonly due?: { readonly from: Date | null; readonly to: Date } | undefined;
  readonly sort: OrderSort;
  /** Contact search tokens of `text`, one per account. */
  readonly contactTokens: readonly string[];
  readonly limit: number;
  readonly after: OrderPosition | null;
}

/** Where a page of the list ends, in the order of its sort. */
export interface OrderPosition {
  readonly at: string;
  readonly id: number;
}

export interface OrderSummary {
  readonly id: OrderId;
  readonly account: AccountId;
  readonly accountName: string;
  readonly platform: string;
  readonly nativeOrderId: string;
  readonly status: OrderStatus | null;
  readonly orderedAt: Date;
  /** The time sorted by to the microsecond, for the position after this row. */
  readonly position: OrderPosition;
  readonly paidAt: Date | null;
  readonly dueAt: Date | null;
  readonly currency: string;
  readonly openClaims: number;
  readonly lineCount: number;
  readonly quantity: number;
  readonly paidAmount: number;
  readonly shippingFee: number;
  readonly firstProduct: string;
  readonly shipBy: Date | null;
  readonly invoices: readonly string[];
  readonly statusUnknown: boolean;
  readonly vanishedAt: Date | null;
  readonly vanishedBecause: VanishedBecause | null;
  readonly changedAt: Date;
}

interface Row {
  id: number;
  account_id: number;
  account_name: string;
  platform: string;
  native_order_id: string;
  status: OrderStatus | null;
  ordered_at: Date;
  at_text: string;
  paid_at: Date | null;
  due_at: Date | null;
  open_claims: number;
  currency: string;
  changed_at: Date;
  vanished_at: Date | null;
  vanished_because: VanishedBecause | null;
  line_count: number;
  quantity: number;
  paid_amount: number;
  shipping_fee: number;
  first_product: string;
  ship_by: Date | null;
  invoices: string[];
  status_unknown: boolean;
}

/** One page of orders in the order of its sort, with what a list shows of their lines. */
export async function listOrders(scope: OwnerScope, filter: OrderFilter): Promise<readonly OrderSummary[]> {
  const { due, after, sort } = filter;
  const { at, direction, follows } = SORTED[sort];
  const where = [
    sql`o.owner_id = ${scope.owner}`,
    ...(filter.platform === null ? [] : [sql`o.platform = ${filter.platform}`]),
    ...(filter.account === null ? [] : [sql`o.account_id = ${filter.account}`]),
    ...(filter.status === null ? [] : [sql`o.status = ${filter.status}`]),
    ...(filter.orderedFrom === null ? [] : [sql`o.ordered_at >= ${filter.orderedFrom}`]),
    ...(filter.orderedTo === null ? [] : [sql`o.ordered_at < ${filter.orderedTo}`]),
    ...(filter.vanished === undefined
      ? []
      : [filter.vanished ? sql`o.vanished_at is not null` : sql`o.vanished_at is null`]),
    ...(due === undefined ? [] : [sql`o.due_at < ${due.to}`]),
    ...(due?.from === undefined || due.from === null ? [] : [sql`o.due_at >= ${due.from}`]),
    ...(sort === 'due' ? [sql`o.due_at is not null`] : []),
    ...(after === null
      ? []
      : [sql`(${at}, o.id) ${follows} (${after.at}::timestamptz, ${after.id}::bigint)`]),
    ...(filter.text === null ? [] : [await matching(scope, { ...filter, text: filter.text })]),
  ];
  const sorted = sql`${at} ${direction}, o.id ${direction}`;
  const { rows } = await sql<Row>`
    with page as (
      select o.id, o.account_id, o.platform, o.native_order_id, o.status, o.ordered_at, o.paid_at, o.due_at, o.currency, o.changed_at,
        o.vanished_at, o.vanished_because
      from orders o where ${sql.join(where, sql` and `)}
      order by ${sorted} limit ${filter.limit})
    select o.*, ${at}::text as at_text, a.name as account_name, lines.*, fees.shipping_fee, claims.open_claims
    from page o
    join accounts a on a.id = o.account_id
    cross join lateral (
      select count(*) as line_count, coalesce(sum(quantity), 0) as quantity, coalesce(sum(paid_amount), 0)::bigint as paid_amount,
        coalesce(min(product_name), '') as first_product, min(ship_by) as ship_by,
        coalesce(array_agg(distinct invoice) filter (where invoice is not null), '{}') as invoices,
        coalesce(bool_or(not status_known), false) as status_unknown
      from order_lines l where l.order_id = o.id) lines
    cross join lateral (
      select coalesce(sum(shipping_fee + remote_area_fee), 0)::bigint as shipping_fee
      from packages p where p.order_id = o.id) fees
    cross join lateral (
      select count(*) as open_claims from claims c
      where c.order_id = o.id and (c.state is null or c.state not in ('done', 'rejected', 'withdrawn'))) claims
    order by ${sorted}`.execute(scope.trx);
  return rows.map((row) => ({
    id: orderId(row.id),
    account: accountId(row.account_id),
    accountName: row.account_name,
    platform: row.platform,
    nativeOrderId: row.native_order_id,
    status: row.status,
    orderedAt: row.ordered_at,
    position: { at: row.at_text, id: row.id },
    paidAt: row.paid_at,
    dueAt: row.due_at,
    openClaims: row.open_claims,
    currency: row.currency,
    lineCount: row.line_count,
    quantity: row.quantity,
    paidAmount: row.paid_amount,
    shippingFee: row.shipping_fee,
    firstProduct: row.first_product,
    shipBy: row.ship_by,
    invoices: row.invoices,
    statusUnknown: row.status_unknown,
    vanishedAt: row.vanished_at,
    vanishedBecause: row.vanished_because,
    changedAt: row.changed_at,
  }));
}

/** More orders than this behind one name or number are not an answer anybody can use. */
const MOST_EXACT = 1_000;

/**
 * What a search text means: a number or a name if some order has exactly that, which is quick to find, else words
 * of what was sold, for which the lines of the orders in question are looked through.
 */
async function matching(
  scope: OwnerScope,
  {
    text,
    orderIds,
    lineNamers,
    contactTokens,
  }: Pick<OrderFilter, 'orderIds' | 'lineNamers' | 'contactTokens'> & { readonly text: string },
): Promise<ReturnType<typeof sql>> {
  const { rows } = await sql<{ id: number }>`
    select o.id from accounts a
      join orders o on o.account_id = a.id and o.native_order_id = any(${[...orderIds]}::text[])
      where a.owner_id = ${scope.owner}
    union select l.order_id from accounts a
      join order_lines l on l.account_id = a.id and l.native_line_id = ${text} and ${HAS_NUMBER}
      where a.owner_id = ${scope.owner} and a.platform = any(${[...lineNamers]}::text[])
    union select order_id from order_lines where owner_id = ${scope.owner} and invoice = ${text}
    union select order_id from contacts
      where owner_id = ${scope.owner} and search_tokens && ${[...contactTokens]}::text[]
    limit ${MOST_EXACT}`.execute(scope.trx);
  if (rows.length > 0) return sql`o.id = any(${rows.map(({ id }) => id)}::bigint[])`;
  const pattern = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  return sql`exists (select from order_lines l where l.order_id = o.id
    and (l.product_name ilike ${pattern} or l.option_text ilike ${pattern} or l.seller_sku ilike ${pattern}))`;
}
