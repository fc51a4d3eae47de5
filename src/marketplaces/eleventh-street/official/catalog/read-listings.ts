import type { CatalogDesk, ListingBatch, ListingRead, ListingsNow } from '../../../kit/catalog.ts';
import { asList, type Fields, UnreadableError } from '../../../kit/decode.ts';
import type { Ask } from '../calls.ts';
import { meaningOf } from '../native-errors.ts';
import { saidIn } from '../said.ts';
import { wordAt } from '../values.ts';
import { decodeListing } from './decode-listing.ts';
import { decodeStocks, type StockRow } from './decode-stocks.ts';
import { listCursor, startOf } from './list-cursor.ts';
import { fitsPath } from './seller-code.ts';
import { document, element, elements, group } from './write-xml.ts';

/** Of the 500 that a list may hold, a part: the guide asks for as few as can be, and stocks are read for all of them at once. */
export const PAGE_SIZE = 100;

/** Everything the shop has, page by page with the stocks of each page. */
export async function* listings(
  ask: Ask,
  { cursor }: Parameters<CatalogDesk['listings']>[0],
): AsyncGenerator<ListingBatch> {
  for (let start = startOf(cursor); ; start += PAGE_SIZE) {
    const rows = await ask({ operation: 'products', body: pageBody(start), decode: productsIn });
    const items = await withStocks(ask, rows);
    // A list tells neither how long it is nor whether more follows: a page that is not full is the last.
    const isLast = rows.length < PAGE_SIZE;
    yield { items, cursor: isLast ? null : listCursor(start + PAGE_SIZE), total: null };
    if (isLast) return;
  }
}

export function pageBody(start: number): string {
  return document('SearchProduct', [elements({ limit: PAGE_SIZE, start, end: start + PAGE_SIZE - 1 })]);
}

/** The listings as they are now: each by its number, the stocks of all at once. */
export async function readListings(ask: Ask, ids: readonly string[]): Promise<ListingsNow> {
  const found: Fields[] = [];
  const missing: { nativeListingId: string; nativeText: string }[] = [];
  for (const nativeListingId of new Set(ids)) {
    const { product, nativeText } = await readProduct(ask, nativeListingId);
    if (product === null) missing.push({ nativeListingId, nativeText });
    else found.push(product);
  }
  return { reads: await withStocks(ask, found), missing };
}

/** One product by its number; null with 11st's words where it has none. */
export async function readProduct(
  ask: Ask,
  prdNo: string,
): Promise<{ readonly product: Fields | null; readonly nativeText: string }> {
  return ask({ operation: 'product', params: { prdNo }, decode: productIn });
}

/** How a number that nobody has is answered is not in the guide: a product without a number, or a message that says so. */
function productIn(answer: unknown): { readonly product: Fields | null; readonly nativeText: string } {
  const { root, fields, code, text } = saidIn(answer);
  if (root === 'Product' && wordAt(fields, 'prdNo') !== null) return { product: fields, nativeText: text };
  const reason = code === null ? 'not_found' : meaningOf(code, text, 'product')?.reason;
  if (reason === 'not_found' || NO_SUCH.test(text)) return { product: null, nativeText: text };
  throw new UnreadableError('document', 'a product', answer);
}

const NO_SUCH = /없습니다|존재하지 않/;

/** The rows of a product list; none where it says in one of its ways that it is empty (sheet §5.2). */
export function productsIn(answer: unknown): readonly unknown[] {
  const { root, fields, text } = saidIn(answer);
  if (root === 'ClientMessage' && NO_SUCH.test(text)) return [];
  if (root !== 'products') throw new UnreadableError('document', 'a list of products', answer);
  return asList(fields.product ?? [], 'product');
}

/** Stock rows of some products. */
export async function readStocks(
  ask: Ask,
  prdNos: readonly string[],
): Promise<ReadonlyMap<string, readonly StockRow[]>> {
  if (prdNos.length === 0) return new Map();
  const body = document(
    'ProductStocks',
    [...new Set(prdNos)].map((prdNo) => group('ProductStock', [element('prdNo', prdNo)])),
  );
  return ask({ operation: 'stocks', body, decode: decodeStocks });
}

async function withStocks(ask: Ask, products: readonly unknown[]): Promise<readonly ListingRead[]> {
  const stocks = await readStocks(ask, products.flatMap(numberOf));
  return products.map((product) => listingRead(product, stocks));
}

function numberOf(product: unknown): readonly string[] {
  const prdNo = isFields(product) ? product.prdNo : undefined;
  return typeof prdNo === 'string' && prdNo !== '' ? [prdNo] : [];
}

/** A row that cannot be read is set aside, and the others go on. */
function listingRead(product: unknown, stocks: ReadonlyMap<string, readonly StockRow[]>): ListingRead {
  const [nativeListingId = null] = numberOf(product);
  try {
    return { kind: 'listing', listing: decodeListing(product, stocks.get(nativeListingId ?? '') ?? []) };
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    return {
      kind: 'unreadable',
      nativeListingId,
      reason: error.message,
      payload: JSON.stringify(product) ?? 'null',
    };
  }
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Numbers of the products that carry a code of the seller's, which need not be one (sheet §3.3). */
export async function findBySellerCode(ask: Ask, sellerCode: string): Promise<readonly string[]> {
  // Such a code was never sent.
  if (!fitsPath(sellerCode)) return [];
  const rows = await ask({
    operation: 'productsBySellerCode',
    params: { sellerPrdCd: sellerCode },
    decode: productsIn,
  });
  return rows.filter((row) => isFields(row) && wordAt(row, 'sellerPrdCd') === sellerCode).flatMap(numberOf);
}
