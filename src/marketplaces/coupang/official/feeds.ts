import type { Instant } from '../../../domain/order.ts';
import type { FeedFacts } from '../../kit/edition.ts';
import { splitSpan, type Window } from '../../kit/windows.ts';
import { KST_MINUTES } from '../../kit/zone.ts';
import { BOX_STATUSES, type BoxStatus } from './statuses.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** One list that is read again and again. */
export interface Feed {
  readonly name: string;
  readonly status: BoxStatus;
  readonly search: 'minute' | 'day';
  /** How long a complete sweep of it is good for. */
  readonly everyMs: number;
}

/**
 * Coupang tells no changes: its lists go by the day a box was made and by one status (sheet §7.1). So fresh
 * orders are watched minute by minute, and every live status is swept over a rolling look-back. Statuses in
 * which something is due soon come round more often.
 */
export const FEEDS: readonly Feed[] = [
  { name: 'ACCEPT by minute', status: 'ACCEPT', search: 'minute', everyMs: 0 },
  { name: 'ACCEPT', status: 'ACCEPT', search: 'day', everyMs: 10 * MINUTE_MS },
  { name: 'INSTRUCT', status: 'INSTRUCT', search: 'day', everyMs: 5 * MINUTE_MS },
  { name: 'DEPARTURE', status: 'DEPARTURE', search: 'day', everyMs: 10 * MINUTE_MS },
  { name: 'DELIVERING', status: 'DELIVERING', search: 'day', everyMs: 10 * MINUTE_MS },
  { name: 'NONE_TRACKING', status: 'NONE_TRACKING', search: 'day', everyMs: HOUR_MS },
  { name: 'FINAL_DELIVERY', status: 'FINAL_DELIVERY', search: 'day', everyMs: HOUR_MS },
];

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

/** The feeds as the edition tells them. */
export const FEED_FACTS: readonly FeedFacts[] = FEEDS.map(({ name, status, search, everyMs }) => ({
  name,
  reads: `boxes in ${status}, listed by ${search}`,
  everyMs,
  reachMs: search === 'day' ? LOOK_BACK_DAYS * DAY_MS : LATE_MS,
  reachFrom: search === 'day' ? 'now' : 'last time',
  lateMs: 0,
  lists: search === 'day' ? [BOX_STATUSES[status]] : [],
}));

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

/**
 * The sweep that a feed needs now, or null when its last one is still good. A sweep reaches back to before the
 * last one of its feed began, however long ago that was, but never before `since`.
 */
export function dueSweep(feed: Feed, progress: Progress, since: Date, now: Date): Sweep | null {
  const span = feed.search === 'day' ? daySpan(feed, progress, since, now) : minuteSpan(progress, since, now);
  if (span === null || span.from.getTime() >= span.to.getTime()) return null;
  return {
    startedAt: now.toISOString(),
    from: span.from.toISOString(),
    to: span.to.toISOString(),
    nextToken: '',
  };
}

/** The first window of what is left of a sweep, the one its token belongs to. */
export function windowOf(feed: Feed, { from, to }: Sweep): Window {
  const end = Math.min(Date.parse(from) + widestOf(feed.search), Date.parse(to));
  return { from: new Date(from), to: new Date(end) };
}

function widestOf(search: Feed['search']): number {
  return search === 'day' ? DAY_WINDOW_MS : MINUTE_WINDOW_MS;
}

/** How many windows what is left of a sweep takes, the one its token belongs to among them. */
export function windowsIn({ search }: Pick<Feed, 'search'>, { from, to }: Sweep): number {
  return Math.ceil((Date.parse(to) - Date.parse(from)) / widestOf(search));
}

/** What is left of a sweep after a page, or null at its end. Neighbouring windows share their border. */
export function afterPage(feed: Feed, sweep: Sweep, nextToken: string): Sweep | null {
  if (nextToken !== '') return { ...sweep, nextToken };
  const from = windowOf(feed, sweep).to.toISOString();
  return Date.parse(from) < Date.parse(sweep.to) ? { ...sweep, from, nextToken: '' } : null;
}

/** A range as windows of the list by day. Whether the last day counts is not stated, so one more is asked for. */
export function dayWindows(from: Date, to: Date): readonly Window[] {
  return splitSpan(koreanMidnight(from), dayAfter(to), DAY_WINDOW_MS);
}

function daySpan(feed: Feed, progress: Progress, since: Date, now: Date): Window | null {
  const swept = sweptBefore(progress[feed.name], now);
  if (swept === null) return { from: koreanMidnight(since), to: dayAfter(now) };
  if (now.getTime() - swept < feed.everyMs) return null;
  const lookBack = koreanMidnight(now).getTime() - (LOOK_BACK_DAYS - 1) * DAY_MS;
  const from = new Date(Math.min(lookBack, swept - DAY_MS));
  return { from: koreanMidnight(later(from, since)), to: dayAfter(now) };
}

/** From before the last time either list of fresh orders was read to its end. */
function minuteSpan(progress: Progress, since: Date, now: Date): Window | null {
  const times = FEEDS.filter(({ status }) => status === 'ACCEPT')
    .map(({ name }) => sweptBefore(progress[name], now))
    .filter((time) => time !== null);
  if (times.length === 0) return null;
  const last = Math.max(...times);
  if (now.getTime() - last > MINUTE_REACH_MS) return null;
  return { from: floorMinute(later(new Date(last - LATE_MS), since)), to: floorMinute(now) };
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

function floorMinute(at: Date): Date {
  return new Date(Math.floor(at.getTime() / MINUTE_MS) * MINUTE_MS);
}

function koreanMidnight(at: Date): Date {
  const offset = KST_MINUTES * MINUTE_MS;
  return new Date(Math.floor((at.getTime() + offset) / DAY_MS) * DAY_MS - offset);
}

function dayAfter(at: Date): Date {
  return new Date(koreanMidnight(at).getTime() + DAY_MS);
}
