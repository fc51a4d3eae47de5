import { SYNC_TYPES, type SyncType } from '../../domain/schedule.ts';
import type { Account } from '../../store/accounts.ts';
import { editionOf } from '../open-shop.ts';

type Shop = Pick<Account, 'platform' | 'edition'>;

/** What is kept in step with a shop: its orders always, its listings and stock where it has a catalogue. */
export function syncedTypes(shop: Shop): readonly SyncType[] {
  return hasCatalogue(shop) ? ['orders', 'products', 'inventory'] : ['orders'];
}

/** Whether listings and stock can be read from a shop the way it is connected. */
export function hasCatalogue(shop: Shop): boolean {
  return editionOf(shop).edition.listingRules !== undefined;
}

/** The types among those wanted that nothing would be read for: none of the shops offers them. */
export function waitingFor(wanted: readonly SyncType[], shops: readonly Shop[]): readonly SyncType[] {
  const offered = new Set(shops.flatMap(syncedTypes));
  return SYNC_TYPES.filter((type) => wanted.includes(type) && !offered.has(type));
}
