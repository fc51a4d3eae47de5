import type { NativeErrorFacts } from '../../kit/edition.ts';
import type { WireAnswer } from '../../kit/gate.ts';
import type { Localized } from '../../kit/localized.ts';
import type { Trouble, TroubleReason } from '../../kit/trouble.ts';

const fact = (code: string, where: string, reason: TroubleReason, says: Localized): NativeErrorFacts => ({
  code,
  where,
  reason,
  says,
});

/**
 * The guide is silent on errors. Its gateways answer `{"code":"ERROR","message":"[WORD] …"}` with the HTTP status told
 * in `where`, and the same words as result codes of single items.
 */
export const ERROR_FACTS: readonly NativeErrorFacts[] = [
  fact('INVALID_TOKEN', 'HTTP 401', 'wrong_key', {
    ko: 'Access Key나 Secret Key가 맞지 않거나 서버 시계가 틀립니다. 키와 시각을 확인하세요.',
    en: 'The keys are wrong, or the clock of this server is off. Check both.',
    ru: 'Access Key или Secret Key неверны, либо часы этого сервера идут неверно. Проверьте ключи и время.',
    uz: 'Access Key yoki Secret Key noto‘g‘ri yoki bu server soati xato. Kalitlar va vaqtni tekshiring.',
  }),
  fact('FORBIDDEN', 'HTTP 403', 'missing_permission', {
    ko: '이 업체코드로는 할 수 없는 요청입니다. 업체코드와 키의 권한을 확인하세요.',
    en: 'This vendor may not do that. Check the vendor ID and the rights of the key.',
    ru: 'Этому продавцу такой запрос не разрешён. Проверьте код продавца и права ключа.',
    uz: 'Bu sotuvchiga bunday so‘rovga ruxsat yo‘q. Sotuvchi kodi va kalit huquqlarini tekshiring.',
  }),
  fact('NOT_FOUND', 'HTTP 404', 'not_found', {
    ko: '없는 주문이나 접수번호입니다. 목록을 다시 읽어 확인하세요.',
    en: 'There is no such order or request. Read the list again.',
    ru: 'Нет такого заказа или заявки. Загрузите список снова.',
    uz: 'Bunday buyurtma yoki ariza yo‘q. Ro‘yxatni qayta oling.',
  }),
  fact('INVALID_PARAMETER', 'HTTP 400', 'refused', {
    ko: '값이 잘못되어 거절되었습니다. 문구를 확인해 고친 뒤 다시 시도하세요.',
    en: 'A value is wrong. See the words, correct it and try again.',
    ru: 'Одно из значений неверно. Прочитайте текст, исправьте и попробуйте снова.',
    uz: 'Qiymatlardan biri noto‘g‘ri. Matnni o‘qing, tuzating va qayta urinib ko‘ring.',
  }),
  fact('INVALID_STATE', 'HTTP 409', 'wrong_state', {
    ko: '지금 상태에서는 할 수 없습니다. 주문이나 클레임의 상태를 확인하세요.',
    en: 'This cannot be done now. Look at the state of the order or claim.',
    ru: 'Сейчас это сделать нельзя. Посмотрите состояние заказа или претензии.',
    uz: 'Hozir buni qilib bo‘lmaydi. Buyurtma yoki da’vo holatini ko‘ring.',
  }),
  fact('ALREADY_PROCESSED', 'HTTP 409', 'already_done', {
    ko: '이미 처리된 요청입니다. 상태를 다시 읽습니다.',
    en: 'It was done already. Its state is read.',
    ru: 'Это уже сделано. Состояние читается заново.',
    uz: 'Bu allaqachon bajarilgan. Holati qayta o‘qiladi.',
  }),
  fact('DUPLICATE_TRACKING_NUMBER', 'HTTP 409', 'refused', {
    ko: '이미 쓴 송장번호입니다. 번호를 확인해 다시 등록하세요.',
    en: 'The invoice number was used before. Check it and enter the right one.',
    ru: 'Этот трек-номер уже использован. Проверьте его и введите верный.',
    uz: 'Bu trek-raqam ishlatilgan. Uni tekshirib, to‘g‘risini kiriting.',
  }),
  fact('TOO_MANY_REQUESTS', 'HTTP 429', 'over_limit', {
    ko: '분당 100회 한도를 넘었습니다. 잠시 뒤 자동으로 다시 시도합니다.',
    en: 'More than 100 calls in a minute. It is tried again a little later.',
    ru: 'Больше 100 вызовов в минуту. Чуть позже попытка повторится сама.',
    uz: 'Daqiqasiga 100 dan ortiq chaqiruv bo‘ldi. Birozdan keyin o‘zi takrorlanadi.',
  }),
  fact('INTERNAL_ERROR', 'HTTP 500', 'down', {
    ko: '상대 서버 오류입니다. 상태를 확인한 뒤 다시 시도합니다.',
    en: 'The other side failed. The state is read before trying again.',
    ru: 'Ошибка на той стороне. Сначала читается состояние, потом попытка повторяется.',
    uz: 'Narigi tomonda xato. Avval holat o‘qiladi, so‘ng qayta uriniladi.',
  }),
];

const REASON_OF_WORD: ReadonlyMap<string, TroubleReason> = new Map(
  ERROR_FACTS.map(({ code, reason }) => [code, reason]),
);

const REASON_OF_STATUS: Readonly<Record<number, TroubleReason>> = {
  400: 'refused',
  401: 'wrong_key',
  403: 'missing_permission',
  404: 'not_found',
  409: 'wrong_state',
  429: 'over_limit',
  504: 'timeout',
};

/** The reason behind a word; one that nobody has mapped is a refusal and nothing more. */
export function reasonOfWord(word: string): TroubleReason {
  return REASON_OF_WORD.get(word) ?? 'refused';
}

const WORD = /^\[([A-Z_]+)\]/;

/** Names what is wrong with an answer, or undefined when it is good. */
export function troubleIn(
  answer: WireAnswer,
  keyHasExpired: boolean,
): Omit<Trouble, 'operation'> | undefined {
  const { code, message } = saidIn(answer.json);
  const isOk = answer.status >= 200 && answer.status < 300;
  if (isOk && (code === undefined || code === 'SUCCESS')) return undefined;
  const word = WORD.exec(message ?? '')?.[1];
  const reason = REASON_OF_WORD.get(word ?? '') ?? reasonOfStatus(answer.status);
  return {
    reason: reason === 'wrong_key' && keyHasExpired ? 'expired_key' : reason,
    nativeCode: word ?? code,
    nativeText: message ?? answer.text.slice(0, 120),
  };
}

function reasonOfStatus(status: number): TroubleReason {
  if (status >= 200 && status < 300) return 'refused';
  const known = REASON_OF_STATUS[status];
  if (known !== undefined) return known;
  return status >= 500 ? 'down' : 'unexplained';
}

function saidIn(json: unknown): { readonly code?: string; readonly message?: string } {
  if (typeof json !== 'object' || json === null) return {};
  return {
    ...('code' in json && typeof json.code === 'string' ? { code: json.code } : {}),
    ...('message' in json && typeof json.message === 'string' ? { message: json.message } : {}),
  };
}
