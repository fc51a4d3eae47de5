import type { WireAnswer } from '../../frame/marketplace.ts';
import type { GrantedCall } from '../gateway/call.ts';
import { clientMessage, elements, listAnswer, listNote, xmlBytes } from '../gateway/xml.ts';
import { readXmlTree, textIn, treesIn } from '../gateway/xml-body.ts';
import type { Listing } from '../listings/listing.ts';
import { strikeProduct } from './strike-product.ts';

/** The options of one product (D:1623). */
export function listStock({ params, shop }: GrantedCall): WireAnswer {
  const listing = shop.listings.get(params.prdNo ?? '');
  if (listing === undefined) return listNote('ProductStocks', { message: '검색된 대상이 없습니다.' });
  return listAnswer('ProductStocks', [xmlBytes(stockXml(listing))]);
}

/** The options of many products, each product in a list of its own within the list (D:1009). */
export function listStocks({ request, shop }: GrantedCall): WireAnswer {
  const asked = treesIn(readXmlTree(request, 'ProductStocks') ?? {}, 'ProductStock').map((one) =>
    textIn(one, 'prdNo'),
  );
  const found = asked.flatMap((prdNo) => shop.listings.get(prdNo) ?? []);
  const note = `<ns2:message>${found.length} 건을 조회했습니다.</ns2:message>`;
  const rows = found.map((listing) =>
    xmlBytes(`<ns2:ProductStocks>${stockXml(listing)}</ns2:ProductStocks>`),
  );
  return listAnswer('ProductStocks', [xmlBytes(note), ...rows]);
}

function stockXml({ prdNo, name, sellerCode, optionNames, options }: Listing): string {
  const rows = options.map((option) => {
    const fields = elements({
      addPrc: option.surcharge,
      mixDtlOptNm: option.values.join(','),
      mixOptNm: optionNames.join(','),
      mixOptNo: optionNames.map((_, place) => place + 1).join(','),
      prdNo,
      prdStckNo: option.stockNo,
      prdStckStatCd: option.quantity > 0 ? '01' : '02',
      selQty: option.sold,
      stckQty: option.quantity,
      optWght: option.weight,
      sellerStockCd: option.sellerCode,
    });
    return `<ns2:ProductStock>${fields}</ns2:ProductStock>`;
  });
  const own = { 'ns2:prdNo': prdNo, 'ns2:prdNm': name, 'ns2:sellerPrdCd': sellerCode };
  return `${rows.join('')}${elements(own)}`;
}

/** Sets how many of one option are left; its weight is what the call says, or nothing (D:1625). */
export function setStock(call: GrantedCall): WireAnswer {
  const { request, params, shop } = call;
  const stockNo = params.prdStckNo ?? '';
  const body = readXmlTree(request, 'ProductStock') ?? {};
  const quantity = textIn(body, 'stckQty');
  const name = `옵션재고 번호 ${stockNo}(상품번호:${textIn(body, 'prdNo')})`;
  if (!/^\d{1,9}$/.test(quantity) || textIn(body, 'prdStckNo') !== stockNo)
    return clientMessage(400, '잘못된 요청입니다.', { productNo: stockNo });
  const found = shop.listings.option(stockNo);
  if (found === undefined || found.listing.prdNo !== textIn(body, 'prdNo'))
    return clientMessage(404, '해당 상품/재고 번호 없음.', { productNo: stockNo });
  strikeProduct(call, stockNo);
  found.option.quantity = Number(quantity);
  found.option.weight = textIn(body, 'optWght') || '0';
  const text = `${name}의 수량이 업데이트 되었습니다. 변경된 수량 : ${quantity}`;
  return clientMessage(200, text, { productNo: stockNo });
}
