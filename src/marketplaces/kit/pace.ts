import type { Limit } from './bucket.ts';

/**
 * How a limit is kept: a call may be granted when the pace's next moment has come, and moves that moment on to
 * `max(next, now - slackMs) + gapMs`.
 */
export interface Pace {
  /** Time between two calls. */
  readonly gapMs: number;
  /** How far the pace may run behind and still catch up; for a token bucket, the time its spare tokens are worth. */
  readonly slackMs: number;
  /** How many calls fit at once. */
  readonly atOnce: number;
}

/** A call leaves at most this long after its grant, or its grant is void. */
export const LATEST_SEND_MS = 100;
/** How much longer one call may be on its way than another before a full window could hold one too many. */
const WIRE_JITTER_MS = 100;
/** The share of a gap that may be caught up, for the milliseconds that a grant costs. */
const CATCH_UP = 0.2;

/**
 * The pace that keeps a limit, whatever the moments at which calls are asked for.
 *
 * Let g be the gap and s the slack. After the first of k grants the next moment is at least t1 - s + g, after k - 1 of
 * them t1 - s + (k-1)g, and the k-th came no earlier: (k-1)g <= tk - t1 + s. So a stretch of time shorter than W holds
 * at most ceil((W + s) / g) grants. With g = T / (N m) and s <= T(1-m)/m - J, a stretch shorter than T + J holds at
 * most ceil(T / (m g)) = N: no window of T holds more than N calls, even if calls reach the marketplace up to J
 * earlier or later than each other after their grants. J is the latest send and the jitter of the wire.
 *
 * With tokens: s = (b-1)g + c, and j calls more than b take at least (j - c/g)g, in which the marketplace refills
 * (j - c/g)/m >= j tokens as long as c <= (1-m)g.
 */
export function paceOf(limit: Limit, margin: number): Pace {
  const gapMs = limit.perMs / (limit.calls * margin);
  const catchUpMs = Math.min(CATCH_UP, 1 - margin) * gapMs;
  if (typeof limit.burst === 'number') {
    const atOnce = Math.max(1, Math.floor(limit.burst * margin));
    return { gapMs, slackMs: (atOnce - 1) * gapMs + catchUpMs, atOnce };
  }
  const spareMs = (limit.perMs * (1 - margin)) / margin - LATEST_SEND_MS - WIRE_JITTER_MS;
  return { gapMs, slackMs: Math.max(0, Math.min(catchUpMs, spareMs)), atOnce: 1 };
}

/** How many calls a limit that counts them one by one lets us plan in its window. */
export function plannedCalls(limit: Limit, margin: number): number {
  return Math.max(1, Math.floor(limit.calls * margin));
}
