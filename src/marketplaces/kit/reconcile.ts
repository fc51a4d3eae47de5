import type { Edition, FeedFacts } from './edition.ts';

/** How an account's open orders are looked after once the feeds stop showing them (law 4). */
export interface ReconcilePlan {
  /** An open order not seen for this long is read by id; by its status, where a feed lists that status whole. */
  readonly seenWithinMs: number;
  readonly seenWithinMsByStatus: Readonly<Record<string, number>>;
  /** How far back the feeds list open orders; older ones are only ever seen by id. */
  readonly reachMs: number;
  readonly perRound: number;
  /** Orders older than this are looked after no more. */
  readonly followedForMs: number;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** For the time that a run takes, and a marketplace to show what it lists. */
const SLACK_MS = 10 * MINUTE_MS;
const PER_ROUND = 60;
/** Longer than any marketplace's lists go back, and than claims usually stay open. */
const FOLLOWED_FOR_MS = 120 * DAY_MS;

/**
 * Derives the plan from what the edition's feeds promise: an order that was missed once, as when a page was cut or
 * shifted, comes with the next turn of its feed, so only after two turns its absence means something.
 */
export function reconcileOf({ feeds, reconcile }: Pick<Edition, 'feeds' | 'reconcile'>): ReconcilePlan {
  const given = reconcile?.openOrderSeenWithinMs;
  const rolling = feeds.filter(({ reachFrom }) => reachFrom === 'now').map(({ reachMs }) => reachMs);
  return {
    seenWithinMs: given ?? Math.max(HOUR_MS, slowest(feeds) + HOUR_MS),
    seenWithinMsByStatus: given === undefined ? byStatus(feeds) : {},
    reachMs: Math.max(0, ...rolling),
    perRound: reconcile?.perRound ?? PER_ROUND,
    followedForMs: reconcile?.followedForMs ?? FOLLOWED_FOR_MS,
  };
}

function slowest(feeds: readonly FeedFacts[]): number {
  return Math.max(0, ...feeds.map(({ everyMs, lateMs }) => 2 * everyMs + lateMs));
}

/** An order may be in any feed that lists its status, so the slowest of them counts. */
function byStatus(feeds: readonly FeedFacts[]): Readonly<Record<string, number>> {
  const statuses = new Set(feeds.flatMap(({ lists = [] }) => lists));
  return Object.fromEntries(
    [...statuses].map((status) => [
      status,
      slowest(feeds.filter(({ lists = [] }) => lists.includes(status))) + SLACK_MS,
    ]),
  );
}
