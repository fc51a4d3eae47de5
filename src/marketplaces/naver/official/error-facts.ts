import type { NativeErrorFacts } from '../../kit/edition.ts';
import type { Localized } from '../../kit/localized.ts';
import type { TroubleReason } from '../../kit/trouble.ts';

const fact = (code: string, reason: TroubleReason, says: Localized): NativeErrorFacts => ({
  code,
  reason,
  says,
});

/** Codes of the gateway in front of every API, by prefix: some come with a suffix (sheet §5.2). */
export const GATEWAY_FACTS: readonly NativeErrorFacts[] = [
  fact('GW.AUTHN', 'token_refused', {
    ko: '토큰이 만료되었거나, 애플리케이션에 이 API 그룹이 추가되지 않았습니다. API 그룹을 확인하세요.',
    en: 'The token has run out, or this API group is not ticked on the application. Check the API groups.',
    ru: 'Токен истёк, или к приложению не добавлена эта группа API. Проверьте группы API.',
    uz: 'Token muddati tugagan yoki ilovaga bu API guruhi qo‘shilmagan. API guruhlarini tekshiring.',
  }),
  fact('GW.AUTHZ', 'missing_permission', {
    ko: '이 호출이 허용되지 않았습니다. 애플리케이션 권한을 확인하세요.',
    en: 'The call is not allowed. Check what the application may do.',
    ru: 'Этот вызов не разрешён. Проверьте права приложения.',
    uz: 'Bu chaqiruvga ruxsat yo‘q. Ilova huquqlarini tekshiring.',
  }),
  fact('GW.IP_NOT_ALLOWED', 'ip_not_allowed', {
    ko: '등록되지 않은 IP입니다. 커머스API센터에 이 서버의 IP를 추가하세요.',
    en: 'The address is not on the list. Add the IP of this server in the Commerce API Center.',
    ru: 'Этот IP не зарегистрирован. Добавьте IP этого сервера в 커머스API센터 (центр Commerce API).',
    uz: 'Bu IP ro‘yxatda yo‘q. Bu server IP manzilini 커머스API센터 (Commerce API markazi) da qo‘shing.',
  }),
  fact('GW.NOT_FOUND', 'wrong_endpoint', {
    ko: '네이버에 없는 API 주소입니다. 프로그램을 최신으로 바꾸세요.',
    en: 'Naver does not know this call. Update the program.',
    ru: 'Naver не знает такого адреса API. Обновите программу.',
    uz: 'Naver bunday API manzilini bilmaydi. Dasturni yangilang.',
  }),
  fact('GW.RATE_LIMIT', 'over_limit', {
    ko: '초당 호출 한도를 넘었습니다. 잠시 후 저절로 다시 시도합니다.',
    en: 'Too many calls in a second. It is tried again by itself in a moment.',
    ru: 'Превышен лимит вызовов в секунду. Чуть позже попытка повторится сама.',
    uz: 'Soniyalik chaqiruvlar limitidan oshdi. Birozdan keyin o‘zi takrorlanadi.',
  }),
  fact('GW.QUOTA_LIMIT', 'penalty', {
    ko: '할당된 호출량을 다 썼거나 네이버가 애플리케이션을 시간당 1회로 제한했습니다. 다른 프로그램이 토큰을 잘못 요청하고 있지 않은지 확인하세요.',
    en: 'The quota is spent, or Naver has throttled the application to one call an hour. Check whether another program asks for tokens wrongly.',
    ru: 'Лимит исчерпан, или Naver ограничил приложение одним вызовом в час. Проверьте, не запрашивает ли другая программа токены неверно.',
    uz: 'Limit tugagan yoki Naver ilovani soatiga bitta chaqiruvga cheklagan. Boshqa dastur tokenni noto‘g‘ri so‘ramayotganini tekshiring.',
  }),
  fact('GW.TIMEOUT', 'timeout', {
    ko: '네이버가 제때 답하지 않았습니다. 처리되었는지 다시 읽어 확인합니다.',
    en: 'Naver did not answer in time. Whether it was done is looked up.',
    ru: 'Naver не ответил вовремя. Сделано ли это, проверяется чтением.',
    uz: 'Naver vaqtida javob bermadi. Bajarilgani o‘qib tekshiriladi.',
  }),
  fact('GW.PROXY', 'down', {
    ko: '네이버 게이트웨이 장애입니다. 저절로 다시 시도합니다.',
    en: "Naver's gateway is in trouble. It is tried again by itself.",
    ru: 'Сбой шлюза Naver. Попытка повторится сама.',
    uz: 'Naver shlyuzida nosozlik. O‘zi takrorlanadi.',
  }),
  fact('GW.BLOCK', 'down', {
    ko: '네이버가 이 API를 잠시 막았습니다. 저절로 다시 시도합니다.',
    en: 'Naver has shut this call for a while. It is tried again by itself.',
    ru: 'Naver временно закрыл этот вызов. Попытка повторится сама.',
    uz: 'Naver bu chaqiruvni vaqtincha yopgan. O‘zi takrorlanadi.',
  }),
  fact('GW.INTERNAL_SERVER_ERROR', 'down', {
    ko: '네이버 내부 오류입니다. 저절로 다시 시도합니다.',
    en: 'An error inside Naver. It is tried again by itself.',
    ru: 'Внутренняя ошибка Naver. Попытка повторится сама.',
    uz: 'Naver ning ichki xatosi. O‘zi takrorlanadi.',
  }),
];

