import type { Instant } from '../../../domain/order.ts';
import type { Window } from '../windows.ts';
import type { SweptFeed } from './feed.ts';
import { halvesOf } from './halves.ts';

/**
 * A sweep that was begun: what is left of its span, how wide its windows are, and the page it stands at in the first of
 * them, empty for the first page.
 */
export interface Sweep {
  readonly startedAt: Instant;
  readonly from: Instant;
  readonly to: Instant;
  readonly windowMs: number;
  readonly page: string;
}

/** How far a feed has come: when its last complete sweep began, and the sweep that is under way. */
export interface FeedProgress {
  readonly sweptAt: Instant | null;
  readonly sweep: Sweep | null;
}

/** How far the feeds have come, by their names. */
export type Progress = Readonly<Record<string, FeedProgress>>;

type Wide = Pick<SweptFeed, 'windowMs'>;

/** The first window of what is left of a sweep, the one its page belongs to. */
export function windowOf(feed: Wide, sweep: Sweep): Window {
  const from = Date.parse(sweep.from);
  const end = Math.min(from + widthOf(feed, sweep), Date.parse(sweep.to));
  return { from: new Date(from), to: new Date(end) };
}

/** How many windows what is left of a sweep takes, the one its page belongs to among them. */
export function windowsIn(feed: Wide, sweep: Sweep): number {
  return Math.ceil((Date.parse(sweep.to) - Date.parse(sweep.from)) / widthOf(feed, sweep));
}

/** A sweep may have been begun by an older release, with windows that were found too wide since. */
function widthOf(feed: Wide, sweep: Sweep): number {
  return Math.min(sweep.windowMs, feed.windowMs);
}

/**
 * What is left of a sweep after a page, or null at its end; `next` is the window's next page, null after its last one.
 * Neighbouring windows share their border.
 */
export function afterPage(feed: Wide, sweep: Sweep, next: string | null): Sweep | null {
  if (next !== null) return { ...sweep, page: next };
  const from = windowOf(feed, sweep).to.toISOString();
  return Date.parse(from) < Date.parse(sweep.to) ? { ...sweep, from, page: '' } : null;
}

/** The sweep at the first page of its window, with windows half as wide; null where they cannot be narrower. */
export function narrowed(feed: Wide, sweep: Sweep, unitMs: number): Sweep | null {
  const halves = halvesOf(windowOf(feed, sweep), unitMs);
  if (halves === null) return null;
  const [{ from, to }] = halves;
  return { ...sweep, windowMs: to.getTime() - from.getTime(), page: '' };
}
