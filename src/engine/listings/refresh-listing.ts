import type { OwnerId } from '../../domain/ids.ts';
import { MarketplaceError } from '../../marketplaces/kit/trouble.ts';
import type { Account } from '../../store/accounts.ts';
import { noteHealth } from '../../store/health/note-health.ts';
import type { StoredListing } from '../../store/listings/listing.ts';
import { noteGone } from '../../store/listings/whole-reading.ts';
import { asOwner } from '../../store/scope.ts';
import type { Hub } from '../hub.ts';
import { linkByThemselves } from '../linking/link-by-themselves.ts';
import { openShop } from '../open-shop.ts';
import { reportTrouble, type TroubleReport } from '../trouble-report.ts';
import { writeListings } from './write-listings.ts';

/**
 * Reads one listing as it is now. A marketplace's trouble is answered and noted in the account's health; what is known of
 * the listing stays.
 */
export async function refreshListing(
  hub: Hub,
  owner: OwnerId,
  account: Account,
  listing: StoredListing & { readonly nativeListingId: string },
  signal: AbortSignal,
): Promise<TroubleReport | null> {
  let trouble: TroubleReport | null = null;
  try {
    const { shop } = await openShop(hub, owner, account, 'click', signal);
    if (shop.catalog === undefined)
      throw new MarketplaceError({ reason: 'not_offered', operation: 'listings' });
    const { reads, missing } = await shop.catalog.read([listing.nativeListingId]);
    await asOwner(hub.db, owner, async (scope) => {
      await writeListings(scope, hub, account, reads, null);
      await noteGone(
        scope,
        account.id,
        missing.map(({ nativeListingId }) => nativeListingId),
      );
    });
    await linkByThemselves(hub, owner, { listing: listing.id });
  } catch (error) {
    if (!(error instanceof MarketplaceError) && !signal.aborted) throw error;
    trouble = reportTrouble(
      error instanceof MarketplaceError
        ? error
        : new MarketplaceError({ reason: 'timeout', operation: 'listings' }),
    );
  }
  await asOwner(hub.db, owner, (scope) => noteHealth(scope, account.id, trouble));
  return trouble;
}
