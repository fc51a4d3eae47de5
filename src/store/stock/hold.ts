import { sql } from 'kysely';
import { type SkuId, skuId } from '../../domain/ids.ts';
import { recordEvents } from '../events.ts';
import { changedHere, noteStockChanges } from '../inventory/changes.ts';
import type { OwnerScope } from '../scope.ts';
import { sqlJson } from '../sql-json.ts';
import { defaultLocation } from './locations.ts';
import { crossingsToTell } from './standings.ts';

export interface HoldWish {
  /** Unique for the owner: the same hold is made once, however often it is asked for. */
  readonly ref: string;
  readonly skus: readonly { readonly sku: SkuId; readonly quantity: number }[];
}

/**
 * Keeps SKUs for somebody who has not been promised them yet: all of them, or, where one of them is not there, none. One
 * statement, in which sold out is no row. Sales of marketplaces do not come this way: they have happened.
 */
export async function reserveIfEnough(
  scope: OwnerScope,
  { ref, skus }: HoldWish,
): Promise<'reserved' | 'known' | 'sold_out'> {
  const location = await defaultLocation(scope);
  const rows = skus.map(({ sku, quantity }) => ({ sku_id: sku, quantity }));
  const { rows: held } = await sql<{ sku_id: number }>`
    with stock as materialized (
      select s.sku_id, x.quantity, s.on_hand - s.reserved >= x.quantity and s.tracked_since is not null as fits
      from sku_stock s
      join json_to_recordset(${sqlJson(rows)}::json) as x(sku_id bigint, quantity integer) on x.sku_id = s.sku_id
      where s.owner_id = ${scope.owner} and s.sku_id = any(${skus.map(({ sku }) => sku)}::bigint[])
      order by s.sku_id for update of s),
    placed as (
      insert into stock_reservations (owner_id, sku_id, location_id, cause_kind, cause_ref, per_unit, reserved, shipped)
      select ${scope.owner}, w.sku_id, coalesce((
          select l.location_id from stock_levels l where l.sku_id = w.sku_id and l.on_hand - l.reserved >= w.quantity
          order by l.location_id <> ${location}, l.location_id limit 1), ${location}),
        'hold', ${ref}, 1, w.quantity, 0
      from stock w where (select count(*) = ${rows.length} and bool_and(fits) from stock)
      on conflict (owner_id, cause_kind, cause_ref, sku_id) do nothing
      returning sku_id, location_id, reserved),
    levels as (
      insert into stock_levels as l (owner_id, sku_id, location_id, on_hand, reserved)
      select ${scope.owner}, sku_id, location_id, 0, reserved from placed
      on conflict (sku_id, location_id) do update set reserved = l.reserved + excluded.reserved)
    update sku_stock s set reserved = s.reserved + p.reserved, changed_at = now() from placed p
    where s.sku_id = p.sku_id returning s.sku_id`.execute(scope.trx);
  if (held.length > 0) {
    await tellOf(
      scope,
      held.map((row) => skuId(row.sku_id)),
    );
    return 'reserved';
  }
  const known = await sql`
    select from stock_reservations where owner_id = ${scope.owner} and cause_kind = 'hold' and cause_ref = ${ref}
    limit 1`.execute(scope.trx);
  return known.rows.length > 0 ? 'known' : 'sold_out';
}

/** Lets a hold go; false when nothing is kept by it any more. It cannot be taken up again. */
export async function releaseHold(scope: OwnerScope, ref: string): Promise<boolean> {
  await sql`
    select sku_id from sku_stock where owner_id = ${scope.owner} and sku_id in (
      select sku_id from stock_reservations
      where owner_id = ${scope.owner} and cause_kind = 'hold' and cause_ref = ${ref})
    order by sku_id for update`.execute(scope.trx);
  const { rows } = await sql<{ sku_id: number }>`
    with held as (
      select id, sku_id, location_id, reserved from stock_reservations
      where owner_id = ${scope.owner} and cause_kind = 'hold' and cause_ref = ${ref} and reserved > 0),
    freed as (
      update stock_reservations r set reserved = 0, changed_at = now() from held where r.id = held.id),
    levels as (
      update stock_levels l set reserved = l.reserved - held.reserved from held
      where l.sku_id = held.sku_id and l.location_id = held.location_id)
    update sku_stock s set reserved = s.reserved - held.reserved, changed_at = now() from held
    where s.sku_id = held.sku_id returning s.sku_id`.execute(scope.trx);
  await tellOf(
    scope,
    rows.map((row) => skuId(row.sku_id)),
  );
  return rows.length > 0;
}

async function tellOf(scope: OwnerScope, skus: readonly SkuId[]): Promise<void> {
  await recordEvents(scope, await crossingsToTell(scope, skus));
  await noteStockChanges(scope, skus.map(changedHere));
}
