import { sql } from 'kysely';
import { type ListingItemId, listingItemId, skuId } from '../../domain/ids.ts';
import type { LinkHint, LinkReason } from '../../domain/linking/proposal.ts';
import type { OwnerScope } from '../scope.ts';

/** Different memories of one name that are looked at. */
const MEMORIES = 5;

/**
 * What codes, bar codes and earlier links say that items are made of. An earlier link counts whether or not its item is
 * still on sale, and in whichever shop; not one to SKUs that were given up.
 */
export async function linkHints(
  { owner, trx }: OwnerScope,
  items: readonly ListingItemId[],
): Promise<ReadonlyMap<ListingItemId, readonly LinkHint[]>> {
  const { rows } = await sql<{
    id: number;
    reason: Exclude<LinkReason, 'name'>;
    parts: string;
    shared: boolean;
  }>`
    with items as materialized (
      select t.id, t.account_id, t.seller_sku, t.barcode, t.name_key,
        t.seller_sku is not null and exists (
          select from listing_items o where o.owner_id = ${owner} and o.seller_sku = t.seller_sku
            and o.account_id = t.account_id and o.gone_at is null
            -- One option on two sites of a marketplace is one thing.
            and (o.listing_id, o.option_values) <> (t.listing_id, t.option_values)) as shared
      from listing_items t where t.owner_id = ${owner} and t.id = any(${[...items]}::bigint[]))
    select i.id, 'code' as reason, s.id || ':1' as parts, i.shared
    from items i join skus s on s.owner_id = ${owner} and s.code = i.seller_sku and s.deleted_at is null
    union all
    select i.id, 'barcode', s.id || ':1', false
    from items i join skus s on s.owner_id = ${owner} and s.barcode = i.barcode and s.deleted_at is null
    union all
    select i.id, 'remembered_code', earlier.parts, i.shared
    from items i cross join lateral (
      select ${PARTS} as parts from listing_items o
      where o.owner_id = ${owner} and o.seller_sku = i.seller_sku and o.linked and o.id <> i.id
      group by 1 limit ${MEMORIES}) earlier
    where earlier.parts is not null
    union all
    select i.id, 'remembered_name', earlier.parts, false
    from items i cross join lateral (
      select ${PARTS} as parts from listing_items o
      where o.owner_id = ${owner} and o.name_key = i.name_key and o.linked and o.id <> i.id
      group by 1 limit ${MEMORIES}) earlier
    where i.name_key <> '' and earlier.parts is not null`.execute(trx);
  return new Map(
    [...Map.groupBy(rows, ({ id }) => id)].map(([id, hints]) => [
      listingItemId(id),
      hints.map(({ reason, parts, shared }) => ({ reason, parts: partsFrom(parts), shared })),
    ]),
  );
}

/** What an item is linked to as text; null where one of the SKUs was given up. */
const PARTS = sql`(
  select case when bool_and(s.deleted_at is null) then string_agg(k.sku_id || ':' || k.quantity, ',' order by k.sku_id) end
  from listing_links k join skus s on s.id = k.sku_id where k.listing_item_id = o.id)`;

function partsFrom(text: string): LinkHint['parts'] {
  return text.split(',').map((part) => {
    const [sku, quantity] = part.split(':').map(Number);
    return { sku: skuId(sku ?? 0), quantity: quantity ?? 0 };
  });
}
