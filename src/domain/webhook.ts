import type { Instant } from './order.ts';

/** The event that an endpoint is sent when somebody tries it out. */
export const WEBHOOK_TEST = 'webhook.test';

/** Standard Webhooks advises to stay below 20 kB. */
const MAX_BODY_BYTES = 20_000;

export interface WebhookMessage {
  readonly type: string;
  readonly occurredAt: Instant;
  readonly account: number | null;
  readonly data: Readonly<Record<string, unknown>>;
}

/**
 * The body of a webhook: `type`, `timestamp` and `data`. The same message gives the same bytes at every try. Data
 * too large for one loses its lists and objects and is marked `cut`; what is left names what to read by the API.
 */
export function webhookBody({ type, occurredAt, account, data }: WebhookMessage): string {
  const named = account === null ? data : { account_id: account, ...data };
  const whole = JSON.stringify({ type, timestamp: occurredAt, data: named });
  if (Buffer.byteLength(whole) <= MAX_BODY_BYTES) return whole;
  const short = Object.entries(named).filter(
    ([, value]) => typeof value !== 'object' && String(value).length <= MOST_OF_A_CUT_VALUE,
  );
  return JSON.stringify({
    type,
    timestamp: occurredAt,
    data: { ...Object.fromEntries(short.slice(0, MOST_CUT_VALUES)), cut: true },
  });
}

const MOST_OF_A_CUT_VALUE = 200;
const MOST_CUT_VALUES = 30;

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** How long after each failed try the next one comes; the first try is made at once. Together a little under a day. */
const PAUSES_MS = [
  5 * SECOND,
  30 * SECOND,
  2 * MINUTE,
  10 * MINUTE,
  30 * MINUTE,
  HOUR,
  2 * HOUR,
  4 * HOUR,
  8 * HOUR,
  8 * HOUR,
] as const;
const LAST_PAUSE_MS = 8 * HOUR;

/** A message is tried for this long, and an endpoint that fails for this long is paused. */
export const PATIENCE_MS = 24 * HOUR;
/** A receiver that asks for more time gets at most this much. */
const LONGEST_WISH_MS = 2 * HOUR;
/** Pauses are shortened by up to this share, so that messages that failed together do not come back together. */
const JITTER = 0.1;

/**
 * How long to wait after a failed try, or null to give up. `tries` counts this one; `ageMs` is the time since the
 * first. `askedMs` is the receiver's own Retry-After. `chance` is from 0 to 1.
 */
export function pauseAfterFailure(facts: {
  readonly tries: number;
  readonly ageMs: number;
  readonly askedMs: number | null;
  readonly chance: number;
}): number | null {
  const { tries, ageMs, askedMs, chance } = facts;
  const usual = (PAUSES_MS[tries - 1] ?? LAST_PAUSE_MS) * (1 - JITTER * chance);
  const pause = Math.max(usual, Math.min(askedMs ?? 0, LONGEST_WISH_MS));
  const leftMs = PATIENCE_MS - ageMs;
  if (pause <= leftMs) return Math.round(pause);
  // Tries that came late leave some over: the last one is then made when the day ends.
  return tries <= PAUSES_MS.length && leftMs > 0 ? leftMs : null;
}

/** How an endpoint has been answering. */
export interface EndpointRecord {
  /** In a row, since the last success. */
  readonly failures: number;
  readonly failingSince: Date | null;
  readonly lastFailureAt: Date | null;
  readonly lastSuccessAt: Date | null;
  /** Nothing is sent before. */
  readonly quietUntil: Date | null;
}

export interface TryOutcome {
  readonly ok: boolean;
  readonly at: Date;
  /** When the round of tries began that this one belongs to. */
  readonly roundStartedAt: Date;
  /** Whether the message was given up with this try. */
  readonly gaveUp: boolean;
  /** 410 Gone: the receiver wants nothing more. */
  readonly gone: boolean;
}

/** After so many failures in a row an endpoint counts as out of order: one careful try at a time. */
export const OUT_OF_ORDER = 3;
const LONGEST_QUIET_MS = 10 * MINUTE;
/** Longer than the longest pause between two tries: failures further apart are two stories, not one. */
const SAME_STORY_MS = 12 * HOUR;

/** What an endpoint's record is after one more try. */
export function recordAfter(before: EndpointRecord, outcome: TryOutcome): EndpointRecord {
  if (outcome.ok) {
    return {
      failures: 0,
      failingSince: null,
      lastFailureAt: before.lastFailureAt,
      lastSuccessAt: outcome.at,
      quietUntil: null,
    };
  }
  const sinceLast = outcome.at.getTime() - (before.lastFailureAt?.getTime() ?? 0);
  const failures = before.failures + 1;
  return {
    failures,
    failingSince:
      before.failingSince === null || sinceLast > SAME_STORY_MS ? outcome.at : before.failingSince,
    lastFailureAt: outcome.at,
    lastSuccessAt: before.lastSuccessAt,
    quietUntil:
      failures < OUT_OF_ORDER ? null : new Date(outcome.at.getTime() + quietMs(failures - OUT_OF_ORDER)),
  };
}

function quietMs(step: number): number {
  return Math.min(PAUSES_MS[step] ?? LONGEST_QUIET_MS, LONGEST_QUIET_MS);
}

/** Why an endpoint is to be paused after a try, or null. `after` is its record with the try in it. */
export function pauseReason(after: EndpointRecord, outcome: TryOutcome): 'gone' | 'failing' | null {
  if (outcome.ok) return null;
  if (outcome.gone) return 'gone';
  const failingMs = after.failingSince === null ? 0 : outcome.at.getTime() - after.failingSince.getTime();
  if (failingMs >= PATIENCE_MS) return 'failing';
  const sinceRound = after.lastSuccessAt !== null && after.lastSuccessAt >= outcome.roundStartedAt;
  return outcome.gaveUp && !sinceRound ? 'failing' : null;
}
