import type { FeedFacts } from '../../kit/edition.ts';
import type { OperationName } from './operations.ts';
import { STATUS_TYPES } from './statuses.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** Six months at the least (guide §5.3): nothing older may be asked for. */
export const LOOK_BACK_MS = 180 * DAY_MS;
/** How far before its mark a feed begins again, for rows that appear late and clocks that differ. */
export const OVERLAP_MS = 10 * MINUTE_MS;
/** The widest window asked for at once. The guide sets no limit; a day is few pages. */
export const WINDOW_MS = DAY_MS;

type ClaimList = Extract<OperationName, 'cancelRequests' | 'returnRequests' | 'exchangeRequests'>;

/** One list that tells what came into a status in a stretch of time (guide §1.3.1, §1.5.1, §1.6.1, §1.7.1). */
export type Feed =
  | { readonly name: string; readonly statusType: string }
  | { readonly name: string; readonly claims: ClaimList };

/** Orders first, so that their claims find them. */
export const FEEDS: readonly Feed[] = [
  ...STATUS_TYPES.map((statusType) => ({ name: `orders.${statusType.toLowerCase()}`, statusType })),
  { name: 'claims.cancel', claims: 'cancelRequests' },
  { name: 'claims.return', claims: 'returnRequests' },
  { name: 'claims.exchange', claims: 'exchangeRequests' },
];

/** The feeds as the edition tells them. */
export const FEED_FACTS: readonly FeedFacts[] = FEEDS.map((feed) => ({
  name: feed.name,
  reads:
    'claims' in feed
      ? `claims of ${feed.name.slice(7)}s that changed`
      : `orders that came into ${feed.statusType}`,
  everyMs: 0,
  reachMs: OVERLAP_MS,
  reachFrom: 'last time',
  lateMs: 0,
}));
