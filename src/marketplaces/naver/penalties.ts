import type { Penalty } from '../kit/edition.ts';

/** Sellers' accounts of Naver's table; the exact one of today is unconfirmed (seller operations §6). */
const SOURCE = 'seller-operations §6: snsnumber8 (2021), webuzzhint, labforme, sensepress';

/**
 * What Naver counts against a seller. It acts when the points of 30 days are at least 10 and at least 40 % of the paid
 * orders: caution, limits on new products, then a stop.
 */
export const PENALTIES: readonly Penalty[] = [
  {
    on: 'late_dispatch',
    points: 1,
    says: {
      ko: '발송기한을 넘기면 1점',
      en: '1 point for a missed day to ship by',
      ru: '1 балл за пропущенный срок отправки',
      uz: 'Jo‘natish muddati o‘tsa 1 ball',
    },
    source: SOURCE,
  },
  {
    on: 'late_dispatch',
    points: 3,
    says: {
      ko: '발송기한에서 영업일 4~5일이 더 지나도 발송하지 않으면 3점 추가',
      en: '3 points more when it is still unshipped some 4 to 5 business days later',
      ru: 'Ещё 3 балла, если не отправлено и через 4–5 рабочих дней после срока',
      uz: 'Muddatdan 4–5 ish kuni o‘tib ham jo‘natilmasa, yana 3 ball',
    },
    source: SOURCE,
  },
  {
    on: 'late_dispatch',
    points: 2,
    says: {
      ko: '발송지연을 안내하고도 그 기한을 넘기면 2점',
      en: '2 points for missing the day told in a delay notice',
      ru: '2 балла за срок, пропущенный после извещения о задержке',
      uz: 'Kechikish haqida xabar berilib, o‘sha muddat ham o‘tsa 2 ball',
    },
    source: SOURCE,
  },
  {
    on: 'seller_cancel',
    fault: 'seller',
    points: 2,
    says: {
      ko: '품절 등 판매자 사유로 취소하면 2점 (발주확인 전이어도)',
      en: '2 points for a cancel that is the seller’s doing, such as sold out, even before acknowledging',
      ru: '2 балла за отмену по вине продавца, например нет товара (даже до подтверждения)',
      uz: 'Sotuvchi sababli bekor qilish uchun 2 ball, masalan mahsulot tugagan (tasdiqlashdan oldin ham)',
    },
    source: SOURCE,
  },
  {
    on: 'late_return',
    points: 1,
    says: {
      ko: '수거 완료 후 영업일 3일 안에 반품을 처리하지 않으면 1점',
      en: '1 point for a return not settled within 3 business days of getting the goods back',
      ru: '1 балл за возврат, не решённый за 3 рабочих дня после забора',
      uz: 'Olib ketilgach 3 ish kunida hal qilinmagan qaytarish uchun 1 ball',
    },
    source: SOURCE,
  },
  {
    on: 'late_exchange',
    points: 1,
    says: {
      ko: '수거 완료 후 영업일 3일 안에 교환을 처리하지 않으면 1점',
      en: '1 point for an exchange not settled within 3 business days of getting the goods back',
      ru: '1 балл за обмен, не решённый за 3 рабочих дня после забора',
      uz: 'Olib ketilgach 3 ish kunida hal qilinmagan almashtirish uchun 1 ball',
    },
    source: SOURCE,
  },
];
