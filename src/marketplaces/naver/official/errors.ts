import { z } from 'zod';
import type { WireAnswer } from '../../kit/gate.ts';
import { MarketplaceError, type Trouble, type TroubleReason } from '../../kit/trouble.ts';
import { GATEWAY_FACTS, ORDER_FACTS, UNDEFINED_CODE } from './error-facts.ts';

type Finding = Omit<Trouble, 'operation'>;

/** Codes of the order APIs with what they mean (sheet §5.3). */
const ORDER_CODES: ReadonlyMap<string, TroubleReason> = new Map(
  ORDER_FACTS.map(({ code, reason }) => [code, reason]),
);

/** Words with which a repeated dispatch is turned away under varying codes (sheet §5.3). */
const ALREADY_DONE_WORDS = ['이미 발송', '이미 처리'];

/** What a code and text of the order APIs mean; `unexplained` for a code nobody has seen. */
export function orderReason(code: string, text: string): TroubleReason {
  if (ALREADY_DONE_WORDS.some((words) => text.includes(words))) return 'already_done';
  return ORDER_CODES.get(code) ?? 'unexplained';
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
  const inputs = data?.invalidInputs.map(({ name }) => name) ?? [];
  const text = data?.message ?? answer.text.slice(0, 120);
  // Products have many fields, and the text alone does not always say which is meant.
  const fields = inputs.filter((name) => name.includes('.'));
  return {
    code: data?.code,
    text: fields.length === 0 ? text : `${text} (${fields.join(', ')})`,
    inputs,
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
  const gateway = GATEWAY_FACTS.find((known) => code?.startsWith(known.code));
  if (gateway !== undefined) return { ...finding, reason: gateway.reason };
  if (code !== undefined && ORDER_CODES.has(code)) {
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