const WRONG_VALUE: Localized = {
  ko: '값이 잘못되었습니다. 네이버가 알려 준 항목을 고쳐 다시 시도하세요.',
  en: 'A value is wrong. Mend the one Naver names and try again.',
  ru: 'Значение неверно. Исправьте то, которое назвал Naver, и попробуйте снова.',
  uz: 'Qiymat noto‘g‘ri. Naver aytganini tuzatib, qayta urinib ko‘ring.',
};
const HOPED_FOR_DAY: Localized = {
  ko: '희망배송일 규칙에 맞지 않습니다. 날짜, 시간, 지역을 확인하세요.',
  en: 'It breaks the rules of the hoped-for delivery day. Check day, time and region.',
  ru: 'Это не отвечает правилам желаемого дня доставки. Проверьте день, время и регион.',
  uz: 'Bu xohlangan yetkazish kuni qoidalariga mos emas. Kun, vaqt va hududni tekshiring.',
};
const COUPON: Localized = {
  ko: 'e쿠폰 상품은 이 방법으로 처리할 수 없습니다. 스마트스토어센터에서 처리하세요.',
  en: 'E-coupons cannot be handled this way. Use the SmartStore Center.',
  ru: 'Электронные купоны так обработать нельзя. Сделайте это в SmartStore Center.',
  uz: 'Elektron kuponlarni bunday bajarib bo‘lmaydi. SmartStore Center da bajaring.',
};
const OTHER_METHOD: Localized = {
  ko: '이 주문은 배송방법을 바꾸어야 합니다. 다른 배송방법으로 발송하세요.',
  en: 'The delivery method must be another one. Dispatch with a different method.',
  ru: 'Нужен другой способ доставки. Отправьте другим способом.',
  uz: 'Boshqa yetkazish usuli kerak. Boshqa usul bilan jo‘nating.',
};

