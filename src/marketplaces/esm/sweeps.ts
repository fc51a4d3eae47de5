import type { Instant } from '../../domain/order.ts';
import type { Window } from '../kit/windows.ts';
import { DAY_MS, dayAfter, koreanMidnight } from './days.ts';

/** A list by days that is read again and again. */
export interface SweptFeed {
  readonly name: string;
  /** How long a complete sweep of it is good for. */
  readonly everyMs: number;
  /** Days, today among them, that every sweep reads; a sweep that comes late reads back to the last one. */
  readonly lookBackDays: number;
  /** Days of one window. */
  readonly windowDays: number;
  /** True where the first sweep goes back no further than the others, whatever day the seller chose. */
  readonly startsAtLookBack?: true;
}

/** How far a feed has come: when its last complete sweep began, and the sweep that is under way. */
export interface FeedProgress {
  readonly sweptAt: Instant | null;
  readonly sweep: Sweep | null;
}

/** A sweep that was begun: what is left of its span, and the page to read next in the first window of that. */
export interface Sweep {
  readonly startedAt: Instant;
  readonly from: Instant;
  readonly to: Instant;
  readonly page: number;
}

export type Progress = Readonly<Record<string, FeedProgress>>;

/**
 * The sweep that a feed needs now, or null when its last one is still good. It reaches back to the day before the last
 * one of its feed began, however long ago that was, but never before `since`.
 */
export function dueSweep(feed: SweptFeed, progress: Progress, since: Date, now: Date): Sweep | null {
  const swept = sweptBefore(progress[feed.name], now);
  if (swept !== null && now.getTime() - swept < feed.everyMs) return null;
  const from = later(firstDay(feed, swept, since, now), koreanMidnight(since));
  const to = dayAfter(now);
  if (from.getTime() >= to.getTime()) return null;
  return { startedAt: now.toISOString(), from: from.toISOString(), to: to.toISOString(), page: 1 };
}

function firstDay(feed: SweptFeed, swept: number | null, since: Date, now: Date): Date {
  const lookBack = koreanMidnight(now).getTime() - (feed.lookBackDays - 1) * DAY_MS;
  if (swept === null) return feed.startsAtLookBack ? new Date(lookBack) : koreanMidnight(since);
  return new Date(Math.min(lookBack, koreanMidnight(new Date(swept)).getTime() - DAY_MS));
}

/** The first window of what is left of a sweep, the one its page belongs to. */
export function windowOf({ windowDays }: Pick<SweptFeed, 'windowDays'>, { from, to }: Sweep): Window {
  const end = Math.min(Date.parse(from) + windowDays * DAY_MS, Date.parse(to));
  return { from: new Date(from), to: new Date(end) };
}

/** How many windows what is left of a sweep takes, the one its page belongs to among them. */
export function windowsIn({ windowDays }: Pick<SweptFeed, 'windowDays'>, { from, to }: Sweep): number {
  return Math.ceil((Date.parse(to) - Date.parse(from)) / (windowDays * DAY_MS));
}

/** What is left of a sweep after a page, or null at its end. */
export function afterPage(feed: SweptFeed, sweep: Sweep, more: boolean): Sweep | null {
  if (more) return { ...sweep, page: sweep.page + 1 };
  const from = windowOf(feed, sweep).to.toISOString();
  return Date.parse(from) < Date.parse(sweep.to) ? { ...sweep, from, page: 1 } : null;
}

/** A time that lies ahead of now tells of a clock that was wrong, and so of nothing. */
function sweptBefore(progress: FeedProgress | undefined, now: Date): number | null {
  if (progress === undefined || progress.sweptAt === null) return null;
  const time = Date.parse(progress.sweptAt);
  return time <= now.getTime() ? time : null;
}

function later(a: Date, b: Date): Date {
  return a.getTime() > b.getTime() ? a : b;
}
