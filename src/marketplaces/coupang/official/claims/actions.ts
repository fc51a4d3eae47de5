import type { ClaimAction } from '../../../../domain/claim-action.ts';
import type { ClaimActionFacts, TooEarlyFacts } from '../../../kit/edition.ts';

const MINUTE_MS = 60_000;

/** No key exists; a receipt's own state tells afterwards whether a call arrived (sheet §5). */
const READ_BACK = { promise: 'exactly-once by read-back', perCall: 1 } as const;

/** What can be done with claims, each by one call for one receipt or exchange (sheet §3.3-3.5). */
export const CLAIM_ACTIONS: Readonly<Partial<Record<ClaimAction, ClaimActionFacts>>> = {
  'cancel.approve': {
    ...READ_BACK,
    from: ['requested'],
    needs: [],
    leadsTo: ['done'],
    means: {
      ko: '출고중지를 완료 처리합니다. 접수된 상품 전체가 취소되고 구매자에게 환불됩니다.',
      en: 'Confirms that the shipment was stopped: all goods of the request are cancelled and refunded.',
      ru: 'Подтверждает, что отправка остановлена: все товары заявки отменяются, деньги возвращаются покупателю.',
      uz: 'Jo‘natish to‘xtatilganini tasdiqlaydi: arizadagi barcha mahsulotlar bekor qilinadi va xaridorga pul qaytariladi.',
    },
    warns: {
      ko: '이미 보낸 상품이면 승인하지 마세요. 되돌릴 수 없고, 보낸 상품은 따로 회수해야 합니다.',
      en: 'Do not approve if the goods have left: it cannot be undone, and you would have to get them back yourself.',
      ru: 'Не соглашайтесь, если товар уже отправлен: это нельзя отменить, а товар придётся возвращать самим.',
      uz: 'Mahsulot jo‘natilgan bo‘lsa, rozi bo‘lmang: buni ortga qaytarib bo‘lmaydi, mahsulotni o‘zingiz qaytarib olishingizga to‘g‘ri keladi.',
    },
  },
  'cancel.reject': {
    ...READ_BACK,
    from: ['requested'],
    needs: ['shipment'],
    leadsTo: ['requested', 'collecting'],
    becomes: 'return',
    means: {
      ko: '"이미 출고" 처리로 송장을 등록합니다. 취소 요청은 반품으로 바뀝니다.',
      en: 'Answers "already shipped" with the invoice. The cancel request becomes a return.',
      ru: 'Отвечает «уже отправлено» с трек-номером. Запрос на отмену становится возвратом.',
      uz: '«Jo‘natib bo‘lingan» deb trek-raqam bilan javob beradi. Bekor qilish so‘rovi qaytarishga aylanadi.',
    },
    warns: {
      ko: '반품으로 바뀌며 반품 배송비는 판매자가 냅니다. 실제로 보낸 송장만 등록하세요.',
      en: 'It becomes a return whose freight you pay. Enter only an invoice that has really left.',
      ru: 'Это станет возвратом, доставку которого оплачиваете вы. Вводите только трек-номер того, что действительно отправлено.',
      uz: 'Bu qaytarishga aylanadi va yetkazish haqini siz to‘laysiz. Faqat haqiqatan jo‘natilganining trek-raqamini kiriting.',
    },
  },
  'return.pickup': {
    ...READ_BACK,
    from: ['requested', 'refunded'],
    needs: ['shipment'],
    leadsTo: ['collecting', 'refunded'],
    means: {
      ko: '직접 회수한 송장을 회수 송장으로 등록합니다.',
      en: 'Enters the invoice of a pickup that you arranged yourself.',
      ru: 'Вносит трек-номер забора, который вы организовали сами.',
      uz: 'O‘zingiz tashkil qilgan olib ketishning trek-raqamini kiritadi.',
    },
  },
  'return.collect': {
    ...READ_BACK,
    from: ['requested', 'collecting', 'refunded'],
    needs: [],
    leadsTo: ['collected', 'done'],
    means: {
      ko: '반품 상품의 입고를 확인합니다. 빠른환불 대상(10만 원 미만 일반배송)은 바로 환불되고 완료됩니다.',
      en: 'Confirms that the goods came back. Fast-refund goods (normal delivery, under 100,000 won) are refunded at once.',
      ru: 'Подтверждает, что товар вернулся. При быстром возврате (обычная доставка, до 100 000 вон) деньги возвращаются сразу и всё завершается.',
      uz: 'Mahsulot qaytganini tasdiqlaydi. Tez qaytarishda (oddiy yetkazish, 100 000 vongacha) pul darhol qaytariladi va ish tugaydi.',
    },
    warns: {
      ko: '상품 상태를 확인한 뒤 누르세요. 빠른환불 대상은 바로 환불되어 되돌릴 수 없습니다.',
      en: 'Look at the goods first: those under fast refund are refunded at once, for good.',
      ru: 'Сначала осмотрите товар: при быстром возврате деньги уходят сразу и навсегда.',
      uz: 'Avval mahsulotni ko‘ring: tez qaytarishda pul darhol va butunlay qaytariladi.',
    },
  },
  'return.complete': {
    ...READ_BACK,
    from: ['collected'],
    needs: [],
    leadsTo: ['done'],
    means: {
      ko: '반품을 승인합니다. 접수된 상품 전체가 환불됩니다.',
      en: 'Approves the return: all its goods are refunded.',
      ru: 'Одобряет возврат: деньги за все его товары возвращаются.',
      uz: 'Qaytarishni tasdiqlaydi: barcha mahsulotlari uchun pul qaytariladi.',
    },
  },
  'exchange.pickup': {
    ...READ_BACK,
    from: ['requested'],
    needs: ['shipment'],
    leadsTo: ['collecting'],
    means: {
      ko: '직접 회수한 송장을 회수 송장으로 등록합니다. 회수 지시 전에만 됩니다.',
      en: 'Enters the invoice of a pickup that you arranged, before Coupang has ordered one.',
      ru: 'Вносит трек-номер забора, который вы организовали сами, пока его не назначил Coupang.',
      uz: 'Coupang olib ketishni belgilamasidan oldin o‘zingiz tashkil qilganining trek-raqamini kiritadi.',
    },
  },
  'exchange.collect': {
    ...READ_BACK,
    from: ['requested', 'collecting'],
    needs: [],
    leadsTo: ['collected'],
    means: {
      ko: '교환 상품의 입고를 확인합니다. 약 10분 뒤 재발송할 새 박스가 생깁니다.',
      en: 'Confirms that the goods came back. The box for the new goods appears about 10 minutes later.',
      ru: 'Подтверждает, что товар вернулся. Посылка для нового товара появится примерно через 10 минут.',
      uz: 'Mahsulot qaytganini tasdiqlaydi. Yangi mahsulot uchun jo‘natma taxminan 10 daqiqada paydo bo‘ladi.',
    },
  },
  'exchange.reject': {
    ...READ_BACK,
    // `rejectable` on the exchange tells; in which states it is true is not stated (sheet §3.5).
    from: ['requested', 'collecting', 'collected'],
    needs: ['reason'],
    reasons: [
      {
        code: 'SOLDOUT',
        says: {
          ko: '교환할 상품 품절',
          en: 'The goods to send are sold out',
          ru: 'Товар для обмена закончился',
          uz: 'Almashtiriladigan mahsulot tugagan',
        },
        fault: 'seller',
      },
      {
        code: 'WITHDRAW',
        says: {
          ko: '구매자가 교환을 철회함',
          en: 'The buyer no longer wants the exchange',
          ru: 'Покупатель отказался от обмена',
          uz: 'Xaridor almashtirishdan voz kechgan',
        },
        fault: 'buyer',
      },
    ],
    leadsTo: ['rejected', 'withdrawn'],
    warns: {
      ko: '품절로 거부하면 환불은 따로 정해집니다. 구매자와 쿠팡 상담센터의 안내를 확인하세요.',
      en: 'After a refusal for sold out goods the refund is settled separately: see what the buyer and Coupang say.',
      ru: 'После отказа из-за отсутствия товара возврат денег решается отдельно: смотрите, что скажут покупатель и поддержка Coupang.',
      uz: 'Mahsulot tugagani uchun rad etilsa, pul qaytarish alohida hal qilinadi: xaridor va Coupang yordam xizmati nima deyishini ko‘ring.',
    },
  },
  'exchange.ship': {
    ...READ_BACK,
    from: ['collected'],
    needs: ['shipment'],
    leadsTo: ['reshipped'],
    means: {
      ko: '교환용 새 박스에 재발송 송장을 등록합니다.',
      en: 'Enters the invoice of the new goods for the box that was opened for them.',
      ru: 'Вносит трек-номер нового товара в посылку, открытую для него.',
      uz: 'Yangi mahsulot trek-raqamini u uchun ochilgan jo‘natmaga kiritadi.',
    },
  },
};

/** The box for the new goods is opened some ten minutes after the old ones were confirmed (sheet §3.5). */
export const TOO_EARLY: Readonly<Partial<Record<ClaimAction, TooEarlyFacts>>> = {
  'exchange.ship': {
    everyMs: MINUTE_MS,
    forMs: 60 * MINUTE_MS,
    says: {
      ko: '쿠팡이 교환용 새 배송박스를 아직 열지 않았습니다. 입고 확인 후 약 10분 뒤에 열리며, 열리면 바로 송장을 등록합니다.',
      en: 'Coupang has not opened the box for the new goods yet. It does so about 10 minutes after the goods were confirmed; the invoice is entered as soon as it is there.',
      ru: 'Coupang ещё не открыл посылку для нового товара. Это происходит примерно через 10 минут после подтверждения возврата; трек-номер будет внесён сразу, как она появится.',
      uz: 'Coupang yangi mahsulot uchun jo‘natmani hali ochmagan. Bu qabul tasdiqlangach taxminan 10 daqiqada bo‘ladi; u ochilishi bilan trek-raqam kiritiladi.',
    },
  },
};
