import { sql } from 'kysely';
import type { LocationId } from '../../domain/ids.ts';
import { type OrderId, type OrderLineId, orderId, orderLineId, type SkuId, skuId } from '../../domain/ids.ts';
import type { OwnerScope } from '../scope.ts';
import { sqlJson } from '../sql-json.ts';

/** What is to be held of a SKU for one cause from now on. */
export interface HeldTarget {
  readonly causeKind: 'order_line' | 'exchange';
  readonly causeRef: string;
  readonly sku: SkuId;
  readonly order: OrderId;
  readonly line: OrderLineId;
  readonly claim: number | null;
  readonly perUnit: number;
  readonly reserved: number;
  readonly shipped: number;
}

/** A cause whose hold was changed. */
export interface HeldChange {
  readonly sku: SkuId;
  readonly order: OrderId;
  readonly line: OrderLineId;
  /** How many it newly took; below zero when it gave some back. */
  readonly units: number;
  /** How many of what it newly took were not there. */
  readonly short: number;
}

/**
 * Brings what is held to what it is to be, in one statement: levels and sums change by the difference, what has left, or
 * is no longer gone, becomes a movement. Told again it finds no difference and does nothing. What was sold stands
 * whether or not it is there. The caller holds the stock.
 */
export async function writeHeld(
  scope: OwnerScope,
  location: LocationId,
  targets: readonly HeldTarget[],
): Promise<readonly HeldChange[]> {
  if (targets.length === 0) return [];
  const rows = targets.map((target, nth) => ({
    nth,
    cause_kind: target.causeKind,
    cause_ref: target.causeRef,
    sku_id: target.sku,
    order_id: target.order,
    order_line_id: target.line,
    claim_id: target.claim,
    per_unit: target.perUnit,
    reserved: target.reserved,
    shipped: target.shipped,
  }));
  const written = await sql<{
    sku_id: number;
    order_id: number;
    order_line_id: number;
    taken: number;
    lacking: number;
  }>`
    with wanted as (
      select x.*, coalesce(r.reserved, 0) as had_reserved, coalesce(r.shipped, 0) as had_shipped,
        coalesce(r.short, 0) as had_short, coalesce(r.moves, 0) as moves,
        coalesce(r.location_id, (
          select l.location_id from stock_levels l
          where l.sku_id = x.sku_id and l.on_hand - l.reserved >= x.reserved + x.shipped
          order by l.location_id <> ${location}, l.location_id limit 1), ${location}) as location_id
      from json_to_recordset(${sqlJson(rows)}::json) as x(nth integer, cause_kind text, cause_ref text, sku_id bigint,
        order_id bigint, order_line_id bigint, claim_id bigint, per_unit integer, reserved integer, shipped integer)
      left join stock_reservations r on r.owner_id = ${scope.owner} and r.cause_kind = x.cause_kind
        and r.cause_ref = x.cause_ref and r.sku_id = x.sku_id),
    differing as (
      select *, reserved + shipped - had_reserved - had_shipped as taken from wanted
      where (reserved, shipped) is distinct from (had_reserved, had_shipped)),
    -- What is given back is there for whoever takes; then they take in their order.
    changed as materialized (
      select d.*, case when taken <= 0 then 0 else greatest(0, least(taken, sum(taken) over (
        partition by d.sku_id order by d.taken > 0, d.nth) - (s.on_hand - s.reserved)))::integer end as lacking
      from differing d join sku_stock s on s.sku_id = d.sku_id),
    written as (
      insert into stock_reservations as r (owner_id, sku_id, location_id, cause_kind, cause_ref, order_id, order_line_id,
        claim_id, per_unit, reserved, shipped, short, moves)
      select ${scope.owner}, sku_id, location_id, cause_kind, cause_ref, order_id, order_line_id, claim_id, per_unit,
        reserved, shipped, case when reserved + shipped = 0 then 0 else had_short + lacking end,
        moves + (shipped <> had_shipped)::integer
      from changed
      on conflict (owner_id, cause_kind, cause_ref, sku_id) do update set per_unit = excluded.per_unit,
        reserved = excluded.reserved, shipped = excluded.shipped, short = excluded.short, moves = excluded.moves,
        changed_at = now()),
    levels as (
      insert into stock_levels as l (owner_id, sku_id, location_id, on_hand, reserved)
      select ${scope.owner}, sku_id, location_id, sum(had_shipped - shipped), sum(reserved - had_reserved)
      from changed group by sku_id, location_id order by sku_id, location_id
      on conflict (sku_id, location_id) do update set on_hand = l.on_hand + excluded.on_hand,
        reserved = l.reserved + excluded.reserved
      returning l.sku_id, l.location_id, l.on_hand),
    sums as (
      update sku_stock s set on_hand = s.on_hand + d.on_hand, reserved = s.reserved + d.reserved, changed_at = now()
      from (select sku_id, sum(had_shipped - shipped) as on_hand, sum(reserved - had_reserved) as reserved
        from changed group by sku_id) d
      where s.sku_id = d.sku_id),
    moved as (
      insert into stock_movements (owner_id, sku_id, location_id, kind, quantity, balance_after, cause_kind, cause_ref,
        order_id, claim_id, actor)
      select ${scope.owner}, sku_id, location_id, case when shipped > had_shipped then 'sale' else 'cancel_back' end,
        had_shipped - shipped, l.on_hand - sum(had_shipped - shipped) over (partition by sku_id, location_id)
          + sum(had_shipped - shipped) over (partition by sku_id, location_id order by nth),
        cause_kind, cause_ref || '.' || moves, order_id, claim_id, 'hub'
      from changed join levels l using (sku_id, location_id)
      where shipped <> had_shipped order by nth)
    select sku_id, order_id, order_line_id, taken, lacking from changed order by nth`.execute(scope.trx);
  return written.rows.map((row) => ({
    sku: skuId(row.sku_id),
    order: orderId(row.order_id),
    line: orderLineId(row.order_line_id),
    units: row.taken,
    short: row.lacking,
  }));
}