/** Codes of the order APIs, for one item inside a 200 or for a whole refused call (sheet §5.3). */
export const ORDER_FACTS: readonly NativeErrorFacts[] = [
  fact('4000', 'refused', WRONG_VALUE),
  fact('000400', 'refused', {
    ko: '네이버가 요청을 읽지 못했거나 없는 코드가 들어 있습니다.',
    en: 'Naver could not read the request, or a code in it does not exist.',
    ru: 'Naver не смог прочитать запрос, или в нём несуществующий код.',
    uz: 'Naver so‘rovni o‘qiy olmadi yoki undagi kod mavjud emas.',
  }),
  fact('100001', 'not_found', {
    ko: '없는 상품주문번호입니다.',
    en: 'There is no such product order.',
    ru: 'Такого номера товарного заказа нет.',
    uz: 'Bunday mahsulot buyurtmasi raqami yo‘q.',
  }),
  fact('100003', 'not_found', {
    ko: '없는 주문번호입니다.',
    en: 'There is no such order.',
    ru: 'Такого номера заказа нет.',
    uz: 'Bunday buyurtma raqami yo‘q.',
  }),
  fact('101009', 'wrong_shop', {
    ko: '이 스토어의 상품주문이 아닙니다. 연결된 계정을 확인하세요.',
    en: 'The product order belongs to another store. Check which account is connected.',
    ru: 'Это заказ другого магазина. Проверьте, какой кабинет подключён.',
    uz: 'Bu boshqa do‘kon buyurtmasi. Qaysi kabinet ulanganini tekshiring.',
  }),
  fact('101011', 'refused', {
    ko: '직계약 물류 상품이라 물류사만 발주확인할 수 있습니다.',
    en: 'Only the logistics company may confirm these goods.',
    ru: 'Подтвердить этот товар может только логистическая компания.',
    uz: 'Bu mahsulotni faqat logistika kompaniyasi tasdiqlay oladi.',
  }),
  fact('104105', 'refused', {
    ko: '발송기한으로 정할 수 없는 날짜입니다. 더 이른 날짜를 고르세요.',
    en: 'The day to ship by is out of range. Choose an earlier one.',
    ru: 'Такой срок отправки указать нельзя. Выберите дату раньше.',
    uz: 'Bunday jo‘natish muddatini belgilab bo‘lmaydi. Ertaroq sanani tanlang.',
  }),
  fact('104116', 'refused', OTHER_METHOD),
  fact('104117', 'refused', OTHER_METHOD),
  fact('104118', 'refused', {
    ko: '택배사를 고르세요.',
    en: 'The courier is missing: choose one.',
    ru: 'Выберите перевозчика.',
    uz: 'Tashuvchini tanlang.',
  }),
  fact('104119', 'refused', {
    ko: '네이버에 없는 택배사 코드입니다.',
    en: 'Naver does not know this courier.',
    ru: 'Naver не знает такого кода перевозчика.',
    uz: 'Naver bunday tashuvchi kodini bilmaydi.',
  }),
  fact('104120', 'refused', {
    ko: '송장번호를 입력하세요.',
    en: 'The invoice number is missing.',
    ru: 'Введите трек-номер.',
    uz: 'Trek-raqamni kiriting.',
  }),
  fact('104121', 'refused', {
    ko: '다른 배송에 이미 쓰인 송장번호입니다. 번호를 확인하세요.',
    en: 'The invoice was already used for another shipment. Check the number.',
    ru: 'Этот трек-номер уже использован для другой отправки. Проверьте его.',
    uz: 'Bu trek-raqam boshqa jo‘natma uchun ishlatilgan. Uni tekshiring.',
  }),
  fact('104122', 'refused', {
    ko: '송장번호가 올바르지 않습니다. 택배사와 번호를 확인하세요.',
    en: 'The invoice is not valid. Check courier and number.',
    ru: 'Трек-номер неверен. Проверьте перевозчика и номер.',
    uz: 'Trek-raqam noto‘g‘ri. Tashuvchi va raqamni tekshiring.',
  }),
  fact('104131', 'refused', {
    ko: '같은 상품주문이 한 요청에 두 번 들어 있습니다.',
    en: 'The same product order comes twice in one request.',
    ru: 'Один и тот же товарный заказ дважды в одном запросе.',
    uz: 'Bir so‘rovda bitta mahsulot buyurtmasi ikki marta kelgan.',
  }),
  fact('104133', 'refused', {
    ko: '네이버가 받지 않는 요청입니다.',
    en: 'Naver does not take the request as it is.',
    ru: 'Naver не принимает такой запрос.',
    uz: 'Naver bunday so‘rovni qabul qilmaydi.',
  }),
  fact('104138', 'refused', HOPED_FOR_DAY),
  fact('104139', 'refused', {
    ko: '조회할 수 있는 기간을 넘었습니다.',
    en: 'The stretch of time is longer than Naver reads.',
    ru: 'Период длиннее, чем читает Naver.',
    uz: 'Davr Naver o‘qiydiganidan uzun.',
  }),
  fact('104417', 'wrong_state', {
    ko: '교환 상품을 보낼 수 있는 상태가 아닙니다. 먼저 수거 완료 처리를 하세요.',
    en: 'The exchange is not ready for the replacement. Tell Naver first that the goods are back.',
    ru: 'Отправить новый товар ещё нельзя. Сначала отметьте, что прежний получен.',
    uz: 'Yangi mahsulotni hali jo‘natib bo‘lmaydi. Avval avvalgisi olinganini belgilang.',
  }),
  fact('104441', 'refused', HOPED_FOR_DAY),
  fact('104442', 'wrong_state', {
    ko: '지금 주문 상태에서는 할 수 없습니다. 주문을 새로 읽어 확인하세요.',
    en: 'The order is not in a state for this. Read it again and look.',
    ru: 'В этом состоянии заказа нельзя. Загрузите заказ снова и проверьте.',
    uz: 'Buyurtmaning bu holatida mumkin emas. Buyurtmani qayta oling va tekshiring.',
  }),
  fact('104443', 'wrong_state', {
    ko: '발주 상태를 확인하세요. 지금은 할 수 없습니다.',
    en: 'Its confirmation is not in a state for this. Read the order again and look.',
    ru: 'Подтверждение заказа сейчас этого не позволяет. Проверьте его состояние.',
    uz: 'Buyurtma tasdig‘i hozir bunga yo‘l qo‘ymaydi. Uning holatini tekshiring.',
  }),
  fact('104444', 'refused', HOPED_FOR_DAY),
  fact('104445', 'refused', HOPED_FOR_DAY),
  fact('104446', 'already_done', HOPED_FOR_DAY),
  fact('104449', 'refused', HOPED_FOR_DAY),
  fact('104450', 'refused', HOPED_FOR_DAY),
  fact('105001', 'refused', COUPON),
  fact('105002', 'refused', COUPON),
  fact('105306', 'already_done', {
    ko: '이미 그 상태입니다. 주문을 읽어 확인합니다.',
    en: 'It already is in that state. The order is read to make sure.',
    ru: 'Заказ уже в этом состоянии. Он читается для проверки.',
    uz: 'Buyurtma allaqachon shu holatda. Tekshirish uchun o‘qiladi.',
  }),
  fact('105308', 'refused', {
    ko: '직계약 물류 상품이라 물류사만 발송처리할 수 있습니다.',
    en: 'Only the logistics company may dispatch these goods.',
    ru: 'Отправить этот товар может только логистическая компания.',
    uz: 'Bu mahsulotni faqat logistika kompaniyasi jo‘nata oladi.',
  }),
];

