import { sql } from 'kysely';
import type { ListingItemSnapshot, ListingSnapshot } from '../../src/domain/listing.ts';
import type { Hub } from '../../src/engine/hub.ts';
import { importListings } from '../../src/engine/listings/import-listings.ts';
import { asOwner } from '../../src/store/scope.ts';
import { findRun, queueRuns, type SyncRun } from '../../src/store/sync-runs.ts';
import type { SellerShop } from '../harness/hub.ts';

/** A listing as a marketplace shows it, with what a test says otherwise. */
export function listing(told: Partial<ListingSnapshot> = {}): ListingSnapshot {
  return {
    nativeListingId: '1001',
    name: '면 양말',
    sellerCode: null,
    state: 'on_sale',
    nativeStatus: 'SALE',
    reviewText: null,
    nativeCategoryId: '50000803',
    price: 6_600,
    currency: 'KRW',
    url: null,
    imageUrl: null,
    items: [item()],
    ...told,
  };
}

export function item(told: Partial<ListingItemSnapshot> = {}): ListingItemSnapshot {
  return {
    nativeItemId: '1001-1',
    optionValues: [],
    sellerSku: null,
    barcode: null,
    price: 6_600,
    quantity: 10,
    onSale: true,
    ...told,
  };
}

/** Asks for the listings of a shop and has them read, as a worker does; answers the run. */
export async function importNow(hub: Hub, { owner, account }: SellerShop): Promise<SyncRun> {
  const [run] = await asOwner(hub.db, owner, (scope) =>
    queueRuns(scope, [account.id], 'request', null, 'products'),
  );
  if (run === undefined) throw new Error('the run was not queued');
  await importListings(hub, { owner, account: account.id });
  const found = await asOwner(hub.db, owner, (scope) => findRun(scope, run));
  if (found === undefined) throw new Error('the run is gone');
  return found;
}

/** When rows of an account were written last, by id: what was not written again has the same. */
export async function writings(hub: Hub, { account }: SellerShop): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ row: string; version: string }>`
    select 'listing ' || id as row, xmin::text as version from listings where account_id = ${account.id}
    union all
    select 'item ' || id, xmin::text from listing_items where account_id = ${account.id}`.execute(
    hub.db.root,
  );
  return new Map(rows.map(({ row, version }) => [row, version]));
}
