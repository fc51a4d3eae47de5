import type { ClaimAction } from '../../../domain/claim-action.ts';
import type {
  ClaimActionFacts,
  ClaimTimer,
  NativeReason,
  Penalty,
  SellerCancelFacts,
} from '../../kit/edition.ts';
import { SOLD_OUT } from './writes.ts';

/** What all actions have in common: a call is about one order, and the claim lists tell afterwards what came of it. */
const ONE = { promise: 'exactly-once by read-back', perCall: 1 } as const;

const REFUND = {
  ...ONE,
  from: ['requested', 'collecting', 'collected', 'on_hold'],
  needs: [],
  leadsTo: ['done', 'refunded', 'collected'],
  means: {
    ko: '승인하면 보류가 풀리고 수거가 완료되며 환불됩니다. 같은 장바구니에 다른 클레임이 있으면 환불은 그 뒤에 됩니다.',
    en: 'Approving lifts a hold, ends the pick-up and refunds. While other claims of the cart are open the refund waits for them.',
    ru: 'Одобрение снимает паузу, завершает забор и возвращает деньги. Если в той же корзине есть другие претензии, возврат денег ждёт их.',
    uz: 'Tasdiqlash to‘xtatishni yechadi, olib ketishni tugatadi va pulni qaytaradi. O‘sha savatda boshqa da’volar bo‘lsa, pul qaytarish ularni kutadi.',
  },
  warns: {
    ko: '되돌릴 수 없습니다.',
    en: 'This cannot be undone.',
    ru: 'Отменить это нельзя.',
    uz: 'Buni ortga qaytarib bo‘lmaydi.',
  },
} as const satisfies ClaimActionFacts;

/** `HoldReason` as it may be written for returns (sheet §3.7); 2 is a fee and has an action of its own. */
const RETURN_HOLDS: readonly NativeReason[] = [
  {
    code: '4',
    says: {
      ko: '반품 상품 미도착',
      en: 'The goods have not arrived',
      ru: 'Возвращаемый товар не пришёл',
      uz: 'Qaytariladigan mahsulot kelmadi',
    },
  },
  { code: '0', says: { ko: '기타', en: 'Other', ru: 'Другое', uz: 'Boshqa' } },
];

/** `HoldReason` as it may be written for exchanges (sheet §3.8). */
const EXCHANGE_HOLDS: readonly NativeReason[] = [
  {
    code: '1',
    says: {
      ko: '교환 배송비 청구',
      en: 'The buyer is to pay the freight',
      ru: 'Покупатель должен оплатить доставку обмена',
      uz: 'Almashtirish yetkazishini xaridor to‘lashi kerak',
    },
  },
  {
    code: '4',
    says: {
      ko: '교환 상품 미도착',
      en: 'The goods have not arrived',
      ru: 'Обмениваемый товар не пришёл',
      uz: 'Almashtiriladigan mahsulot kelmadi',
    },
  },
  { code: '0', says: { ko: '기타', en: 'Other', ru: 'Другое', uz: 'Boshqa' } },
];

const NEEDS_PERMISSION = {
  ko: '이 API는 ESM에서 따로 권한을 받아야 합니다. 구매자에게 알림이 갑니다.',
  en: 'ESM grants this call separately. The buyer is told of it.',
  ru: 'Этот вызов ESM разрешает отдельно. Покупателю придёт уведомление.',
  uz: 'Bu chaqiruvga ESM alohida ruxsat beradi. Xaridorga xabar boradi.',
};

