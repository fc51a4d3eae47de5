import type { NativeErrorFacts } from '../../kit/edition.ts';
import type { Localized } from '../../kit/localized.ts';
import type { TroubleReason } from '../../kit/trouble.ts';

/** What a per-box refusal means for the hub, and whether the very same call may work later. */
export interface ResultMeaning {
  readonly reason: TroubleReason;
  readonly retryHelps: boolean;
}

const code = (code: string, reason: TroubleReason, says: Localized): NativeErrorFacts => ({
  code,
  where: '',
  reason,
  says,
});

/** Result codes of acknowledge and invoice calls (sheet §5). */
export const RESULT_CODES: readonly NativeErrorFacts[] = [
  code('NOT_FOUND_SHIPMENT_BOX', 'not_found', {
    ko: '쿠팡에 없는 배송박스입니다. 분리배송으로 박스 번호가 바뀌었을 수 있으니 주문을 다시 읽은 뒤 시도하세요.',
    en: 'Coupang does not know the box. Splitting may have renumbered it: read the order again, then try.',
    ru: 'Coupang не знает такой посылки. После разделения её номер мог измениться: загрузите заказ снова и попробуйте.',
    uz: 'Coupang bunday jo‘natmani bilmaydi. Bo‘lingach raqami o‘zgargan bo‘lishi mumkin: buyurtmani qayta oling va urinib ko‘ring.',
  }),
  code('NOT_FOUND_INVOICE_NUMBER', 'not_found', {
    ko: '등록된 송장이 없어 고칠 수 없습니다. 먼저 발송처리하세요.',
    en: 'There is no invoice to change yet. Ship the order first.',
    ru: 'Трек-номера ещё нет, менять нечего. Сначала отправьте заказ.',
    uz: 'Trek-raqam hali yo‘q, o‘zgartiradigan narsa yo‘q. Avval buyurtmani jo‘nating.',
  }),
  code('NOT_FOUND_VENDOR_ITEM', 'refused', {
    ko: '박스에 든 상품이 빠졌거나 다릅니다. 박스의 모든 상품을 함께 발송하세요.',
    en: 'An item of the box is missing or not in it. Ship all items of the box together.',
    ru: 'Какого-то товара посылки не хватает, или он не из неё. Отправьте все её товары вместе.',
    uz: 'Jo‘natmadagi mahsulotlardan biri yetishmaydi yoki unga tegishli emas. Barchasini birga jo‘nating.',
  }),
  code('INVALID_STATUS', 'wrong_state', {
    ko: '상품준비중 상태가 아니라서 처리할 수 없습니다. 주문의 지금 상태를 확인하세요.',
    en: 'The box is not in preparation. Look at the present state of the order.',
    ru: 'Посылка не в подготовке. Посмотрите нынешнее состояние заказа.',
    uz: 'Jo‘natma tayyorlanish holatida emas. Buyurtmaning hozirgi holatini ko‘ring.',
  }),
  code('PERMISSION_DENIED', 'missing_permission', {
    ko: '이 주문을 처리할 권한이 없습니다. 업체코드와 API 키를 확인하세요.',
    en: 'You have no right to act on this order. Check the vendor ID and the API key.',
    ru: 'У вас нет права обрабатывать этот заказ. Проверьте код продавца и ключ API.',
    uz: 'Bu buyurtmani bajarishga huquqingiz yo‘q. Sotuvchi kodi va API kalitini tekshiring.',
  }),
  code('DUPLICATE_INVOICE_NUMBER', 'refused', {
    ko: '최근 6개월 안에 이미 쓴 송장번호입니다. 번호를 확인해 다시 등록하세요.',
    en: 'This invoice number was used within the last six months. Check it and enter the right one.',
    ru: 'Этот трек-номер уже использован в последние 6 месяцев. Проверьте его и введите верный.',
    uz: 'Bu trek-raqam so‘nggi 6 oyda ishlatilgan. Tekshirib, to‘g‘risini kiriting.',
  }),
  code('INVALID_INVOICE_NUMBER', 'refused', {
    ko: '송장번호가 택배사 형식과 맞지 않습니다. 택배사와 번호를 확인하세요.',
    en: "The invoice number does not fit the courier's form. Check courier and number.",
    ru: 'Трек-номер не подходит под формат перевозчика. Проверьте перевозчика и номер.',
    uz: 'Trek-raqam tashuvchi shakliga mos emas. Tashuvchi va raqamni tekshiring.',
  }),
  code('NOT_ALLOW_INVOICE_NUMBER_RE_UPLOAD', 'refused', {
    ko: '이미 등록한 송장은 다시 등록할 수 없습니다. 고치려면 송장 수정을 쓰세요.',
    en: 'An invoice cannot be uploaded twice. To correct it, change the invoice.',
    ru: 'Внести трек-номер второй раз нельзя. Чтобы исправить, измените его.',
    uz: 'Trek-raqamni ikkinchi marta kiritib bo‘lmaydi. Tuzatish uchun uni o‘zgartiring.',
  }),
  code('ORDER_DELIVERY_CANCELED', 'wrong_state', {
    ko: '취소된 주문이라 발송할 수 없습니다. 상품을 보내지 마세요.',
    en: 'The order was cancelled. Do not send the goods.',
    ru: 'Заказ отменён. Не отправляйте товар.',
    uz: 'Buyurtma bekor qilingan. Mahsulotni jo‘natmang.',
  }),
  code('ORDER_DELIVERY_PARTIAL_STOP_REQUESTED', 'wrong_state', {
    ko: '출고중지 요청이 있습니다. 취소 요청에 먼저 답한 뒤 발송하세요.',
    en: 'The buyer asked to stop the shipment. Answer that request first, then ship.',
    ru: 'Покупатель просит остановить отправку. Сначала ответьте на этот запрос, потом отправляйте.',
    uz: 'Xaridor jo‘natishni to‘xtatishni so‘ragan. Avval shu so‘rovga javob bering, keyin jo‘nating.',
  }),
  code('ORDER_DELIVERY_CANCELED_HOLDING_FOR_CANCEL', 'wrong_state', {
    ko: '취소 처리 중인 상품이 있어 발송할 수 없습니다. 취소가 끝난 뒤 다시 확인하세요.',
    en: 'Goods of the box are being cancelled. Look again once the cancel is settled.',
    ru: 'Товары посылки отменяются. Посмотрите снова, когда отмена решится.',
    uz: 'Jo‘natmadagi mahsulotlar bekor qilinmoqda. Bekor qilish hal bo‘lgach qayta ko‘ring.',
  }),
  code('UNDEFINED_ERROR_OCCUR', 'unexplained', {
    ko: '쿠팡이 이유를 알리지 않았습니다. 잠시 뒤 자동으로 다시 시도합니다.',
    en: 'Coupang gave no reason. It is tried again a little later.',
    ru: 'Coupang не назвал причины. Чуть позже попытка повторится сама.',
    uz: 'Coupang sababini aytmadi. Birozdan keyin o‘zi takrorlanadi.',
  }),
  code('NOT_ALLOW_VENDOR_DIRECT', 'refused', {
    ko: '업체직송을 쓸 수 없는 상품입니다. 택배사를 골라 다시 등록하세요.',
    en: 'These goods may not be delivered by yourself. Choose a courier.',
    ru: 'Эти товары нельзя доставлять самим. Выберите перевозчика.',
    uz: 'Bu mahsulotlarni o‘zingiz yetkaza olmaysiz. Tashuvchini tanlang.',
  }),
  code('PSD_NOT_ALLOW_TO_CHANGE', 'refused', {
    ko: '출고 예정일을 바꿀 수 없는 주문입니다. WING에서 확인하세요.',
    en: 'The planned shipping date of this order cannot be changed. See WING.',
    ru: 'Дату отправки этого заказа изменить нельзя. Смотрите WING.',
    uz: 'Bu buyurtmaning jo‘natish sanasini o‘zgartirib bo‘lmaydi. WING da ko‘ring.',
  }),
  code('NOT_ALLOW_SEPARATE_AFTER_NORMAL_DELIVERY', 'refused', {
    ko: '일반 배송으로 등록한 박스는 나누어 보낼 수 없습니다.',
    en: 'A box that was shipped whole cannot be split any more.',
    ru: 'Посылку, отправленную целиком, разделить уже нельзя.',
    uz: 'Butun jo‘natilgan jo‘natmani endi bo‘lib bo‘lmaydi.',
  }),
  code('IS_SEPARATE_MUST_BE_TRUE_WHEN_SEPARATE_DELIVERY', 'refused', {
    ko: '분리배송 중인 박스입니다. WING에서 분리배송으로 등록하세요.',
    en: 'The box is being sent in parts. Enter the next part in WING.',
    ru: 'Посылка отправляется частями. Внесите следующую часть в WING.',
    uz: 'Jo‘natma qismlab yuborilmoqda. Keyingi qismini WING da kiriting.',
  }),
  code('NOT_ALLOW_SEPARATE_WHEN_ONE_VENDOR_ITEM', 'refused', {
    ko: '상품이 하나뿐인 박스는 나누어 보낼 수 없습니다.',
    en: 'A box with a single item cannot be split.',
    ru: 'Посылку с одним товаром разделить нельзя.',
    uz: 'Bitta mahsulotli jo‘natmani bo‘lib bo‘lmaydi.',
  }),
];

/**
 * Codes with which the very same call may work later. Coupang's own `retryRequired` is also true where something must
 * be corrected first, or a claim answered first, so it says nothing about sending the same again.
 */
const SAME_AGAIN: ReadonlySet<string> = new Set(['UNDEFINED_ERROR_OCCUR']);

const REASONS: ReadonlyMap<string, TroubleReason> = new Map(
  RESULT_CODES.map(({ code, reason }) => [code, reason]),
);

/** Texts that come with a code that says too little (sheet §5). */
const WRONG_STATE_TEXT = /배송상태를 변경할 수 없습니다/;

/** Reads a refusal. A code that nobody has mapped is a refusal with Coupang's own words, not a guess. */
export function meaningOf(resultCode: string, resultMessage: string): ResultMeaning {
  if (WRONG_STATE_TEXT.test(resultMessage)) return { reason: 'wrong_state', retryHelps: false };
  return { reason: REASONS.get(resultCode) ?? 'refused', retryHelps: SAME_AGAIN.has(resultCode) };
}
