import type { ClaimTimer, Penalty } from '../kit/edition.ts';

/** The law's outer limit for goods paid in advance (seller-operations §5); orders tell their own day as a rule. */
export const SHIP_WITHIN_BUSINESS_DAYS = 3;

/**
 * Coupang answers open claims by itself after a time it does not tell (sheet §3.4, `자동처리` in §3.4), so only the
 * law's times are counted here (seller-operations §5: refund within 3 business days).
 */
export const CLAIM_TIMERS: readonly ClaimTimer[] = [
  {
    kind: 'cancel',
    in: ['requested'],
    must: 'answer',
    from: 'requested',
    within: { businessDays: 3 },
    atEnd: 'counts',
    says: {
      ko: '보내지 않은 상품의 취소는 3영업일 안에 환불해야 합니다(전자상거래법 제18조). 그 전에 쿠팡이 자동 처리할 수 있습니다.',
      en: 'Goods that did not leave must be refunded within 3 business days by law. Coupang may settle it by itself before.',
      ru: 'За неотправленный товар деньги по закону возвращаются за 3 рабочих дня (закон об электронной торговле, ст. 18). Раньше Coupang может решить сам.',
      uz: 'Jo‘natilmagan mahsulot puli qonunga ko‘ra 3 ish kunida qaytariladi (elektron savdo qonuni, 18-modda). Undan oldin Coupang o‘zi hal qilishi mumkin.',
    },
  },
  {
    kind: 'return',
    in: ['collected'],
    must: 'refund',
    from: 'collected',
    within: { businessDays: 3 },
    atEnd: 'counts',
    says: {
      ko: '상품이 돌아오면 3영업일 안에 환불해야 합니다(전자상거래법 제18조). 그 전에 쿠팡이 자동 승인할 수 있습니다.',
      en: 'Once the goods are back, the refund is due within 3 business days by law. Coupang may approve by itself before.',
      ru: 'Когда товар вернулся, деньги по закону возвращаются за 3 рабочих дня (закон об электронной торговле, ст. 18). Раньше Coupang может одобрить сам.',
      uz: 'Mahsulot qaytgach, pul qonunga ko‘ra 3 ish kunida qaytariladi (elektron savdo qonuni, 18-modda). Undan oldin Coupang o‘zi tasdiqlashi mumkin.',
    },
  },
];

/** The seller score of the last 7 days; Coupang publishes no points (seller-operations §6). */
export const PENALTIES: readonly Penalty[] = [
  {
    on: 'seller_cancel',
    fault: 'seller',
    points: null,
    says: {
      ko: '판매자 귀책 취소는 주문이행 점수를 낮춥니다(목표 95점 이상). 주의, 경고(노출·등록 제한), 판매 정지로 이어질 수 있습니다.',
      en: 'Cancels that are your fault lower the order fulfilment score (95 and more is asked). Caution, limits and suspension may follow.',
      ru: 'Отмены по вашей вине снижают оценку выполнения заказов (нужно 95 и больше). Возможны предупреждение, ограничения и приостановка продаж.',
      uz: 'Aybingiz bilan bekor qilish buyurtma bajarish bahosini pasaytiradi (95 va undan yuqori kerak). Ogohlantirish, cheklov va sotuvni to‘xtatish bo‘lishi mumkin.',
    },
    source: 'seller-operations §6 (CPLAND 2026, memomee)',
  },
  {
    on: 'late_dispatch',
    points: null,
    says: {
      ko: '출고가 늦으면 정시출고 점수가 떨어집니다(85점 아래는 경고). 약속한 날보다 7일 넘게 늦게 배송되면 자동으로 제재됩니다.',
      en: 'Late dispatch lowers the on-time score (below 85 is warned). Delivery 7 days and more past the promise is penalised by itself.',
      ru: 'Поздняя отправка снижает оценку своевременности (ниже 85 — предупреждение). Если доставка позже обещанной больше чем на 7 дней, штраф приходит сам.',
      uz: 'Kech jo‘natish o‘z vaqtida jo‘natish bahosini pasaytiradi (85 dan past — ogohlantirish). Yetkazish va’dadan 7 kundan ko‘p kechiksa, jarima o‘zi qo‘yiladi.',
    },
    source: 'seller-operations §6 (marketplace.coupang.com/mba-01/mba-3-4-2, CPLAND 2026)',
  },
  {
    on: 'late_cancel_answer',
    points: null,
    says: {
      ko: '송장을 늦게 또는 잘못 등록한 뒤 취소되면 왕복 배송비는 판매자가 냅니다.',
      en: 'If an invoice is late or wrong and the order is cancelled, the shipping cost is yours.',
      ru: 'Если трек-номер внесён поздно или неверно и заказ отменён, доставку в обе стороны платите вы.',
      uz: 'Trek-raqam kech yoki noto‘g‘ri kiritilib, buyurtma bekor bo‘lsa, ikki tomonga yetkazishni siz to‘laysiz.',
    },
    source: 'seller-operations §6 (CP-DOC 송장업로드)',
  },
];
