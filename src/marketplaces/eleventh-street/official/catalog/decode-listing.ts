import type { ListingItemSnapshot, ListingSnapshot } from '../../../../domain/listing.ts';
import { asFields, UnreadableError } from '../../../kit/decode.ts';
import { neededAt, wonAt, wordAt } from '../values.ts';
import type { StockRow } from './decode-stocks.ts';
import { listingState } from './listing-states.ts';

/** Where buyers see it. */
const PAGE = 'https://www.11st.co.kr/products/';

/** A row of the list or the look-up of one product, with its stock rows (sheet §3.3). Throws UnreadableError and nothing else. */
export function decodeListing(product: unknown, stocks: readonly StockRow[]): ListingSnapshot {
  const fields = asFields(product, 'product');
  const nativeListingId = neededAt(fields, 'prdNo');
  if (stocks.length === 0) throw new UnreadableError('ProductStock', 'a row for each option', stocks);
  const nativeStatus = neededAt(fields, 'selStatCd');
  const price = wonAt(fields, 'selPrc');
  const sellerCode = wordAt(fields, 'sellerPrdCd');
  return {
    nativeListingId,
    name: neededAt(fields, 'prdNm'),
    sellerCode,
    state: listingState(nativeStatus),
    nativeStatus,
    reviewText: null,
    nativeCategoryId: wordAt(fields, 'dispCtgrNo'),
    price,
    currency: 'KRW',
    url: `${PAGE}${nativeListingId}`,
    imageUrl: null,
    items: stocks.map((row) => itemOf(row, { price, sellerCode, isOnSale: nativeStatus === ON_SALE })),
  };
}

const ON_SALE = '103';

interface OfListing {
  readonly price: number | null;
  readonly sellerCode: string | null;
  readonly isOnSale: boolean;
}

function itemOf(row: StockRow, { price, sellerCode, isOnSale }: OfListing): ListingItemSnapshot {
  return {
    nativeItemId: row.prdStckNo,
    optionValues: row.values,
    // A product without options has one code, and order lines name that too.
    sellerSku: row.sellerSku ?? (row.names.length === 0 ? sellerCode : null),
    barcode: null,
    price: price === null ? null : price + row.surcharge,
    quantity: row.quantity,
    onSale: isOnSale && !row.isSoldOut,
  };
}
