import type { ListingBatch, ListingRead, ListingsNow } from '../../../kit/catalog.ts';
import type { Cursor } from '../../../kit/cursor.ts';
import { asFields, idAt, listAt, optionalTextAt, UnreadableError } from '../../../kit/decode.ts';
import { goingRound } from '../../../kit/sweeps/pages.ts';
import { MarketplaceError } from '../../../kit/trouble.ts';
import { nextAt } from '../../rows.ts';
import type { Ask } from '../calls.ts';
import { readOffers } from '../offers.ts';
import { productHistory, productsPage } from '../queries.ts';
import { concernsAccount } from '../writes.ts';
import { decodeProduct, listOf, type SellerProduct } from './decode-product.ts';
import { type KnownOffers, snapshotOf } from './snapshot.ts';

/**
 * Products of one page. A list names products and nothing of what they sell (sheet §3.6), so each costs a call for
 * itself and one for each option: small pages keep what is read behind the last cursor small.
 */
const PAGE_SIZE = 20;

/** Pages of products are numbered; the page that was asked for last in vain is asked for again. */
export async function* listProducts(
  ask: Ask,
  vendorId: string,
  from: Cursor | null,
): AsyncIterable<ListingBatch> {
  let cursor: string | null = from ?? '';
  while (cursor !== null) {
    const page: ProductPage = await ask({
      operation: 'products',
      query: productsPage(vendorId, PAGE_SIZE, cursor),
      decode: decodePage,
    });
    const items: ListingRead[] = [];
    for (const id of page.ids) {
      const read = await readProduct(ask, id);
      if (read.kind !== 'missing') items.push(read);
    }
    if (page.next === cursor) throw goingRound('products', cursor);
    cursor = page.next;
    yield { items, cursor, total: null };
  }
}

interface ProductPage {
  readonly ids: readonly string[];
  readonly next: string | null;
}

function decodePage(json: unknown): ProductPage {
  const page = asFields(json, 'answer');
  return {
    ids: listAt(page, 'data').map((row) => idAt(asFields(row, 'data'), 'sellerProductId')),
    next: nextAt(page),
  };
}

/** The products as they are now, with the stock and price of each option. */
export async function readProducts(ask: Ask, ids: readonly string[]): Promise<ListingsNow> {
  const reads: ListingRead[] = [];
  const missing: ListingsNow['missing'][number][] = [];
  for (const id of ids) {
    const read = await readProduct(ask, id);
    if (read.kind === 'missing') missing.push({ nativeListingId: id, nativeText: read.nativeText });
    else reads.push(read);
  }
  return { reads, missing };
}

type UnreadableListing = Extract<ListingRead, { readonly kind: 'unreadable' }>;

type ProductRead = ListingRead | { readonly kind: 'missing'; readonly nativeText: string };

async function readProduct(ask: Ask, id: string): Promise<ProductRead> {
  try {
    const product = await ask({
      operation: 'product',
      params: { sellerProductId: id },
      decode: (json) => productOrWhyNot(id, json),
    });
    if ('kind' in product) return product;
    const snapshot = snapshotOf(product, await offersOf(ask, product), await reviewTextOf(ask, product));
    return { kind: 'listing', listing: snapshot };
  } catch (error) {
    if (!(error instanceof MarketplaceError)) throw error;
    const nativeText = error.trouble.nativeText ?? error.message;
    if (error.reason === 'not_found') return { kind: 'missing', nativeText };
    // For up to ten minutes after a create or an update a product cannot be read (sheet §3.6): it is not gone. What
    // concerns one product keeps none of the others from being read.
    if (concernsAccount(error) && error.reason !== 'unexpected_shape') throw error;
    return { kind: 'unreadable', nativeListingId: id, reason: nativeText, payload: '' };
  }
}

/** The product, or the document that is none. */
function productOrWhyNot(id: string, json: unknown): SellerProduct | UnreadableListing {
  try {
    return decodeProduct(json);
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    return {
      kind: 'unreadable',
      nativeListingId: id,
      reason: error.message,
      payload: JSON.stringify(json),
    };
  }
}

/** One product with its document. Throws `not_found` for one that Coupang does not have. */
export function askProduct(ask: Ask, sellerProductId: string): Promise<SellerProduct> {
  return ask({ operation: 'product', params: { sellerProductId }, decode: decodeProduct });
}

async function offersOf(ask: Ask, { items }: SellerProduct): Promise<KnownOffers> {
  const numbered = items.flatMap(({ vendorItemId }) =>
    vendorItemId === null ? [] : [{ nativeItemId: vendorItemId, nativeListingId: null }],
  );
  const { reads } = await readOffers(ask, numbered);
  return new Map(reads.map((offer) => [offer.nativeItemId, offer]));
}

const TOLD_IN_HISTORY: ReadonlySet<string> = new Set(['DENIED', 'PARTIAL_APPROVED']);

/** Why Coupang would not have it: only the history of its states tells (sheet §3.6). */
async function reviewTextOf(ask: Ask, { id, status }: SellerProduct): Promise<string | null> {
  if (!TOLD_IN_HISTORY.has(status)) return null;
  return ask({
    operation: 'productHistories',
    params: { sellerProductId: id },
    query: productHistory(),
    decode: decodeReviewText,
  });
}

/** The history is told newest first, by Korean names (developers.coupangcorp.com article 360034156213). */
function decodeReviewText(json: unknown): string | null {
  const denied = listOf(asFields(json, 'answer'), 'data').find(
    ({ status }) => status === '승인반려' || status === '부분승인완료',
  );
  return denied === undefined ? null : optionalTextAt(denied, 'comment');
}
