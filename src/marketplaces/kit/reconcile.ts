import type { Edition } from './edition.ts';

/** How an account's open orders are looked after once the feeds stop showing them (law 4). */
export interface ReconcilePlan {
  /** An open order not seen for this long is read by id. */
  readonly seenWithinMs: number;
  /** How far back the feeds list open orders; older ones are only ever seen by id. */
  readonly reachMs: number;
  readonly perRound: number;
  /** Orders older than this are looked after no more. */
  readonly followedForMs: number;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const PER_ROUND = 60;
/** Longer than any marketplace's lists go back, and than claims usually stay open. */
const FOLLOWED_FOR_MS = 120 * DAY_MS;

/**
 * Derives the plan from what the edition's feeds promise: an order that was missed once, as when a page was cut or
 * shifted, comes with the next turn of its feed, so only after two turns its absence means something.
 */
export function reconcileOf({ feeds, reconcile }: Pick<Edition, 'feeds' | 'reconcile'>): ReconcilePlan {
  const slowest = Math.max(0, ...feeds.map(({ everyMs, lateMs }) => 2 * everyMs + lateMs));
  const rolling = feeds.filter(({ reachFrom }) => reachFrom === 'now').map(({ reachMs }) => reachMs);
  return {
    seenWithinMs: reconcile?.openOrderSeenWithinMs ?? Math.max(HOUR_MS, slowest + HOUR_MS),
    reachMs: Math.max(0, ...rolling),
    perRound: reconcile?.perRound ?? PER_ROUND,
    followedForMs: reconcile?.followedForMs ?? FOLLOWED_FOR_MS,
  };
}
