import { z } from 'zod';
import type { ListingBatch, ListingRead, ListingsNow } from '../../../kit/catalog.ts';
import type { Cursor } from '../../../kit/cursor.ts';
import { asFields, asList, optionalTextAt } from '../../../kit/decode.ts';
import { MarketplaceError } from '../../../kit/trouble.ts';
import { chunked } from '../../../kit/windows.ts';
import type { Client } from '../client.ts';
import { listingRead } from './decode-listing.ts';
import { CATALOG_AT_MOST } from './operations.ts';
import { findProduct } from './product.ts';
import { isReadable, type ProductRow, searchByNumber, searchPage, type UnreadableRow } from './search.ts';

/** The page that is read next, and how many products there were when the one before it was read. */
const place = z.object({ page: z.int().min(1), total: z.int().min(0) });
type Place = z.infer<typeof place>;

const BEGINNING: Place = { page: 1, total: 0 };
/** Products that are read side by side; the budget lets out no more than it may. */
const SIDE_BY_SIDE = 4;

/** Where the store is, asked for once. */
export type StoreUrl = () => Promise<string | null>;

export function storeUrl(client: Client): StoreUrl {
  let asked: Promise<string | null> | undefined;
  return () => {
    asked ??= client.ask({ operation: 'sellerChannels', decode: decodeStoreUrl });
    return asked;
  };
}

function decodeStoreUrl(json: unknown): string | null {
  const store = asList(json, 'channels')
    .map((channel) => asFields(channel, 'channel'))
    .find(({ channelType }) => channelType === 'STOREFARM');
  return store === undefined ? null : optionalTextAt(store, 'url');
}

/**
 * Every product, page after page. Pages go from the newest number down: what is added in the meantime pushes rows onto
 * later pages, where they are only read twice. What is deleted pulls rows back, so the page goes back as far. Both at once,
 * between two pages, hide each other: what that misses is found by the next reading.
 */
export async function* listListings(
  client: Client,
  url: StoreUrl,
  cursor: Cursor | null,
): AsyncGenerator<ListingBatch> {
  let at = readCursor(cursor);
  for (;;) {
    const size = CATALOG_AT_MOST.listedRows;
    const { rows, total, isLast } = await searchPage(client, at.page, size);
    const next = pageAfter(at, total, size);
    const isDone = isLast && next > at.page;
    const items = await readRows(client, await url(), rows);
    at = { page: next, total };
    yield { items, cursor: isDone ? null : JSON.stringify(at), total };
    if (isDone) return;
  }
}

/** The page to read next. Where products are gone since the page before, rows have slipped onto pages that were read. */
export function pageAfter({ page, total: before }: Place, total: number, size: number): number {
  const gone = Math.max(0, before - total);
  return gone === 0 ? page + 1 : Math.max(1, page - Math.ceil(gone / size));
}

function readCursor(cursor: Cursor | null): Place {
  if (cursor === null) return BEGINNING;
  try {
    return place.parse(JSON.parse(cursor));
  } catch {
    // A cursor of another time: beginning anew is harmless.
    return BEGINNING;
  }
}

async function readRows(
  client: Client,
  address: string | null,
  rows: readonly (ProductRow | UnreadableRow)[],
): Promise<readonly ListingRead[]> {
  const reads: ListingRead[] = [];
  for (const some of chunked(rows, SIDE_BY_SIDE)) {
    const together = await Promise.all(
      some.map(async (row): Promise<ListingRead | null> => {
        if (!isReadable(row)) {
          const { originProductNo, ...rest } = row;
          return { kind: 'unreadable', nativeListingId: originProductNo, ...rest };
        }
        const found = await readOne(client, address, row);
        return 'missing' in found ? null : found;
      }),
    );
    // Deleted between the list and the reading.
    reads.push(...together.filter((read) => read !== null));
  }
  return reads;
}

/** The listings with these numbers as they are now. */
export async function readListings(
  client: Client,
  url: StoreUrl,
  nativeListingIds: readonly string[],
): Promise<ListingsNow> {
  const rows = await searchByNumber(client, nativeListingIds);
  const address = await url();
  const reads: ListingRead[] = [];
  const missing: ListingsNow['missing'][number][] = [];
  for (const nativeListingId of nativeListingIds) {
    const row = rows.get(nativeListingId) ?? { originProductNo: nativeListingId, storeProductNo: null };
    const found = await readOne(client, address, row);
    if ('missing' in found) missing.push({ nativeListingId, nativeText: found.missing });
    else reads.push(found);
  }
  return { reads, missing };
}

async function readOne(
  client: Client,
  storeAddress: string | null,
  { originProductNo, storeProductNo }: Pick<ProductRow, 'originProductNo' | 'storeProductNo'>,
): Promise<ListingRead | { readonly missing: string }> {
  try {
    const found = await findProduct(client, originProductNo);
    if ('missing' in found) return found;
    return listingRead(found.product, { originProductNo, storeProductNo, storeUrl: storeAddress });
  } catch (error) {
    if (!(error instanceof MarketplaceError) || error.reason !== 'unexpected_shape') throw error;
    return {
      kind: 'unreadable',
      nativeListingId: originProductNo,
      reason: error.trouble.nativeText ?? error.message,
      payload: '',
    };
  }
}
