import type { ClaimAction } from '../../../domain/claim-action.ts';
import type { ClaimActionFacts, ClaimTimer, NativeReason, Penalty } from '../../kit/edition.ts';
import type { Localized } from '../../kit/localized.ts';

const READ_BACK = { promise: 'exactly-once by read-back', perCall: 1 } as const;

const reason = (code: string, says: Localized): NativeReason => ({ code, says });

/** D:1745: what the buyer named was not so, or the goods have left (sheet §3.6). */
const CANCEL_REFUSALS = [
  reason('01', {
    ko: '취소 사유가 사실과 다름',
    en: 'the reason of the cancel is not true',
    ru: 'Причина отмены не соответствует действительности',
    uz: 'Bekor qilish sababi haqiqatga to‘g‘ri kelmaydi',
  }),
  reason('02', { ko: '이미 발송', en: 'shipped already', ru: 'Уже отправлено', uz: 'Jo‘natib bo‘lingan' }),
];

const GOODS_NOT_BACK = reason('101', {
  ko: '반품 상품 미입고',
  en: 'the goods did not come back',
  ru: 'Возвращаемый товар не пришёл',
  uz: 'Qaytariladigan mahsulot kelmadi',
});

/** D:1645 (sheet §3.7). */
const RETURN_REFUSALS = [
  GOODS_NOT_BACK,
  reason('102', {
    ko: '고객 반품신청 철회 대행',
    en: 'withdrawn for the buyer',
    ru: 'Возврат отозван за покупателя',
    uz: 'Qaytarish xaridor nomidan qaytarib olindi',
  }),
  reason('103', {
    ko: '반품 불가 상품',
    en: 'cannot be returned',
    ru: 'Товар не подлежит возврату',
    uz: 'Mahsulot qaytarib olinmaydi',
  }),
  reason('104', { ko: '기타', en: 'other', ru: 'Другое', uz: 'Boshqa' }),
];

/** D:1654, D:1655 (sheet §4.3). */
const HOLD_REASONS = [
  GOODS_NOT_BACK,
  reason('102', {
    ko: '반품 배송비 미동봉',
    en: 'the return fee was not enclosed',
    ru: 'Плата за обратную доставку не вложена',
    uz: 'Qaytarib jo‘natish haqi qo‘shilmagan',
  }),
  reason('103', {
    ko: '반품 상품 훼손',
    en: 'the goods are damaged',
    ru: 'Возвращённый товар повреждён',
    uz: 'Qaytgan mahsulot shikastlangan',
  }),
  reason('104', {
    ko: '고객 연락 두절',
    en: 'the buyer cannot be reached',
    ru: 'Покупатель не отвечает',
    uz: 'Xaridor bilan bog‘lanib bo‘lmadi',
  }),
  reason('105', { ko: '기타', en: 'other', ru: 'Другое', uz: 'Boshqa' }),
];

/** D:1650 (sheet §3.8). */
const EXCHANGE_REFUSALS = [
  reason('201', {
    ko: '교환 상품 미입고',
    en: 'the goods did not come back',
    ru: 'Обмениваемый товар не пришёл',
    uz: 'Almashtiriladigan mahsulot kelmadi',
  }),
  reason('202', {
    ko: '고객 교환신청 철회 대행',
    en: 'withdrawn for the buyer',
    ru: 'Обмен отозван за покупателя',
    uz: 'Almashtirish xaridor nomidan qaytarib olindi',
  }),
  reason('203', {
    ko: '교환 불가 상품',
    en: 'cannot be exchanged',
    ru: 'Товар не подлежит обмену',
    uz: 'Mahsulot almashtirilmaydi',
  }),
  reason('204', { ko: '기타', en: 'other', ru: 'Другое', uz: 'Boshqa' }),
];

