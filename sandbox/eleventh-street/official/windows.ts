import type { WireAnswer } from '../../frame/marketplace.ts';
import { CallRefused, type GrantedCall } from '../gateway/call.ts';
import { ordersNote } from '../gateway/xml.ts';
import { DAY_MS, MINUTE_MS, parseMinute } from '../time.ts';

/** A span of time; the end is not part of it. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** What a list says about a window it does not take, and how long one may be (sheet §5.2). */
export interface WindowRule {
  readonly days: number;
  readonly badStart: number;
  readonly badEnd: number;
  readonly tooLong: number;
}

const orders = (badStart: number, badEnd: number, tooLong: number): WindowRule => ({
  days: 7,
  badStart,
  badEnd,
  tooLong,
});

/** The rules by list. The same code means a bad end on `complete` and a window too long on `standby` (sheet §5.2). */
export const WINDOW_RULES = {
  complete: orders(-3103, -3104, -3105),
  standby: orders(-3102, -3103, -3104),
  packaging: orders(-3203, -3204, -3205),
  shipping: orders(-3303, -3304, -3305),
  completed: orders(-3902, -3903, -3904),
  // The sheet names no codes for bad dates in claim lists.
  cancels: { days: 30, badStart: -1, badEnd: -1, tooLong: -28008 },
  claims: { days: 30, badStart: -1, badEnd: -1, tooLong: -29008 },
} as const satisfies Readonly<Record<string, WindowRule>>;

/** The window a list call asks for; the minute of its end is part of it. Refuses one that breaks the list's rule. */
export function readWindow({ params }: GrantedCall, rule: WindowRule): Span {
  const from = parseMinute(params.start ?? '');
  if (from === undefined) refuse(rule.badStart, '조회 시작일시 형식이 올바르지 않습니다.');
  const to = parseMinute(params.end ?? '');
  if (to === undefined || to < from) refuse(rule.badEnd, '조회 종료일시 형식이 올바르지 않습니다.');
  if (to - from > rule.days * DAY_MS) refuse(rule.tooLong, `조회기간은 ${rule.days}일을 초과할 수 없습니다.`);
  return { from, to: to + MINUTE_MS };
}

/** Whether a moment lies in a span. */
export function isWithin({ from, to }: Span, at: number | null): boolean {
  return at !== null && at >= from && at < to;
}

function refuse(code: number, text: string): never {
  const answer: WireAnswer = ordersNote(code, text);
  throw new CallRefused(answer);
}
