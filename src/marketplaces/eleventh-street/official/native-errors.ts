import type { NativeErrorFacts } from '../../kit/edition.ts';
import type { Localized } from '../../kit/localized.ts';
import type { TroubleReason } from '../../kit/trouble.ts';
import { row } from './native-error-row.ts';
import { SHIPPING_ERRORS } from './shipping-errors.ts';

const rows = (codes: readonly string[], reason: TroubleReason, says: Localized): NativeErrorFacts[] =>
  codes.map((code) => row(code, reason, says));

const range = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, step) => `-${from + step}`);

const DATE: Localized = {
  ko: '조회 날짜의 형식이 맞지 않습니다. Moa의 문제이니 알려 주세요.',
  en: 'A date was written wrongly. Report it: this is a fault of Moa.',
  ru: 'Дата записана неверно. Это ошибка Moa: сообщите о ней.',
  uz: 'Sana noto‘g‘ri yozilgan. Bu Moa xatosi: xabar qiling.',
};
const WIDE: Localized = {
  ko: '조회 기간이 너무 깁니다. 기간을 나누어 다시 조회합니다.',
  en: 'The window is too long; it is asked for in parts.',
  ru: 'Период слишком длинный; он запрашивается по частям.',
  uz: 'Davr juda uzun; u qismlab so‘raladi.',
};
const CLAIM: Localized = {
  ko: '클레임이 없거나 처리할 수 없는 상태입니다. 클레임을 다시 가져와 확인하세요.',
  en: 'There is no such claim, or its state does not allow this. Read the claim again.',
  ru: 'Такой претензии нет, или её состояние этого не позволяет. Загрузите претензию снова.',
  uz: 'Bunday da’vo yo‘q yoki holati bunga yo‘l qo‘ymaydi. Da’voni qayta oling.',
};
const CANCEL: Localized = {
  ko: '판매자 취소나 보류를 할 수 없습니다. 값이 빠졌거나 이미 발송·취소된 주문입니다.',
  en: 'The seller cannot cancel or hold this: a value is missing, or it was shipped or cancelled already.',
  ru: 'Отменить или поставить на паузу нельзя: не хватает значения, или заказ уже отправлен либо отменён.',
  uz: 'Bekor qilib yoki to‘xtatib bo‘lmaydi: qiymat yetishmaydi yoki buyurtma jo‘natilgan yoxud bekor qilingan.',
};

