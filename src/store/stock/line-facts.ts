import { sql } from 'kysely';
import type { ClaimKind, ClaimState } from '../../domain/claim.ts';
import { type OrderId, type OrderLineId, orderId, orderLineId, type SkuId, skuId } from '../../domain/ids.ts';
import type { OrderStatus } from '../../domain/status.ts';
import type { Held, LineFacts, PromiseFacts } from '../../domain/stock.ts';
import type { OwnerScope } from '../scope.ts';

/** One SKU of an order line, or of what an exchange promises for it. */
export interface SkuFacts<Facts> {
  readonly order: OrderId;
  readonly line: OrderLineId;
  readonly sku: SkuId;
  readonly facts: Facts;
  /** How many of the SKU one unit is by the links of today; null where the item is not made of it, or not any more. */
  readonly linked: number | null;
  /** What is held for it already, and how many one unit was then. */
  readonly known: (Held & { readonly perUnit: number }) | null;
  /** Whether goods have left for the line as another SKU: links that are made later do not make them leave again. */
  readonly leftAsAnother: boolean;
  readonly countsFrom: Date | null;
  /** False once the shop is disconnected: nobody reads any more what becomes of its orders. */
  readonly followed: boolean;
}

export interface PromisedSku extends SkuFacts<PromiseFacts | null> {
  readonly claim: number;
}

interface PairRow {
  readonly order_id: number;
  readonly line_id: number;
  readonly sku_id: number;
  readonly linked: number | null;
  readonly reserved: number | null;
  readonly shipped: number | null;
  readonly per_unit: number | null;
  readonly left_as_another: boolean;
  readonly counts_from: Date | null;
  readonly followed: boolean;
}

interface LineRow extends PairRow {
  readonly status: OrderStatus | null;
  readonly told_status: OrderStatus | null;
  readonly quantity: number;
  readonly shippable_quantity: number;
  readonly canceled: number;
  readonly in_cancel: number;
  readonly in_parcels: number | null;
  readonly left_at: Date;
}

interface PromiseRow extends PairRow {
  readonly claim_id: number;
  readonly kind: ClaimKind | null;
  readonly state: ClaimState | null;
  readonly units: number | null;
  readonly promise_left_at: Date | null;
}

// With row-level security an index is used for columns only: PostgreSQL takes `coalesce` for something that might tell of
// rows that are not to be seen, and reads the whole table. So pairs are made first, and stock is joined to their columns.

/** The lines of some orders with the SKUs they are made of. */
function linesWithSkus({ owner }: OwnerScope, orders: readonly OrderId[]) {
  return sql`
    lines as materialized (
      select l.id, l.order_id, l.account_id, l.native_item_id, l.status, l.told_status, l.quantity, l.shippable_quantity, l.parts,
        coalesce(l.shipped_at, o.ordered_at) as left_at, a.created_at as connected_at, a.disconnected_at is null as followed
      from order_lines l join orders o on o.id = l.order_id join accounts a on a.id = l.account_id
      where l.owner_id = ${owner} and l.order_id = any(${[...orders]}::bigint[])),
    linked as (
      select l.id as line_id, k.sku_id, k.quantity
      from lines l
      join listing_items i on i.account_id = l.account_id and i.native_item_id = l.native_item_id
      join listing_links k on k.listing_item_id = i.id)`;
}

/** What goods that left before are no business of the ledger's: it began later, or they were counted without them. */
const COUNTS_FROM = sql`case when s.tracked_since is not null
  then greatest(s.tracked_since, s.counted_at, l.connected_at) end`;

