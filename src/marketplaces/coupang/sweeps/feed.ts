import type { Instant } from '../../../domain/order.ts';
import type { Window } from '../../kit/windows.ts';

/** One list that is read again and again. */
export interface SweptFeed {
  readonly name: string;
  /** The call it makes, for what is told of trouble with it. */
  readonly operation: string;
  /** How long a complete sweep of it is good for; 0 is read at every pull. */
  readonly everyMs: number;
  readonly span: Span;
  /** Whether its ends are named by days, by minutes, or to the millisecond. */
  readonly grain: 'day' | 'minute' | 'exact';
  /** The widest stretch that one list may cover. */
  readonly windowMs: number;
  /** How far back the list may be asked for at all. */
  readonly oldestMs?: number;
}

/** Which stretch of time a sweep covers. It always reaches back to before the last sweep of its feed began. */
export type Span =
  /** From shortly before any of these feeds was read, unless that is longer ago than `reachMs`. */
  | {
      readonly kind: 'fresh';
      readonly after: readonly string[];
      readonly lateMs: number;
      readonly reachMs: number;
    }
  /** The last days, today among them: what it lists may change at any age. */
  | { readonly kind: 'rolling'; readonly days: number }
  /** From where it was left: what it lists does not change. */
  | { readonly kind: 'onward'; readonly overlapMs: number };

/** How far a feed has come: when its last complete sweep began, and the sweep that is under way. */
export interface FeedProgress {
  readonly sweptAt: Instant | null;
  readonly sweep: Sweep | null;
}

/** A sweep that was begun: what is left of its span, and the page it stands at in the first window of that. */
export interface Sweep {
  readonly startedAt: Instant;
  readonly from: Instant;
  readonly to: Instant;
  readonly nextToken: string;
}

export type Progress = Readonly<Record<string, FeedProgress>>;

/** The first window of what is left of a sweep, the one its token belongs to. */
export function windowOf({ windowMs }: Pick<SweptFeed, 'windowMs'>, { from, to }: Sweep): Window {
  const end = Math.min(Date.parse(from) + windowMs, Date.parse(to));
  return { from: new Date(from), to: new Date(end) };
}

/** How many windows what is left of a sweep takes, the one its token belongs to among them. */
export function windowsIn({ windowMs }: Pick<SweptFeed, 'windowMs'>, { from, to }: Sweep): number {
  return Math.ceil((Date.parse(to) - Date.parse(from)) / windowMs);
}

/** What is left of a sweep after a page, or null at its end. Neighbouring windows share their border. */
export function afterPage(feed: Pick<SweptFeed, 'windowMs'>, sweep: Sweep, nextToken: string): Sweep | null {
  if (nextToken !== '') return { ...sweep, nextToken };
  const from = windowOf(feed, sweep).to.toISOString();
  return Date.parse(from) < Date.parse(sweep.to) ? { ...sweep, from, nextToken: '' } : null;
}
