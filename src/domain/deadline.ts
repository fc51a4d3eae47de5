import { endOfBusinessDay } from './business-days.ts';
import { type ClaimKind, type ClaimState, isClosedClaim } from './claim.ts';
import type { Instant } from './order.ts';

/** What must happen before a claim's deadline: an answer to the buyer, the money back, the new goods on their way. */
export const CLAIM_DUTIES = ['answer', 'refund', 'reship'] as const;
export type ClaimDuty = (typeof CLAIM_DUTIES)[number];

/** How long a clock runs. */
export type Span = { readonly hours: number } | { readonly days: number } | { readonly businessDays: number };

/** A clock that runs while a claim is in some states. */
export interface Timer {
  readonly kind: ClaimKind;
  readonly in: readonly ClaimState[];
  readonly must: ClaimDuty;
  readonly from: 'requested' | 'collected';
  readonly within: Span;
}

export interface TimedClaim {
  readonly kind: ClaimKind;
  readonly state: ClaimState | null;
  readonly requestedAt: Instant;
  readonly collectedAt: Instant | null;
  /** When the marketplace decides by itself, where it said so. */
  readonly decidesAt: Instant | null;
}

export interface Due {
  readonly at: Date;
  readonly for: ClaimDuty;
}

/**
 * The law behind every marketplace in Korea: the money goes back within three business days after the goods did
 * (E-Commerce Act, article 18 (2)).
 */
export const LEGAL_TIMERS: readonly Timer[] = [
  {
    kind: 'return',
    in: ['collected', 'on_hold'],
    must: 'refund',
    from: 'collected',
    within: { businessDays: 3 },
  },
];

/** Orders that were paid leave within three business days unless a later day was agreed on (article 15 (1)). */
export const LEGAL_SHIP_WITHIN = 3;

export function endOfSpan(from: Date, span: Span): Date {
  if ('businessDays' in span) return endOfBusinessDay(from, span.businessDays);
  const hours = 'hours' in span ? span.hours : span.days * 24;
  return new Date(from.getTime() + hours * 3_600_000);
}

/** The next deadline of a claim: whatever ends first of the clocks that run. Null when nobody has to do anything. */
export function dueOf(claim: TimedClaim, timers: readonly Timer[]): Due | null {
  const { kind, state, decidesAt } = claim;
  if (state === null || isClosedClaim(state)) return null;
  const ends = [...timers, ...LEGAL_TIMERS].flatMap((timer): readonly Due[] => {
    if (timer.kind !== kind || !timer.in.includes(state)) return [];
    const from = timer.from === 'requested' ? claim.requestedAt : claim.collectedAt;
    return from === null ? [] : [{ at: endOfSpan(new Date(from), timer.within), for: timer.must }];
  });
  const told = decidesAt === null ? [] : [{ at: new Date(decidesAt), for: ends[0]?.for ?? 'answer' }];
  return [...ends, ...told].reduce<Due | null>(
    (first, due) => (first === null || due.at < first.at ? due : first),
    null,
  );
}

/** How urgent a deadline is, in the owner's words: it passed, ends within hours, today, or later. */
export type Urgency = 'overdue' | 'soon' | 'today' | 'later';

/** A deadline this close is told of by an event. */
export const SOON_MS = 4 * 3_600_000;

export function urgencyOf(dueAt: Date, now: Date, endOfToday: Date): Urgency {
  const left = dueAt.getTime() - now.getTime();
  if (left < 0) return 'overdue';
  if (left <= SOON_MS) return 'soon';
  return dueAt <= endOfToday ? 'today' : 'later';
}
