import { sql } from 'kysely';
import type { ListingItemId } from '../../domain/ids.ts';
import { askForJob } from '../job-wishes.ts';
import type { OwnerScope } from '../scope.ts';

export interface ItemTerms {
  /** Whether its stock follows the ledger. */
  readonly follows: boolean;
  /** So many are never offered there. */
  readonly buffer: number;
  /** Of the rest, this share. */
  readonly sharePercent: number;
}

/** Changes how a thing on sale follows the ledger; undefined when it is not there. Its shop is told at once. */
export async function changeItemTerms(
  scope: OwnerScope,
  item: ListingItemId,
  change: Partial<ItemTerms>,
): Promise<ItemTerms | undefined> {
  const { rows } = await sql<{ follows_stock: boolean; buffer: number; share_percent: number }>`
    update listing_items set follows_stock = coalesce(${change.follows ?? null}::boolean, follows_stock),
      buffer = coalesce(${change.buffer ?? null}::integer, buffer),
      share_percent = coalesce(${change.sharePercent ?? null}::smallint, share_percent)
    where owner_id = ${scope.owner} and id = ${item} returning follows_stock, buffer, share_percent`.execute(
    scope.trx,
  );
  const [row] = rows;
  if (row === undefined) return undefined;
  await sql`
    insert into stock_changes (owner_id, sku_id, account_id, units)
    select ${scope.owner}, sku_id, null, 0 from listing_links where listing_item_id = ${item} order by sku_id
    on conflict (sku_id, account_id) do nothing`.execute(scope.trx);
  askForJob(scope, 'stock', null);
  return { follows: row.follows_stock, buffer: row.buffer, sharePercent: row.share_percent };
}
