import type { Instant } from '../../../domain/order.ts';
import type { OrderStatus } from '../../../domain/status.ts';
import type { FeedFacts } from '../../kit/edition.ts';
import type { Window } from '../../kit/windows.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** One list that is read again and again, over a rolling stretch of time: 11st tells no changes. */
export interface Feed {
  readonly name: string;
  readonly reads: string;
  /** How long a complete sweep of it is good for. */
  readonly everyMs: number;
  /** How far a sweep goes back from now. */
  readonly reachMs: number;
  /** The widest window one question may name. */
  readonly windowMs: number;
  /** The furthest back the marketplace answers at all, where it sets a limit. */
  readonly furthestMs?: number;
  readonly lists: readonly OrderStatus[];
}

/** Feeds as the edition tells them. */
export function feedFacts(feeds: readonly Feed[]): readonly FeedFacts[] {
  return feeds.map(({ name, reads, everyMs, reachMs, lists }) => ({
    name,
    reads,
    everyMs,
    reachMs,
    reachFrom: 'now',
    lateMs: 0,
    lists,
  }));
}

/** How far a feed has come: when its last complete sweep began, and the sweep that is under way. */
export interface FeedProgress {
  readonly sweptAt: Instant | null;
  readonly sweep: Sweep | null;
}

/** A sweep that was begun: what is left of its span, how wide its windows are, and the page in the first of them. */
export interface Sweep {
  readonly startedAt: Instant;
  readonly from: Instant;
  readonly to: Instant;
  readonly windowMs: number;
  readonly page: number;
}

export type Progress = Readonly<Record<string, FeedProgress>>;

/** What a question gave: its window whole, one page of it, or a list that was cut because the window holds too much. */
export type Ending = 'whole' | 'page' | 'cut';

/**
 * The guide does not say which moment a window filters on (sheet §2), and clocks differ: a sweep begins this long
 * before the last one did.
 */
const OVERLAP_MS = DAY_MS;

/**
 * The sweep that a feed needs now, or null when its last one is still good. It reaches back to before the last one
 * began, however long ago that was, but never before `since`.
 */
export function dueSweep(feed: Feed, progress: Progress, since: Date, now: Date): Sweep | null {
  const swept = sweptBefore(progress[feed.name], now);
  if (swept !== null && now.getTime() - swept < feed.everyMs) return null;
  const wanted = swept === null ? 0 : Math.min(now.getTime() - feed.reachMs, swept - OVERLAP_MS);
  const furthest = feed.furthestMs === undefined ? 0 : now.getTime() - feed.furthestMs;
  const from = floorMinute(Math.max(wanted, since.getTime(), furthest));
  const to = floorMinute(now.getTime());
  if (from >= to) return null;
  return {
    startedAt: now.toISOString(),
    from: new Date(from).toISOString(),
    to: new Date(to).toISOString(),
    windowMs: feed.windowMs,
    page: 1,
  };
}

/** The first window of what is left of a sweep. */
export function windowOf({ from, to, windowMs }: Sweep): Window {
  const end = Math.min(Date.parse(from) + windowMs, Date.parse(to));
  return { from: new Date(from), to: new Date(end) };
}

/** How many windows what is left of a sweep takes, the one its page belongs to among them. */
export function windowsIn({ from, to, windowMs }: Sweep): number {
  return Math.ceil((Date.parse(to) - Date.parse(from)) / windowMs);
}

/** What is left of a sweep after a question, or null at its end. Neighbouring windows share their border. */
export function afterQuestion(sweep: Sweep, ending: Exclude<Ending, 'cut'>): Sweep | null {
  if (ending === 'page') return { ...sweep, page: sweep.page + 1 };
  const from = windowOf(sweep).to.toISOString();
  return Date.parse(from) < Date.parse(sweep.to) ? { ...sweep, from, page: 1 } : null;
}

/** The sweep with windows half as wide, or null where the window is too narrow to be halved. */
export function halved(sweep: Sweep): Sweep | null {
  const { from, to } = windowOf(sweep);
  const width = to.getTime() - from.getTime();
  if (width <= MINUTE_MS) return null;
  return { ...sweep, windowMs: Math.ceil(width / 2 / MINUTE_MS) * MINUTE_MS, page: 1 };
}

/** A time that lies ahead of now tells of a clock that was wrong, and so of nothing. */
function sweptBefore(progress: FeedProgress | undefined, now: Date): number | null {
  if (progress === undefined || progress.sweptAt === null) return null;
  const time = Date.parse(progress.sweptAt);
  return time <= now.getTime() ? time : null;
}

function floorMinute(at: number): number {
  return Math.floor(at / MINUTE_MS) * MINUTE_MS;
}
