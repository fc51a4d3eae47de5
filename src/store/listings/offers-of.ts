import { sql } from 'kysely';
import type { AccountId } from '../../domain/ids.ts';
import type { OfferRef } from '../../marketplaces/kit/offers.ts';
import type { OwnerScope } from '../scope.ts';

/** Things on sale with the listings they are part of, in the order asked for; null for what no reading has shown. */
export async function offersOf(
  scope: OwnerScope,
  account: AccountId,
  nativeItemIds: readonly string[],
): Promise<readonly OfferRef[]> {
  const { rows } = await sql<{ item: string; listing: string | null }>`
    select x.item, g.native_listing_id as listing
    from unnest(${[...nativeItemIds]}::text[]) with ordinality as x(item, nth)
    left join listing_items t on t.owner_id = ${scope.owner} and t.account_id = ${account} and t.native_item_id = x.item
    left join listings g on g.id = t.listing_id
    order by x.nth`.execute(scope.trx);
  return rows.map(({ item, listing }) => ({ nativeItemId: item, nativeListingId: listing }));
}
