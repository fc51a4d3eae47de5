import type { ListingBatch, ListingRead, ListingsNow } from '../../../kit/catalog.ts';
import { MarketplaceError } from '../../../kit/trouble.ts';
import type { Site } from '../../site.ts';
import type { Ask } from '../calls.ts';
import { decodeSearchPage, readListing, type SearchPage, type SearchRow } from './decode-listing.ts';
import { memberAt, textAt } from './members.ts';
import { decodeOptions, type OptionSheet } from './options.ts';

/** Listings of one batch: each with options costs a call, so a page of 500 would take minutes before it is kept. */
const BATCH = 100;
/** Most products of a page (E:160). */
const MAX_PAGE = 500;

interface Query {
  readonly goodsNo?: readonly string[];
}

function searchPage(
  ask: Ask,
  site: readonly Site[],
  query: Query,
  pageIndex: number,
  pageSize: number,
): Promise<SearchPage> {
  const body = JSON.stringify({ query, pageIndex, pageSize, sortField: 0, sortOrder: 0 });
  return ask({ operation: 'searchGoods', site, body, decode: decodeSearchPage });
}

const isLast = ({ rows, total }: SearchPage, page: number, size: number) =>
  rows.length < size || (total !== null && page * size >= total);

/** Every listing of the shop. The cursor is the number of the page that comes next. */
export async function* readAll(
  ask: Ask,
  sites: readonly Site[],
  cursor: string | null,
): AsyncGenerator<ListingBatch> {
  for (let page = cursor === null ? 1 : Number(cursor); ; page++) {
    const found = await searchPage(ask, sites, {}, page, BATCH);
    const items: ListingRead[] = [];
    for (const row of found.rows) items.push('kind' in row ? row : await withOptions(ask, sites, row));
    const end = isLast(found, page, BATCH);
    yield { items, cursor: end ? null : String(page + 1), total: found.total };
    if (end) return;
  }
}

async function withOptions(ask: Ask, site: readonly Site[], row: SearchRow): Promise<ListingRead> {
  if (!row.hasOptions) return readListing(row, null);
  try {
    const params = { goodsNo: row.goodsNo };
    return readListing(row, await ask({ operation: 'goodsOptions', site, params, decode: decodeSheet }));
  } catch (error) {
    if (!(error instanceof MarketplaceError) || error.reason !== 'not_found') throw error;
    // It went away between the search and this call.
    const reason = error.trouble.nativeText ?? error.message;
    return { kind: 'unreadable', nativeListingId: row.goodsNo, reason, payload: JSON.stringify(row.fields) };
  }
}

/** The call of its own may wrap what the document has under `recommendedOpts`. */
function decodeSheet(json: unknown): OptionSheet | null {
  return decodeOptions(memberAt(json, 'recommendedOpts') ?? json);
}

/** These listings as they are now. A filter may be passed over in silence (sheet §3.3), so rows are told apart by number. */
export async function readSome(
  ask: Ask,
  sites: readonly Site[],
  ids: readonly string[],
): Promise<ListingsNow> {
  const wanted = new Set(ids);
  const reads: ListingRead[] = [];
  for (let from = 0; from < ids.length; from += BATCH) {
    const query = { goodsNo: ids.slice(from, from + BATCH) };
    const left = new Set(query.goodsNo);
    for (let page = 1; left.size > 0; page++) {
      const found = await searchPage(ask, sites, query, page, MAX_PAGE);
      for (const row of found.rows) {
        if ('kind' in row || !left.delete(row.goodsNo)) continue;
        reads.push(await withOptions(ask, sites, row));
        wanted.delete(row.goodsNo);
      }
      if (isLast(found, page, MAX_PAGE)) break;
    }
  }
  const missing = [...wanted].map((nativeListingId) => ({ nativeListingId, nativeText: 'in no search' }));
  return { reads, missing };
}

/** Products with this code; the filter for it does nothing in production (sheet §3.3), so every page is looked at. */
export async function findByCode(
  ask: Ask,
  sites: readonly Site[],
  sellerCode: string,
): Promise<readonly string[]> {
  const found: string[] = [];
  for (let page = 1; ; page++) {
    const answer = await searchPage(ask, sites, {}, page, MAX_PAGE);
    for (const row of answer.rows) {
      if (!('kind' in row) && textAt(row.fields, 'managedCode') === sellerCode) found.push(row.goodsNo);
    }
    if (isLast(answer, page, MAX_PAGE)) return found;
  }
}
