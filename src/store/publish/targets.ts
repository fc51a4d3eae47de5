import { sql } from 'kysely';
import {
  type AccountId,
  accountId,
  type CommandId,
  commandId,
  type ListingId,
  listingId,
  type ProductId,
  productId,
} from '../../domain/ids.ts';
import type { ListingChoices, ListingOverrides } from '../../domain/listing-choices.ts';
import type { OwnerScope } from '../scope.ts';
import { sqlJson } from '../sql-json.ts';
import { STANDING_FIELDS, type StandingItem } from './standing-items.ts';

/** A product and a shop. */
export interface Pair {
  readonly account: AccountId;
  readonly product: ProductId;
}

/** An item that a shop has of a product, with what a publication hangs on. */
export interface TargetItem extends StandingItem {
  /** So many are never offered there, and of the rest this share. */
  readonly buffer: number;
  readonly sharePercent: number;
  /** It is none of the product's SKUs alone: unlinked, another product's, or a bundle. */
  readonly isOfOthers: boolean;
}

/** The listing that a publication of a product in a shop is about. */
export interface TargetListing {
  readonly id: ListingId;
  readonly nativeListingId: string | null;
  readonly nativeCategoryId: string | null;
  readonly choices: Partial<ListingChoices>;
  readonly overrides: Partial<ListingOverrides>;
  readonly items: readonly TargetItem[];
  /** Others of the same product in this shop, where nobody has said which one is meant. */
  readonly rivals: readonly ListingId[];
  /** A publication of it is on its way. */
  readonly isUnderway: boolean;
  /** A publication of which nobody knows whether it has made a listing. */
  readonly unknownCommand: CommandId | null;
}

export interface PublishingTarget extends Pair {
  readonly listing: TargetListing | null;
  /** What the product's own category means at this marketplace, if that was said before. */
  readonly rememberedCategory: string | null;
}

interface Row {
  readonly account_id: number;
  readonly product_id: number;
  readonly remembered: string | null;
  readonly id: number | null;
  readonly native_listing_id: string | null;
  readonly native_category_id: string | null;
  readonly choices: Partial<ListingChoices> | null;
  readonly overrides: Partial<ListingOverrides> | null;
  readonly items: readonly TargetItem[] | null;
  readonly publishes: boolean | null;
  readonly all_ids: readonly number[] | null;
  readonly is_underway: boolean | null;
  readonly unknown_command: number | null;
}

/** What is there for each product in each shop, in the order asked for. */
export async function readTargets(
  { owner, trx }: OwnerScope,
  pairs: readonly Pair[],
): Promise<readonly PublishingTarget[]> {
  if (pairs.length === 0) return [];
  const { rows } = await sql<Row>`
    with pair as materialized (
      select x.account_id, x.product_id, x.nth from json_to_recordset(${sqlJson(
        pairs.map(({ account, product }, nth) => ({ account_id: account, product_id: product, nth })),
      )}::json) as x(account_id bigint, product_id bigint, nth integer))
    select pair.account_id, pair.product_id, cc.native_category_id as remembered, g.id, g.native_listing_id,
      g.native_category_id, g.choices, g.overrides, g.publishes, g.all_ids, t.items, u.id as unknown_command,
      exists (select from commands c where c.listing_id = g.id and c.kind = 'publish'
        and c.state in ('pending', 'sending', 'unknown')) as is_underway
    from pair
    join accounts a on a.id = pair.account_id and a.owner_id = ${owner}
    join products p on p.id = pair.product_id and p.owner_id = ${owner}
    left join category_choices cc on cc.owner_id = ${owner} and cc.platform = a.platform
      and cc.category_key = p.category_key
    left join lateral (
      select g.*, array_agg(g.id) over (rows between unbounded preceding and unbounded following) as all_ids
      from listings g
      where g.product_id = pair.product_id and g.account_id = pair.account_id and g.owner_id = ${owner}
        and g.gone_at is null and g.state is distinct from 'ended'
      order by g.publishes desc, g.id limit 1) g on true
    left join lateral (
      select json_agg(json_build_object(${STANDING_FIELDS}, 'buffer', t.buffer, 'sharePercent', t.share_percent,
        'isOfOthers', k.code is null or k.product_id <> pair.product_id) order by t.nth, t.id) as items
      from listing_items t
      cross join lateral (
        select case when count(*) = 1 and max(k.quantity) = 1 then min(s.code) end as code,
          min(s.product_id) as product_id
        from listing_links k join skus s on s.id = k.sku_id where k.listing_item_id = t.id) k
      where t.listing_id = g.id and t.gone_at is null) t on true
    left join lateral (
      select c.id from (
        select id, state from commands where listing_id = g.id and kind = 'publish' order by id desc limit 1) c
      where c.state = 'dead' and g.native_listing_id is null
        and exists (select from command_items i where i.command_id = c.id and i.state = 'unknown')) u on true
    order by pair.nth`.execute(trx);
  return rows.map((row) => ({
    account: accountId(row.account_id),
    product: productId(row.product_id),
    listing: listingFrom(row),
    rememberedCategory: row.remembered,
  }));
}

function listingFrom(row: Row): TargetListing | null {
  if (row.id === null) return null;
  const { id } = row;
  return {
    id: listingId(id),
    nativeListingId: row.native_listing_id,
    nativeCategoryId: row.native_category_id,
    choices: row.choices ?? {},
    overrides: row.overrides ?? {},
    items: row.items ?? [],
    rivals: row.publishes === true ? [] : (row.all_ids ?? []).filter((other) => other !== id).map(listingId),
    isUnderway: row.is_underway === true,
    unknownCommand: row.unknown_command === null ? null : commandId(row.unknown_command),
  };
}
