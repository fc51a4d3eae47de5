import type { ClaimAction } from '../../../domain/claim-action.ts';
import { type OwnRefusal, ownRefusal } from '../../kit/own-refusal.ts';

/** Claims that are turned down before Naver is asked, in every edition. */
export const NO_PRODUCT_ORDER: OwnRefusal = ownRefusal('not_found', {
  ko: '클레임에 상품주문번호가 없습니다.',
  en: 'The claim names no product order.',
  ru: 'В претензии нет номера товарного заказа.',
  uz: 'Da’voda mahsulot buyurtmasi raqami yo‘q.',
});

export const NOT_TOLD: OwnRefusal = ownRefusal('refused', {
  ko: '처리에 필요한 값이 빠졌습니다.',
  en: 'What the call needs was not told.',
  ru: 'Не указано то, что нужно для вызова.',
  uz: 'Chaqiruv uchun kerakli qiymat kiritilmagan.',
});

export function notOffered(action: ClaimAction): OwnRefusal {
  return ownRefusal('not_offered', {
    ko: `네이버에는 이 처리를 위한 기능이 없습니다: ${action}`,
    en: `Naver has no call for ${action}.`,
    ru: `У Naver нет вызова для ${action}.`,
    uz: `Naver da ${action} uchun chaqiruv yo‘q.`,
  });
}
