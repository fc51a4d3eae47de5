import { sql } from 'kysely';
import { type ListingItemId, listingItemId, type SkuId, skuId } from '../../domain/ids.ts';
import type { LinkedSku } from '../../domain/listing.ts';
import type { OwnerScope } from '../scope.ts';
import { sqlJson } from '../sql-json.ts';
import { reserveForLinks } from '../stock/follow-orders.ts';
import { linkedSkus } from './linked-skus.ts';

/** What an item is to be made of from now on; without parts it is linked to nothing. */
export interface LinkWish {
  readonly item: ListingItemId;
  readonly parts: readonly LinkedSku<SkuId>[];
  /** Why: by code, by name, by hand. */
  readonly reason: string;
}

/**
 * Links items to SKUs, in place of what they were linked to, and has the stock of their open orders follow. Items and
 * SKUs are the owner's; each item is named once. An item that a person unlinks is not linked by itself again. Call it
 * before anything is told, since stock is held from here on.
 */
export async function setLinks(scope: OwnerScope, wishes: readonly LinkWish[], actor: string): Promise<void> {
  if (wishes.length === 0) return;
  const { owner, trx } = scope;
  const items = wishes.map(({ item }) => item);
  await lockListingsOf(scope, items);
  const before = await linkedSkus(scope, items);
  const parts = wishes.flatMap(({ item, parts: wanted, reason }) =>
    wanted.map(({ sku, quantity }) => ({ item_id: item, sku_id: sku, quantity, reason })),
  );
  const wanted = sql`json_to_recordset(${sqlJson(parts)}::json)
    as w(item_id bigint, sku_id bigint, quantity integer, reason text)`;
  await sql`
    delete from listing_links k where k.owner_id = ${owner} and k.listing_item_id = any(${items}::bigint[])
      and not exists (select from ${wanted} where w.item_id = k.listing_item_id and w.sku_id = k.sku_id)`.execute(
    trx,
  );
  await sql`
    insert into listing_links as k (listing_item_id, sku_id, owner_id, quantity, linked_by, reason)
    select w.item_id, w.sku_id, ${owner}, w.quantity, ${actor}, w.reason from ${wanted} order by w.item_id, w.sku_id
    on conflict (listing_item_id, sku_id) do update set quantity = excluded.quantity, linked_by = excluded.linked_by,
      linked_at = now(), reason = excluded.reason
    where k.quantity <> excluded.quantity`.execute(trx);
  await noteWhoUnlinked(scope, wishes, actor);
  await noteProducts(scope, items);
  await reserveForLinks(scope, items, [...new Set([...before, ...parts.map(({ sku_id }) => sku_id)])]);
}

/**
 * Links items that are still linked to nothing, for wishes that were made without a person's look at each. Answers how
 * many were.
 */
export async function linkUnlinked(
  scope: OwnerScope,
  wishes: readonly LinkWish[],
  actor: string,
): Promise<number> {
  const items = wishes.map(({ item }) => item);
  if (items.length === 0) return 0;
  await lockListingsOf(scope, items);
  const { rows } = await sql<{ id: number }>`
    select id from listing_items where owner_id = ${scope.owner} and id = any(${items}::bigint[]) and not linked
      and unlinked_by is null`.execute(scope.trx);
  const free = new Set<number>(rows.map(({ id }) => id));
  const left = wishes.filter(({ item }) => free.has(item));
  await setLinks(scope, left, actor);
  return left.length;
}

/** Whoever writes items or links of a listing holds the listing first, in the order of their ids. */
async function lockListingsOf({ owner, trx }: OwnerScope, items: readonly ListingItemId[]): Promise<void> {
  await sql`
    select from listings where owner_id = ${owner} and id in (
      select listing_id from listing_items where owner_id = ${owner} and id = any(${[...items]}::bigint[]))
    order by id for update`.execute(trx);
}

async function noteWhoUnlinked(
  { owner, trx }: OwnerScope,
  wishes: readonly LinkWish[],
  actor: string,
): Promise<void> {
  const unlinked = wishes.filter(({ parts }) => parts.length === 0).map(({ item }) => item);
  await sql`
    update listing_items t set unlinked_by = case when t.id = any(${unlinked}::bigint[]) then ${actor}::text end
    where t.owner_id = ${owner} and t.id = any(${wishes.map(({ item }) => item)}::bigint[])
      and t.unlinked_by is distinct from case when t.id = any(${unlinked}::bigint[]) then ${actor}::text end`.execute(
    trx,
  );
}

/** A listing is one of a product when all that its items are linked to belongs to that product. */
async function noteProducts({ owner, trx }: OwnerScope, items: readonly ListingItemId[]): Promise<void> {
  await sql`
    update listings g set product_id = found.product_id
    from (
      select touched.listing_id, case when count(distinct s.product_id) = 1 then min(s.product_id) end as product_id
      from (select distinct listing_id from listing_items
        where owner_id = ${owner} and id = any(${[...items]}::bigint[])) touched
      left join listing_items t on t.listing_id = touched.listing_id
      left join listing_links k on k.listing_item_id = t.id
      left join skus s on s.id = k.sku_id
      group by touched.listing_id) found
    where g.owner_id = ${owner} and g.id = found.listing_id and g.product_id is distinct from found.product_id`.execute(
    trx,
  );
}

export interface KnownTargets {
  readonly items: ReadonlySet<ListingItemId>;
  readonly skus: ReadonlySet<SkuId>;
}

/** Which of these items and SKUs there are; SKUs that were given up are not. */
export async function findLinkTargets(
  { owner, trx }: OwnerScope,
  items: readonly number[],
  skus: readonly number[],
): Promise<KnownTargets> {
  const { rows } = await sql<{ kind: 'item' | 'sku'; id: number }>`
    select 'item' as kind, id from listing_items where owner_id = ${owner} and id = any(${[...items]}::bigint[])
    union all
    select 'sku', id from skus where owner_id = ${owner} and id = any(${[...skus]}::bigint[]) and deleted_at is null`.execute(
    trx,
  );
  return {
    items: new Set(rows.flatMap(({ kind, id }) => (kind === 'item' ? [listingItemId(id)] : []))),
    skus: new Set(rows.flatMap(({ kind, id }) => (kind === 'sku' ? [skuId(id)] : []))),
  };
}
