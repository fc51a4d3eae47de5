import { sql } from 'kysely';
import {
  type AccountId,
  accountId,
  type ListingItemId,
  listingItemId,
  type SkuId,
  skuId,
} from '../../domain/ids.ts';
import type { OfferPart } from '../../domain/offer-quantity.ts';
import type { OwnerScope } from '../scope.ts';
import { sqlJson } from '../sql-json.ts';

/** What decides how many of a thing on sale a shop may sell. */
export interface OfferParts {
  /** So many are never offered, and of the rest this share. */
  readonly buffer: number;
  readonly sharePercent: number;
  readonly parts: readonly OfferPart[];
}

/** A thing on sale that follows the ledger, with its parts. */
export interface OfferedItem extends OfferParts {
  readonly item: ListingItemId;
  readonly account: AccountId;
  readonly platform: string;
  readonly edition: string;
  readonly nativeItemId: string;
  /** What was decided last; null where nothing was yet. */
  readonly wanted: number | null;
  /** For how long the shop has had that number, in milliseconds; null while it is on its way, or was not taken. */
  readonly hadForMs: number | null;
  /** As the marketplace showed it last. */
  readonly shown: number | null;
  /** What it shows instead, once that is sure to be no sale of its own. */
  readonly drift: number | null;
  readonly parts: readonly (OfferPart & { readonly sku: SkuId })[];
}

interface ItemRow {
  readonly id: number;
  readonly account_id: number;
  readonly platform: string;
  readonly edition: string;
  readonly native_item_id: string;
  readonly buffer: number;
  readonly share_percent: number;
  readonly wanted_quantity: number | null;
  readonly had_for_ms: number | null;
  readonly quantity: number | null;
  readonly drift: number | null;
  readonly parts: readonly {
    readonly sku: number;
    readonly quantity: number;
    readonly available: number | null;
  }[];
}

/** Everything on sale that has a part among these SKUs, in the order in which every writer takes it. */
export async function offeredItems(
  scope: OwnerScope,
  skus: readonly SkuId[],
): Promise<readonly OfferedItem[]> {
  const { rows } = await sql<ItemRow>`
    with mine as materialized (
      select t.id from listing_items t
      where t.id in (select listing_item_id from listing_links where sku_id = any(${[...skus]}::bigint[]))
        and t.owner_id = ${scope.owner} and t.follows_stock and t.gone_at is null and t.native_item_id is not null
      order by t.id for update)
    select t.id, t.account_id, g.platform, a.edition, t.native_item_id, t.buffer, t.share_percent, t.wanted_quantity,
      extract(epoch from clock_timestamp() - case when told.taken is null then t.wanted_at when told.taken then told.at end)
        ::float8 * 1000 as had_for_ms,
      t.quantity, case when t.drift_confirmed then t.drift_quantity end as drift, p.parts
    from mine join listing_items t on t.id = mine.id
    join listings g on g.id = t.listing_id and g.gone_at is null
    join accounts a on a.id = t.account_id and a.enabled
    -- A publication tells a number as well.
    cross join lateral (
      select bool_and(c.state = 'done') as taken, max(c.finished_at) as at from (
        (select c.state, c.finished_at from commands c
          where c.owner_id = ${scope.owner} and c.account_id = t.account_id and c.queue = 'set_stock|' || t.native_item_id
            and c.state not in ('canceled', 'superseded')
          order by c.id desc limit 1)
        union all
        (select c.state, c.finished_at from commands c
          where c.owner_id = ${scope.owner} and c.account_id = t.account_id and c.queue = 'listing|' || t.listing_id
            and c.kind = 'publish' and c.state not in ('canceled', 'superseded', 'refused', 'dead')
          order by c.id desc limit 1)) c) told
    cross join lateral (
      select json_agg(json_build_object('sku', k.sku_id, 'quantity', k.quantity, 'available',
        case when s.tracked_since is not null then s.on_hand - s.reserved end) order by k.sku_id) as parts
      from listing_links k join sku_stock s on s.sku_id = k.sku_id where k.listing_item_id = t.id) p
    order by t.id`.execute(scope.trx);
  return rows.map((row) => ({
    item: listingItemId(row.id),
    account: accountId(row.account_id),
    platform: row.platform,
    edition: row.edition,
    nativeItemId: row.native_item_id,
    buffer: row.buffer,
    sharePercent: row.share_percent,
    wanted: row.wanted_quantity,
    hadForMs: row.had_for_ms,
    shown: row.quantity,
    drift: row.drift,
    parts: row.parts.map((part) => ({ ...part, sku: skuId(part.sku) })),
  }));
}

/**
 * Notes what was decided for things on sale. What a shop knows by itself, having sold the difference, it also shows from
 * now on, though nobody has read it yet.
 */
export async function noteWanted(
  scope: OwnerScope,
  wanted: readonly { readonly item: ListingItemId; readonly quantity: number; readonly known: boolean }[],
): Promise<void> {
  if (wanted.length === 0) return;
  await sql`
    update listing_items t set wanted_quantity = x.quantity, wanted_at = clock_timestamp(),
      quantity = case when x.known and t.quantity is not null then x.quantity else t.quantity end,
      drift_quantity = null, drift_at = null, drift_confirmed = false
    from json_to_recordset(${sqlJson(wanted)}::json) as x(item bigint, quantity integer, known boolean)
    where t.owner_id = ${scope.owner} and t.id = x.item`.execute(scope.trx);
}
