import type { ClaimTimer } from '../kit/edition.ts';

/**
 * Days a seller has once the goods are back: refund by law (E-Commerce Act art. 18(2)), and a penalty point of Naver
 * for returns and exchanges alike (seller operations §5, §6). A hold stops the clock. How long Naver waits for an
 * answer to a cancel is not published.
 */
export const CLAIM_TIMERS: readonly ClaimTimer[] = [
  {
    kind: 'return',
    in: ['collected'],
    must: 'refund',
    from: 'collected',
    within: { businessDays: 3 },
    atEnd: 'counts',
    says: {
      ko: '수거가 끝난 날부터 영업일 3일 안에 반품을 처리(환불)하세요. 늦으면 페널티 1점입니다.',
      en: 'Refund within 3 business days of getting the goods back; later costs 1 penalty point.',
      ru: 'Верните деньги за 3 рабочих дня после забора товара; опоздание стоит 1 штрафной балл.',
      uz: 'Mahsulot olib ketilgach 3 ish kunida pulni qaytaring; kechiksa 1 jarima balli.',
    },
  },
  {
    kind: 'exchange',
    in: ['collected'],
    must: 'reship',
    from: 'collected',
    within: { businessDays: 3 },
    atEnd: 'counts',
    says: {
      ko: '수거가 끝난 날부터 영업일 3일 안에 교환 상품을 보내세요. 늦으면 페널티 1점입니다.',
      en: 'Send the replacement within 3 business days of getting the goods back; later costs 1 penalty point.',
      ru: 'Отправьте новый товар за 3 рабочих дня после забора прежнего; опоздание стоит 1 штрафной балл.',
      uz: 'Avvalgisi olib ketilgach 3 ish kunida yangi mahsulotni jo‘nating; kechiksa 1 jarima balli.',
    },
  },
];
