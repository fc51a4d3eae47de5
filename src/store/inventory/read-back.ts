import { sql } from 'kysely';
import { type AccountId, type ListingItemId, listingItemId } from '../../domain/ids.ts';
import type { OfferNow, OfferRef } from '../../marketplaces/kit/offers.ts';
import { askForJob } from '../job-wishes.ts';
import type { OwnerScope } from '../scope.ts';
import { sqlJson } from '../sql-json.ts';

/** A thing on sale whose number is to be read. */
export interface ItemToRead extends OfferRef {
  readonly item: ListingItemId;
}

/** Things on sale of a shop that follow the ledger, behind the last one that was read. */
export async function itemsToRead(
  scope: OwnerScope,
  account: AccountId,
  after: number,
  limit: number,
): Promise<readonly ItemToRead[]> {
  const { rows } = await sql<{ id: number; native_item_id: string; native_listing_id: string | null }>`
    select t.id, t.native_item_id, g.native_listing_id
    from listing_items t join listings g on g.id = t.listing_id and g.gone_at is null
    where t.owner_id = ${scope.owner} and t.account_id = ${account} and t.id > ${after} and t.gone_at is null
      and t.linked and t.follows_stock and t.native_item_id is not null
    order by t.id limit ${limit}`.execute(scope.trx);
  return rows.map((row) => ({
    item: listingItemId(row.id),
    nativeItemId: row.native_item_id,
    nativeListingId: row.native_listing_id,
  }));
}

/** How many things on sale of a shop a whole reading comes by. */
export async function countItemsToRead(scope: OwnerScope, account: AccountId): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from listing_items t join listings g on g.id = t.listing_id and g.gone_at is null
    where t.owner_id = ${scope.owner} and t.account_id = ${account} and t.gone_at is null and t.linked
      and t.follows_stock and t.native_item_id is not null`.execute(scope.trx);
  return rows[0]?.n ?? 0;
}

/** A number on its way shows late: until then nothing is said against it. */
const SETTLES_SECONDS = 60;

/**
 * Writes what a shop shows and compares it with what was decided for it. More than decided counts at once; less may be a
 * sale that was not read yet, so it counts only when it is still there after orders were read. What differs is told
 * again. Answers how many rows are another than before.
 */
export async function noteShown(
  scope: OwnerScope,
  account: AccountId,
  shown: readonly OfferNow[],
): Promise<{ readonly updated: number; readonly drifting: number }> {
  const rows = shown.map(({ nativeItemId, quantity, price, onSale }) => ({
    native_item_id: nativeItemId,
    quantity,
    price,
    on_sale: onSale,
  }));
  const { rows: written } = await sql<{ id: number; changed: boolean; drifting: boolean }>`
    with shown as materialized (
      select t.id, x.quantity, coalesce(x.price, t.price) as price, coalesce(x.on_sale, t.on_sale) as on_sale,
        (t.quantity, t.price, t.on_sale) is distinct from
          (x.quantity, coalesce(x.price, t.price), coalesce(x.on_sale, t.on_sale)) as changed,
        x.quantity is distinct from t.wanted_quantity and t.wanted_quantity is not null and x.quantity is not null
          and t.wanted_at < now() - make_interval(secs => ${SETTLES_SECONDS})
          and not exists (
            select from commands c where c.account_id = t.account_id and c.queue = 'set_stock|' || t.native_item_id
              and c.state in ('pending', 'sending', 'unknown')) as differs,
        t.drift_at, x.quantity > t.wanted_quantity as is_more
      from json_to_recordset(${sqlJson(rows)}::json) as x(native_item_id text, quantity integer, price bigint,
        on_sale boolean)
      join listing_items t on t.account_id = ${account} and t.native_item_id = x.native_item_id
      where t.owner_id = ${scope.owner} order by t.id for update of t)
    update listing_items t set quantity = s.quantity, price = s.price, on_sale = s.on_sale, read_at = now(),
      drift_quantity = case when s.differs then s.quantity end,
      drift_at = case when s.differs then coalesce(s.drift_at, now()) end,
      drift_confirmed = s.differs and (s.is_more or exists (
        select from sync_runs r where r.owner_id = ${scope.owner} and r.account_id = ${account} and r.status = 'success'
          and r.sync_type = 'orders' and r.started_at > s.drift_at))
    from shown s where t.id = s.id
    returning t.id, s.changed, t.drift_confirmed as drifting`.execute(scope.trx);
  const drifting = written.filter((row) => row.drifting).map(({ id }) => id);
  if (drifting.length > 0) {
    await sql`
      insert into stock_changes (owner_id, sku_id, account_id, units)
      select distinct ${scope.owner}::bigint, sku_id, null::bigint, 0 from listing_links
      where listing_item_id = any(${drifting}::bigint[]) order by 2
      on conflict (sku_id, account_id) do nothing`.execute(scope.trx);
    askForJob(scope, 'stock', null);
  }
  return { updated: written.filter(({ changed }) => changed).length, drifting: drifting.length };
}
