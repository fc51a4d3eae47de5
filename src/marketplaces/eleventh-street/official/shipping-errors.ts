import type { NativeErrorFacts } from '../../kit/edition.ts';
import { row } from './native-error-row.ts';

/** What keeps an order from being confirmed or shipped (sheet §5.2). */
export const SHIPPING_ERRORS: readonly NativeErrorFacts[] = [
  row('-3206', 'already_done', {
    ko: '이미 발주확인된 주문입니다.',
    en: 'The order is confirmed already.',
    ru: 'Заказ уже подтверждён.',
    uz: 'Buyurtma allaqachon tasdiqlangan.',
  }),
  row('-3207', 'unexplained', {
    ko: '발주확인 중 11번가 내부 오류가 났습니다. 주문을 다시 읽어 확인합니다.',
    en: '11st failed inside while confirming; the order is read to see what happened.',
    ru: 'Внутренняя ошибка 11st при подтверждении; заказ читается, чтобы узнать итог.',
    uz: 'Tasdiqlashda 11st ning ichki xatosi; natijani bilish uchun buyurtma o‘qiladi.',
  }),
  row('-3210', 'refused', {
    ko: '전세계배송 주문은 바코드를 먼저 등록해야 합니다. 셀러오피스에서 처리하세요.',
    en: 'An order for overseas needs a barcode first. Do it in Seller Office.',
    ru: 'Для заказа за рубеж сначала нужен штрихкод. Сделайте это в Seller Office.',
    uz: 'Chet elga buyurtma uchun avval shtrix-kod kerak. Buni Seller Office da bajaring.',
  }),
  row('-3211', 'wrong_state', {
    ko: '취소된 주문입니다.',
    en: 'The order was cancelled.',
    ru: 'Заказ отменён.',
    uz: 'Buyurtma bekor qilingan.',
  }),
  row('-3214', 'wrong_state', {
    ko: '취소가 진행 중인 주문입니다. 취소 요청을 먼저 처리하세요.',
    en: 'A cancel is under way. Answer the cancel request first.',
    ru: 'Идёт отмена. Сначала ответьте на запрос отмены.',
    uz: 'Bekor qilish ketmoqda. Avval bekor qilish so‘roviga javob bering.',
  }),
  row('-3301', 'refused', {
    ko: '발송일시의 형식이 맞지 않습니다. Moa의 문제이니 알려 주세요.',
    en: 'The time of dispatch was written wrongly. Report it: this is a fault of Moa.',
    ru: 'Время отправки записано неверно. Это ошибка Moa: сообщите о ней.',
    uz: 'Jo‘natish vaqti noto‘g‘ri yozilgan. Bu Moa xatosi: xabar qiling.',
  }),
  row('-3306', 'refused', {
    ko: '송장번호가 그 택배사의 형식에 맞지 않습니다.',
    en: 'The invoice number does not fit this carrier.',
    ru: 'Трек-номер не подходит этому перевозчику.',
    uz: 'Trek-raqam bu tashuvchiga mos emas.',
  }),
  row('-3307', 'refused', {
    ko: '11번가에 없는 택배사입니다.',
    en: '11st does not know this carrier.',
    ru: '11st не знает такого перевозчика.',
    uz: '11st bunday tashuvchini bilmaydi.',
  }),
  row('-3308', 'already_done', {
    ko: '이미 발송처리된 배송입니다. 송장이 다르면 셀러오피스에서 확인하세요.',
    en: 'This delivery was shipped already. If the invoice is another one, look in Seller Office.',
    ru: 'Это уже отправлено. Если трек-номер другой, посмотрите в Seller Office.',
    uz: 'Bu allaqachon jo‘natilgan. Trek-raqam boshqa bo‘lsa, Seller Office da ko‘ring.',
  }),
  row('-3309', 'already_done', {
    ko: '이미 배송완료된 배송입니다. 송장이 다르면 셀러오피스에서 확인하세요.',
    en: 'This delivery has arrived already. If the invoice is another one, look in Seller Office.',
    ru: 'Это уже доставлено. Если трек-номер другой, посмотрите в Seller Office.',
    uz: 'Bu allaqachon yetkazilgan. Trek-raqam boshqa bo‘lsa, Seller Office da ko‘ring.',
  }),
  row('-3310', 'wrong_state', {
    ko: '발송할 수 없는 상태입니다. 취소 요청이 있으면 취소 거부로 송장을 등록하세요.',
    en: 'The order cannot be shipped in its state. If a cancel was requested, reject it with the invoice.',
    ru: 'В этом состоянии отправить нельзя. Если запрошена отмена, отклоните её трек-номером.',
    uz: 'Bu holatda jo‘natib bo‘lmaydi. Bekor qilish so‘ralgan bo‘lsa, uni trek-raqam bilan rad eting.',
  }),
  row('-3311', 'unexplained', {
    ko: '발송처리 중 11번가 내부 오류가 났습니다. 주문을 다시 읽어 확인합니다.',
    en: '11st failed inside while shipping; the order is read to see what happened.',
    ru: 'Внутренняя ошибка 11st при отправке; заказ читается, чтобы узнать итог.',
    uz: 'Jo‘natishda 11st ning ichki xatosi; natijani bilish uchun buyurtma o‘qiladi.',
  }),
  row('-3313', 'wrong_state', {
    ko: '배송 안에 다른 상태의 상품이 있어 송장이 저장되지 않았습니다. 상품별로 나누어 발송하세요.',
    en: 'Lines of the delivery are in another state, so the invoice was not stored. Ship line by line.',
    ru: 'В доставке есть товары в другом состоянии, и трек-номер не сохранён. Отправьте товары по отдельности.',
    uz: 'Yetkazishda boshqa holatdagi mahsulotlar bor, trek-raqam saqlanmadi. Mahsulotlarni alohida jo‘nating.',
  }),
  row('-3320', 'refused', {
    ko: '이미 사용된 송장번호입니다.',
    en: 'The invoice number was used before.',
    ru: 'Этот трек-номер уже использован.',
    uz: 'Bu trek-raqam ishlatilgan.',
  }),
  row('-3321', 'refused', {
    ko: '전세계배송 주문은 나누어 발송할 수 없습니다.',
    en: 'An order for overseas cannot be split.',
    ru: 'Заказ за рубеж нельзя отправить частями.',
    uz: 'Chet elga buyurtmani qismlab jo‘natib bo‘lmaydi.',
  }),
];
