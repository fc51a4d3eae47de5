import { z } from 'zod';
import type { NativeErrorFacts } from '../../kit/edition.ts';
import type { WireAnswer } from '../../kit/gate.ts';
import type { Localized } from '../../kit/localized.ts';
import type { Trouble, TroubleReason } from '../../kit/trouble.ts';

const fact = (code: string, reason: TroubleReason, says: Localized): NativeErrorFacts => ({
  code,
  reason,
  says,
});

/** An error of the marketplace itself: whether a write was carried out before it is not known. */
export const INTERNAL_ERROR = 'INTERNAL_ERROR';

/** The guide tells no error codes; these are the agreed ones. */
export const ERROR_FACTS: readonly NativeErrorFacts[] = [
  fact('INVALID_TOKEN', 'token_refused', {
    ko: '토큰이나 애플리케이션 키가 올바르지 않습니다. 키를 확인하세요.',
    en: 'The token or the application key is wrong. Check the key.',
    ru: 'Токен или ключ приложения неверны. Проверьте ключ.',
    uz: 'Token yoki ilova kaliti noto‘g‘ri. Kalitni tekshiring.',
  }),
  fact('FORBIDDEN', 'missing_permission', {
    ko: '이 호출이 허용되지 않았습니다. 애플리케이션 권한을 확인하세요.',
    en: 'The call is not allowed. Check what the application may do.',
    ru: 'Этот вызов не разрешён. Проверьте права приложения.',
    uz: 'Bu chaqiruvga ruxsat yo‘q. Ilova huquqlarini tekshiring.',
  }),
  fact('NOT_FOUND', 'not_found', {
    ko: '없는 주문입니다.',
    en: 'There is no such order.',
    ru: 'Такого заказа нет.',
    uz: 'Bunday buyurtma yo‘q.',
  }),
  fact('INVALID_PARAMETER', 'refused', {
    ko: '값이 잘못되었습니다. 알려 준 항목을 고쳐 다시 시도하세요.',
    en: 'A value is wrong. Mend the one that is named and try again.',
    ru: 'Значение неверно. Исправьте названное поле и попробуйте снова.',
    uz: 'Qiymat noto‘g‘ri. Aytilgan maydonni tuzatib, qayta urinib ko‘ring.',
  }),
  fact('INVALID_STATE', 'wrong_state', {
    ko: '지금 상태에서는 할 수 없습니다. 주문을 새로 읽어 확인하세요.',
    en: 'It is not in a state for this. Read the order again and look.',
    ru: 'В этом состоянии нельзя. Загрузите заказ снова и проверьте.',
    uz: 'Bu holatda mumkin emas. Buyurtmani qayta oling va tekshiring.',
  }),
  fact('ALREADY_PROCESSED', 'already_done', {
    ko: '이미 처리되었습니다. 주문을 읽어 확인합니다.',
    en: 'It was done before. The order is read to make sure.',
    ru: 'Это уже сделано. Заказ читается для проверки.',
    uz: 'Bu allaqachon bajarilgan. Tekshirish uchun buyurtma o‘qiladi.',
  }),
  fact('DUPLICATE_TRACKING_NUMBER', 'refused', {
    ko: '다른 배송에 이미 쓰인 송장번호입니다. 번호를 확인하세요.',
    en: 'The invoice was already used for another shipment. Check the number.',
    ru: 'Этот трек-номер уже использован для другой отправки. Проверьте его.',
    uz: 'Bu trek-raqam boshqa jo‘natma uchun ishlatilgan. Uni tekshiring.',
  }),
  fact('TOO_MANY_REQUESTS', 'over_limit', {
    ko: '분당 호출 한도를 넘었습니다. 잠시 후 저절로 다시 시도합니다.',
    en: 'Too many calls in a minute. It is tried again by itself in a moment.',
    ru: 'Превышен лимит вызовов в минуту. Чуть позже попытка повторится сама.',
    uz: 'Daqiqalik chaqiruvlar limitidan oshdi. Birozdan keyin o‘zi takrorlanadi.',
  }),
  fact(INTERNAL_ERROR, 'down', {
    ko: '네이버 내부 오류입니다. 처리되었는지 다시 읽어 확인합니다.',
    en: 'An error inside Naver. Whether it was done is looked up.',
    ru: 'Внутренняя ошибка Naver. Сделано ли это, проверяется чтением.',
    uz: 'Naver ning ichki xatosi. Bajarilgani o‘qib tekshiriladi.',
  }),
];

const REASONS: ReadonlyMap<string, TroubleReason> = new Map(
  ERROR_FACTS.map(({ code, reason }) => [code, reason]),
);

/** What a code means; `unexplained` for one nobody has agreed on. */
export function reasonOf(code: string): TroubleReason {
  return REASONS.get(code) ?? 'unexplained';
}

const ErrorBody = z.object({
  code: z.string().optional().catch(undefined),
  message: z.string().optional().catch(undefined),
});

/** Names what is wrong with an answer, or undefined when the call itself went through. */
export function classify(answer: WireAnswer): Omit<Trouble, 'operation'> | undefined {
  if (answer.status >= 200 && answer.status < 300) return undefined;
  const { data } = ErrorBody.safeParse(answer.json);
  const known = data?.code === undefined ? undefined : REASONS.get(data.code);
  return {
    reason: known ?? reasonOfStatus(answer.status, data?.code !== undefined),
    nativeCode: data?.code,
    nativeText: data?.message ?? answer.text.slice(0, 120),
  };
}

function reasonOfStatus(status: number, hasCode: boolean): TroubleReason {
  if (status === 401) return 'token_refused';
  if (status === 403) return hasCode ? 'missing_permission' : 'edge_block';
  if (status === 404) return hasCode ? 'not_found' : 'wrong_endpoint';
  if (status === 408 || status === 504) return 'timeout';
  if (status === 409) return 'wrong_state';
  if (status === 429) return 'over_limit';
  if (status >= 500) return 'down';
  return status >= 400 ? 'refused' : 'wrong_endpoint';
}
