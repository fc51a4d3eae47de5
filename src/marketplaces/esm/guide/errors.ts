import type { NativeErrorFacts } from '../../kit/edition.ts';
import type { WireAnswer } from '../../kit/gate.ts';
import type { Localized } from '../../kit/localized.ts';
import type { Trouble, TroubleReason } from '../../kit/trouble.ts';

interface Word {
  readonly reason: TroubleReason;
  readonly says: Localized;
}

/** Words in brackets before a message. The guide names none: they are agreed with the gateways that serve it. */
const WORDS: Readonly<Record<string, Word>> = {
  INVALID_TOKEN: {
    reason: 'token_refused',
    says: {
      ko: '토큰이 유효하지 않습니다.',
      en: 'The token is not valid.',
      ru: 'Токен недействителен.',
      uz: 'Token yaroqsiz.',
    },
  },
  FORBIDDEN: {
    reason: 'missing_permission',
    says: {
      ko: '권한이 없습니다.',
      en: 'There is no permission for this.',
      ru: 'На это нет права.',
      uz: 'Bunga huquq yo‘q.',
    },
  },
  NOT_FOUND: {
    reason: 'not_found',
    says: {
      ko: '주문이나 클레임이 없습니다.',
      en: 'There is no such order or claim.',
      ru: 'Нет такого заказа или претензии.',
      uz: 'Bunday buyurtma yoki da’vo yo‘q.',
    },
  },
  INVALID_PARAMETER: {
    reason: 'refused',
    says: {
      ko: '입력값을 확인하세요.',
      en: 'A value is not valid.',
      ru: 'Проверьте введённое значение.',
      uz: 'Kiritilgan qiymatni tekshiring.',
    },
  },
  INVALID_STATE: {
    reason: 'wrong_state',
    says: {
      ko: '지금 상태에서는 처리할 수 없습니다.',
      en: 'The state does not allow this.',
      ru: 'В этом состоянии нельзя.',
      uz: 'Bu holatda mumkin emas.',
    },
  },
  ALREADY_PROCESSED: {
    reason: 'already_done',
    says: {
      ko: '이미 처리되었습니다.',
      en: 'It is done already.',
      ru: 'Это уже сделано.',
      uz: 'Bu allaqachon bajarilgan.',
    },
  },
  DUPLICATE_TRACKING_NUMBER: {
    reason: 'refused',
    says: {
      ko: '이미 등록된 송장번호입니다.',
      en: 'The invoice number is in use already.',
      ru: 'Этот трек-номер уже используется.',
      uz: 'Bu trek-raqam ishlatilmoqda.',
    },
  },
  TOO_MANY_REQUESTS: {
    reason: 'over_limit',
    says: {
      ko: '호출이 너무 많습니다.',
      en: 'Too many calls.',
      ru: 'Слишком много вызовов.',
      uz: 'Chaqiruvlar juda ko‘p.',
    },
  },
  INTERNAL_ERROR: {
    reason: 'down',
    says: {
      ko: '일시적인 장애입니다.',
      en: 'Out of order for the moment.',
      ru: 'Временный сбой.',
      uz: 'Vaqtinchalik nosozlik.',
    },
  },
};

export const ERROR_FACTS: readonly NativeErrorFacts[] = Object.entries(WORDS).map(
  ([code, { reason, says }]) => ({
    code,
    reason,
    says,
  }),
);

const STATUSES: Readonly<Record<number, TroubleReason>> = {
  400: 'refused',
  401: 'token_refused',
  403: 'missing_permission',
  404: 'not_found',
  409: 'wrong_state',
  429: 'over_limit',
  504: 'timeout',
};

const WORD = /^\[([A-Z_]+)\]/;

/** Names what is wrong with an answer, or undefined when it is good: a `resultCode` other than 0 counts inside a 200 too. */
export function troubleIn(answer: WireAnswer): Omit<Trouble, 'operation'> | undefined {
  const { code, text } = whatItSays(answer);
  const isOk = answer.status >= 200 && answer.status < 300;
  if (isOk && (code === undefined || code === '0')) return undefined;
  const word = WORD.exec(text)?.[1];
  const known = word !== undefined && Object.hasOwn(WORDS, word) ? WORDS[word] : undefined;
  return {
    reason: known?.reason ?? reasonOfStatus(answer.status, isOk),
    nativeCode: word ?? code,
    nativeText: text,
  };
}

function reasonOfStatus(status: number, isOk: boolean): TroubleReason {
  return STATUSES[status] ?? (status >= 500 ? 'down' : isOk ? 'refused' : 'unexplained');
}

function whatItSays({ json, text }: WireAnswer): {
  readonly code: string | undefined;
  readonly text: string;
} {
  if (typeof json !== 'object' || json === null) return { code: undefined, text: text.slice(0, 120) };
  const code = 'resultCode' in json ? json.resultCode : undefined;
  const message = 'message' in json && typeof json.message === 'string' ? json.message : '';
  const hasCode = typeof code === 'string' || typeof code === 'number';
  return { code: hasCode ? String(code) : undefined, text: message };
}
