import type { ClaimAction } from '../../../domain/claim-action.ts';
import type { ClaimActionFacts, WritePromise } from '../../kit/edition.ts';
import { EXCHANGE_HOLDS, RETURN_HOLDS } from './hold-reasons.ts';

/** Every claim call names one product order in its path, and `query` shows afterwards what became of it (sheet §3.4). */
const ONE_BY_ONE = { promise: 'exactly-once by read-back' satisfies WritePromise, perCall: 1 } as const;

/** What can be done with claims (sheet §3.4). A held claim must be released before anything else (sheet §4.3). */
export const CLAIM_ACTION_FACTS: Readonly<Partial<Record<ClaimAction, ClaimActionFacts>>> = {
  'cancel.approve': {
    ...ONE_BY_ONE,
    from: ['requested', 'approved'],
    needs: [],
    leadsTo: ['approved', 'done'],
    warns: {
      ko: '취소를 승인하면 바로 환불되며 되돌릴 수 없습니다.',
      en: 'Approving refunds the buyer at once and cannot be undone.',
      ru: 'После одобрения деньги сразу вернутся покупателю, и отменить это нельзя.',
      uz: 'Tasdiqlansa, pul xaridorga darhol qaytariladi va buni ortga qaytarib bo‘lmaydi.',
    },
  },
  'cancel.reject': {
    ...ONE_BY_ONE,
    from: ['requested'],
    needs: ['shipment'],
    leadsTo: ['rejected'],
    means: {
      ko: '네이버에는 취소 거부 API가 없습니다. 송장을 등록해 발송처리하면 취소 요청이 거부됩니다.',
      en: 'Naver has no call that rejects a cancel: dispatching the order with its invoice refuses it.',
      ru: 'У Naver нет вызова для отклонения отмены: её отклоняет отправка заказа с трек-номером.',
      uz: 'Naver da bekor qilishni rad etadigan chaqiruv yo‘q: uni buyurtmani trek-raqam bilan jo‘natish rad etadi.',
    },
    warns: {
      ko: '실제로 보낸 상품일 때만 사용하세요. 허위 송장은 제재 대상입니다.',
      en: 'Only for goods that are really on their way: a made-up invoice is punished.',
      ru: 'Только для товара, который действительно отправлен: за выдуманный трек-номер наказывают.',
      uz: 'Faqat haqiqatan jo‘natilgan mahsulot uchun: soxta trek-raqam uchun jazolanadi.',
    },
  },
  'return.approve': {
    ...ONE_BY_ONE,
    // Which states Naver takes is not documented; clients call it once the goods are back (sheet §7.27).
    from: ['requested', 'collecting', 'collected'],
    needs: [],
    leadsTo: ['refunded', 'done'],
    means: {
      ko: '네이버의 반품 승인은 곧 환불입니다. 수거 완료와 환불을 따로 처리하지 않습니다.',
      en: 'Approving a return at Naver is the refund itself: there is no step of its own for collected or refunded.',
      ru: 'У Naver одобрение возврата и есть возврат денег: отдельных шагов для забора и возврата денег нет.',
      uz: 'Naver da qaytarishni tasdiqlash pul qaytarishning o‘zi: olib ketish va pul qaytarish uchun alohida bosqich yo‘q.',
    },
    warns: {
      ko: '승인하면 바로 환불되며 되돌릴 수 없습니다. 같은 주문의 다른 반품도 함께 환불될 수 있습니다. 상품을 받은 뒤에 승인하세요.',
      en: 'It refunds at once and cannot be undone, and other returns of the same order may be refunded with it. Approve once you have the goods.',
      ru: 'Деньги вернутся сразу, и отменить это нельзя; с ними могут вернуться деньги за другие возвраты того же заказа. Одобряйте, когда товар у вас.',
      uz: 'Pul darhol qaytariladi va buni ortga qaytarib bo‘lmaydi; shu buyurtmaning boshqa qaytarishlari puli ham qaytishi mumkin. Mahsulot sizda bo‘lgach tasdiqlang.',
    },
  },
  'return.reject': {
    ...ONE_BY_ONE,
    from: ['requested', 'collecting', 'collected'],
    needs: ['text'],
    leadsTo: ['rejected'],
    warns: {
      ko: '입력한 사유는 구매자에게 그대로 보입니다.',
      en: 'The buyer reads what you write.',
      ru: 'Покупатель увидит то, что вы напишете.',
      uz: 'Yozganingizni xaridor ko‘radi.',
    },
  },
  'return.hold': {
    ...ONE_BY_ONE,
    from: ['requested', 'collecting', 'collected'],
    needs: ['reason', 'text'],
    takes: ['fee'],
    reasons: RETURN_HOLDS,
    leadsTo: ['on_hold'],
  },
  'return.release': {
    ...ONE_BY_ONE,
    from: ['on_hold'],
    needs: [],
    leadsTo: ['requested', 'collecting', 'collected'],
  },
  'return.charge_fee': {
    ...ONE_BY_ONE,
    from: ['requested', 'collecting', 'collected'],
    needs: ['fee', 'text'],
    leadsTo: ['on_hold'],
    means: {
      ko: '반품 배송비를 청구하면서 반품을 보류합니다. 비용을 받은 뒤 보류를 해제하고 승인하세요.',
      en: 'It charges the return freight by holding the return. Release the hold and approve once it is paid.',
      ru: 'Ставит возврат на паузу и требует плату за обратную доставку. Получив её, снимите паузу и одобрите возврат.',
      uz: 'Qaytarib jo‘natish haqini so‘rab, qaytarishni to‘xtatadi. To‘lov olingach, to‘xtatishni yeching va tasdiqlang.',
    },
  },
  'exchange.reject': {
    ...ONE_BY_ONE,
    from: ['requested', 'collecting', 'collected'],
    needs: ['text'],
    leadsTo: ['rejected'],
    warns: {
      ko: '입력한 사유는 구매자에게 그대로 보입니다.',
      en: 'The buyer reads what you write.',
      ru: 'Покупатель увидит то, что вы напишете.',
      uz: 'Yozganingizni xaridor ko‘radi.',
    },
  },
  'exchange.collect': {
    ...ONE_BY_ONE,
    from: ['requested', 'collecting', 'collected'],
    needs: [],
    leadsTo: ['collected'],
    means: {
      ko: '상품을 받았다고 알립니다. 이후 교환 상품을 보낼 수 있습니다.',
      en: 'It tells Naver that you have the goods; then the replacement may be sent.',
      ru: 'Сообщает Naver, что товар у вас; после этого можно отправить новый.',
      uz: 'Naver ga mahsulot sizdaligini bildiradi; shundan keyin yangisini jo‘natish mumkin.',
    },
  },
  'exchange.ship': {
    ...ONE_BY_ONE,
    from: ['collected'],
    needs: ['shipment'],
    leadsTo: ['reshipped'],
    means: {
      ko: '상품을 받았다고 먼저 알린 다음 교환 상품의 송장을 등록합니다.',
      en: 'It first tells Naver that you have the goods, then registers the invoice of the replacement.',
      ru: 'Сначала сообщает Naver, что товар у вас, потом вносит трек-номер нового товара.',
      uz: 'Avval Naver ga mahsulot sizdaligini bildiradi, so‘ng yangi mahsulot trek-raqamini kiritadi.',
    },
  },
  'exchange.hold': {
    ...ONE_BY_ONE,
    from: ['requested', 'collecting', 'collected'],
    needs: ['reason', 'text'],
    takes: ['fee'],
    reasons: EXCHANGE_HOLDS,
    leadsTo: ['on_hold'],
  },
  'exchange.release': {
    ...ONE_BY_ONE,
    from: ['on_hold'],
    needs: [],
    leadsTo: ['requested', 'collecting', 'collected'],
  },
};
