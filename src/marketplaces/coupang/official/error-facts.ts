import type { NativeErrorFacts } from '../../kit/edition.ts';
import type { Localized } from '../../kit/localized.ts';
import type { TroubleReason } from '../../kit/trouble.ts';
import { RESULT_CODES } from './result-codes.ts';

const fact = (code: string, where: string, reason: TroubleReason, says: Localized): NativeErrorFacts => ({
  code,
  where,
  reason,
  says,
});

/** What the gateway and the services answer beside their result codes, by HTTP status and text (sheet §5, §3). */
const ANSWERS: readonly NativeErrorFacts[] = [
  fact('401', 'Specified signature is expired.', 'clock_skew', {
    ko: '서버 시계가 맞지 않아 서명이 만료되었습니다. 이 서버의 시각을 맞추세요.',
    en: 'The signature had expired since the clock is off. Set the clock of this server.',
    ru: 'Часы сервера идут неверно, и срок подписи истёк. Настройте время на этом сервере.',
    uz: 'Server soati noto‘g‘ri, imzo muddati o‘tib ketgan. Bu server vaqtini to‘g‘rilang.',
  }),
  fact('401', 'Invalid signature · HMAC format is invalid. · Request is not authorized.', 'wrong_key', {
    ko: 'API 키가 맞지 않거나 180일이 지나 만료되었습니다. WING에서 키를 확인하거나 다시 발급하세요.',
    en: 'The API key is wrong or, after 180 days, has expired. Check it in WING or have a new one issued.',
    ru: 'Ключ API неверен или истёк: он действует 180 дней. Проверьте его в WING или выпустите новый.',
    uz: 'API kaliti noto‘g‘ri yoki 180 kunlik muddati tugagan. Uni WING da tekshiring yoki yangisini oling.',
  }),
  fact('403', 'Not allowed IP · Your ip address … is not allowed', 'ip_not_allowed', {
    ko: '등록되지 않은 IP에서 호출했습니다. WING의 OPEN API 키 화면에 이 서버의 IP를 등록하세요.',
    en: "The call came from an unregistered address. Register this server's IP at the OPEN API key in WING.",
    ru: 'Вызов пришёл с незарегистрированного адреса. Добавьте IP этого сервера в WING на экране ключа OPEN API.',
    uz: 'Chaqiruv ro‘yxatda yo‘q manzildan keldi. Bu server IP manzilini WING dagi OPEN API kaliti sahifasiga kiriting.',
  }),
  fact('403', 'Access Denied (HTML)', 'edge_block', {
    ko: '오류가 많아 쿠팡이 잠시 막았습니다. 10분쯤 뒤 자동으로 다시 시도합니다.',
    en: 'Coupang shut us out for a while after many errors. It is tried again in about ten minutes.',
    ru: 'Из-за множества ошибок Coupang временно закрыл доступ. Попытка повторится сама минут через десять.',
    uz: 'Xatolar ko‘pligi uchun Coupang vaqtincha yopib qo‘ydi. Taxminan o‘n daqiqada o‘zi takrorlanadi.',
  }),
  fact('403', 'other', 'missing_permission', {
    ko: '이 API를 쓸 권한이 없습니다. WING에서 키의 권한을 확인하세요.',
    en: 'The key may not use this call. Check its rights in WING.',
    ru: 'Ключу не разрешён этот вызов. Проверьте права ключа в WING.',
    uz: 'Kalitga bu chaqiruv uchun ruxsat yo‘q. Kalit huquqlarini WING da tekshiring.',
  }),
  fact('302', '', 'account_blocked', {
    ko: '쿠팡이 이 업체나 IP를 막았습니다. 쿠팡 판매자 지원에 문의하세요.',
    en: 'Coupang has blocked this vendor or address. Ask its seller support.',
    ru: 'Coupang заблокировал этого продавца или адрес. Обратитесь в поддержку продавцов.',
    uz: 'Coupang bu sotuvchini yoki manzilni bloklagan. Sotuvchilarni qo‘llab-quvvatlashga murojaat qiling.',
  }),
  fact('400', 'Invalid vendor ID', 'wrong_shop', {
    ko: '업체코드가 API 키와 맞지 않습니다. 계정 설정의 업체코드를 확인하세요.',
    en: 'The vendor ID does not belong to the key. Check it in the account settings.',
    ru: 'Код продавца не относится к этому ключу. Проверьте его в настройках магазина.',
    uz: 'Sotuvchi kodi bu kalitga tegishli emas. Uni do‘kon sozlamalarida tekshiring.',
  }),
  fact('400', '해당 주문이 취소 또는 반품 되었습니다.', 'not_found', {
    ko: '취소되었거나 반품된 주문입니다. 취소·반품 목록에서 확인하세요.',
    en: 'The order was cancelled or returned. See the claims for which.',
    ru: 'Заказ отменён или возвращён. Посмотрите в списке претензий.',
    uz: 'Buyurtma bekor qilingan yoki qaytarilgan. Da’volar ro‘yxatidan ko‘ring.',
  }),
  fact('400', '유효하지 않은 주문번호 입니다.', 'not_found', {
    ko: '쿠팡에 없는 주문번호입니다.',
    en: 'Coupang knows no order under this number.',
    ru: 'Coupang не знает заказа с таким номером.',
    uz: 'Coupang bunday raqamli buyurtmani bilmaydi.',
  }),
  fact('400', '다른 판매자의 주문을 조회할 수 없습니다.', 'not_found', {
    ko: '다른 판매자의 주문입니다. 업체코드를 확인하세요.',
    en: "The order is another seller's. Check the vendor ID.",
    ru: 'Это заказ другого продавца. Проверьте код продавца.',
    uz: 'Bu boshqa sotuvchining buyurtmasi. Sotuvchi kodini tekshiring.',
  }),
  fact('400', '배송상태를 변경할 수 없습니다. 주문내역을 확인해주세요.', 'wrong_state', {
    ko: '환불 중이거나 이미 처리된 주문이라 바꿀 수 없습니다. 주문의 지금 상태를 확인하세요.',
    en: 'The order is being refunded or was handled already. Look at its present state.',
    ru: 'По заказу идёт возврат денег, или он уже обработан. Посмотрите его нынешнее состояние.',
    uz: 'Buyurtma bo‘yicha pul qaytarilmoqda yoki u allaqachon bajarilgan. Hozirgi holatini ko‘ring.',
  }),
  fact('400', '이미 저장된 송장번호가 있어', 'refused', {
    ko: '이미 등록된 송장번호입니다. 번호를 확인하거나 송장 수정을 쓰세요.',
    en: 'The invoice number was entered before. Check it, or change the invoice instead.',
    ru: 'Этот трек-номер уже внесён. Проверьте его или измените трек-номер заказа.',
    uz: 'Bu trek-raqam kiritilgan. Uni tekshiring yoki buyurtma trek-raqamini o‘zgartiring.',
  }),
  fact('400', 'endTime-startTime range should less than31.', 'refused', {
    ko: '조회 기간이 너무 깁니다. 프로그램 오류이니 알려 주세요.',
    en: 'The range asked for is too long. This is a defect of ours: please report it.',
    ru: 'Запрошен слишком длинный период. Это наша ошибка: сообщите о ней.',
    uz: 'So‘ralgan davr juda uzun. Bu bizning xatomiz: xabar qiling.',
  }),
  fact('400', 'vendorItemId … not found · 삭제된 상품은 변경이 불가능합니다', 'not_found', {
    ko: '쿠팡에 없거나 삭제된 옵션입니다. 상품 연결을 확인하세요.',
    en: 'The option does not exist or was deleted. Check what it is linked to.',
    ru: 'Такого варианта нет, или он удалён. Проверьте, с чем он связан.',
    uz: 'Bunday variant yo‘q yoki o‘chirilgan. U nimaga bog‘langanini tekshiring.',
  }),
  fact('400', '의 데이터가 없습니다 · 의 상품을 조회할 수 없습니다', 'not_found', {
    ko: '쿠팡에 없거나 다른 판매자의 상품입니다. 등록상품ID와 업체코드를 확인하세요.',
    en: "The product does not exist or is another seller's. Check its number and the vendor ID.",
    ru: 'Такого товара нет, или он чужой. Проверьте его номер и код продавца.',
    uz: 'Bunday mahsulot yo‘q yoki u boshqa sotuvchiniki. Raqami va sotuvchi kodini tekshiring.',
  }),
  fact('400', '등록 또는 수정되고 있습니다', 'wrong_state', {
    ko: '상품이 등록되거나 수정되는 중입니다. 10분쯤 뒤에 다시 조회됩니다.',
    en: 'The product is being saved. It can be read again in about ten minutes.',
    ru: 'Товар сейчас сохраняется. Прочитать его снова можно минут через десять.',
    uz: 'Mahsulot hozir saqlanmoqda. Taxminan o‘n daqiqada uni qayta o‘qish mumkin.',
  }),
  fact('ERROR', '승인대기중', 'wrong_state', {
    ko: '승인 대기 중인 상품은 바꿀 수 없습니다. 승인되거나 반려된 뒤에 다시 시도하세요.',
    en: 'A product that waits for approval cannot be changed. Try again once it was approved or denied.',
    ru: 'Товар, ждущий одобрения, изменить нельзя. Попробуйте, когда его одобрят или отклонят.',
    uz: 'Tasdiq kutayotgan mahsulotni o‘zgartirib bo‘lmaydi. U tasdiqlangach yoki rad etilgach urinib ko‘ring.',
  }),
  fact('ERROR', '판매중인 상품은 삭제할 수 없습니다', 'wrong_state', {
    ko: '판매 중인 옵션은 뺄 수 없습니다. 먼저 판매를 중지하세요.',
    en: 'An option that is on sale cannot be left out. Take it off sale first.',
    ru: 'Вариант, который продаётся, убрать нельзя. Сначала снимите его с продажи.',
    uz: 'Sotuvdagi variantni olib tashlab bo‘lmaydi. Avval uni sotuvdan oling.',
  }),
  fact('400', 'other', 'refused', {
    ko: '쿠팡이 요청을 거절했습니다. 쿠팡이 보낸 문구를 확인하세요.',
    en: 'Coupang refused the request. See its own words.',
    ru: 'Coupang отклонил запрос. Смотрите его собственный текст.',
    uz: 'Coupang so‘rovni rad etdi. Uning o‘z matniga qarang.',
  }),
  fact('404', 'No exactly matching API specification', 'wrong_shop', {
    ko: '업체코드가 틀렸을 수 있습니다. 계정 설정을 확인하세요.',
    en: 'The vendor ID may be wrong. Check the account settings.',
    ru: 'Возможно, код продавца неверен. Проверьте настройки магазина.',
    uz: 'Sotuvchi kodi noto‘g‘ri bo‘lishi mumkin. Do‘kon sozlamalarini tekshiring.',
  }),
  fact('410', '', 'wrong_endpoint', {
    ko: '쿠팡이 이 API를 종료했습니다. 프로그램을 업데이트하세요.',
    en: 'Coupang has retired this call. Update the program.',
    ru: 'Coupang закрыл этот вызов навсегда. Обновите программу.',
    uz: 'Coupang bu chaqiruvni butunlay yopgan. Dasturni yangilang.',
  }),
  fact('412', '', 'wrong_endpoint', {
    ko: '쿠팡이 아직 열지 않은 API입니다. 프로그램을 업데이트하세요.',
    en: 'Coupang has not opened this call. Update the program.',
    ru: 'Coupang ещё не открыл этот вызов. Обновите программу.',
    uz: 'Coupang bu chaqiruvni hali ochmagan. Dasturni yangilang.',
  }),
  fact('423', '', 'wrong_endpoint', {
    ko: '쿠팡이 잠근 API입니다. 쿠팡 공지를 확인하세요.',
    en: 'Coupang has locked this call. See its notices.',
    ru: 'Coupang заблокировал этот вызов. Смотрите его объявления.',
    uz: 'Coupang bu chaqiruvni bloklagan. Uning e’lonlarini ko‘ring.',
  }),
  fact('429', '', 'over_limit', {
    ko: '호출 한도를 넘었습니다. 잠시 뒤 자동으로 다시 시도합니다.',
    en: 'Too many calls. It is tried again a little later.',
    ru: 'Слишком много вызовов. Чуть позже попытка повторится сама.',
    uz: 'Chaqiruvlar juda ko‘p. Birozdan keyin o‘zi takrorlanadi.',
  }),
  fact('500', '취소반품접수수량과 cancelCount가 일치하지 않습니다.', 'refused', {
    ko: '접수된 수량과 다릅니다. 클레임을 다시 읽은 뒤 시도하세요.',
    en: 'The quantity is not that of the request. Read the claim again, then try.',
    ru: 'Количество не совпадает с заявкой. Загрузите претензию снова и попробуйте.',
    uz: 'Miqdor arizadagiga mos emas. Da’voni qayta oling va urinib ko‘ring.',
  }),
  fact('500', 'other', 'down', {
    ko: '쿠팡이 오류를 냈습니다. 택배사나 값이 잘못되어도 이렇게 답합니다. 상태를 확인한 뒤 다시 시도합니다.',
    en: 'Coupang failed, which it also does for a wrong courier or value. The state is read before trying again.',
    ru: 'Ошибка у Coupang; так он отвечает и на неверного перевозчика или значение. Перед новой попыткой читается состояние.',
    uz: 'Coupang da xato; u noto‘g‘ri tashuvchi yoki qiymatga ham shunday javob beradi. Qayta urinishdan oldin holat o‘qiladi.',
  }),
  fact('502', '', 'down', {
    ko: '쿠팡 서버가 응답하지 않습니다. 자동으로 다시 시도합니다.',
    en: 'Coupang is away. It is tried again.',
    ru: 'Сервер Coupang не отвечает. Попытка повторится сама.',
    uz: 'Coupang serveri javob bermayapti. O‘zi takrorlanadi.',
  }),
  fact('503', '', 'down', {
    ko: '쿠팡 서버가 응답하지 않습니다. 자동으로 다시 시도합니다.',
    en: 'Coupang is away. It is tried again.',
    ru: 'Сервер Coupang не отвечает. Попытка повторится сама.',
    uz: 'Coupang serveri javob bermayapti. O‘zi takrorlanadi.',
  }),
  fact(
    '504',
    'Request timed out, if the situation continues consider applying timeout extension.',
    'timeout',
    {
      ko: '쿠팡의 응답이 늦었습니다. 처리되었는지 읽어서 확인합니다.',
      en: 'Coupang answered too late. What became of it is read.',
      ru: 'Coupang ответил слишком поздно. Сделано ли это, проверяется чтением.',
      uz: 'Coupang juda kech javob berdi. Bajarilgani o‘qib tekshiriladi.',
    },
  ),
  fact('521', 'connection timed out', 'timeout', {
    ko: '쿠팡 내부 서버가 멈췄습니다. 읽어서 확인합니다.',
    en: 'A server behind Coupang is down. What became of it is read.',
    ru: 'Внутренний сервер Coupang не работает. Сделано ли это, проверяется чтением.',
    uz: 'Coupang ning ichki serveri ishlamayapti. Bajarilgani o‘qib tekshiriladi.',
  }),
  fact('524', 'connection timed out', 'timeout', {
    ko: '쿠팡 내부 서버가 멈췄습니다. 읽어서 확인합니다.',
    en: 'A server behind Coupang is down. What became of it is read.',
    ru: 'Внутренний сервер Coupang не работает. Сделано ли это, проверяется чтением.',
    uz: 'Coupang ning ichki serveri ishlamayapti. Bajarilgani o‘qib tekshiriladi.',
  }),
];

