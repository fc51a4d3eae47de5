import type { ClaimFault, ClaimReason } from '../../../domain/claim.ts';
import type { NativeReason } from '../../kit/edition.ts';

interface Meaning {
  readonly reason: ClaimReason;
  /** Null where the reason alone does not tell. */
  readonly fault: ClaimFault | null;
}

const means = (reason: ClaimReason, fault: ClaimFault | null): Meaning => ({ reason, fault });

/**
 * The 34 claim reasons (sheet §4.5). Naver tells no fault of its own in a claim: it follows from the reason, and stays
 * open where the reason does not name a side [inferred].
 */
export const CLAIM_REASON_CODES: Readonly<Record<string, Meaning>> = {
  INTENT_CHANGED: means('changed_mind', 'buyer'),
  COLOR_AND_SIZE: means('wrong_option', 'buyer'),
  WRONG_ORDER: means('ordered_by_mistake', 'buyer'),
  PRODUCT_UNSATISFIED: means('other', 'seller'),
  DELAYED_DELIVERY: means('late_delivery', 'seller'),
  SOLD_OUT: means('sold_out', 'seller'),
  DROPPED_DELIVERY: means('not_delivered', 'seller'),
  NOT_YET_DELIVERY: means('not_delivered', null),
  BROKEN: means('damaged', 'seller'),
  INCORRECT_INFO: means('wrong_price_or_information', 'seller'),
  WRONG_DELIVERY: means('wrong_item_sent', 'seller'),
  WRONG_OPTION: means('wrong_item_sent', 'seller'),
  SIMPLE_INTENT_CHANGED: means('changed_mind', 'buyer'),
  MISTAKE_ORDER: means('ordered_by_mistake', 'buyer'),
  ETC: means('other', null),
  DELAYED_DELIVERY_BY_PURCHASER: means('late_delivery', 'buyer'),
  INCORRECT_INFO_BY_PURCHASER: means('other', 'buyer'),
  PRODUCT_UNSATISFIED_BY_PURCHASER: means('changed_mind', 'buyer'),
  NOT_YET_DISCUSSION: means('other', null),
  OUT_OF_STOCK: means('sold_out', 'seller'),
  SALE_INTENT_CHANGED: means('other', 'seller'),
  NOT_YET_PAYMENT: means('payment', 'buyer'),
  NOT_YET_RECEIVE: means('not_delivered', null),
  WRONG_DELAYED_DELIVERY: means('other', 'seller'),
  BROKEN_AND_BAD: means('damaged', 'seller'),
  RECEIVING_DUE_DATE_OVER: means('gift_declined', null),
  RECEIVER_MISMATCHED: means('gift_declined', null),
  GIFT_INTENT_CHANGED: means('gift_declined', 'buyer'),
  GIFT_REFUSAL: means('gift_declined', 'buyer'),
  MINOR_RESTRICTED: means('other', null),
  RECEIVING_BLOCKED: means('gift_declined', null),
  UNDER_QUANTITY: means('other', null),
  ASYNC_FAIL_PAYMENT: means('payment', null),
  ASYNC_LONG_WAIT_PAYMENT: means('payment', null),
};

/** What a reason means; nothing for one nobody has mapped (law 11). */
export function meaningOf(code: string | null): Meaning | null {
  return code !== null && Object.hasOwn(CLAIM_REASON_CODES, code) ? (CLAIM_REASON_CODES[code] ?? null) : null;
}

/** Why a seller may cancel (sheet §3.4), with whom the reason blames. */
export const CANCEL_REASONS: readonly NativeReason[] = [
  {
    code: 'SOLD_OUT',
    says: { ko: '상품 품절', en: 'Sold out', ru: 'Товар закончился', uz: 'Mahsulot tugagan' },
    fault: 'seller',
  },
  {
    code: 'DELAYED_DELIVERY',
    says: { ko: '배송 지연', en: 'Delivery is late', ru: 'Задержка доставки', uz: 'Yetkazish kechikdi' },
    fault: 'seller',
  },
  {
    code: 'INCORRECT_INFO',
    says: {
      ko: '상품 정보가 실제와 다름',
      en: 'The product information was wrong',
      ru: 'Описание товара неверно',
      uz: 'Mahsulot ma’lumoti haqiqatga mos emas',
    },
    fault: 'seller',
  },
  {
    code: 'PRODUCT_UNSATISFIED',
    says: {
      ko: '서비스 불만족',
      en: 'The buyer is not satisfied with the service',
      ru: 'Покупатель недоволен сервисом',
      uz: 'Xaridor xizmatdan norozi',
    },
    fault: 'seller',
  },
  {
    code: 'INTENT_CHANGED',
    says: {
      ko: '구매자가 구매 의사를 취소함',
      en: 'The buyer changed his mind',
      ru: 'Покупатель передумал',
      uz: 'Xaridor fikridan qaytdi',
    },
    fault: 'buyer',
  },
  {
    code: 'COLOR_AND_SIZE',
    says: {
      ko: '구매자가 색상·사이즈를 바꾸려 함',
      en: 'The buyer wants another colour or size',
      ru: 'Покупатель хочет другой цвет или размер',
      uz: 'Xaridor boshqa rang yoki o‘lcham xohlaydi',
    },
    fault: 'buyer',
  },
  {
    code: 'WRONG_ORDER',
    says: {
      ko: '구매자가 다른 상품을 잘못 주문함',
      en: 'The buyer ordered the wrong thing',
      ru: 'Покупатель заказал не тот товар',
      uz: 'Xaridor boshqa mahsulotga buyurtma bergan',
    },
    fault: 'buyer',
  },
];
