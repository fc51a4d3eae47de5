import { DAY_MS, MINUTE_MS } from '../bucket.ts';
import type { Window } from '../windows.ts';
import { dayAfter, koreanMidnight } from './days.ts';
import { GRAIN_MS, type Grain, type RollingSpan, type Span, type SweptFeed } from './feed.ts';
import type { FeedProgress, Progress, Sweep } from './sweep.ts';

/**
 * The sweep that a feed needs now, or null when its last one is still good. A sweep reaches back to before the last one
 * of its feed began, however long ago that was, but never before `since` or than the list may be asked for.
 */
export function dueSweep(feed: SweptFeed, progress: Progress, since: Date, now: Date): Sweep | null {
  const start = startOf(feed, progress, since, now);
  if (start === null) return null;
  const earliest = Math.max(start, since.getTime(), oldest(feed, now));
  const { from, to } = grained(feed.grain, new Date(earliest), now);
  if (from.getTime() >= to.getTime()) return null;
  return {
    startedAt: now.toISOString(),
    from: from.toISOString(),
    to: to.toISOString(),
    windowMs: feed.windowMs,
    page: '',
  };
}

function startOf({ name, span, everyMs }: SweptFeed, progress: Progress, since: Date, now: Date) {
  if (span.kind === 'fresh') return freshStart(span, progress, now);
  const swept = sweptBefore(progress[name], now);
  if (swept !== null && now.getTime() - swept < everyMs) return null;
  return rollingStart(span, swept, since, now);
}

function rollingStart(
  { backMs, overlapMs, startsThere }: RollingSpan,
  swept: number | null,
  since: Date,
  now: Date,
): number {
  const back = now.getTime() - backMs;
  if (swept === null) return startsThere ? back : since.getTime();
  return Math.min(back, swept - overlapMs);
}

/** From before the last time any of the feeds was read to its end; after a long silence the others do better. */
function freshStart(
  { after, lateMs, reachMs }: Extract<Span, { kind: 'fresh' }>,
  progress: Progress,
  now: Date,
): number | null {
  const times = after.map((name) => sweptBefore(progress[name], now)).filter((time) => time !== null);
  if (times.length === 0) return null;
  const last = Math.max(...times);
  return now.getTime() - last > reachMs ? null : last - lateMs;
}

/** Whether the last day of a range counts is told nowhere, so a list by days names one day more. */
function grained(grain: Grain, from: Date, now: Date): Window {
  if (grain === 'day') return { from: koreanMidnight(from), to: dayAfter(now) };
  const floor = (at: Date) => new Date(Math.floor(at.getTime() / GRAIN_MS[grain]) * GRAIN_MS[grain]);
  return { from: floor(from), to: floor(now) };
}

/** A list by days is asked from the day's beginning; else a minute is left for the call's own way. */
function oldest({ oldestMs, grain }: SweptFeed, now: Date): number {
  if (oldestMs === undefined) return 0;
  return now.getTime() - oldestMs + (grain === 'day' ? DAY_MS : MINUTE_MS);
}

/** A time that lies ahead of now tells of a clock that was wrong, and so of nothing. */
function sweptBefore(progress: FeedProgress | undefined, now: Date): number | null {
  if (progress === undefined || progress.sweptAt === null) return null;
  const time = Date.parse(progress.sweptAt);
  return time <= now.getTime() ? time : null;
}
