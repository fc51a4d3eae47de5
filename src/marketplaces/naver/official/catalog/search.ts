import {
  asFields,
  type Fields,
  idAt,
  integerAt,
  listAt,
  optionalIntegerAt,
  optionalTextAt,
  textAt,
} from '../../../kit/decode.ts';
import { chunked } from '../../../kit/windows.ts';
import type { Client } from '../client.ts';
import { CATALOG_AT_MOST } from './operations.ts';
import { wireId } from './product.ts';
import { listingState, type NativeState } from './states.ts';

/** A product as lists show it: without its options (sheet §3.5). */
export interface ProductRow extends NativeState {
  readonly originProductNo: string;
  /** Null for one that is in no SmartStore. */
  readonly storeProductNo: string | null;
  readonly statusType: string;
  readonly sellerCode: string | null;
  readonly price: number;
  readonly quantity: number | null;
}

export interface SearchPage {
  /** What could be read, and what could not, in order. */
  readonly rows: readonly (ProductRow | UnreadableRow)[];
  readonly total: number;
  readonly isLast: boolean;
}

export interface UnreadableRow {
  readonly originProductNo: string | null;
  readonly reason: string;
  readonly payload: string;
}

export function isReadable(row: ProductRow | UnreadableRow): row is ProductRow {
  return 'statusType' in row;
}

/** One page of all products, the newest numbers first. */
export function searchPage(client: Client, page: number, size: number): Promise<SearchPage> {
  return ask(client, { page, size, orderType: 'NO' });
}

/** The rows of the products with these numbers; who is missing does not exist any more. */
export async function searchByNumber(
  client: Client,
  originProductNos: readonly string[],
): Promise<ReadonlyMap<string, ProductRow>> {
  const found = new Map<string, ProductRow>();
  for (const chunk of chunked(originProductNos, CATALOG_AT_MOST.searchRows)) {
    const { rows } = await ask(client, {
      searchKeywordType: 'PRODUCT_NO',
      originProductNos: chunk.map(wireId),
      page: 1,
      size: CATALOG_AT_MOST.searchRows,
    });
    for (const row of rows.filter(isReadable)) found.set(row.originProductNo, row);
  }
  return found;
}

/** Products with exactly this code: the search finds more than that (sheet §7.24). */
export async function searchByCode(client: Client, sellerCode: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (let page = 1; ; page++) {
    const { rows, isLast } = await ask(client, {
      searchKeywordType: 'SELLER_CODE',
      sellerManagementCode: sellerCode,
      page,
      size: CATALOG_AT_MOST.searchRows,
    });
    const exact = rows.filter(isReadable).filter((row) => row.sellerCode === sellerCode);
    found.push(...exact.map(({ originProductNo }) => originProductNo));
    if (isLast || rows.length === 0) return found;
  }
}

function ask(client: Client, body: Readonly<Record<string, unknown>>): Promise<SearchPage> {
  return client.ask({ operation: 'productSearch', body, decode: decodeSearchPage });
}

export function decodeSearchPage(json: unknown): SearchPage {
  const answer = asFields(json, 'search');
  return {
    rows: listAt(answer, 'contents').map(readRow),
    total: integerAt(answer, 'totalElements'),
    isLast: answer.last === true || integerAt(answer, 'page') >= integerAt(answer, 'totalPages'),
  };
}

function readRow(row: unknown): ProductRow | UnreadableRow {
  try {
    return decodeRow(asFields(row, 'contents'));
  } catch (error) {
    return {
      originProductNo: numberOf(row),
      reason: error instanceof Error ? error.message : String(error),
      payload: JSON.stringify(row),
    };
  }
}

function numberOf(row: unknown): string | null {
  try {
    return idAt(asFields(row, 'contents'), 'originProductNo');
  } catch {
    return null;
  }
}

/** Price, stock and status belong to the origin product, so each of its channels tells the same. */
function decodeRow(row: Fields): ProductRow {
  const channels = listAt(row, 'channelProducts').map((channel) => asFields(channel, 'channelProducts'));
  const store = channels.find(({ channelServiceType }) => channelServiceType === 'STOREFARM');
  const channel = store ?? asFields(channels[0], 'channelProducts');
  const statusType = textAt(channel, 'statusType');
  return {
    originProductNo: idAt(row, 'originProductNo'),
    storeProductNo: store === undefined ? null : idAt(store, 'channelProductNo'),
    statusType,
    ...listingState(statusType, optionalTextAt(channel, 'channelProductDisplayStatusType')),
    sellerCode: optionalTextAt(channel, 'sellerManagementCode'),
    price: integerAt(channel, 'salePrice'),
    quantity: optionalIntegerAt(channel, 'stockQuantity'),
  };
}