/** Every code of sheet §5.2. Where one code means several things, `where` holds what the text must say. */
export const NATIVE_ERRORS: readonly NativeErrorFacts[] = [
  row(
    '-500',
    'ip_not_allowed',
    {
      ko: '등록되지 않은 IP입니다. 이 서버의 IP를 등록하세요.',
      en: 'The address is not registered. Register the IP address of this server.',
      ru: 'Этот IP не зарегистрирован. Зарегистрируйте IP этого сервера.',
      uz: 'Bu IP ro‘yxatda yo‘q. Bu server IP manzilini ro‘yxatdan o‘tkazing.',
    },
    '[IP]',
  ),
  row('-997', 'wrong_endpoint', {
    ko: '11번가에 없는 API 주소입니다.',
    en: '11st has no API at this path.',
    ru: 'По этому адресу у 11st нет API.',
    uz: 'Bu manzilda 11st API si yo‘q.',
  }),
  row('-1000', 'down', {
    ko: '11번가 점검 중입니다. 보통 금요일 새벽에 점검합니다.',
    en: '11st is under maintenance, usually on Friday before dawn.',
    ru: 'У 11st технические работы, обычно в пятницу до рассвета.',
    uz: '11st da texnik ishlar, odatda juma kuni tong otguncha.',
  }),
  row(
    '1000',
    'down',
    {
      ko: '정산 조회가 점검 중입니다.',
      en: 'Settlements are under maintenance.',
      ru: 'Идут технические работы в расчётах.',
      uz: 'Hisob-kitoblarda texnik ishlar ketmoqda.',
    },
    'settlement',
  ),
  row(
    '-1',
    'wrong_key',
    {
      ko: 'API 키에 해당하는 판매자가 없습니다.',
      en: 'No seller has this API key.',
      ru: 'Ни у одного продавца нет такого ключа API.',
      uz: 'Bunday API kalitli sotuvchi yo‘q.',
    },
    'OpenAPI Key 에 해당하는 유저가 없습니다',
  ),
  row(
    '500',
    'wrong_key',
    {
      ko: 'API 키에 해당하는 판매자가 없습니다.',
      en: 'No seller has this API key.',
      ru: 'Ни у одного продавца нет такого ключа API.',
      uz: 'Bunday API kalitli sotuvchi yo‘q.',
    },
    'OpenAPI Key 에 해당하는 유저가 없습니다',
  ),
  row(
    '-1',
    'already_done',
    {
      ko: '이미 취소된 주문입니다.',
      en: 'The order is cancelled already.',
      ru: 'Заказ уже отменён.',
      uz: 'Buyurtma allaqachon bekor qilingan.',
    },
    '이미 취소',
  ),
  row('-1', 'refused', {
    ko: '11번가가 요청을 거절했습니다. 원문을 확인하세요.',
    en: '11st refused the request; see its own text.',
    ru: '11st отклонил запрос; смотрите его собственный текст.',
    uz: '11st so‘rovni rad etdi; uning o‘z matniga qarang.',
  }),
  ...rows(['-3102', '-3103', '-3203', '-3303', '-3902', '-3903'], 'refused', DATE),
  ...rows(
    ['-3104', '-3204', '-3105', '-3205', '-3304', '-3305', '-3904', '-28008', '-29008'],
    'refused',
    WIDE,
  ),
  row('2', 'refused', WIDE, 'settlement'),
  row('-28003', 'refused', {
    ko: '한 번에 조회할 수 있는 주문번호는 100개입니다.',
    en: 'At most 100 order numbers can be asked for at once.',
    ru: 'За раз можно запросить до 100 номеров заказов.',
    uz: 'Bir martada 100 tagacha buyurtma raqamini so‘rash mumkin.',
  }),
  ...SHIPPING_ERRORS,
  ...rows(range(21001, 21010), 'wrong_state', CANCEL),
  row('-22001', 'wrong_state', CLAIM),
  ...rows(range(23001, 23009), 'wrong_state', CLAIM),
  ...rows(range(24001, 24009), 'wrong_state', CLAIM),
  ...rows(['-25001', '-26001', '-27001'], 'wrong_state', CLAIM),
  ...rows([...range(28301, 28307), '-28311'], 'refused', {
    ko: '발송지연 안내의 값이 맞지 않거나 안내할 수 없는 주문입니다.',
    en: 'A value of the delay notice is wrong, or the order takes none.',
    ru: 'Значение извещения о задержке неверно, или этот заказ его не принимает.',
    uz: 'Kechikish xabaridagi qiymat noto‘g‘ri yoki bu buyurtma uni qabul qilmaydi.',
  }),
  row(
    '-1001',
    'refused',
    {
      ko: '방문수령 인증번호가 맞지 않습니다.',
      en: 'The visit code is wrong.',
      ru: 'Код самовывоза неверен.',
      uz: 'Olib ketish kodi noto‘g‘ri.',
    },
    'visitdlvend',
  ),
  row(
    '-1002',
    'refused',
    {
      ko: '방문수령 인증번호가 맞지 않습니다.',
      en: 'The visit code is wrong.',
      ru: 'Код самовывоза неверен.',
      uz: 'Olib ketish kodi noto‘g‘ri.',
    },
    'visitdlvend',
  ),
  row(
    '400',
    'quota_spent',
    {
      ko: '하루 상품 등록 한도(500개)를 넘었습니다. 내일 다시 시도하세요.',
      en: "The day's 500 new products are used up. Try again tomorrow.",
      ru: 'Дневной лимит новых товаров (500) исчерпан. Попробуйте завтра.',
      uz: 'Yangi mahsulotlarning kunlik limiti (500) tugadi. Ertaga urinib ko‘ring.',
    },
    '500개',
  ),
  row(
    '400',
    'refused',
    {
      ko: '보낸 값이 맞지 않습니다.',
      en: 'A value is wrong.',
      ru: 'Отправленное значение неверно.',
      uz: 'Yuborilgan qiymat noto‘g‘ri.',
    },
    'product',
  ),
  row(
    '404',
    'not_found',
    {
      ko: '없는 상품이나 옵션입니다.',
      en: 'There is no such product or option.',
      ru: 'Такого товара или варианта нет.',
      uz: 'Bunday mahsulot yoki variant yo‘q.',
    },
    'product',
  ),
  row(
    '500',
    'refused',
    {
      ko: '11번가가 상품을 받지 않았습니다. 원문에 나온 항목을 고치세요.',
      en: '11st did not take the product. Correct what the text names.',
      ru: '11st не принял товар. Исправьте то, что названо в его тексте.',
      uz: '11st mahsulotni qabul qilmadi. Uning matnida aytilganini tuzating.',
    },
    'product',
  ),
  row(
    '500',
    'refused',
    {
      ko: '상품의 다른 값이 11번가의 검사를 통과하지 못했습니다. 원문에 나온 항목을 고치세요.',
      en: 'Another value of the product did not pass. Correct what the text names.',
      ru: 'Другое значение товара не прошло проверку 11st. Исправьте то, что названо в его тексте.',
      uz: 'Mahsulotning boshqa qiymati 11st tekshiruvidan o‘tmadi. Uning matnida aytilganini tuzating.',
    },
    'STATUS[103]',
  ),
  row(
    '500',
    'not_found',
    {
      ko: '11번가에서 삭제된 상품입니다.',
      en: 'The product was deleted at 11st.',
      ru: 'Товар удалён на 11st.',
      uz: 'Mahsulot 11st da o‘chirilgan.',
    },
    '삭제된 상품은',
  ),
];

/**
 * What a code means, given the text beside it and the place it was met at; undefined for a code that nobody has
 * described.
 */
export function meaningOf(code: string, text: string, place?: string): NativeErrorFacts | undefined {
  const known = NATIVE_ERRORS.filter((each) => each.code === code);
  return (
    known.find(({ where }) => where !== undefined && text.includes(where)) ??
    known.find(({ where }) => where === undefined || where === place)
  );
}
