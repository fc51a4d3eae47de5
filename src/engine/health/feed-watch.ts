import type { FeedFacts } from '../../marketplaces/kit/edition.ts';
import type { FeedSteps } from '../../store/health/feed-reads.ts';

/** Follows the batches of one run through `changes` and tells which feeds were begun and read to their end. */
export interface FeedWatch {
  /** What a group of batches has begun and ended. A feed ends where the next one begins. */
  see(group: readonly { readonly feed: string }[]): FeedSteps;
  /** What the end of the run has ended: the last feed, and those that are read at every run. */
  finish(feeds: readonly FeedFacts[]): FeedSteps;
}

/** Watches a run that began at the time given. */
export function feedWatch(at: Date): FeedWatch {
  const seen = new Set<string>();
  let current: string | null = null;
  return {
    see(group) {
      const begun: string[] = [];
      const ended: string[] = [];
      for (const { feed } of group) {
        if (feed === current) continue;
        if (current !== null) ended.push(current);
        begun.push(feed);
        seen.add(feed);
        current = feed;
      }
      return { at, begun, ended, notDue: [] };
    },
    finish(feeds) {
      const unseen = feeds.filter(({ name }) => !seen.has(name));
      return {
        at,
        begun: [],
        ended: [
          ...(current === null ? [] : [current]),
          ...unseen.filter(({ everyMs }) => everyMs === 0).map(({ name }) => name),
        ],
        notDue: unseen.filter(({ everyMs }) => everyMs > 0).map(({ name }) => name),
      };
    },
  };
}
