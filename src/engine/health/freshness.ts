import type { FeedFacts } from '../../marketplaces/kit/edition.ts';
import type { Account } from '../../store/accounts.ts';
import type { AccountWork } from '../../store/health/account-work.ts';

/** How fresh what was read from one feed is. */
export interface Freshness {
  readonly feed: FeedFacts;
  /** When it was last read to its end; null when it never was. */
  readonly readAt: Date | null;
  readonly isLate: boolean;
}

/** A reading takes its time, and calls wait for their budget. */
const GRACE_MS = 5 * 60_000;

/**
 * Tells which feeds are later than the edition promises. How often an account is read is the seller's choice: a feed
 * counts as late only when readings fail, or when nobody comes to do the next one.
 */
export function freshnessOf(
  feeds: readonly FeedFacts[],
  reads: ReadonlyMap<string, Date>,
  account: Pick<Account, 'enabled' | 'health' | 'createdAt'>,
  work: AccountWork,
  now: Date,
): readonly Freshness[] {
  const fails = account.health === 'degraded' || account.health === 'unhealthy';
  const isLeft = work.nextReadAt !== null && now.getTime() - work.nextReadAt.getTime() > GRACE_MS;
  return feeds.map((feed) => {
    const readAt = reads.get(feed.name) ?? null;
    const dueAt = (readAt ?? account.createdAt).getTime() + feed.everyMs + GRACE_MS;
    return { feed, readAt, isLate: account.enabled && (fails || isLeft) && now.getTime() > dueAt };
  });
}