/** What the ledger has to know of the lines of some orders, for each SKU that they are made of or hold. */
export async function readLineFacts(
  scope: OwnerScope,
  orders: readonly OrderId[],
): Promise<readonly SkuFacts<LineFacts>[]> {
  const { rows } = await sql<LineRow>`
    with ${linesWithSkus(scope, orders)},
    held as (
      select r.*, max(r.shipped) over (partition by r.order_line_id) > 0 as line_left
      from lines l join stock_reservations r on r.order_line_id = l.id and r.cause_kind = 'order_line'),
    cancels as (
      select l.id as line_id,
        coalesce(sum(coalesce(cl.quantity, l.quantity)) filter (where c.state = 'done'), 0)::integer as canceled,
        coalesce(sum(coalesce(cl.quantity, l.quantity)) filter (where c.state is null
          or c.state not in ('done', 'rejected', 'withdrawn')), 0)::integer as in_cancel
      from lines l join claim_lines cl on cl.order_line_id = l.id
      join claims c on c.id = cl.claim_id and c.kind = 'cancel' group by l.id),
    pairs as materialized (
      select coalesce(linked.line_id, held.order_line_id) as line_id, coalesce(linked.sku_id, held.sku_id) as sku_id,
        linked.quantity, held.id as held_by, held.reserved, held.shipped, held.per_unit
      from linked full join held on held.order_line_id = linked.line_id and held.sku_id = linked.sku_id)
    select l.order_id, l.id as line_id, s.sku_id, p.quantity as linked, p.reserved, p.shipped, p.per_unit,
      p.held_by is null and exists (select from held h where h.order_line_id = l.id and h.line_left) as left_as_another,
      ${COUNTS_FROM} as counts_from, l.followed, l.status, l.told_status, l.quantity, l.shippable_quantity, l.left_at,
      coalesce(cancels.canceled, 0) as canceled, coalesce(cancels.in_cancel, 0) as in_cancel,
      (select sum((part ->> 'quantity')::integer)::integer from jsonb_array_elements(l.parts) part) as in_parcels
    from pairs p join lines l on l.id = p.line_id join sku_stock s on s.sku_id = p.sku_id
    left join cancels on cancels.line_id = l.id
    order by l.id, s.sku_id`.execute(scope.trx);
  return rows.map((row) => ({
    ...pairOf(row),
    facts: {
      status: row.status,
      told: row.told_status,
      quantity: row.quantity,
      shippable: row.shippable_quantity,
      canceled: row.canceled,
      inCancel: row.in_cancel,
      inParcels: row.in_parcels,
      leftAt: row.left_at,
    },
  }));
}

/** What exchanges of these orders promise, and what is held for promises that have fallen away. */
export async function readPromises(
  scope: OwnerScope,
  orders: readonly OrderId[],
): Promise<readonly PromisedSku[]> {
  const { rows } = await sql<PromiseRow>`
    with ${linesWithSkus(scope, orders)},
    promises as (
      select c.id as claim_id, l.id as line_id, c.kind, c.state,
        sum(coalesce(cl.quantity, l.quantity))::integer as units,
        coalesce(c.replacement_shipped_at, c.ended_at, c.requested_at) as left_at
      from lines l join claim_lines cl on cl.order_line_id = l.id
      join claims c on c.id = cl.claim_id and c.kind = 'exchange'
      group by c.id, l.id),
    wanted as (
      select p.*, linked.sku_id, linked.quantity from promises p join linked on linked.line_id = p.line_id),
    held as (
      select r.* from lines l join stock_reservations r on r.order_line_id = l.id and r.cause_kind = 'exchange'),
    pairs as materialized (
      select coalesce(wanted.claim_id, held.claim_id) as claim_id, coalesce(wanted.line_id, held.order_line_id) as line_id,
        coalesce(wanted.sku_id, held.sku_id) as sku_id, wanted.quantity, wanted.kind, wanted.state, wanted.units,
        wanted.left_at as promise_left_at, held.reserved, held.shipped, held.per_unit
      from wanted full join held
        on held.claim_id = wanted.claim_id and held.order_line_id = wanted.line_id and held.sku_id = wanted.sku_id)
    select l.order_id, l.id as line_id, s.sku_id, p.claim_id, p.quantity as linked, p.reserved, p.shipped, p.per_unit,
      false as left_as_another, ${COUNTS_FROM} as counts_from, l.followed, p.kind, p.state, p.units, p.promise_left_at
    from pairs p join lines l on l.id = p.line_id join sku_stock s on s.sku_id = p.sku_id
    order by p.claim_id, l.id, s.sku_id`.execute(scope.trx);
  return rows.map((row) => ({ ...pairOf(row), claim: row.claim_id, facts: promiseOf(row) }));
}

function promiseOf({ kind, state, units, promise_left_at: leftAt }: PromiseRow): PromiseFacts | null {
  return kind === null || units === null || leftAt === null ? null : { kind, state, quantity: units, leftAt };
}

function pairOf(row: PairRow) {
  const { reserved, shipped, per_unit: perUnit } = row;
  return {
    order: orderId(row.order_id),
    line: orderLineId(row.line_id),
    sku: skuId(row.sku_id),
    linked: row.linked,
    known: reserved === null || shipped === null || perUnit === null ? null : { reserved, shipped, perUnit },
    leftAsAnother: row.left_as_another,
    countsFrom: row.counts_from,
    followed: row.followed,
  };
}
