import { DAY_MS } from '../bucket.ts';
import type { FeedFacts } from '../edition.ts';
import type { SweptFeed } from './feed.ts';

/** What a feed's plan does not say of itself. */
interface Told extends Pick<FeedFacts, 'reads'> {
  readonly lists: NonNullable<FeedFacts['lists']>;
  /** Where its rows are listed by the moment they last changed, so that they are met again wherever they began. */
  readonly reachFrom?: FeedFacts['reachFrom'];
}

/** A feed as the edition tells it. */
export function feedFacts(feed: SweptFeed, told: Told): FeedFacts {
  return { name: feed.name, everyMs: feed.everyMs, lateMs: 0, ...reachOf(feed), ...told };
}

function reachOf({ span, grain }: SweptFeed): Pick<FeedFacts, 'reachMs' | 'reachFrom'> {
  if (span.kind === 'fresh') return { reachMs: span.lateMs, reachFrom: 'last time' };
  if (span.backMs === 0) return { reachMs: span.overlapMs, reachFrom: 'last time' };
  return { reachMs: span.backMs + (grain === 'day' ? DAY_MS : 0), reachFrom: 'now' };
}
