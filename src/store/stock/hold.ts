import { sql } from 'kysely';
import { type OwnerId, type SkuId, skuId } from '../../domain/ids.ts';
import type { Database } from '../database.ts';
import { recordEvents } from '../events.ts';
import { changedHere, noteStockChanges } from '../inventory/changes.ts';
import { askForJob, type OwnerQueue } from '../job-wishes.ts';
import { callAsOwner, type OwnerScope } from '../scope.ts';
import { crossingsToTell } from './standings.ts';

export interface HoldWish {
  /** Unique for the owner: the same hold is made once, however often it is asked for. */
  readonly ref: string;
  readonly skus: readonly { readonly sku: SkuId; readonly quantity: number }[];
}

/** `known`: the same hold was made before, and nothing was changed. */
export type HoldAnswer = 'reserved' | 'known' | 'sold_out';

/**
 * Keeps SKUs for somebody who has not been promised them yet: all of them, or, where one of them is not there, none.
 * Sales of marketplaces do not come this way: they have happened.
 */
export async function reserveIfEnough(scope: OwnerScope, { ref, skus }: HoldWish): Promise<HoldAnswer> {
  const { rows } = await sql<{ answer: HoldAnswer; asks: readonly OwnerQueue[] }>`
    select answer, asks
    from hold_stock(${scope.owner}, ${ref}, ${idsOf(skus)}::bigint[], ${quantitiesOf(skus)}::integer[])`.execute(
    scope.trx,
  );
  const [held] = rows;
  if (held === undefined) throw new Error('a hold has no answer');
  for (const queue of held.asks) askForJob(scope, queue, null);
  return held.answer;
}

/** The same in a transaction of its own, which is one call of the database. */
export async function reserveAlone(
  db: Database,
  owner: OwnerId,
  { ref, skus }: HoldWish,
): Promise<HoldAnswer> {
  return callAsOwner(
    db,
    owner,
    (scope) =>
      sql<HoldAnswer>`hold_stock_alone(${scope}, ${ref}, ${idsOf(skus)}::bigint[], ${quantitiesOf(skus)}::integer[])`,
  );
}

function idsOf(skus: HoldWish['skus']): readonly SkuId[] {
  return skus.map(({ sku }) => sku);
}

function quantitiesOf(skus: HoldWish['skus']): readonly number[] {
  return skus.map(({ quantity }) => quantity);
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
  await noteStockChanges(scope, skus.map(changedHere));
  await recordEvents(scope, await crossingsToTell(scope, skus));
}
