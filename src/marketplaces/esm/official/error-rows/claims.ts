import { type ErrorRow, row } from './row.ts';

/** Codes of claims (sheet §5). Gmarket and Auction use the same code in different ways. */
export const CLAIM_ERRORS: readonly ErrorRow[] = [
  row(
    '5800',
    'already_done',
    {
      ko: '이미 수거완료되었거나 환불된 반품입니다.',
      en: 'The return was taken in or refunded already.',
      ru: 'Товар по возврату уже получен, или деньги возвращены.',
      uz: 'Qaytarilgan mahsulot olingan yoki puli qaytarilgan.',
    },
    { where: '반품승인' },
  ),
  row(
    '5900',
    'wrong_state',
    {
      ko: '반품 요청이 없는 주문입니다.',
      en: 'The order is under no return.',
      ru: 'По заказу нет запроса на возврат.',
      uz: 'Buyurtma bo‘yicha qaytarish so‘rovi yo‘q.',
    },
    {
      where: '반품승인',
    },
  ),
  row(
    '8668',
    'already_done',
    {
      ko: '이미 승인되었거나 완료된 클레임입니다.',
      en: 'The claim is approved or done already.',
      ru: 'Претензия уже одобрена или завершена.',
      uz: 'Da’vo allaqachon tasdiqlangan yoki tugagan.',
    },
    {
      says: /이미 (취소 )?(승인|완료|처리|취소 승인)/,
      where: '이미 승인·완료',
    },
  ),
  row(
    '8668',
    'refused',
    {
      ko: '택배사와 송장번호를 확인하세요.',
      en: 'Check the carrier and the invoice number.',
      ru: 'Проверьте перевозчика и трек-номер.',
      uz: 'Tashuvchi va trek-raqamni tekshiring.',
    },
    {
      says: /송장번호/,
      where: '유효한 송장번호가 아닙니다',
    },
  ),
  row(
    '8668',
    'refused',
    {
      ko: '반품 추가 배송비는 1,000원 이상이어야 합니다.',
      en: 'The extra fee must be 1,000 won or more.',
      ru: 'Доплата за возврат должна быть не меньше 1000 вон.',
      uz: 'Qaytarish uchun qo‘shimcha haq kamida 1000 von bo‘lsin.',
    },
    {
      says: /1,?000원/,
      where: '1,000원 이상',
    },
  ),
  row(
    '8668',
    'refused',
    {
      ko: '조회 기간은 7일을 넘을 수 없습니다.',
      en: 'Claims are listed for less than 7 days.',
      ru: 'Претензии показываются не больше чем за 7 дней.',
      uz: 'Da’volar 7 kundan ko‘p bo‘lmagan davr uchun ko‘rsatiladi.',
    },
    {
      says: /7일 이내/,
      where: '조회 기간',
    },
  ),
  row('8668', 'wrong_state', {
    ko: '지금 상태에서는 처리할 수 없는 클레임입니다.',
    en: 'The claim is in a state that does not allow this.',
    ru: 'В этом состоянии претензию обработать нельзя.',
    uz: 'Bu holatda da’voni bajarib bo‘lmaydi.',
  }),
  row(
    '99999',
    'not_found',
    {
      ko: '주문이나 클레임이 없습니다.',
      en: 'There is no such order or claim.',
      ru: 'Нет такого заказа или претензии.',
      uz: 'Bunday buyurtma yoki da’vo yo‘q.',
    },
    {
      says: /정보가 없/,
      where: '주문·클레임정보가 없습니다',
    },
  ),
  row(
    '99999',
    'wrong_state',
    {
      ko: '빠른환불 대상이라 보류할 수 없습니다.',
      en: 'A fast refund cannot be put on hold.',
      ru: 'Быстрый возврат на паузу поставить нельзя.',
      uz: 'Tez qaytarishni to‘xtatib bo‘lmaydi.',
    },
    {
      says: /빠른 ?환불/,
      where: '빠른환불',
    },
  ),
  row('99999', 'refused', {
    ko: '택배사나 날짜를 확인하세요.',
    en: 'Check the carrier and the date.',
    ru: 'Проверьте перевозчика и дату.',
    uz: 'Tashuvchi va sanani tekshiring.',
  }),
  row(
    '1000',
    'not_found',
    {
      ko: '해당하는 데이터가 없습니다.',
      en: 'There is no such data.',
      ru: 'Таких данных нет.',
      uz: 'Bunday ma’lumot yo‘q.',
    },
    {
      says: /데이터 조회 ?(실패|없음)|문의.*없|주문번호가 존재하지 않/,
      where: '옥션 클레임, 문의',
    },
  ),
  row(
    '1000',
    'not_found',
    {
      ko: '카테고리가 없습니다.',
      en: 'There is no such category.',
      ru: 'Такой категории нет.',
      uz: 'Bunday toifa yo‘q.',
    },
    {
      says: /카테고리 코드가 없/,
      where: '카테고리 코드가 없습니다',
    },
  ),
  row(
    '1000',
    'refused',
    {
      ko: '입력값을 확인하세요.',
      en: 'A value is not valid.',
      ru: 'Проверьте введённое значение.',
      uz: 'Kiritilgan qiymatni tekshiring.',
    },
    { where: '상품' },
  ),
  row(
    '2000',
    'refused',
    {
      ko: '파라미터가 유효하지 않습니다.',
      en: 'A parameter is not valid.',
      ru: 'Параметр недействителен.',
      uz: 'Parametr yaroqsiz.',
    },
    {
      where: '옥션 클레임',
    },
  ),
  row(
    '8000',
    'unexplained',
    {
      ko: '처리에 실패했습니다. 클레임을 다시 읽어 확인합니다.',
      en: 'Carrying it out failed; the claim is read again to see.',
      ru: 'Выполнить не удалось. Претензия читается заново, чтобы узнать итог.',
      uz: 'Bajarib bo‘lmadi. Natijani bilish uchun da’vo qayta o‘qiladi.',
    },
    { where: '옥션 클레임', maybeApplied: true },
  ),
];
