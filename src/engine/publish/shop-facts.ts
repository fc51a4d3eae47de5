import type { OwnerId } from '../../domain/ids.ts';
import type { CategoryRequirements, NativeCategory, ShopPlace } from '../../marketplaces/kit/catalog.ts';
import { MarketplaceError } from '../../marketplaces/kit/trouble.ts';
import { categoriesReadAt, writeCategories } from '../../store/publish/categories.ts';
import {
  findPlaces,
  findRequirements,
  type Read,
  writePlaces,
  writeRequirements,
} from '../../store/publish/shop-facts.ts';
import { asOwner } from '../../store/scope.ts';
import type { Hub } from '../hub.ts';
import type { PublishingShop } from './publishing-shop.ts';

/** Categories and what they demand change a few times a year. */
const WEEK_MS = 7 * 86_400_000;
/** Addresses are added by the seller, who then expects to see them. */
const PLACES_FRESH_MS = 10 * 60_000;

/** What a category demands: kept for a week. Throws `not_found` for one that the marketplace does not have. */
export async function requirementsOf(
  hub: Hub,
  owner: OwnerId,
  shop: PublishingShop,
  nativeCategoryId: string,
): Promise<CategoryRequirements> {
  const { id } = shop.account;
  const known = await asOwner(hub.db, owner, (scope) => findRequirements(scope, id, nativeCategoryId));
  if (known !== null && isFresh(hub, known, WEEK_MS)) return known.fact;
  const requirements = await (await shop.desk()).requirements(nativeCategoryId);
  await asOwner(hub.db, owner, (scope) =>
    writeRequirements(scope, id, nativeCategoryId, requirements, hub.clock()),
  );
  return requirements;
}

/** The places of the shop: kept for some minutes, or read now. */
export async function placesOf(
  hub: Hub,
  owner: OwnerId,
  shop: PublishingShop,
  now: 'kept' | 'read' = 'kept',
): Promise<readonly ShopPlace[]> {
  const { id } = shop.account;
  const known = await asOwner(hub.db, owner, (scope) => findPlaces(scope, id));
  if (now === 'kept' && known !== null && isFresh(hub, known, PLACES_FRESH_MS)) return known.fact;
  const places = await (await shop.desk()).places();
  await asOwner(hub.db, owner, (scope) => writePlaces(scope, id, places, hub.clock()));
  return places;
}

/**
 * Reads the marketplace's categories where that was never done, or not for a week. What is known stays where they cannot
 * be read; the trouble is answered.
 */
export async function keepCategories(
  hub: Hub,
  owner: OwnerId,
  shop: PublishingShop,
): Promise<{ readonly readAt: Date | null; readonly trouble: MarketplaceError | null }> {
  const { id } = shop.account;
  const readAt = await asOwner(hub.db, owner, (scope) => categoriesReadAt(scope, id));
  if (readAt !== null && hub.clock().getTime() - readAt.getTime() < WEEK_MS) return { readAt, trouble: null };
  const categories: NativeCategory[] = [];
  try {
    for await (const some of (await shop.desk()).categories()) categories.push(...some);
  } catch (error) {
    if (!(error instanceof MarketplaceError)) throw error;
    return { readAt, trouble: error };
  }
  const now = hub.clock();
  await asOwner(hub.db, owner, (scope) => writeCategories(scope, id, categories, now));
  return { readAt: now, trouble: null };
}

function isFresh({ clock }: Hub, { readAt }: Read<unknown>, ms: number): boolean {
  return clock().getTime() - readAt.getTime() < ms;
}
