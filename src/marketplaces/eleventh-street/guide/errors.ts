import type { NativeErrorFacts } from '../../kit/edition.ts';
import type { WireAnswer } from '../../kit/gate.ts';
import type { Localized } from '../../kit/localized.ts';
import type { Trouble, TroubleReason } from '../../kit/trouble.ts';

const row = (code: string, reason: TroubleReason, says: Localized): NativeErrorFacts => ({
  code,
  reason,
  says,
});

/** The word in brackets that a message begins with; the guide itself tells no codes. */
export const NATIVE_ERRORS: readonly NativeErrorFacts[] = [
  row('INVALID_TOKEN', 'wrong_key', {
    ko: 'API 키가 맞지 않습니다.',
    en: 'The API key is wrong.',
    ru: 'Ключ API неверен.',
    uz: 'API kaliti noto‘g‘ri.',
  }),
  row('FORBIDDEN', 'missing_permission', {
    ko: '이 키로는 할 수 없는 요청입니다.',
    en: 'This key may not do that.',
    ru: 'Этому ключу такой запрос не разрешён.',
    uz: 'Bu kalitga bunday so‘rovga ruxsat yo‘q.',
  }),
  row('NOT_FOUND', 'not_found', {
    ko: '없는 주문이나 클레임입니다.',
    en: 'There is no such order or claim.',
    ru: 'Нет такого заказа или претензии.',
    uz: 'Bunday buyurtma yoki da’vo yo‘q.',
  }),
  row('INVALID_PARAMETER', 'refused', {
    ko: '보낸 값이 맞지 않습니다.',
    en: 'A value that was sent is wrong.',
    ru: 'Отправленное значение неверно.',
    uz: 'Yuborilgan qiymat noto‘g‘ri.',
  }),
  row('INVALID_STATE', 'wrong_state', {
    ko: '지금 상태에서는 할 수 없습니다.',
    en: 'Not possible in this state.',
    ru: 'В этом состоянии нельзя.',
    uz: 'Bu holatda mumkin emas.',
  }),
  row('ALREADY_PROCESSED', 'already_done', {
    ko: '이미 처리되었습니다.',
    en: 'It was done already.',
    ru: 'Это уже сделано.',
    uz: 'Bu allaqachon bajarilgan.',
  }),
  row('DUPLICATE_TRACKING_NUMBER', 'refused', {
    ko: '이미 사용된 송장번호입니다.',
    en: 'The invoice number was used before.',
    ru: 'Этот трек-номер уже использован.',
    uz: 'Bu trek-raqam ishlatilgan.',
  }),
  row('TOO_MANY_REQUESTS', 'over_limit', {
    ko: '호출 한도(분당 300회)를 넘었습니다.',
    en: 'The limit of 300 calls a minute was exceeded.',
    ru: 'Превышен лимит: 300 вызовов в минуту.',
    uz: 'Limitdan oshdi: daqiqasiga 300 chaqiruv.',
  }),
  row('INTERNAL_ERROR', 'down', {
    ko: '11번가 내부 오류입니다.',
    en: '11st failed inside.',
    ru: 'Внутренняя ошибка 11st.',
    uz: '11st ning ichki xatosi.',
  }),
];

const REASONS = new Map(NATIVE_ERRORS.map(({ code, reason }) => [code, reason]));

const BY_STATUS: ReadonlyMap<number, TroubleReason> = new Map<number, TroubleReason>([
  [400, 'refused'],
  [401, 'wrong_key'],
  [403, 'missing_permission'],
  [404, 'not_found'],
  [409, 'wrong_state'],
  [429, 'over_limit'],
]);

/** Names what is wrong with an answer, or undefined when it is good. A code inside a 200 counts as much as the status. */
export function troubleIn(
  answer: WireAnswer,
  keyHasExpired: boolean,
): Omit<Trouble, 'operation'> | undefined {
  const { code, message } = saidIn(answer.json);
  const isOk = answer.status >= 200 && answer.status < 300;
  if (isOk && (code === undefined || code === '0')) return undefined;
  const word = /^\[([A-Z_]+)\]/.exec(message ?? '')?.[1];
  const reason = REASONS.get(word ?? '') ?? BY_STATUS.get(answer.status) ?? otherwise(answer.status);
  return {
    reason: reason === 'wrong_key' && keyHasExpired ? 'expired_key' : reason,
    nativeCode: word ?? code,
    nativeText: message ?? answer.text.slice(0, 120),
    waitMs: retryAfterMs(answer),
  };
}

function otherwise(status: number): TroubleReason {
  if (status === 504) return 'timeout';
  if (status >= 500) return 'down';
  return status === 200 ? 'refused' : 'unexplained';
}

function saidIn(json: unknown): { readonly code?: string; readonly message?: string } {
  if (typeof json !== 'object' || json === null) return {};
  const code = 'resultCode' in json ? json.resultCode : undefined;
  const message = 'resultMessage' in json ? json.resultMessage : undefined;
  return {
    ...(typeof code === 'string' || typeof code === 'number' ? { code: String(code) } : {}),
    ...(typeof message === 'string' ? { message } : {}),
  };
}

function retryAfterMs({ headers }: WireAnswer): number | undefined {
  const seconds = Number(headers['retry-after']);
  return Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : undefined;
}