/** What can be done with claims (sheet §3.6 to §3.8). */
export const CLAIM_FACTS: Readonly<Partial<Record<ClaimAction, ClaimActionFacts>>> = {
  'cancel.approve': {
    from: ['requested'],
    needs: [],
    leadsTo: ['done'],
    ...READ_BACK,
    warns: {
      ko: '승인하면 바로 환불되며 되돌릴 수 없습니다.',
      en: 'The buyer is refunded at once; it cannot be undone.',
      ru: 'После одобрения деньги сразу вернутся покупателю, и отменить это нельзя.',
      uz: 'Tasdiqlansa, pul xaridorga darhol qaytariladi va buni ortga qaytarib bo‘lmaydi.',
    },
  },
  'cancel.reject': {
    from: ['requested'],
    needs: ['shipment'],
    takes: ['reason', 'text'],
    reasons: CANCEL_REFUSALS,
    leadsTo: ['rejected'],
    ...READ_BACK,
    means: {
      ko: '송장을 등록하고 발송처리하면서 취소 요청을 거부합니다. 이미 보낸 상품에만 사용하세요. 송장번호는 11자리 이상이어야 합니다.',
      en: 'Registers the invoice and ships the order, which rejects the cancel. Only for goods that have left. The invoice needs 11 digits or more.',
      ru: 'Вносит трек-номер и отправляет заказ, тем самым отклоняя отмену. Только для уже отправленного товара. В трек-номере должно быть не меньше 11 цифр.',
      uz: 'Trek-raqamni kiritib, buyurtmani jo‘natadi va shu bilan bekor qilishni rad etadi. Faqat jo‘natilgan mahsulot uchun. Trek-raqam kamida 11 raqamli bo‘lsin.',
    },
    warns: {
      ko: '해외 상품의 취소 요청은 거부할 수 없습니다.',
      en: 'A cancel of goods from overseas cannot be rejected.',
      ru: 'Отмену товаров из-за рубежа отклонить нельзя.',
      uz: 'Chet eldan keladigan mahsulotlarni bekor qilishni rad etib bo‘lmaydi.',
    },
  },
  'return.approve': {
    from: ['requested', 'approved', 'collecting', 'collected', 'on_hold'],
    needs: [],
    leadsTo: ['done'],
    ...READ_BACK,
    means: {
      ko: '반품 승인이 곧 환불입니다. 수거 확인이나 반품 완료 단계가 따로 없습니다.',
      en: 'Approving refunds the buyer: there is no step of its own for goods that came back, nor for completing.',
      ru: 'Одобрение возврата и есть возврат денег: отдельных шагов для получения товара и завершения нет.',
      uz: 'Qaytarishni tasdiqlash pul qaytarishning o‘zi: qabul qilish va yakunlash uchun alohida bosqich yo‘q.',
    },
    warns: {
      ko: '상품을 받아 확인한 뒤 승인하세요. 되돌릴 수 없습니다.',
      en: 'Approve after the goods came back and were looked at; it cannot be undone.',
      ru: 'Одобряйте, когда товар пришёл и осмотрен: отменить это нельзя.',
      uz: 'Mahsulot kelib, ko‘rilgach tasdiqlang: buni ortga qaytarib bo‘lmaydi.',
    },
  },
  'return.reject': {
    from: ['requested', 'collecting', 'collected', 'on_hold'],
    needs: ['reason', 'text'],
    reasons: RETURN_REFUSALS,
    leadsTo: ['rejected'],
    ...READ_BACK,
    warns: {
      ko: '입력한 내용이 구매자에게 문자와 메일로 전송됩니다.',
      en: 'The text goes to the buyer by text message and mail.',
      ru: 'Текст уйдёт покупателю в СМС и письме.',
      uz: 'Matn xaridorga SMS va xat bilan boradi.',
    },
  },
  'return.hold': {
    from: ['requested', 'collecting', 'collected', 'on_hold'],
    needs: ['reason', 'text'],
    reasons: HOLD_REASONS,
    leadsTo: ['on_hold'],
    ...READ_BACK,
    means: {
      ko: '반품을 보류합니다. 이미 보류 중인 반품이면 반품 완료를 보류하여 자동 환불을 막습니다.',
      en: 'Puts the return on hold; one that is on hold already has its completion held, which stops the automatic refund.',
      ru: 'Ставит возврат на паузу; если он уже на паузе, приостанавливает его завершение и тем самым автоматический возврат денег.',
      uz: 'Qaytarishni to‘xtatib turadi; to‘xtatilgan bo‘lsa, yakunlashni va avtomatik pul qaytarishni to‘xtatadi.',
    },
    warns: {
      ko: '보류해도 반품 배송완료 10일 또는 신청 20일 뒤에는 자동 환불됩니다.',
      en: 'Even so it is refunded by itself 10 days after the goods came back, or 20 days after the request.',
      ru: 'Даже так деньги вернутся сами через 10 дней после прихода товара или через 20 дней после заявки.',
      uz: 'Shunda ham mahsulot kelganidan 10 kun yoki arizadan 20 kun keyin pul o‘zi qaytariladi.',
    },
  },
  'return.pickup': {
    from: ['requested', 'collecting'],
    needs: ['shipment'],
    leadsTo: ['collecting'],
    ...READ_BACK,
    means: {
      ko: '수거 송장을 등록합니다.',
      en: 'Registers the invoice under which the goods come back.',
      ru: 'Вносит трек-номер, с которым товар возвращается.',
      uz: 'Mahsulot qaytib kelayotgan trek-raqamni kiritadi.',
    },
  },
  'exchange.ship': {
    from: ['requested', 'approved', 'collecting', 'collected', 'on_hold'],
    needs: ['shipment'],
    leadsTo: ['reshipped'],
    ...READ_BACK,
    means: {
      ko: '새 상품의 송장을 등록하면 교환이 승인되고 재발송됩니다.',
      en: 'Registering the invoice of the new goods approves the exchange and ships it.',
      ru: 'Трек-номер нового товара одобряет обмен и отправляет его.',
      uz: 'Yangi mahsulot trek-raqami almashtirishni tasdiqlaydi va jo‘natadi.',
    },
  },
  'exchange.reject': {
    from: ['requested', 'collecting', 'collected', 'on_hold'],
    needs: ['reason', 'text'],
    reasons: EXCHANGE_REFUSALS,
    leadsTo: ['rejected'],
    ...READ_BACK,
    warns: {
      ko: '입력한 내용이 구매자에게 전송됩니다.',
      en: 'The text goes to the buyer.',
      ru: 'Текст уйдёт покупателю.',
      uz: 'Matn xaridorga yuboriladi.',
    },
  },
};

