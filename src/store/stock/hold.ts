import { type RawBuilder, sql } from 'kysely';
import { type SkuId, skuId } from '../../domain/ids.ts';
import { recordEvents } from '../events.ts';
import { changedHere, noteStockChanges } from '../inventory/changes.ts';
import { askForJob, type OwnerQueue } from '../job-wishes.ts';
import type { OwnerScope } from '../scope.ts';
import { crossingsToTell } from './standings.ts';

export interface HoldWish {
  /** Unique for the owner: the same hold is made once, however often it is asked for. */
  readonly ref: string;
  /** Each SKU once, at least one unit of it. */
  readonly skus: readonly { readonly sku: SkuId; readonly quantity: number }[];
}

/**
 * `known`: the same hold was made before, and nothing was changed. `sold_out`: the first SKU of which there is not enough,
 * and how many could have been had.
 */
export type HoldAnswer =
  | { readonly kind: 'reserved' | 'known' }
  | { readonly kind: 'sold_out'; readonly sku: SkuId; readonly available: number };

/** An answer as `hold_stock` gives it. */
export type ToldHold =
  | { readonly kind: 'reserved' | 'known' }
  | { readonly kind: 'sold_out'; readonly sku: number; readonly available: number };

const MOST_UNITS = 2_147_483_647;

/**
 * Keeps SKUs for somebody who has not been promised them yet, with what else the transaction does: all of them, or, where
 * one of them is not there, none. Sales of marketplaces do not come this way: they have happened. Whoever has nothing else
 * to write asks the hold desk. Throws RangeError for a wish that can be none.
 */
export async function reserveIfEnough(scope: OwnerScope, wish: HoldWish): Promise<HoldAnswer> {
  checkHold(wish);
  const { rows } = await sql<{ answers: readonly ToldHold[]; asks: readonly OwnerQueue[] }>`
    select answers, asks from hold_stock(${scope.owner}, ${holdsToTell([wish])})`.execute(scope.trx);
  const [held] = rows;
  const [answer] = held?.answers ?? [];
  if (held === undefined || answer === undefined) throw new Error('a hold has no answer');
  for (const queue of held.asks) askForJob(scope, queue, null);
  return holdAnswer(answer);
}

/** Throws RangeError unless a hold is of at least one SKU, each once, and of whole units of it. */
export function checkHold({ ref, skus }: HoldWish): void {
  const isCounted = skus.every(
    ({ quantity }) => Number.isInteger(quantity) && quantity > 0 && quantity <= MOST_UNITS,
  );
  if (skus.length === 0 || !isCounted || new Set(skus.map(({ sku }) => sku)).size < skus.length) {
    throw new RangeError(`hold ${ref} does not say how many of which SKUs: ${JSON.stringify(skus)}`);
  }
}

/** Holds as `hold_stock` takes them after the owner: SKUs once and in order, and parts that name them by their place. */
export function holdsToTell(wishes: readonly HoldWish[]): RawBuilder<unknown> {
  const parts = wishes.flatMap(({ skus }) => skus);
  const skus = [...new Set(parts.map(({ sku }) => sku))].sort((one, other) => one - other);
  const places = new Map(skus.map((sku, index) => [sku, index + 1]));
  let told = 0;
  const partEnds = wishes.map((wish) => {
    told += wish.skus.length;
    return told;
  });
  return sql`${wishes.map(({ ref }) => ref)}::text[], ${partEnds}::integer[], ${skus}::bigint[],
    ${parts.map(({ sku }) => places.get(sku))}::integer[], ${parts.map(({ quantity }) => quantity)}::integer[]`;
}

export function holdAnswer(told: ToldHold): HoldAnswer {
  return told.kind === 'sold_out' ? { ...told, sku: skuId(told.sku) } : told;
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