/** Codes of the product APIs; which field is at fault stands in the text (sheet §5.1). */
const PRODUCT_FACTS: readonly NativeErrorFacts[] = [
  fact('BAD_REQUEST', 'refused', WRONG_VALUE),
  fact('UNAUTHORIZED', 'token_refused', {
    ko: '인증되지 않은 요청입니다. 저절로 토큰을 새로 받아 다시 시도합니다.',
    en: 'The call was not authenticated. It is tried again with a new token.',
    ru: 'Запрос не прошёл проверку. Попытка повторится сама с новым токеном.',
    uz: 'So‘rov tekshiruvdan o‘tmadi. Yangi token bilan o‘zi takrorlanadi.',
  }),
  fact('FORBIDDEN', 'missing_permission', {
    ko: '이 상품을 다룰 권한이 없습니다. 애플리케이션의 상품 API 그룹을 확인하세요.',
    en: 'The application may not handle this product. Check its API group for products.',
    ru: 'У приложения нет права на этот товар. Проверьте его группу API для товаров.',
    uz: 'Ilovada bu mahsulotga huquq yo‘q. Mahsulotlar API guruhini tekshiring.',
  }),
  fact('NOT_FOUND', 'not_found', {
    ko: '네이버에 없는 상품 또는 카테고리입니다.',
    en: 'Naver has no such product or category.',
    ru: 'У Naver нет такого товара или категории.',
    uz: 'Naver da bunday mahsulot yoki toifa yo‘q.',
  }),
  fact('INTERNAL_SERVER_ERROR', 'down', {
    ko: '네이버 내부 오류입니다. 저절로 다시 시도합니다.',
    en: 'An error inside Naver. It is tried again by itself.',
    ru: 'Внутренняя ошибка Naver. Попытка повторится сама.',
    uz: 'Naver ning ichki xatosi. O‘zi takrorlanadi.',
  }),
  fact('PERMANENT_REDIRECT', 'wrong_endpoint', {
    ko: '옮겨진 API 주소입니다. 프로그램을 최신으로 바꾸세요.',
    en: 'Naver has moved this call. Update the program.',
    ru: 'Naver перенёс этот адрес API. Обновите программу.',
    uz: 'Naver bu API manzilini ko‘chirgan. Dasturni yangilang.',
  }),
];

/** "Other": Naver itself does not say whether it was carried out, so the order has to be read again (sheet §5.3). */
export const UNDEFINED_CODE = '9999';

export const ERROR_FACTS: readonly NativeErrorFacts[] = [
  ...GATEWAY_FACTS,
  ...ORDER_FACTS,
  ...PRODUCT_FACTS,
  fact(UNDEFINED_CODE, 'unexplained', {
    ko: '네이버가 이유를 알리지 않았습니다. 처리되었는지 주문을 다시 읽어 확인합니다.',
    en: 'Naver does not say why. The order is read again to see whether it was done.',
    ru: 'Naver не назвал причины. Заказ читается заново, чтобы узнать итог.',
    uz: 'Naver sababini aytmadi. Natijani bilish uchun buyurtma qayta o‘qiladi.',
  }),
];
