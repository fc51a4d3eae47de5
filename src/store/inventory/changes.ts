import { sql } from 'kysely';
import { type AccountId, accountId, type ListingId, type SkuId, skuId } from '../../domain/ids.ts';
import { askForJob } from '../job-wishes.ts';
import type { OwnerScope } from '../scope.ts';

/** A SKU whose number has changed, and the shop whose orders did it. */
export interface StockChange {
  readonly sku: SkuId;
  readonly account: AccountId | null;
  /** So many were taken there, in units of the SKU; below zero when they came back. */
  readonly units: number;
  readonly orderedAt: Date | null;
}

export interface TakenChange extends StockChange {
  readonly seenAt: Date;
}

/** A change that no shop's orders brought about: every shop is to be told of it. */
export function changedHere(sku: SkuId): StockChange {
  return { sku, account: null, units: 0, orderedAt: null };
}

/**
 * Notes that shops are to be told of SKUs, in the transaction that changes them. Several changes of one SKU by one shop
 * are one; how long it took is counted from the first. An owner who tells shops only when asked has nothing noted.
 */
export async function noteStockChanges(scope: OwnerScope, changes: readonly StockChange[]): Promise<void> {
  if (changes.length === 0) return;
  const accounts = changes.map(({ account }) => account);
  const units = changes.map((change) => change.units);
  const ordered = changes.map(({ orderedAt }) => orderedAt?.toISOString() ?? null);
  const { rows } = await sql<{ noted: boolean }>`
    select note_stock_changes(${scope.owner}, ${changes.map(({ sku }) => sku)}::bigint[], ${accounts}::bigint[],
      ${units}::integer[], ${ordered}::timestamptz[]) as noted`.execute(scope.trx);
  if (rows[0]?.noted === true) askForJob(scope, 'stock', null);
}

/** Has the shops of these listings told of what is in them again, where they were told otherwise. */
export async function noteStockOfListings(scope: OwnerScope, listings: readonly ListingId[]): Promise<void> {
  if (listings.length === 0) return;
  const { rows } = await sql<{ sku_id: number }>`
    select distinct k.sku_id from listing_items t join listing_links k on k.listing_item_id = t.id
    where t.owner_id = ${scope.owner} and t.listing_id = any(${[...listings]}::bigint[]) and t.gone_at is null
    order by 1`.execute(scope.trx);
  await noteStockChanges(
    scope,
    rows.map(({ sku_id }) => changedHere(skuId(sku_id))),
  );
}

/** Takes changes to tell of, the oldest first; they are gone once the transaction commits. */
export async function takeStockChanges(scope: OwnerScope, limit: number): Promise<readonly TakenChange[]> {
  const { rows } = await sql<{
    sku_id: number;
    account_id: number | null;
    units: number;
    ordered_at: Date | null;
    seen_at: Date;
  }>`
    delete from stock_changes where ctid in (
      select ctid from stock_changes where owner_id = ${scope.owner} order by seen_at limit ${limit}
      for update skip locked)
    returning sku_id, account_id, units, ordered_at, seen_at`.execute(scope.trx);
  return rows.map((row) => ({
    sku: skuId(row.sku_id),
    account: row.account_id === null ? null : accountId(row.account_id),
    units: row.units,
    orderedAt: row.ordered_at,
    seenAt: row.seen_at,
  }));
}

/** Linked SKUs: of some products, of what a shop has on sale, or all. */
export interface StockMeant {
  readonly products?: readonly number[];
  readonly account?: AccountId;
}

/**
 * Asks for linked SKUs to be told again, to every shop that has a part of them: also to others than the one that is meant,
 * where their last number is not right any more. Answers how many SKUs there are.
 */
export async function noteAllStock(scope: OwnerScope, { products, account }: StockMeant): Promise<number> {
  const { rows } = await sql`
    insert into stock_changes (owner_id, sku_id, account_id, units)
    select distinct ${scope.owner}::bigint, s.id, null::bigint, 0
    from skus s join listing_links k on k.sku_id = s.id join listing_items t on t.id = k.listing_item_id
    where s.owner_id = ${scope.owner}
      and (${products === undefined} or s.product_id = any(${[...(products ?? [])]}::bigint[]))
      and (${account === undefined} or t.account_id = ${account ?? null}::bigint)
    order by s.id
    on conflict (sku_id, account_id) do update set units = 0
    returning sku_id`.execute(scope.trx);
  if (rows.length > 0) askForJob(scope, 'stock', null);
  return rows.length;
}