/** Failures inside HTTP 200 (sheet §5). */
const INSIDE_200: readonly NativeErrorFacts[] = [
  fact('FAIL', '', 'refused', {
    ko: '쿠팡이 클레임 처리를 거절했습니다. 쿠팡이 보낸 문구와 클레임의 지금 상태를 확인하세요.',
    en: 'Coupang refused the answer to the claim. See its own words and where the claim stands.',
    ru: 'Coupang не принял ответ на претензию. Смотрите его собственный текст и состояние претензии.',
    uz: 'Coupang da’voga javobni qabul qilmadi. Uning o‘z matni va da’vo holatini ko‘ring.',
  }),
  fact('failedVendorItemIds', '', 'refused', {
    ko: '취소할 수 있는 수량이 아니거나 이미 발송한 상품입니다. 주문을 다시 읽고 수량을 확인하세요.',
    en: 'More than can be cancelled was asked for, or the goods have left. Read the order again and check.',
    ru: 'Столько отменить нельзя, или товар уже отправлен. Загрузите заказ снова и проверьте количество.',
    uz: 'Bunchasini bekor qilib bo‘lmaydi yoki mahsulot jo‘natilgan. Buyurtmani qayta oling va miqdorni tekshiring.',
  }),
  fact('ERROR', 'seller_api', 'refused', {
    ko: '쿠팡이 상품 변경을 거절했습니다. 쿠팡이 보낸 문구를 확인하세요.',
    en: 'Coupang refused the change of the product. See its own words.',
    ru: 'Coupang не принял изменение товара. Смотрите его собственный текст.',
    uz: 'Coupang mahsulot o‘zgarishini qabul qilmadi. Uning o‘z matniga qarang.',
  }),
];

/** Every error that the sheet tells of. */
export const ERROR_FACTS: readonly NativeErrorFacts[] = [...ANSWERS, ...INSIDE_200, ...RESULT_CODES];
