import { sql } from 'kysely';
import type { OwnerScope } from '../scope.ts';

/** The listing that an item stands in. */
export interface ItemListing {
  readonly item: number;
  readonly listing: number;
  readonly account: number;
  readonly name: string;
}

/** The listings of some items. */
export async function listingsOfItems(
  { owner, trx }: OwnerScope,
  items: readonly number[],
): Promise<readonly ItemListing[]> {
  if (items.length === 0) return [];
  const { rows } = await sql<ItemListing>`
    select t.id as item, g.id as listing, g.account_id as account, g.name
    from listing_items t join listings g on g.id = t.listing_id
    where t.owner_id = ${owner} and t.id = any(${[...items]}::bigint[]) order by t.id`.execute(trx);
  return rows;
}
