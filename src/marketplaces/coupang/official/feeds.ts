import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../kit/bucket.ts';
import type { FeedFacts } from '../../kit/edition.ts';
import { dayAfter, koreanMidnight } from '../../kit/sweeps/days.ts';
import { feedFacts } from '../../kit/sweeps/facts.ts';
import { lastDays, type Span, type SweptFeed } from '../../kit/sweeps/feed.ts';
import { splitSpan, type Window } from '../../kit/windows.ts';
import type { OperationName } from './operations.ts';
import { BOX_STATUSES, type BoxStatus } from './statuses.ts';

/** The status by which returns are listed (sheet §3.4). */
export type ReceiptList = 'RU' | 'UC' | 'CC' | 'PR';

/** What one list holds. */
export type Listed =
  | { readonly of: 'boxes'; readonly status: BoxStatus; readonly search: 'minute' | 'day' }
  | { readonly of: 'receipts'; readonly status: ReceiptList }
  | { readonly of: 'cancels' }
  | { readonly of: 'withdrawals' }
  | { readonly of: 'exchanges' };

/** One list that is read again and again. */
export interface Feed extends SweptFeed {
  readonly operation: OperationName;
  readonly list: Listed;
}

/** New orders show up in lists about 10 minutes after payment, at times later (sheet §7.2). */
const LATE_MS = 30 * MINUTE_MS;
/** Wide minute windows time out even when they are empty (sheet §2). */
const MINUTE_WINDOW_MS = 10 * MINUTE_MS;
/** After a longer silence the list by day is cheaper; it is due by then, since its interval is shorter. */
const MINUTE_REACH_MS = 2 * HOUR_MS;
/** Calendar days of the rolling look-back, today among them. */
const LOOK_BACK_DAYS = 30;
/** "range should less than31": the days of the two ends may differ by 30 (sheet §2). */
const DAY_WINDOW_MS = 30 * DAY_MS;
/** Exchanges and withdrawals are listed over 7 days (sheet §2); whether both ends count is not stated. */
export const WEEK_WINDOW_MS = 6 * DAY_MS;
/** By minute an older page grants cancels less than 24 hours (sheet §2). */
const CANCELS_WINDOW_MS = DAY_MS - MINUTE_MS;

const FRESH: Span = {
  kind: 'fresh',
  after: ['ACCEPT by minute', 'ACCEPT'],
  lateMs: LATE_MS,
  reachMs: MINUTE_REACH_MS,
};
const ROLLING = lastDays(LOOK_BACK_DAYS);

const fresh = (name: string, status: BoxStatus): Feed => ({
  name,
  operation: 'ordersheets',
  list: { of: 'boxes', status, search: 'minute' },
  everyMs: 0,
  span: FRESH,
  grain: 'minute',
  windowMs: MINUTE_WINDOW_MS,
});

const boxes = (status: BoxStatus, everyMs: number): Feed => ({
  name: status,
  operation: 'ordersheets',
  list: { of: 'boxes', status, search: 'day' },
  everyMs,
  span: ROLLING,
  grain: 'day',
  windowMs: DAY_WINDOW_MS,
});

const receipts = (name: string, status: ReceiptList, everyMs: number): Feed => ({
  name,
  operation: 'receipts',
  list: { of: 'receipts', status },
  everyMs,
  span: ROLLING,
  grain: 'day',
  windowMs: DAY_WINDOW_MS,
});

/** What was cancelled in ACCEPT does not change any more, so each hour of it is read only once more. */
const CANCELS: Feed = {
  name: 'cancels',
  operation: 'receipts',
  list: { of: 'cancels' },
  everyMs: 2 * MINUTE_MS,
  span: { kind: 'rolling', backMs: 0, overlapMs: 2 * HOUR_MS },
  grain: 'minute',
  windowMs: CANCELS_WINDOW_MS,
};

/** Withdrawn returns leave the lists of returns and are told here only (sheet §7.17). */
const WITHDRAWALS: Feed = {
  name: 'withdrawals',
  operation: 'withdrawals',
  list: { of: 'withdrawals' },
  everyMs: 10 * MINUTE_MS,
  span: { kind: 'rolling', backMs: 0, overlapMs: DAY_MS },
  grain: 'day',
  windowMs: WEEK_WINDOW_MS,
};

const EXCHANGES: Feed = {
  name: 'exchanges',
  operation: 'exchanges',
  list: { of: 'exchanges' },
  everyMs: 5 * MINUTE_MS,
  span: ROLLING,
  grain: 'day',
  windowMs: WEEK_WINDOW_MS,
};

/**
 * Coupang tells no changes: its lists go by the day a box or a receipt was made and by one status (sheet §7.1). So
 * fresh orders are watched minute by minute, and every live status is swept over a rolling look-back. Statuses in
 * which something is due soon come round more often. Requests to stop a shipment come before the boxes they are
 * about, since shipping meets them (sheet §7.6), and exchanges before INSTRUCT, since their boxes are no sales
 * (sheet §7.10).
 */
export const FEEDS: readonly Feed[] = [
  fresh('ACCEPT by minute', 'ACCEPT'),
  boxes('ACCEPT', 10 * MINUTE_MS),
  receipts('release stops', 'RU', MINUTE_MS),
  CANCELS,
  EXCHANGES,
  boxes('INSTRUCT', 5 * MINUTE_MS),
  receipts('returns received', 'UC', 5 * MINUTE_MS),
  WITHDRAWALS,
  boxes('DEPARTURE', 10 * MINUTE_MS),
  boxes('DELIVERING', 10 * MINUTE_MS),
  receipts('returns in dispute', 'PR', 30 * MINUTE_MS),
  receipts('returns completed', 'CC', 30 * MINUTE_MS),
  boxes('NONE_TRACKING', HOUR_MS),
  boxes('FINAL_DELIVERY', HOUR_MS),
];

/** The feeds as the edition tells them. */
export const FEED_FACTS: readonly FeedFacts[] = FEEDS.map((feed) => {
  const { list } = feed;
  const lists = list.of === 'boxes' && list.search === 'day' ? [BOX_STATUSES[list.status]] : [];
  return feedFacts(feed, { reads: readsOf(list), lists });
});

function readsOf(list: Listed): string {
  switch (list.of) {
    case 'boxes':
      return `boxes in ${list.status}, listed by ${list.search}`;
    case 'receipts':
      return `returnRequests with status ${list.status}`;
    case 'cancels':
      return 'returnRequests with cancelType CANCEL';
    case 'withdrawals':
      return 'returnWithdrawRequests';
    case 'exchanges':
      return 'exchangeRequests';
  }
}

/** A range as windows of the list by day. Whether the last day counts is not stated, so one more is asked for. */
export function dayWindows(from: Date, to: Date, widestMs = DAY_WINDOW_MS): readonly Window[] {
  return splitSpan(koreanMidnight(from), dayAfter(to), widestMs);
}
