import type { JsonObject } from '../../frame/json.ts';
import { textIn } from '../gateway/xml-body.ts';
import type { ShopIds } from '../shop/ids.ts';
import { categoryOf, rootOf } from './categories.ts';
import type { Listing, ListingOption } from './listing.ts';
import type { ListingBook } from './listing-book.ts';
import { readOptions, settleOptions } from './option-rules.ts';
import { changeFault, surchargeFault } from './price-rules.ts';
import { bodyFault, detailsOf } from './product-body.ts';

/** A new product out of a body, or what is wrong with it. */
export function newListing(body: JsonObject, ids: ShopIds): Listing | string {
  const fault = bodyFault(body);
  if (fault !== undefined) return fault;
  const price = Number(textIn(body, 'selPrc'));
  const told = readOptions(body, price);
  if (typeof told === 'string') return told;
  const count = Number(textIn(body, 'prdSelQty'));
  const sum = told === null ? count : told.options.reduce((all, { quantity }) => all + quantity, 0);
  if (!Number.isInteger(sum) || sum <= 0) return '재고는 0으로 입력할 수 없습니다.';
  return {
    prdNo: ids.product(),
    name: textIn(body, 'prdNm'),
    sellerCode: textIn(body, 'sellerPrdCd'),
    categoryNo: textIn(body, 'dispCtgrNo'),
    price,
    optionNames: told?.names ?? [],
    options: told === null ? [plainOption(ids, count)] : settleOptions(told.options, [], ids),
    details: detailsOf(body, null),
    isStopped: false,
    forced: null,
    // Left out, it is one of the new type.
    isNewType: textIn(body, 'stdPrdYn') !== 'N',
    addOn: null,
  };
}

function plainOption(ids: ShopIds, quantity: number): ListingOption {
  return { stockNo: ids.stock(), values: [], sellerCode: '', surcharge: 0, quantity, sold: 0, weight: '0' };
}

/** Overwrites a product with a body; what is wrong with it, or undefined when it is done. */
export function overwrite(
  listing: Listing,
  body: JsonObject,
  { listings, ids }: { readonly listings: ListingBook; readonly ids: ShopIds },
): string | undefined {
  const price = Number(textIn(body, 'selPrc'));
  const changesOptions = textIn(body, 'optUpdateYn') === 'Y';
  const told = changesOptions ? readOptions(body, price) : null;
  const fault =
    bodyFault(body) ??
    changeFault(listing, price) ??
    (typeof told === 'string' ? told : undefined) ??
    (told === null
      ? surchargeFault(
          price,
          listing.options.map(({ surcharge }) => surcharge),
        )
      : undefined) ??
    moveFault(listing, body) ??
    stockFault(body);
  if (fault !== undefined) return fault;
  listing.name = textIn(body, 'prdNm');
  listing.sellerCode = textIn(body, 'sellerPrdCd');
  if (textIn(body, 'originDispCtgrNo') === '1') listing.categoryNo = textIn(body, 'dispCtgrNo');
  listing.price = price;
  listing.details = detailsOf(body, listing.details);
  if (told !== null && typeof told !== 'string')
    listings.replaceOptions(listing, told.names, settleOptions(told.options, listing.options, ids));
  else setPlainStock(listing, textIn(body, 'prdSelQty'));
  return undefined;
}

/** Only the lower levels of a category may change. */
function moveFault({ categoryNo }: Listing, body: JsonObject): string | undefined {
  if (textIn(body, 'originDispCtgrNo') !== '1') return undefined;
  const from = categoryOf(categoryNo);
  const to = categoryOf(textIn(body, 'dispCtgrNo'));
  const isSame = from !== undefined && to !== undefined && rootOf(from) === rootOf(to);
  return isSame ? undefined : '상위 카테고리를 변경할 권한이 없습니다.';
}

function stockFault(body: JsonObject): string | undefined {
  const told = textIn(body, 'prdSelQty');
  return told === '' || Number(told) > 0 ? undefined : '재고는 0으로 입력할 수 없습니다.';
}

function setPlainStock({ optionNames, options }: Listing, told: string): void {
  const [only] = options;
  if (optionNames.length === 0 && only !== undefined && told !== '') only.quantity = Number(told);
}
