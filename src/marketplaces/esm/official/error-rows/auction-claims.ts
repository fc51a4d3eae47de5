import { type ErrorRow, row } from './row.ts';

/** `BizRuleCode` of Auction's claim calls (sheet §5): finer than the 8668 it comes with. */
export const AUCTION_CLAIM_ERRORS: readonly ErrorRow[] = [
  row('W8-1', 'wrong_state', {
    ko: '취소할 수 있는 상태가 아닙니다.',
    en: 'It cannot be cancelled in this state.',
    ru: 'В этом состоянии отменить нельзя.',
    uz: 'Bu holatda bekor qilib bo‘lmaydi.',
  }),
  row('W8-2', 'already_done', {
    ko: '이미 취소 승인되었습니다.',
    en: 'The cancel is approved already.',
    ru: 'Отмена уже одобрена.',
    uz: 'Bekor qilish allaqachon tasdiqlangan.',
  }),
  row('W13-2', 'wrong_state', {
    ko: '빠른환불 건은 교환으로 바꿀 수 없습니다.',
    en: 'A fast refund cannot become an exchange.',
    ru: 'Быстрый возврат нельзя превратить в обмен.',
    uz: 'Tez qaytarishni almashtirishga aylantirib bo‘lmaydi.',
  }),
  row('W13-5', 'refused', {
    ko: '택배사와 송장번호를 확인하세요.',
    en: 'Check the carrier and the invoice number.',
    ru: 'Проверьте перевозчика и трек-номер.',
    uz: 'Tashuvchi va trek-raqamni tekshiring.',
  }),
  row('W14-2', 'already_done', {
    ko: '이미 완료되었습니다.',
    en: 'It is completed already.',
    ru: 'Это уже завершено.',
    uz: 'Bu allaqachon tugagan.',
  }),
  row('W18-1', 'already_done', {
    ko: '이미 처리되었습니다.',
    en: 'It is handled already.',
    ru: 'Это уже обработано.',
    uz: 'Bu allaqachon bajarilgan.',
  }),
  row('W18-3', 'wrong_state', {
    ko: '처리할 수 없는 상태입니다.',
    en: 'The claim is in a state that does not allow this.',
    ru: 'В этом состоянии претензию обработать нельзя.',
    uz: 'Bu holatda da’voni bajarib bo‘lmaydi.',
  }),
  row('W19-1', 'refused', {
    ko: '같은 사유로 다시 보류할 수 없습니다.',
    en: 'It is on hold for the same reason already.',
    ru: 'По той же причине пауза уже стоит.',
    uz: 'Shu sabab bilan allaqachon to‘xtatilgan.',
  }),
  row('W20-1', 'wrong_state', {
    ko: '교환 보류를 할 수 없는 상태입니다.',
    en: 'The exchange cannot be held in this state.',
    ru: 'В этом состоянии обмен на паузу поставить нельзя.',
    uz: 'Bu holatda almashtirishni to‘xtatib bo‘lmaydi.',
  }),
  row('W20-2', 'wrong_state', {
    ko: '반품 보류를 할 수 없는 상태입니다.',
    en: 'The return cannot be held in this state.',
    ru: 'В этом состоянии возврат на паузу поставить нельзя.',
    uz: 'Bu holatda qaytarishni to‘xtatib bo‘lmaydi.',
  }),
  row('W20-3', 'wrong_state', {
    ko: '수거가 끝난 뒤에 보류할 수 있습니다.',
    en: 'It can be held once the pick-up has ended.',
    ru: 'Поставить на паузу можно, когда забор закончится.',
    uz: 'Olib ketish tugagach to‘xtatish mumkin.',
  }),
  row('W20-4', 'refused', {
    ko: '추가 배송비는 1,000원 이상이어야 합니다.',
    en: 'The extra fee must be 1,000 won or more.',
    ru: 'Доплата должна быть не меньше 1000 вон.',
    uz: 'Qo‘shimcha haq kamida 1000 von bo‘lsin.',
  }),
  row('W20-5', 'refused', {
    ko: '추가 배송비가 상품금액보다 큽니다.',
    en: 'The extra fee is more than the goods cost.',
    ru: 'Доплата больше цены товара.',
    uz: 'Qo‘shimcha haq mahsulot narxidan katta.',
  }),
  row('W20-6', 'wrong_state', {
    ko: '빠른환불 대상이라 보류할 수 없습니다.',
    en: 'A fast refund cannot be put on hold.',
    ru: 'Быстрый возврат на паузу поставить нельзя.',
    uz: 'Tez qaytarishni to‘xtatib bo‘lmaydi.',
  }),
  row('W22-2', 'refused', {
    ko: '스타배송 주문은 수거지시를 할 수 없습니다.',
    en: 'Star-delivery orders have no pick-up of yours.',
    ru: 'Для заказов «스타배송» забор назначить нельзя.',
    uz: '«스타배송» buyurtmalari uchun olib ketishni buyurib bo‘lmaydi.',
  }),
  row('W22-3', 'wrong_state', {
    ko: '반품이나 교환 중인 주문이 아닙니다.',
    en: 'The order is under no return or exchange.',
    ru: 'По заказу нет возврата или обмена.',
    uz: 'Buyurtma bo‘yicha qaytarish yoki almashtirish yo‘q.',
  }),
  row('W22-4', 'wrong_state', {
    ko: '철회된 클레임입니다.',
    en: 'The claim was withdrawn.',
    ru: 'Претензия отозвана.',
    uz: 'Da’vo qaytarib olingan.',
  }),
  row('W22-5', 'refused', {
    ko: '택배로 보낸 주문이 아닙니다.',
    en: 'The goods were not sent as a parcel.',
    ru: 'Товар отправлен не посылкой.',
    uz: 'Mahsulot jo‘natma bilan yuborilmagan.',
  }),
  row('W22-6', 'refused', {
    ko: '송장번호가 유효하지 않습니다.',
    en: 'The invoice number is not valid.',
    ru: 'Трек-номер недействителен.',
    uz: 'Trek-raqam yaroqsiz.',
  }),
  row('W28-1', 'wrong_state', {
    ko: '구매자가 이미 취소를 요청했습니다. 취소를 승인하세요.',
    en: 'The buyer asked for a cancel: approve that.',
    ru: 'Покупатель уже запросил отмену. Одобрите её.',
    uz: 'Xaridor bekor qilishni so‘ragan. Uni tasdiqlang.',
  }),
];
