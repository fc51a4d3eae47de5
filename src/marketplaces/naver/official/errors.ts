import { z } from 'zod';
import type { WireAnswer } from '../../kit/gate.ts';
import { MarketplaceError, type Trouble, type TroubleReason } from '../../kit/trouble.ts';

type Finding = Omit<Trouble, 'operation'>;

/** Codes of the gateway in front of every API, by prefix: some come with a suffix (sheet §5.2). */
const GATEWAY_CODES: readonly (readonly [prefix: string, reason: TroubleReason])[] = [
  ['GW.AUTHN', 'token_refused'],
  ['GW.AUTHZ', 'missing_permission'],
  ['GW.IP_NOT_ALLOWED', 'ip_not_allowed'],
  ['GW.NOT_FOUND', 'wrong_endpoint'],
  ['GW.RATE_LIMIT', 'over_limit'],
  ['GW.QUOTA_LIMIT', 'penalty'],
  ['GW.TIMEOUT', 'timeout'],
  ['GW.PROXY', 'down'],
  ['GW.BLOCK', 'down'],
  ['GW.INTERNAL_SERVER_ERROR', 'down'],
];

/** Codes of the order APIs, for one item inside a 200 or for a whole refused call (sheet §5.3). */
export const ORDER_CODES: Readonly<Record<string, TroubleReason>> = {
  '4000': 'refused',
  '000400': 'refused',
  '100001': 'not_found',
  '100003': 'not_found',
  '101009': 'wrong_shop',
  '101011': 'refused',
  '104105': 'refused',
  '104116': 'refused',
  '104117': 'refused',
  '104118': 'refused',
  '104119': 'refused',
  '104120': 'refused',
  '104121': 'refused',
  '104122': 'refused',
  '104131': 'refused',
  '104133': 'refused',
  '104138': 'refused',
  '104139': 'refused',
  '104417': 'wrong_state',
  '104441': 'refused',
  '104442': 'wrong_state',
  '104443': 'wrong_state',
  '104444': 'refused',
  '104445': 'refused',
  '104446': 'already_done',
  '104449': 'refused',
  '104450': 'refused',
  '105001': 'refused',
  '105002': 'refused',
  '105306': 'already_done',
  '105308': 'refused',
};

/** "Other": Naver itself does not say whether it was carried out, so the order has to be read again (sheet §5.3). */
export const UNDEFINED_CODE = '9999';

/** Words with which a repeated dispatch is turned away under varying codes (sheet §5.3). */
const ALREADY_DONE_WORDS = ['이미 발송', '이미 처리'];

/** What a code and text of the order APIs mean; `unexplained` for a code nobody has seen. */
export function orderReason(code: string, text: string): TroubleReason {
  if (ALREADY_DONE_WORDS.some((words) => text.includes(words))) return 'already_done';
  return (Object.hasOwn(ORDER_CODES, code) ? ORDER_CODES[code] : undefined) ?? 'unexplained';
}

const ErrorBody = z.object({
  code: z
    .union([z.string(), z.number().transform(String)])
    .optional()
    .catch(undefined),
  message: z.string().optional().catch(undefined),
  invalidInputs: z.array(z.object({ name: z.string().catch('') })).catch([]),
});

/** What an answer says about its own failure, whichever of the body shapes it has (sheet §5.1). */
export function errorBody(answer: WireAnswer): {
  readonly code: string | undefined;
  readonly text: string;
  /** Names of the inputs it calls invalid. */
  readonly inputs: readonly string[];
} {
  const { data } = ErrorBody.safeParse(answer.json);
  return {
    code: data?.code,
    text: data?.message ?? answer.text.slice(0, 120),
    inputs: data?.invalidInputs.map(({ name }) => name) ?? [],
  };
}

const HOUR_MS = 3_600_000;

/** Names what is wrong with an answer, or undefined when the call itself went through. */
export function classify(answer: WireAnswer): Finding | undefined {
  if (answer.status >= 200 && answer.status < 300) return undefined;
  const { code, text } = errorBody(answer);
  const finding = { nativeCode: code, nativeText: text };
  if (answer.status === 429 && answer.headers['gncp-gw-quota-period'] === 'HOURS') {
    // Own-store applications have no hourly quota: whoever sees one is being punished (sheet §1.3).
    return { ...finding, reason: 'penalty', waitMs: HOUR_MS };
  }
  const gateway = GATEWAY_CODES.find(([prefix]) => code?.startsWith(prefix));
  if (gateway !== undefined) return { ...finding, reason: gateway[1] };
  if (code !== undefined && Object.hasOwn(ORDER_CODES, code)) {
    // Order codes also come with status 500, but each of them says that nothing was done.
    return { ...finding, reason: orderReason(code, text), maybeApplied: false };
  }
  if (code === UNDEFINED_CODE && answer.status < 500) {
    return { ...finding, reason: 'unexplained', maybeApplied: true };
  }
  return { ...finding, reason: reasonOfStatus(answer.status, code !== undefined) };
}

function reasonOfStatus(status: number, hasCode: boolean): TroubleReason {
  if (status === 401) return 'token_refused';
  if (status === 403) return hasCode ? 'missing_permission' : 'edge_block';
  if (status === 404) return hasCode ? 'not_found' : 'wrong_endpoint';
  if (status === 408 || status === 504) return 'timeout';
  if (status === 429) return 'over_limit';
  if (status >= 500) return 'down';
  return status >= 400 ? 'refused' : 'wrong_endpoint';
}

/** Paging that does not move on would never end; failing is seen, and the next run tries again. */
export function goesInCircles(operation: string, nativeText: string): MarketplaceError {
  return new MarketplaceError({ reason: 'unexpected_shape', operation, nativeText });
}
