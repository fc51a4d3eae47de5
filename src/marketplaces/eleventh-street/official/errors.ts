import { MINUTE_MS, SECOND_MS } from '../../kit/bucket.ts';
import type { WireAnswer } from '../../kit/gate.ts';
import type { Trouble, TroubleReason } from '../../kit/trouble.ts';
import { meaningOf } from './native-errors.ts';
import { type Said, saidIn } from './said.ts';

/** What clients wait when they are throttled without being told for how long (sheet §2). */
const THROTTLED_MS = 5 * SECOND_MS;
const OVERLOADED_MS = 10 * SECOND_MS;
/** Maintenance is tried again after minutes (sheet §5.2). */
const MAINTENANCE_MS = 5 * MINUTE_MS;

/** Empty lists, told as a failure (sheet §5.2). */
const EMPTY = /해당 건이 없습니다|조회된 결과가 없습니다|검색된 대상이 없습니다/;

/** Answers that concern the account or 11st as a whole, and say for sure that nothing was done. */
const NOT_DONE: ReadonlySet<TroubleReason> = new Set<TroubleReason>([
  'wrong_key',
  'expired_key',
  'ip_not_allowed',
  'wrong_endpoint',
]);

type Found = Omit<Trouble, 'operation'>;

/**
 * Names what is wrong with an answer, or undefined when it is good. What an action says of its own target is left to
 * the one who asked.
 */
export function troubleIn(answer: WireAnswer, keyHasExpired: boolean): Found | undefined {
  const said = legible(answer.json);
  const inside = said === undefined ? undefined : troubleSaid(said, answer.status);
  const found = inside ?? (isAboutItsTarget(said, answer.status) ? undefined : troubleOfStatus(answer, said));
  if (found === undefined) return undefined;
  const reason = found.reason === 'wrong_key' && keyHasExpired ? 'expired_key' : found.reason;
  return { ...found, reason, ...(NOT_DONE.has(reason) ? { maybeApplied: false } : {}) };
}

/** What 11st does not mean of a target, whatever the answer's document says. */
const THROTTLED: ReadonlySet<number> = new Set([429, 503, 504]);

/** Product calls say what is wrong with their product in a document of its own, with whatever status (sheet §5.1). */
function isAboutItsTarget(said: Said | undefined, status: number): boolean {
  return said?.root === 'ClientMessage' && said.code !== null && !THROTTLED.has(status);
}

function legible(document: unknown): Said | undefined {
  try {
    return saidIn(document);
  } catch {
    return undefined;
  }
}

/** Codes inside a 200 count as much as the status (sheet §5.1). */
function troubleSaid({ root, code, text }: Said, status: number): Found | undefined {
  if (text.includes('OpenAPI Key 에 해당하는 유저가 없습니다')) return told('wrong_key', code, text);
  if (code === '-1000') return { ...told('down', code, text), waitMs: MAINTENANCE_MS };
  if (code === '-997') return told('wrong_endpoint', code, text);
  if (root === 'AuthMessage')
    return told(text.startsWith('[IP]') ? 'ip_not_allowed' : 'unexplained', code, text);
  if (status !== 200 || root === 'ResultOrder' || root === 'ClientMessage') return undefined;
  if (root === 'inOutAddresss') {
    return text === '' || text === 'SUCCESS' ? undefined : told('unexplained', code, text);
  }
  if (code === null || code === '0' || EMPTY.test(text)) return undefined;
  return told(meaningOf(code, text)?.reason ?? 'unexplained', code, text);
}

function troubleOfStatus(answer: WireAnswer, said: Said | undefined): Found | undefined {
  const { status } = answer;
  if (status >= 200 && status < 300) return undefined;
  const words = { nativeCode: said?.code ?? undefined, nativeText: said?.text || answer.text.slice(0, 120) };
  if (status === 429) return { reason: 'over_limit', waitMs: retryAfterMs(answer) ?? THROTTLED_MS, ...words };
  if (status === 503) return { reason: 'down', waitMs: retryAfterMs(answer) ?? OVERLOADED_MS, ...words };
  if (status === 504) return { reason: 'timeout', waitMs: retryAfterMs(answer) ?? OVERLOADED_MS, ...words };
  if (status >= 500) return { reason: 'down', ...words };
  if (status === 401) return { reason: 'wrong_key', ...words };
  if (status === 403) return { reason: 'edge_block', ...words };
  if (status === 404) return { reason: 'wrong_endpoint', ...words };
  return { reason: 'unexplained', ...words };
}

function told(reason: TroubleReason, code: string | null, text: string): Found {
  return { reason, nativeCode: code ?? undefined, nativeText: text };
}

function retryAfterMs({ headers }: WireAnswer): number | undefined {
  const seconds = Number(headers['retry-after']);
  return Number.isFinite(seconds) && seconds > 0 ? seconds * SECOND_MS : undefined;
}
