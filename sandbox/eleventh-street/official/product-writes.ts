import type { WireAnswer } from '../../frame/marketplace.ts';
import { CallRefused, type GrantedCall } from '../gateway/call.ts';
import { clientMessage } from '../gateway/xml.ts';
import { readXmlTree } from '../gateway/xml-body.ts';
import { type Listing, saleState } from '../listings/listing.ts';
import { readOptions, settleOptions } from '../listings/option-rules.ts';
import { changeFault, priceFault, surchargeFault } from '../listings/price-rules.ts';
import { newListing, overwrite } from '../listings/registration.ts';
import { strikeProduct } from './strike-product.ts';

const REGISTRATIONS_A_DAY = 500;

/** Registers a product (D:1003): 210 for one of the new type, 200 for an ordinary one. */
export function createProduct(call: GrantedCall): WireAnswer {
  const { request, shop, now } = call;
  const body = readXmlTree(request, 'Product');
  const made = body === undefined ? 'XML 형식이 올바르지 않습니다.' : newListing(body, shop.ids);
  if (typeof made === 'string') return clientMessage(500, `상품등록실패 : ${made}`);
  strikeProduct(call, '');
  if (shop.listings.countRegistration(now) > REGISTRATIONS_A_DAY)
    return clientMessage(400, '상품 등록은 1일 500개 까지만 가능합니다.');
  shop.listings.add(made);
  const text = `상품등록이 정상적으로 진행 되었습니다. 상품번호 : ${made.prdNo}`;
  return clientMessage(made.isNewType ? 210 : 200, text, { productNo: made.prdNo });
}

/** Overwrites a product (D:1619). */
export function updateProduct(call: GrantedCall): WireAnswer {
  const listing = listingOf(call);
  const { prdNo } = listing;
  const body = readXmlTree(call.request, 'Product');
  strikeProduct(call, prdNo);
  const fault = body === undefined ? 'XML 형식이 올바르지 않습니다.' : overwrite(listing, body, call.shop);
  if (fault !== undefined)
    return clientMessage(500, `상품수정실패 : ${fault} STATUS[103]`, { productNo: prdNo });
  return clientMessage(200, `(상품번호:${prdNo})의 상품이 수정되었습니다.`, { productNo: prdNo });
}

/** Sets the price of a product, by GET (D:1752). */
export function setPrice(call: GrantedCall): WireAnswer {
  const listing = listingOf(call);
  const { prdNo, price: before, options } = listing;
  const told = call.params.selPrc ?? '';
  const price = Number(told);
  const fault =
    priceFault(told) ??
    changeFault(listing, price) ??
    surchargeFault(
      price,
      options.map(({ surcharge }) => surcharge),
    );
  if (fault !== undefined)
    return clientMessage(500, `(상품번호:${prdNo})의 가격 업데이트 실패. MSG : ${fault}`, {
      productNo: prdNo,
    });
  strikeProduct(call, prdNo);
  listing.price = price;
  const text = `(상품번호:${prdNo})의 가격이 업데이트 되었습니다.`;
  return clientMessage(200, text, { productNo: prdNo, preSelPrc: before });
}

/** Replaces the options of a product (D:1851). */
export function replaceOptions(call: GrantedCall): WireAnswer {
  const listing = listingOf(call);
  const { prdNo, price } = listing;
  const body = readXmlTree(call.request, 'Product');
  const told = body === undefined ? 'XML 형식이 올바르지 않습니다.' : readOptions(body, price);
  if (told === null || typeof told === 'string')
    return clientMessage(500, `옵션수정실패 : ${told ?? '옵션이 없습니다.'}`, { productNo: prdNo });
  strikeProduct(call, prdNo);
  const { shop } = call;
  shop.listings.replaceOptions(listing, told.names, settleOptions(told.options, listing.options, shop.ids));
  return clientMessage(200, `(상품번호:${prdNo})의 옵션이 수정되었습니다.`, { productNo: prdNo });
}

/** Stops the display of what is on sale or sold out (D:1631). */
export function stopDisplay(call: GrantedCall): WireAnswer {
  const listing = listingOf(call);
  if (!['103', '104'].includes(saleState(listing))) return notNow(listing);
  strikeProduct(call, listing.prdNo);
  listing.isStopped = true;
  return stateSet(listing, '105');
}

/** Restarts the display of what was stopped (D:1632). */
export function restartDisplay(call: GrantedCall): WireAnswer {
  const listing = listingOf(call);
  if (saleState(listing) !== '105') return notNow(listing);
  strikeProduct(call, listing.prdNo);
  listing.isStopped = false;
  return stateSet(listing, '103');
}

function stateSet({ prdNo }: Listing, state: string): WireAnswer {
  return clientMessage(200, `판매상태가 수정되었습니다. [STAT : ${state}]`, { productNo: prdNo });
}

function notNow(listing: Listing): WireAnswer {
  const text = `판매상태를 변경할 수 없습니다. [STAT : ${saleState(listing)}]`;
  return clientMessage(500, text, { productNo: listing.prdNo });
}

function listingOf({ params, shop }: GrantedCall): Listing {
  const prdNo = params.prdNo ?? '';
  const listing = shop.listings.get(prdNo);
  if (listing !== undefined) return listing;
  throw new CallRefused(clientMessage(500, '해당 상품이 존재하지 않습니다.', { productNo: prdNo }));
}