/** Automatic refunds of returns (sheet §3.7, D:1654). */
export const CLAIM_TIMERS: readonly ClaimTimer[] = [
  {
    kind: 'return',
    in: ['requested', 'collecting', 'collected', 'on_hold'],
    must: 'refund',
    from: 'requested',
    within: { days: 20 },
    atEnd: 'decides',
    says: {
      ko: '반품 신청 20일 뒤 자동 환불',
      en: 'refunded by itself 20 days after the request',
      ru: 'Деньги вернутся сами через 20 дней после заявки',
      uz: 'Arizadan 20 kun keyin pul o‘zi qaytariladi',
    },
  },
  {
    kind: 'return',
    in: ['collected', 'on_hold'],
    must: 'refund',
    from: 'collected',
    within: { days: 10 },
    atEnd: 'decides',
    says: {
      ko: '반품 배송완료 10일 뒤 자동 환불',
      en: 'refunded by itself 10 days after the goods came back',
      ru: 'Деньги вернутся сами через 10 дней после прихода товара',
      uz: 'Mahsulot kelganidan 10 kun keyin pul o‘zi qaytariladi',
    },
  },
];

/** Sheet §3.5, seller-operations §6. */
export const PENALTIES: readonly Penalty[] = [
  {
    on: 'seller_cancel',
    fault: 'seller',
    points: 1,
    says: {
      ko: '판매자 귀책 취소는 판매자 신용점수 1점 차감 (악용 시 5점)',
      en: 'a cancel that is your fault costs 1 credit point (5 for abuse)',
      ru: 'Отмена по вашей вине стоит 1 балл доверия (злоупотребление — 5)',
      uz: 'Aybingiz bilan bekor qilish 1 ishonch balli turadi (suiiste’mol — 5)',
    },
    source: '11st guide D:1638',
  },
  {
    on: 'late_dispatch',
    points: null,
    says: {
      ko: '발송기한이 지나면 구매자가 판매자 동의 없이 취소할 수 있고 판매자에게 불이익이 있습니다. 발송지연 안내를 하면 그 날짜까지 유예됩니다.',
      en: 'Past the day to ship by, the buyer may cancel without you and it counts against you. A delay notice puts it off to its date.',
      ru: 'После срока отправки покупатель может отменить заказ без вашего согласия, и это пойдёт вам в минус. Извещение о задержке отодвигает срок до своей даты.',
      uz: 'Jo‘natish muddati o‘tsa, xaridor sizning roziligingizsiz bekor qila oladi va bu sizga zarar. Kechikish haqidagi xabar muddatni o‘z sanasigacha suradi.',
    },
    source: '11st guide D:6741, D:6728',
  },
];