/** Sheet §3.6 to §3.8. */
export const CLAIM_FACTS: Readonly<Partial<Record<ClaimAction, ClaimActionFacts>>> = {
  'cancel.approve': {
    ...ONE,
    from: ['requested'],
    needs: [],
    leadsTo: ['approved', 'done'],
    warns: {
      ko: '구매자에게 환불되며 되돌릴 수 없습니다.',
      en: 'The buyer is refunded; this cannot be undone.',
      ru: 'Деньги вернутся покупателю, и отменить это нельзя.',
      uz: 'Pul xaridorga qaytariladi va buni ortga qaytarib bo‘lmaydi.',
    },
  },
  'cancel.reject': {
    ...ONE,
    from: ['requested'],
    needs: ['shipment'],
    leadsTo: ['withdrawn'],
    means: {
      ko: '발송처리를 하면 취소 요청이 거부됩니다. ESM에는 따로 거부하는 기능이 없고, 목록에는 철회로 표시됩니다.',
      en: 'Registering the invoice refuses the cancel: there is no other call. ESM lists the claim as withdrawn.',
      ru: 'Отправка отклоняет запрос отмены: отдельного вызова у ESM нет, а в списке это значится отозванным.',
      uz: 'Jo‘natish bekor qilish so‘rovini rad etadi: ESM da alohida chaqiruv yo‘q, ro‘yxatda esa qaytarib olingan deb turadi.',
    },
    warns: {
      ko: '실제로 보낸 송장이어야 합니다.',
      en: 'The parcel must really have left.',
      ru: 'Посылка должна быть действительно отправлена.',
      uz: 'Jo‘natma haqiqatan jo‘natilgan bo‘lishi kerak.',
    },
  },
  'return.approve': REFUND,
  'return.complete': { ...REFUND, from: ['collected', 'on_hold'] },
  'return.pickup': {
    ...ONE,
    from: ['requested', 'collecting'],
    needs: ['shipment'],
    leadsTo: ['collecting'],
    means: {
      ko: '판매자가 직접 수거를 보낸 경우 수거 송장을 등록합니다. 다시 등록하면 바뀝니다.',
      en: 'Registers the invoice of a pick-up that you arranged. Registering again replaces it.',
      ru: 'Вносит трек-номер забора, который вы организовали сами. Новый трек-номер заменит прежний.',
      uz: 'O‘zingiz tashkil qilgan olib ketishning trek-raqamini kiritadi. Yangisi avvalgisini almashtiradi.',
    },
  },
  'return.hold': {
    ...ONE,
    from: ['requested', 'collected'],
    needs: ['reason'],
    takes: ['text'],
    reasons: RETURN_HOLDS,
    leadsTo: ['on_hold'],
    warns: {
      ko: '수거 지시 전이나 수거 완료 후에만 됩니다. 빠른환불은 보류할 수 없고, 30일이 지나면 자동으로 풀립니다. 사유는 구매자에게 보입니다.',
      en: 'Only before the pick-up was ordered or after it ended, and not for fast refunds. It ends by itself after 30 days. The buyer sees the text.',
      ru: 'Можно только до распоряжения о заборе или после него и не при быстром возврате. Через 30 дней пауза снимается сама. Причину видит покупатель.',
      uz: 'Faqat olib ketish buyurilishidan oldin yoki u tugagach mumkin, tez qaytarishda mumkin emas. 30 kundan keyin to‘xtatish o‘zi yechiladi. Sababni xaridor ko‘radi.',
    },
  },
  'return.charge_fee': {
    ...ONE,
    from: ['requested', 'collected'],
    needs: ['fee'],
    takes: ['text'],
    leadsTo: ['on_hold'],
    means: {
      ko: '추가 반품 배송비를 사유로 보류합니다. 구매자가 결제하면 보류가 풀립니다.',
      en: 'Puts the return on hold for an extra fee; the hold ends when the buyer pays.',
      ru: 'Ставит возврат на паузу из-за доплаты за обратную доставку; пауза снимается, когда покупатель заплатит.',
      uz: 'Qaytarib jo‘natish uchun qo‘shimcha haq sababli qaytarishni to‘xtatadi; xaridor to‘lagach to‘xtatish yechiladi.',
    },
    warns: {
      ko: '옥션은 1,000원 이상, 상품금액 이하만 됩니다.',
      en: 'At Auction 1,000 won or more, and no more than the goods cost.',
      ru: 'На Auction — от 1000 вон и не больше цены товара.',
      uz: 'Auction da 1000 vondan va mahsulot narxidan oshmasin.',
    },
  },
  'exchange.pickup': {
    ...ONE,
    from: ['requested', 'collecting'],
    needs: ['shipment'],
    leadsTo: ['collecting'],
  },
  'exchange.collect': {
    ...ONE,
    from: ['requested', 'collecting'],
    needs: [],
    leadsTo: ['collected'],
    means: {
      ko: '수거 완료일을 오늘로 등록합니다.',
      en: 'Registers today as the day on which the goods came back.',
      ru: 'Отмечает сегодняшний день как день возвращения товара.',
      uz: 'Mahsulot qaytgan kun deb bugunni belgilaydi.',
    },
  },
  'exchange.ship': {
    ...ONE,
    from: ['requested', 'collecting', 'collected', 'on_hold'],
    needs: ['shipment'],
    leadsTo: ['reshipped', 'done'],
    means: {
      ko: '재발송 송장 등록이 교환 승인입니다. 다시 등록하면 송장이 바뀝니다.',
      en: 'Registering the replacement’s invoice is the approval. Registering again replaces it.',
      ru: 'Трек-номер нового товара и есть одобрение обмена. Новый трек-номер заменит прежний.',
      uz: 'Yangi mahsulot trek-raqami almashtirishni tasdiqlashning o‘zi. Yangisi avvalgisini almashtiradi.',
    },
  },
  'exchange.hold': {
    ...ONE,
    from: ['requested', 'collecting', 'collected'],
    needs: ['reason'],
    reasons: EXCHANGE_HOLDS,
    leadsTo: ['on_hold'],
    warns: NEEDS_PERMISSION,
  },
  'exchange.release': {
    ...ONE,
    from: ['on_hold'],
    needs: [],
    leadsTo: ['requested', 'collecting', 'collected'],
    warns: {
      ko: '지마켓만 됩니다. 옥션은 재발송하면 보류가 풀립니다. 이 API는 ESM에서 따로 권한을 받아야 합니다.',
      en: 'Gmarket only; at Auction the re-send lifts the hold. ESM grants this call separately.',
      ru: 'Только Gmarket; на Auction паузу снимает новая отправка. Этот вызов ESM разрешает отдельно.',
      uz: 'Faqat Gmarket; Auction da to‘xtatishni qayta jo‘natish yechadi. Bu chaqiruvga ESM alohida ruxsat beradi.',
    },
  },
};

