import type { NativeErrorFacts } from '../../kit/edition.ts';
import type { WireAnswer } from '../../kit/gate.ts';
import type { Trouble, TroubleReason } from '../../kit/trouble.ts';

const row = (code: string, reason: TroubleReason, ko: string, en: string): NativeErrorFacts => ({
  code,
  reason,
  says: { ko, en },
});

/** The word in brackets that a message begins with; the guide itself tells no codes. */
export const NATIVE_ERRORS: readonly NativeErrorFacts[] = [
  row('INVALID_TOKEN', 'wrong_key', 'API 키가 맞지 않습니다.', 'The API key is wrong.'),
  row('FORBIDDEN', 'missing_permission', '이 키로는 할 수 없는 요청입니다.', 'This key may not do that.'),
  row('NOT_FOUND', 'not_found', '없는 주문이나 클레임입니다.', 'There is no such order or claim.'),
  row('INVALID_PARAMETER', 'refused', '보낸 값이 맞지 않습니다.', 'A value that was sent is wrong.'),
  row('INVALID_STATE', 'wrong_state', '지금 상태에서는 할 수 없습니다.', 'Not possible in this state.'),
  row('ALREADY_PROCESSED', 'already_done', '이미 처리되었습니다.', 'It was done already.'),
  row(
    'DUPLICATE_TRACKING_NUMBER',
    'refused',
    '이미 사용된 송장번호입니다.',
    'The invoice number was used before.',
  ),
  row(
    'TOO_MANY_REQUESTS',
    'over_limit',
    '호출 한도(분당 300회)를 넘었습니다.',
    'The limit of 300 calls a minute was exceeded.',
  ),
  row('INTERNAL_ERROR', 'down', '11번가 내부 오류입니다.', '11st failed inside.'),
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
