import type { WireAnswer } from '../../frame/marketplace.ts';
import type { GrantedCall } from '../gateway/call.ts';
import { clientMessage, elements, type Fields, listAnswer, listNote, xml, xmlBytes } from '../gateway/xml.ts';
import { readXmlTree, textIn } from '../gateway/xml-body.ts';
import { type Listing, SALE_NAMES, saleState } from '../listings/listing.ts';

const MOST_ROWS = 500;

/** Many products, newest first, by row numbers (D:1007). */
export function listProducts(call: GrantedCall): WireAnswer {
  const search = readXmlTree(call.request, 'SearchProduct');
  const limit = Number(textIn(search ?? {}, 'limit'));
  if (search === undefined || !Number.isInteger(limit) || limit < 1 || limit > MOST_ROWS)
    return listNote('products', { result_code: 500, result_text: 'limit은 1~500이어야 합니다.' });
  const start = Number(textIn(search, 'start') || '1');
  const end = Math.min(Number(textIn(search, 'end') || String(start + limit - 1)), start + limit - 1);
  const prdNo = textIn(search, 'prdNo');
  const name = textIn(search, 'prdNm');
  const state = textIn(search, 'selStatCd');
  const found = call.shop.listings
    .all()
    .filter(
      (listing) =>
        (prdNo === '' || listing.prdNo === prdNo) &&
        (name === '' || listing.name.includes(name)) &&
        (state === '' || saleState(listing) === state),
    )
    .toReversed()
    .slice(start - 1, end);
  // One of the three ways in which 11st tells that there is nothing (sheet §5.2).
  return found.length === 0
    ? listNote('products', { result_code: 0, result_text: '조회된 결과가 없습니다.' })
    : productRows(found);
}

/** Products with a code of the seller's, which need not be one (D:1621). */
export function listBySellerCode({ params, shop }: GrantedCall): WireAnswer {
  const found = shop.listings.bySellerCode(params.sellerPrdCd ?? '');
  return found.length === 0
    ? listNote('products', { result_code: -1, result_text: '해당 건이 없습니다.' })
    : productRows(found);
}

function productRows(listings: readonly Listing[]): WireAnswer {
  return listAnswer(
    'products',
    listings.map((listing) =>
      xmlBytes(`<ns2:product>${elements(rowFields(listing))}${tagsXml(listing)}</ns2:product>`),
    ),
  );
}

/** One product with its description (D:1620). */
export function readProduct({ params, shop }: GrantedCall): WireAnswer {
  const listing = shop.listings.get(params.prdNo ?? '');
  if (listing === undefined)
    return clientMessage(500, '검색된 대상이 없습니다.', { productNo: params.prdNo });
  const { details } = listing;
  const fields: Fields = {
    ...rowFields(listing),
    asDetail: details.afterService,
    bndlDlvCnYn: details.bundle,
    cuponcheck: details.discount === null ? 'N' : 'Y',
    dscAmtPercnt: details.discount?.amount,
    cupnDscMthdCd: details.discount?.unit,
    dlvClf: '02',
    gftPackTypCd: details.giftPack,
    htmlDetail: details.html,
    message: `[${listing.prdNo}] 상품 정보가 정상적으로 조회되었습니다.`,
  };
  return xml(`<Product>${elements(fields)}${tagsXml(listing)}</Product>`);
}

function rowFields(listing: Listing): Fields {
  const { prdNo, name, sellerCode, categoryNo, price, details, isNewType } = listing;
  const state = saleState(listing);
  return {
    prdNo,
    prdNm: name,
    sellerPrdCd: sellerCode,
    dispCtgrNo: categoryNo,
    selPrc: price,
    selStatCd: state,
    selStatNm: SALE_NAMES[state],
    aplBgnDy: `${details.begins.replaceAll('/', '-')} 00:00:00`,
    aplEndDy: `${details.ends.replaceAll('/', '-')} 23:59:59`,
    exchDlvCst: details.exchangeFee,
    rtngdDlvCst: details.returnFee,
    stdPrdYn: isNewType ? 'Y' : 'N',
  };
}

function tagsXml({ details: { tags } }: Listing): string {
  return tags.length === 0
    ? ''
    : `<ProductTag>${tags.map((tagName) => elements({ tagName })).join('')}</ProductTag>`;
}