export const SELLER_CANCEL: SellerCancelFacts = {
  from: ['PAID', 'PREPARING'],
  reasons: [
    {
      code: SOLD_OUT,
      says: { ko: '품절', en: 'Sold out', ru: 'Товар закончился', uz: 'Mahsulot tugagan' },
      fault: 'seller',
    },
  ],
  partly: false,
  warns: {
    ko: '구매자에게 환불되고, 그 상품이나 옵션이 품절로 바뀝니다. 취소 요청이 있는 주문은 취소 승인을 하세요.',
    en: 'The buyer is refunded, and the product or option goes off sale. Approve the cancel where the buyer asked for one.',
    ru: 'Деньги вернутся покупателю, а товар или вариант снимется с продажи. Если отмену запросил покупатель, одобрите её.',
    uz: 'Pul xaridorga qaytariladi, mahsulot yoki variant sotuvdan olinadi. Bekor qilishni xaridor so‘ragan bo‘lsa, uni tasdiqlang.',
  },
};

export const CLAIM_TIMERS: readonly ClaimTimer[] = [
  {
    kind: 'cancel',
    in: ['requested'],
    must: 'answer',
    from: 'requested',
    within: { hours: 24 },
    atEnd: 'decides',
    says: {
      ko: '24시간 안에 승인하거나 발송하지 않으면 자동으로 취소됩니다.',
      en: 'Unless it is approved or shipped within 24 hours, ESM cancels it by itself.',
      ru: 'Если за 24 часа не одобрить и не отправить, ESM отменит сам.',
      uz: '24 soatda tasdiqlanmasa yoki jo‘natilmasa, ESM o‘zi bekor qiladi.',
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
      ko: '전자상거래법 제18조: 상품을 돌려받은 날부터 3영업일 안에 환불해야 합니다.',
      en: 'E-Commerce Act art. 18: refund within 3 business days of getting the goods back.',
      ru: 'Закон об электронной торговле, ст. 18: деньги возвращаются за 3 рабочих дня после получения товара.',
      uz: 'Elektron savdo qonuni, 18-modda: mahsulot qaytib kelgach 3 ish kunida pul qaytariladi.',
    },
  },
];

export const PENALTIES: readonly Penalty[] = [
  {
    on: 'late_dispatch',
    points: null,
    says: {
      ko: '발송마감일까지 발송하거나 발송예정일을 등록하지 않으면 페널티가 부과됩니다.',
      en: 'A penalty for neither shipping nor announcing a date by the dispatch deadline.',
      ru: 'Если до срока не отправить и не назвать дату отправки, начисляется штраф.',
      uz: 'Muddatgacha jo‘natilmasa va jo‘natish sanasi aytilmasa, jarima yoziladi.',
    },
    source: 'https://etapi.gmarket.com/67',
  },
  {
    on: 'seller_cancel',
    fault: 'seller',
    points: null,
    says: {
      ko: '2024-12-10부터 품절로 인한 지연·취소가 쌓이면 상품이나 계정의 판매가 중지됩니다.',
      en: 'Since 2024-12-10 items or accounts are stopped for delays and cancels of sold-out goods.',
      ru: 'С 2024-12-10 за накопленные задержки и отмены из-за отсутствия товара останавливается продажа товара или всего кабинета.',
      uz: '2024-12-10 dan tovar tugagani uchun kechikish va bekor qilishlar to‘plansa, mahsulot yoki butun kabinet sotuvi to‘xtatiladi.',
    },
    source: 'seller-operations §6 (ESM seller notice 24958)',
  },
];
