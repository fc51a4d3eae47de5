import { type ErrorRow, row } from './row.ts';

/** Codes of orders and shipping: nearly all of them are 3000, and the text decides (sheet §5). */
export const ORDER_ERRORS: readonly ErrorRow[] = [
  row(
    '3000',
    'over_limit',
    {
      ko: '주문 조회는 5초에 한 번만 됩니다.',
      en: 'Order lists are served once in 5 seconds.',
      ru: 'Список заказов можно запрашивать раз в 5 секунд.',
      uz: 'Buyurtmalar ro‘yxatini 5 soniyada bir marta so‘rash mumkin.',
    },
    {
      says: /5초당 1회/,
      where: '5초당 1회',
      waitMs: 5_000,
    },
  ),
  row(
    '3000',
    'already_done',
    {
      ko: '이미 주문확인된 주문입니다.',
      en: 'The order is confirmed already.',
      ru: 'Заказ уже подтверждён.',
      uz: 'Buyurtma allaqachon tasdiqlangan.',
    },
    {
      says: /이미 주문확인/,
      where: '이미 주문확인',
    },
  ),
  row(
    '3000',
    'wrong_state',
    {
      ko: '주문확인이 처리되는 중입니다. 잠시 후 다시 시도합니다.',
      en: 'The confirmation is under way; it is tried again in a moment.',
      ru: 'Подтверждение ещё идёт. Попытка скоро повторится сама.',
      uz: 'Tasdiqlash hali ketmoqda. Tez orada o‘zi takrorlanadi.',
    },
    { says: /주문확인.*진행 ?중/, where: '주문확인 진행중', later: true },
  ),
  row(
    '3000',
    'not_found',
    {
      ko: '주문이 없거나 다른 판매자의 주문입니다.',
      en: 'There is no such order, or it belongs to another seller.',
      ru: 'Такого заказа нет, или он чужой.',
      uz: 'Bunday buyurtma yo‘q yoki u boshqa sotuvchiniki.',
    },
    {
      says: /주문 ?(내역|정보)이? ?(가 )?없|주문을 찾을 수 없|주문번호가 존재하지 않/,
      where: '주문 내역이 없습니다',
    },
  ),
  row(
    '3000',
    'wrong_state',
    {
      ko: '취소된 주문입니다.',
      en: 'The order is cancelled.',
      ru: 'Заказ отменён.',
      uz: 'Buyurtma bekor qilingan.',
    },
    {
      says: /취소된 주문/,
      where: '취소된 주문번호',
    },
  ),
  row(
    '3000',
    'wrong_state',
    {
      ko: '취소가 이미 완료되어 발송할 수 없습니다.',
      en: 'The cancel was completed, so the order cannot be shipped any more.',
      ru: 'Отмена завершена, поэтому отправить заказ уже нельзя.',
      uz: 'Bekor qilish tugagan, shuning uchun buyurtmani jo‘natib bo‘lmaydi.',
    },
    { says: /취소철회/, where: '취소철회가 실패' },
  ),
  row(
    '3000',
    'wrong_state',
    {
      ko: '이미 배송이 완료되었습니다.',
      en: 'It was delivered already.',
      ru: 'Заказ уже доставлен.',
      uz: 'Buyurtma allaqachon yetkazilgan.',
    },
    {
      says: /이미 배송 ?완료/,
      where: '이미 배송완료',
    },
  ),
  row(
    '3000',
    'wrong_state',
    {
      ko: '선물 수락을 기다리는 주문입니다.',
      en: 'The gift has not been accepted yet.',
      ru: 'Подарок ещё не принят.',
      uz: 'Sovg‘a hali qabul qilinmagan.',
    },
    {
      says: /선물 ?수락/,
      where: '선물수락대기',
    },
  ),
  row(
    '3000',
    'wrong_state',
    {
      ko: '지금 상태에서는 처리할 수 없는 주문입니다.',
      en: 'The order is in a state that does not allow this.',
      ru: 'В этом состоянии заказ обработать нельзя.',
      uz: 'Bu holatda buyurtmani bajarib bo‘lmaydi.',
    },
    {
      says: /상태가 아닙니다|상태의 주문만|할 수 없는 상태|발송 지연할 수 없|진행 ?중인 주문|이미 발송|확인 후 발송/,
      where: '가능한 상태가 아닙니다',
    },
  ),
  row(
    '3000',
    'refused',
    {
      ko: '스마일배송(풀필먼트) 주문은 판매자가 처리할 수 없습니다.',
      en: 'The marketplace’s own warehouse ships this.',
      ru: 'Этот заказ отправляет склад маркетплейса (스마일배송).',
      uz: 'Bu buyurtmani marketpleys ombori jo‘natadi (스마일배송).',
    },
    { says: /3PL/, where: '3PL 주문' },
  ),
  row(
    '3000',
    'refused',
    {
      ko: '이 택배사는 쓸 수 없습니다.',
      en: 'This carrier cannot be used here.',
      ru: 'Этого перевозчика здесь использовать нельзя.',
      uz: 'Bu tashuvchini bu yerda ishlatib bo‘lmaydi.',
    },
    {
      says: /택배사/,
      where: '지원하지 않는 택배사',
    },
  ),
  row(
    '3000',
    'refused',
    {
      ko: '송장번호가 택배사의 규칙에 맞지 않습니다.',
      en: 'The invoice number does not follow the carrier’s rules.',
      ru: 'Трек-номер не отвечает правилам перевозчика.',
      uz: 'Trek-raqam tashuvchi qoidalariga mos emas.',
    },
    { says: /운송장|송장/, where: '운송장번호 규칙' },
  ),
  row(
    '3000',
    'refused',
    {
      ko: '조회 기간이 너무 깁니다.',
      en: 'The range of days is too long.',
      ru: 'Период слишком длинный.',
      uz: 'Davr juda uzun.',
    },
    {
      says: /이하의 범위|이내의 데이터|조회 시작일/,
      where: '조회기간 초과',
    },
  ),
  row('3000', 'refused', {
    ko: '마켓이 요청을 거절했습니다.',
    en: 'The marketplace refused this.',
    ru: 'Маркетплейс отклонил запрос.',
    uz: 'Marketpleys so‘rovni rad etdi.',
  }),
  row('2141', 'refused', {
    ko: '값이 너무 길거나 사이트 구분이 잘못되었습니다.',
    en: 'A value is too long, or the site is wrong.',
    ru: 'Значение слишком длинное, или неверно указан сайт.',
    uz: 'Qiymat juda uzun yoki sayt noto‘g‘ri ko‘rsatilgan.',
  }),
  row('1100', 'not_found', {
    ko: '해당하는 데이터가 없습니다.',
    en: 'There is no such data.',
    ru: 'Таких данных нет.',
    uz: 'Bunday ma’lumot yo‘q.',
  }),
];
