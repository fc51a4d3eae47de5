import type { WireAnswer } from '../../frame/marketplace.ts';
import type { Shape } from './call.ts';
import { guideError } from './guide-answers.ts';
import { clientMessage, elements, listNote, ordersNote, resultNote, resultOrder, xml } from './xml.ts';

/** The roots of the lists about products. */
const LIST_ROOTS = {
  products: 'products',
  stocks: 'ProductStocks',
  categories: 'categorys',
  templates: 'productInformationTemplateList',
} as const;

const NO_SUCH_KEY = 'OpenAPI Key 에 해당하는 유저가 없습니다.';

/** The answer to a key that nobody has: 11st tells it with HTTP 200, in the shape of what was asked for (sheet §5.2, §6). */
export function wrongKey(shape: Shape): WireAnswer {
  switch (shape) {
    case 'orders':
      return ordersNote(-1, `주문/클레임 조회 오류 MSG : ${NO_SUCH_KEY}`);
    case 'action':
      return resultOrder(-1, `처리 오류 MSG : ${NO_SUCH_KEY}`);
    case 'addresses':
      return listNote('inOutAddresss', { result_message: NO_SUCH_KEY });
    case 'nonDelivery':
      return resultNote(-1, NO_SUCH_KEY);
    case 'questions':
      return listNote('productQnas', { result_code: 500, result_message: NO_SUCH_KEY });
    case 'client':
      return clientMessage(500, `처리 실패. MSG : ${NO_SUCH_KEY}`);
    case 'product':
      return xml(`<Product>${elements({ message: NO_SUCH_KEY })}</Product>`);
    case 'products':
    case 'stocks':
    case 'categories':
    case 'templates':
      return listNote(LIST_ROOTS[shape], { message: NO_SUCH_KEY });
    case 'guide':
      return guideError(401, 'INVALID_TOKEN', '유효하지 않은 openapikey 입니다');
  }
}

/** The answer while 11st is being looked after, on Fridays before dawn (sheet §2). */
export function maintenance(shape: Shape): WireAnswer {
  const text = '시스템 점검중입니다.';
  switch (shape) {
    case 'orders':
      return ordersNote(-1000, text);
    case 'action':
      return resultOrder(-1000, text);
    case 'addresses':
      return listNote('inOutAddresss', { result_code: -1000, result_message: text });
    case 'nonDelivery':
      return resultNote(-1000, text);
    case 'questions':
      return listNote('productQnas', { result_code: -1000, result_message: text });
    case 'client':
    case 'product':
      return clientMessage(-1000, text);
    case 'products':
    case 'stocks':
    case 'categories':
    case 'templates':
      return listNote(LIST_ROOTS[shape], { result_code: -1000, result_text: text });
    case 'guide':
      return guideError(500, 'INTERNAL_ERROR', text);
  }
}
