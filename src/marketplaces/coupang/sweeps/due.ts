import type { Window } from '../../kit/windows.ts';
import { DAY_MS, dayAfter, floorMinute, koreanMidnight, MINUTE_MS } from './days.ts';
import type { FeedProgress, Progress, Span, Sweep, SweptFeed } from './feed.ts';

/**
 * The sweep that a feed needs now, or null when its last one is still good. A sweep reaches back to before the
 * last one of its feed began, however long ago that was, but never before `since`.
 */
export function dueSweep(feed: SweptFeed, progress: Progress, since: Date, now: Date): Sweep | null {
  const start = startOf(feed, progress, since, now);
  if (start === null) return null;
  const { from, to } = grained(feed.grain, later(later(start, since), oldest(feed, now)), now);
  if (from.getTime() >= to.getTime()) return null;
  return {
    startedAt: now.toISOString(),
    from: from.toISOString(),
    to: to.toISOString(),
    nextToken: '',
  };
}

function startOf(feed: SweptFeed, progress: Progress, since: Date, now: Date): Date | null {
  if (feed.span.kind === 'fresh') return freshStart(feed.span, progress, now);
  const swept = sweptBefore(progress[feed.name], now);
  if (swept === null) return since;
  if (now.getTime() - swept < feed.everyMs) return null;
  return new Date(
    feed.span.kind === 'onward' ? swept - feed.span.overlapMs : rollingStart(feed.span, swept, now),
  );
}

function rollingStart({ days }: Extract<Span, { kind: 'rolling' }>, swept: number, now: Date): number {
  return Math.min(koreanMidnight(now).getTime() - (days - 1) * DAY_MS, swept - DAY_MS);
}

/** From before the last time any of the feeds was read to its end; after a long silence the others do better. */
function freshStart(
  { after, lateMs, reachMs }: Extract<Span, { kind: 'fresh' }>,
  progress: Progress,
  now: Date,
): Date | null {
  const times = after.map((name) => sweptBefore(progress[name], now)).filter((time) => time !== null);
  if (times.length === 0) return null;
  const last = Math.max(...times);
  return now.getTime() - last > reachMs ? null : new Date(last - lateMs);
}

/** Whether the last day or minute counts is not stated, so a list by day names one day more. */
function grained(grain: SweptFeed['grain'], from: Date, now: Date): Window {
  switch (grain) {
    case 'day':
      return { from: koreanMidnight(from), to: dayAfter(now) };
    case 'minute':
      return { from: floorMinute(from), to: floorMinute(now) };
    case 'exact':
      return { from, to: now };
  }
}

/** A list that may not be asked for longer ago is not, and a minute is left for the call's own way. */
function oldest({ oldestMs, grain }: SweptFeed, now: Date): Date {
  if (oldestMs === undefined) return new Date(0);
  return new Date(now.getTime() - oldestMs + (grain === 'day' ? DAY_MS : MINUTE_MS));
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
