import type { SellerCancelFacts } from '../../kit/edition.ts';
import type { Localized } from '../../kit/localized.ts';
import { ownRefusal } from '../../kit/own-refusal.ts';
import type { CancelTarget, Outcome } from '../../kit/shop.ts';
import { sendInTurn } from '../outcomes.ts';
import type { Ask } from './calls.ts';
import { type Becomes, failed, outcomesOf } from './line-outcome.ts';
import { pathText } from './path-text.ts';
import { decodeResult } from './result.ts';

/**
 * `ordCnRsnCd` (sheet §4.3). 10 is left out: the guide calls it the buyer's change of mind, Seller Office an order at
 * another site; 18 to 20 are what Seller Office offers for the buyer's fault.
 */
export const SELLER_CANCEL: SellerCancelFacts = {
  from: ['PAID', 'PREPARING'],
  partly: false,
  reasons: [
    {
      code: '08',
      says: { ko: '상품 품절', en: 'product sold out', ru: 'Товар закончился', uz: 'Mahsulot tugagan' },
      fault: 'seller',
    },
    {
      code: '09',
      says: { ko: '옵션 품절', en: 'option sold out', ru: 'Вариант закончился', uz: 'Variant tugagan' },
      fault: 'seller',
    },
    {
      code: '06',
      says: {
        ko: '배송 지연 예상',
        en: 'delay expected',
        ru: 'Ожидается задержка доставки',
        uz: 'Yetkazish kechikishi kutilmoqda',
      },
      fault: 'seller',
    },
    {
      code: '07',
      says: {
        ko: '상품·가격 정보 잘못 입력',
        en: 'wrong product or price information',
        ru: 'Ошибка в описании или цене товара',
        uz: 'Mahsulot ma’lumoti yoki narxida xato',
      },
      fault: 'seller',
    },
    {
      code: '20',
      says: {
        ko: '구매 의사 없음',
        en: 'the buyer no longer wants it',
        ru: 'Покупатель передумал',
        uz: 'Xaridor fikridan qaytdi',
      },
      fault: 'buyer',
    },
    {
      code: '18',
      says: {
        ko: '옵션·주문 정보 변경',
        en: 'the buyer changes option or order',
        ru: 'Покупатель меняет вариант или данные заказа',
        uz: 'Xaridor variant yoki buyurtma ma’lumotini o‘zgartiradi',
      },
      fault: 'buyer',
    },
    {
      code: '19',
      says: {
        ko: '상품 잘못 주문',
        en: 'the buyer ordered the wrong item',
        ru: 'Покупатель заказал не тот товар',
        uz: 'Xaridor boshqa mahsulotga buyurtma bergan',
      },
      fault: 'buyer',
    },
    { code: '99', says: { ko: '기타', en: 'other', ru: 'Другое', uz: 'Boshqa' } },
  ],
  warns: {
    ko: '바로 환불되며 되돌릴 수 없습니다. 판매자 귀책 사유는 판매자 신용점수 1점, 악용은 5점이 깎입니다.',
    en: 'The buyer is refunded at once and it cannot be undone. A reason that is your fault costs 1 credit point, abuse 5.',
    ru: 'Деньги сразу вернутся покупателю, и отменить это нельзя. Причина по вашей вине стоит 1 балл доверия, злоупотребление — 5.',
    uz: 'Pul xaridorga darhol qaytariladi va buni ortga qaytarib bo‘lmaydi. Sizning aybingiz bo‘lsa 1 ishonch balli, suiiste’mol uchun 5 ball olinadi.',
  },
};

/** Cancels whole lines (sheet §3.5, D:1638). */
export function cancelBySeller(ask: Ask, targets: readonly CancelTarget[]): Promise<readonly Outcome[]> {
  return sendInTurn(
    targets.map((target) => [target]),
    async ([target]) => (target === undefined ? [] : cancelLine(ask, target)),
    failed,
  );
}

const CANCELED: Becomes = { status: 'CANCELED', nativeStatus: 'B01', readAgain: true };
const ONLY_WHOLE: Localized = {
  ko: '11번가는 상품의 수량 일부만 판매자가 취소할 수 없습니다.',
  en: 'At 11st a seller cannot cancel a part of the quantity.',
  ru: 'На 11st продавец не может отменить часть количества.',
  uz: '11st da sotuvchi miqdorning bir qismini bekor qila olmaydi.',
};

async function cancelLine(ask: Ask, target: CancelTarget): Promise<readonly Outcome[]> {
  if (!target.whole) return [failed(target, ownRefusal('refused', ONLY_WHOLE))];
  const result = await ask({
    operation: 'cancelBySeller',
    params: {
      ordNo: target.nativeOrderId,
      ordPrdSeq: target.nativeLineId,
      reason: target.reason,
      text: pathText(target.text),
    },
    decode: decodeResult,
  });
  return outcomesOf([target], result, { expected: 1, becomes: CANCELED });
}
