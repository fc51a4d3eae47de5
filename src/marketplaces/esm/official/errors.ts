import type { Fields } from '../../kit/decode.ts';
import type { NativeErrorFacts } from '../../kit/edition.ts';
import type { WireAnswer } from '../../kit/gate.ts';
import { type MarketplaceError, retryHelps, type Trouble, type TroubleReason } from '../../kit/trouble.ts';
import { withCanonicalKeys } from './canonical-keys.ts';
import type { ErrorRow } from './error-rows/row.ts';
import { ERROR_ROWS } from './error-table.ts';

/** HTTP statuses of answers whose body has no code that says more (sheet §5). */
const STATUSES: readonly (readonly [status: number, reason: TroubleReason])[] = [
  [400, 'refused'],
  [403, 'edge_block'],
  [404, 'wrong_endpoint'],
  [408, 'timeout'],
  [429, 'over_limit'],
  [504, 'timeout'],
];

interface Caller {
  readonly keyHasExpired: boolean;
  /** Whether the call needs a permission of its own. */
  readonly restricted: boolean;
  /** Whether its path names a thing, which may not be there. */
  readonly names: boolean;
}

/** Names what is wrong with an answer, or undefined when it is good: a 200 alone says nothing (sheet §2). */
export function troubleIn(answer: WireAnswer, caller: Caller): Omit<Trouble, 'operation'> | undefined {
  const { code, text } = whatItSays(answer);
  if (answer.status === 401 || code === '401') {
    return { reason: unauthorised(caller), nativeCode: code, nativeText: text };
  }
  if (code !== undefined) {
    const row = rowFor(code, text);
    if (row === undefined && isOk(answer)) {
      return { reason: 'unexplained', nativeCode: code, nativeText: text };
    }
    if (row !== undefined) {
      return {
        reason: row.reason,
        nativeCode: code,
        nativeText: text,
        waitMs: row.waitMs,
        // A code of theirs says what became of the call, whatever the HTTP status around it.
        maybeApplied: row.maybeApplied ?? false,
      };
    }
  }
  if (isOk(answer)) return undefined;
  if (answer.status === 404 && caller.names)
    return { reason: 'not_found', nativeCode: '404', nativeText: text };
  return { reason: reasonOfStatus(answer.status), nativeCode: code, nativeText: text };
}

/** One answer for a bad signature, a foreign address and a missing permission alike (sheet §1). */
function unauthorised({ keyHasExpired, restricted }: Caller): TroubleReason {
  if (restricted) return 'missing_permission';
  return keyHasExpired ? 'expired_key' : 'wrong_key';
}

function reasonOfStatus(status: number): TroubleReason {
  const known = STATUSES.find(([candidate]) => candidate === status);
  if (known !== undefined) return known[1];
  return status >= 500 ? 'down' : 'unexplained';
}

function isOk({ status }: WireAnswer): boolean {
  return status >= 200 && status < 300;
}

function rowFor(code: string, text: string): ErrorRow | undefined {
  return ERROR_ROWS.find((row) => row.code === code && (row.says === undefined || row.says.test(text)));
}

/** Whether the very same call may work later. */
export function worksLater({ reason, trouble }: MarketplaceError): boolean {
  const row =
    trouble.nativeCode === undefined ? undefined : rowFor(trouble.nativeCode, trouble.nativeText ?? '');
  return row?.later ?? retryHelps(reason);
}

interface Said {
  /** Undefined for success, and where the answer has no code. */
  readonly code: string | undefined;
  readonly text: string;
}

/** Codes that mean success; item reads have none at all (sheet §2). */
const GOOD = new Set(['0', 'success']);

/** The item core hides its own code in the text (sheet §5). */
const INNER_CODE = /\b([FAZ]001000)\b/;

function whatItSays({ json, text }: WireAnswer): Said {
  const body = withCanonicalKeys(json);
  if (!isFields(body)) return { code: undefined, text: text.slice(0, 120) };
  const { Status: status } = body;
  if (isFields(status) && status.status_code !== undefined) {
    return { code: String(status.status_code), text: textOf(status.Message) };
  }
  const said = textOf(body.Message);
  const rule = textOf(body.BizRuleCode);
  if (isGood(body.ResultCode)) return { code: undefined, text: said };
  return { code: INNER_CODE.exec(said)?.[1] ?? (rule === '' ? String(body.ResultCode) : rule), text: said };
}

function isGood(code: unknown): boolean {
  return code === undefined || code === null || GOOD.has(String(code).toLowerCase());
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const HTTP_FACTS: readonly NativeErrorFacts[] = [
  {
    code: '401',
    reason: 'wrong_key',
    says: {
      ko: '마스터 ID나 비밀 키가 틀렸거나, 서버 IP 또는 이 API의 권한이 등록되지 않았습니다.',
      en: 'The master ID or secret is wrong, or this server’s address or the permission for this API is not registered.',
      ru: 'Неверны мастер-ID или секретный ключ, либо не зарегистрирован IP сервера или право на этот API.',
      uz: 'Master ID yoki maxfiy kalit noto‘g‘ri yoki server IP manzili yoxud bu API ga huquq ro‘yxatga olinmagan.',
    },
  },
  {
    code: '429',
    reason: 'over_limit',
    says: {
      ko: '호출이 너무 많습니다.',
      en: 'Too many calls.',
      ru: 'Слишком много вызовов.',
      uz: 'Chaqiruvlar juda ko‘p.',
    },
  },
  ...['500', '502', '503', '504'].map(
    (code): NativeErrorFacts => ({
      code,
      reason: code === '504' ? 'timeout' : 'down',
      says: {
        ko: 'ESM에 일시적인 장애가 있습니다.',
        en: 'ESM is out of order for the moment.',
        ru: 'У ESM временный сбой.',
        uz: 'ESM da vaqtinchalik nosozlik.',
      },
    }),
  ),
];

/** The error tables as the edition tells them. */
export const ERROR_FACTS: readonly NativeErrorFacts[] = [
  ...HTTP_FACTS,
  ...ERROR_ROWS.map(({ code, where, reason, means }) => ({
    code,
    ...(where === undefined ? {} : { where }),
    reason,
    says: means,
  })),
];
