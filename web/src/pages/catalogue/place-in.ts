import type { Schema } from '../../api/types.ts';

type Place = Schema<'ProductListing'>;

/** What a product is in a shop: the listing that publishing changes, where the shop has several. */
export function placeIn(places: readonly Place[], shop: number): Place | undefined {
  const here = places.filter(({ account_id }) => account_id === shop);
  return here.find(({ publishes }) => publishes) ?? here[0];
}
