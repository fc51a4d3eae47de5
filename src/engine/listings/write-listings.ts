import type { RunId } from '../../domain/ids.ts';
import type { ListingRead } from '../../marketplaces/kit/catalog.ts';
import type { Account } from '../../store/accounts.ts';
import { linkedSkus } from '../../store/links/linked-skus.ts';
import { type IngestedListings, ingestListings } from '../../store/listings/ingest.ts';
import type { OwnerScope } from '../../store/scope.ts';
import { clearListingSetAsides, setAside } from '../../store/set-asides.ts';
import { reserveForLinks } from '../../store/stock/follow-orders.ts';
import type { Hub } from '../hub.ts';

/** What became of listings that were read. */
export interface WrittenListings extends IngestedListings {
  /** Those that could not be read and were set aside. */
  readonly failed: number;
}

/**
 * Writes listings that were read, inside a transaction that the caller holds; rows that cannot be read are set aside.
 * `run` is null for what was read by number.
 */
export async function writeListings(
  scope: OwnerScope,
  { vault }: Pick<Hub, 'vault'>,
  account: Pick<Account, 'id' | 'platform'>,
  reads: readonly ListingRead[],
  run: RunId | null,
): Promise<WrittenListings> {
  const listings = reads.flatMap((read) => (read.kind === 'listing' ? [read.listing] : []));
  const unreadable = reads.flatMap((read) => (read.kind === 'unreadable' ? [read] : []));
  const ingested = await ingestListings(scope, account, listings);
  await setAside(scope, vault, {
    account: account.id,
    run,
    rows: unreadable.map(({ nativeListingId, reason, payload }) => ({
      nativeOrderId: null,
      nativeListingId,
      reason,
      payload,
    })),
  });
  await clearListingSetAsides(
    scope,
    account.id,
    listings.map(({ nativeListingId }) => nativeListingId),
  );
  const { numbered } = ingested;
  if (numbered.length > 0) await reserveForLinks(scope, numbered, await linkedSkus(scope, numbered));
  return { ...ingested, failed: unreadable.length };
}
