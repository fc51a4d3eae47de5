import { DAY_MS, MINUTE_MS } from '../bucket.ts';

/**
 * One list that is read again and again, by sweeps: a sweep covers a stretch of time, window after window, each with
 * all its pages.
 */
export interface SweptFeed {
  /** Names it in the cursor and in `edition.feeds`. */
  readonly name: string;
  /** The call it makes, for what is told of trouble with it. */
  readonly operation: string;
  /** How long a complete sweep of it is good for; 0 is read at every pull. */
  readonly everyMs: number;
  readonly span: Span;
  readonly grain: Grain;
  /** The widest stretch that one list may cover. */
  readonly windowMs: number;
  /** How far back the list may be asked for at all; everything when absent. */
  readonly oldestMs?: number;
}

/** Whether the ends of a stretch are named by days in Korea, by minutes, or to the millisecond. */
export type Grain = 'day' | 'minute' | 'exact';

/** The narrowest stretch that a list of each grain can be asked for. */
export const GRAIN_MS: Readonly<Record<Grain, number>> = { day: DAY_MS, minute: MINUTE_MS, exact: 1 };

/** Which stretch of time a sweep covers. It always reaches back to before the last sweep of its feed began. */
export type Span =
  /** From `lateMs` before any of these feeds was read, unless that is longer ago than `reachMs`. */
  | {
      readonly kind: 'fresh';
      readonly after: readonly string[];
      readonly lateMs: number;
      readonly reachMs: number;
    }
  /**
   * From `backMs` ago, since what it lists may change until then: 0 where it does not change. A sweep that comes late
   * begins `overlapMs` before the last one began. The first one begins at the day the seller chose, or with
   * `startsThere` goes back no further than the others.
   */
  | {
      readonly kind: 'rolling';
      readonly backMs: number;
      readonly overlapMs: number;
      readonly startsThere?: true;
    };

export type RollingSpan = Extract<Span, { kind: 'rolling' }>;

/** Not every marketplace tells which moment its windows filter on, and clocks differ. */
const OVERLAP_MS = DAY_MS;

/** The last stretch of time; a sweep that comes late begins a day before the last one began. */
export function lastStretch(backMs: number): RollingSpan {
  return { kind: 'rolling', backMs, overlapMs: OVERLAP_MS };
}

/** The same in days of Korea, today among them, for a list by days. */
export function lastDays(days: number): RollingSpan {
  return lastStretch((days - 1) * DAY_MS);
}
