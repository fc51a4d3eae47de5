import type { ClaimFault, ClaimReason } from '../../../domain/claim.ts';
import type { NativeReason } from '../../kit/edition.ts';

/** Whose fault a claim is (guide §1.6.7). */
export const FAULTS: Readonly<Record<string, ClaimFault>> = {
  BUYER_FAULT: 'buyer',
  SELLER_FAULT: 'seller',
  DELIVERY_FAULT: 'carrier',
};

/** The guide's code for a fault; it has none for the marketplace's own. */
export const FAULT_CODES: Readonly<Partial<Record<ClaimFault, string>>> = Object.fromEntries(
  Object.entries(FAULTS).map(([code, fault]) => [fault, code]),
);

/** Why a seller may cancel (guide §1.5.4). */
export const CANCEL_REASONS: readonly NativeReason[] = [
  {
    code: 'SOLD_OUT',
    says: { ko: '재고 소진', en: 'Sold out', ru: 'Товар закончился', uz: 'Mahsulot tugagan' },
    fault: 'seller',
  },
  {
    code: 'DELIVERY_DELAY',
    says: { ko: '배송 지연', en: 'Delivery is late', ru: 'Задержка доставки', uz: 'Yetkazish kechikdi' },
    fault: 'seller',
  },
  {
    code: 'SERVICE_UNSATISFIED',
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
      ko: '고객 변심',
      en: 'The buyer changed his mind',
      ru: 'Покупатель передумал',
      uz: 'Xaridor fikridan qaytdi',
    },
    fault: 'buyer',
  },
  {
    code: 'WRONG_ORDER',
    says: {
      ko: '주문 착오',
      en: 'The buyer ordered by mistake',
      ru: 'Покупатель заказал по ошибке',
      uz: 'Xaridor adashib buyurtma bergan',
    },
    fault: 'buyer',
  },
];

/**
 * Codes and words the guide uses for the reason of a claim (guide §1.5.4, §1.6.7, §1.8.1), and the words under which
 * Naver itself shows its reasons, since `claimReason` is a text.
 */
export const CLAIM_REASONS: Readonly<Record<string, ClaimReason>> = {
  SOLD_OUT: 'sold_out',
  '재고 소진': 'sold_out',
  INTENT_CHANGED: 'changed_mind',
  '고객 변심': 'changed_mind',
  단순변심: 'changed_mind',
  WRONG_ORDER: 'ordered_by_mistake',
  '주문 착오': 'ordered_by_mistake',
  DELIVERY_DELAY: 'late_delivery',
  '배송 지연': 'late_delivery',
  SERVICE_UNSATISFIED: 'other',
  '서비스 불만족': 'other',
  '상품 불량': 'defective',
  불량: 'defective',
  오배송: 'wrong_item_sent',
  '배송 중 파손': 'damaged',
  '구매 의사 취소': 'changed_mind',
  '색상 및 사이즈 변경': 'wrong_option',
  '다른 상품 잘못 주문': 'ordered_by_mistake',
  '상품 품절': 'sold_out',
  '배송 누락': 'not_delivered',
  '상품 파손': 'damaged',
  '상품 정보 상이': 'wrong_price_or_information',
  '색상 등 다른 상품 잘못 배송': 'wrong_item_sent',
  기타: 'other',
};

/** What a reason means; null for one nobody has mapped (law 11). */
export function reasonMeant(native: string | null): ClaimReason | null {
  return native !== null && Object.hasOwn(CLAIM_REASONS, native) ? (CLAIM_REASONS[native] ?? null) : null;
}
