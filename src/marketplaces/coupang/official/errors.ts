import type { WireAnswer } from '../../kit/gate.ts';
import type { Trouble, TroubleReason } from '../../kit/trouble.ts';

/** One row of the error table: the first row that fits an answer names its trouble. */
interface ErrorRow {
  readonly status: number | ((status: number) => boolean);
  /** What the message must hold, where the status alone does not tell. */
  readonly says?: RegExp;
  /** True for the edge's HTML page, which answers in place of the gateway. */
  readonly html?: true;
  readonly reason: TroubleReason;
  readonly waitMs?: number;
  /** True for a 5xx that surely changed nothing. */
  readonly nothingDone?: true;
}

const EDGE_BLOCK_MS = 10 * 60_000;
const between = (from: number, to: number) => (status: number) => status >= from && status <= to;

/** Sheet §5, with the single look-up texts of §3.2. */
const ERRORS: readonly ErrorRow[] = [
  { status: 302, reason: 'account_blocked' },
  // Older clients saw 403 for a signature that had expired (sheet §5).
  { status: between(401, 403), says: /signature is expired/i, reason: 'clock_skew' },
  { status: 401, reason: 'wrong_key' },
  { status: 403, html: true, reason: 'edge_block', waitMs: EDGE_BLOCK_MS },
  { status: 403, says: /\bip\b/i, reason: 'ip_not_allowed' },
  { status: 403, reason: 'missing_permission' },
  { status: 400, says: /Invalid vendor ID/i, reason: 'wrong_shop' },
  {
    status: 400,
    says: /취소 또는 반품 되었습니다|유효하지 않은 주문번호|다른 판매자의 주문/,
    reason: 'not_found',
  },
  // Options, by any of the texts of seller_api: unknown, another seller's, or deleted (developers.coupangcorp.com
  // articles 360034156253, 360034156273, 360033645114). seller_api also fails inside HTTP 200 (sheet §5).
  {
    status: (status) => status === 400 || status === 200,
    says: /vendorItemId \d+ not found|\[vendorItemId=\d+\]|삭제된 상품은 변경이 불가능/i,
    reason: 'not_found',
  },
  // Products: unknown, another seller's, or being saved at this moment (article 360033644994); on sale or in review
  // when they may not be (sheet §3.6).
  {
    status: (status) => status === 400 || status === 200,
    says: /상품\(\d+\)의 데이터가 없습니다|의 상품을 조회할 수 없습니다/,
    reason: 'not_found',
  },
  {
    status: (status) => status === 400 || status === 200,
    says: /등록 또는 수정되고 있습니다|판매중인 상품은 삭제할 수 없습니다|승인대기중/,
    reason: 'wrong_state',
  },
  { status: 400, says: /배송상태를 변경할 수 없습니다/, reason: 'wrong_state' },
  { status: 400, reason: 'refused' },
  // Our paths are fixed and served, so the one part of them that an account can have wrong is its vendorId.
  { status: 404, reason: 'wrong_shop' },
  { status: 429, reason: 'over_limit' },
  { status: 410, reason: 'wrong_endpoint' },
  { status: 412, reason: 'wrong_endpoint' },
  { status: 423, reason: 'wrong_endpoint' },
  // The quantity of a claim's answer must be that of the whole receipt (sheet §3.3).
  { status: 500, says: /cancelCount가 일치하지 않습니다/, reason: 'refused', nothingDone: true },
  { status: 504, reason: 'timeout' },
  { status: 521, reason: 'timeout' },
  { status: 524, reason: 'timeout' },
  { status: between(500, 599), reason: 'down' },
];

/** What an answer says of itself, whichever of the envelopes of sheet §3 it came in. */
interface Said {
  readonly status: number;
  readonly code: string | undefined;
  readonly message: string | undefined;
}

const GOOD_CODES: ReadonlySet<string> = new Set(['200', 'SUCCESS', 'OK']);

/**
 * Names what is wrong with an answer, or undefined when it is good. `code` inside the body counts as much as
 * the HTTP status: failures come as HTTP 200 too (sheet §7.13).
 */
export function troubleIn(
  answer: WireAnswer,
  keyHasExpired: boolean,
): Omit<Trouble, 'operation'> | undefined {
  const said = whatItSays(answer);
  const failedInside = said.code !== undefined && !GOOD_CODES.has(said.code);
  if (isOk(answer) && !failedInside) return undefined;
  const row = ERRORS.find((candidate) => fits(candidate, answer, said));
  const reason = row?.reason ?? (isOk(answer) ? 'refused' : 'unexplained');
  return {
    reason: reason === 'wrong_key' && keyHasExpired ? 'expired_key' : reason,
    nativeCode: said.code,
    nativeText: said.message ?? answer.text.slice(0, 120),
    waitMs: retryAfterMs(answer) ?? row?.waitMs,
    ...(row?.nothingDone === true ? { maybeApplied: false } : {}),
    skewMs: reason === 'clock_skew' ? (answer.skewMs ?? undefined) : undefined,
  };
}

function isOk({ status }: WireAnswer): boolean {
  return status >= 200 && status < 300;
}

function fits(row: ErrorRow, answer: WireAnswer, said: Said): boolean {
  const status = typeof row.status === 'number' ? row.status === said.status : row.status(said.status);
  const html = row.html === undefined || (answer.json === undefined && answer.text.includes('<'));
  return status && html && (row.says === undefined || row.says.test(said.message ?? ''));
}

/** With HTTP 200 around it, a numeric code in the body stands in for the status: `{"code":"400",…}`. */
function whatItSays(answer: WireAnswer): Said {
  const outer = codeAndMessage(answer.json);
  const inner = codeAndMessage(outer.data);
  const failed = inner.code !== undefined && !GOOD_CODES.has(inner.code) ? inner : outer;
  const inside = Number(failed.code);
  const status = isOk(answer) && inside >= 300 && inside <= 599 ? inside : answer.status;
  return { status, code: failed.code, message: failed.message };
}

function codeAndMessage(json: unknown): { code?: string; message?: string; data?: unknown } {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return {};
  const code = 'code' in json ? json.code : undefined;
  const message = 'message' in json ? json.message : undefined;
  return {
    ...(typeof code === 'string' || typeof code === 'number' ? { code: String(code) } : {}),
    ...(typeof message === 'string' ? { message } : {}),
    ...('data' in json ? { data: json.data } : {}),
  };
}

/** Not documented for Coupang, honoured when it comes (sheet §2). */
function retryAfterMs({ headers }: WireAnswer): number | undefined {
  const seconds = Number(headers['retry-after']);
  return Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : undefined;
}
