import type { ClaimKind } from '../../../domain/claim.ts';
import type { OrderStatus } from '../../../domain/status.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../kit/bucket.ts';
import type { FeedFacts } from '../../kit/edition.ts';
import { feedFacts } from '../../kit/sweeps/facts.ts';
import { lastStretch, type SweptFeed } from '../../kit/sweeps/feed.ts';
import type { Stage } from './claim-states.ts';
import type { OperationName } from './operations.ts';
import type { LineStatus } from './statuses.ts';

/** On exactly this many rows a list was silently cut (sheet §2). */
export const LIST_CAP = 3_000;

/** Windows of 8 days are refused (sheet §2); a minute less than 7 keeps any way of counting them within. */
const ORDER_WINDOW_MS = 7 * DAY_MS - MINUTE_MS;
const CLAIM_WINDOW_MS = 30 * DAY_MS - MINUTE_MS;

/** What the rows of a list are: whole lines of orders, news of lines, or claims of a kind. */
export type ListOf =
  | { readonly rows: 'lines'; readonly status: LineStatus }
  | { readonly rows: 'shipped' }
  | { readonly rows: 'confirmed' }
  | ({ readonly rows: 'claims' } & ClaimListOf);

export interface ClaimListOf {
  readonly kind: ClaimKind;
  readonly stage: Stage;
  /** True for the cancels that have the fields of returns: money given back after the purchase was confirmed. */
  readonly afterConfirm?: true;
}

/** One list that is read again and again. */
export interface List extends SweptFeed {
  readonly operation: OperationName;
  readonly of: ListOf;
  /** The statuses of which it shows every line. */
  readonly shows: readonly OrderStatus[];
}

const orders = (
  operation: OperationName,
  everyMs: number,
  of: ListOf,
  shows: readonly OrderStatus[],
): List => ({
  name: operation,
  operation,
  everyMs,
  span: lastStretch(ORDER_WINDOW_MS),
  grain: 'minute',
  windowMs: ORDER_WINDOW_MS,
  of,
  shows,
});

const claims = (operation: OperationName, everyMs: number, of: ClaimListOf): List => ({
  name: operation,
  operation,
  everyMs,
  span: lastStretch(CLAIM_WINDOW_MS),
  grain: 'minute',
  windowMs: CLAIM_WINDOW_MS,
  of: { rows: 'claims', ...of },
  shows: [],
});

/** The lists of order lines, one for each state: there is no list of what changed (sheet §7.1). */
export const ORDER_LISTS: readonly List[] = [
  orders('complete', 0, { rows: 'lines', status: '202' }, ['PAID']),
  orders('packaging', 5 * MINUTE_MS, { rows: 'lines', status: '301' }, ['PREPARING']),
  orders('shipping', 10 * MINUTE_MS, { rows: 'shipped' }, ['DELIVERING']),
  orders('delivered', 30 * MINUTE_MS, { rows: 'lines', status: '501' }, ['DELIVERED']),
  orders('confirmed', HOUR_MS, { rows: 'confirmed' }, []),
  orders('reservationComplete', HOUR_MS, { rows: 'lines', status: '201' }, ['PAID']),
  orders('giftStandby', HOUR_MS, { rows: 'lines', status: '200' }, ['PAID']),
];

/** The lists of claims. Those the buyer waits for an answer to come round most often. */
export const CLAIM_LISTS: readonly List[] = [
  claims('cancelRequests', 0, { kind: 'cancel', stage: 'open' }),
  claims('returnRequests', 5 * MINUTE_MS, { kind: 'return', stage: 'open' }),
  claims('exchangeRequests', 5 * MINUTE_MS, { kind: 'exchange', stage: 'open' }),
  claims('cancelled', 10 * MINUTE_MS, { kind: 'cancel', stage: 'done' }),
  claims('returned', 10 * MINUTE_MS, { kind: 'return', stage: 'done' }),
  claims('exchanged', 10 * MINUTE_MS, { kind: 'exchange', stage: 'done' }),
  claims('cancelsWithdrawn', 30 * MINUTE_MS, { kind: 'cancel', stage: 'withdrawn' }),
  claims('returnsWithdrawn', 30 * MINUTE_MS, { kind: 'return', stage: 'withdrawn' }),
  claims('exchangesWithdrawn', 30 * MINUTE_MS, { kind: 'exchange', stage: 'withdrawn' }),
  claims('cancelledAfterConfirm', HOUR_MS, { kind: 'cancel', stage: 'done', afterConfirm: true }),
];

export const LISTS: readonly List[] = [...ORDER_LISTS, ...CLAIM_LISTS];

/** The lists as the edition tells them. */
export const FEED_FACTS: readonly FeedFacts[] = LISTS.map((list) => {
  const rows = list.of.rows === 'claims' ? 'claims' : 'order lines';
  return feedFacts(list, { reads: `${rows} in the list ${list.operation}`, lists: list.shows });
});
