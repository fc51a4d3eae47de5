import type { Instant } from '../../../domain/order.ts';
import type { Window } from '../windows.ts';

/** A list that is read again and again, window after window: most marketplaces tell no changes. */
export interface SweptFeed {
  readonly name: string;
  /** The widest stretch that one list may cover. */
  readonly windowMs: number;
}

/** A sweep that was begun: what is left of its span, how wide its windows are, and where it stands in the first. */
export interface Sweep {
  readonly startedAt: Instant;
  readonly from: Instant;
  readonly to: Instant;
  readonly windowMs: number;
  /** The page to read next, as the list names it; empty for the first one. */
  readonly page: string;
}

/** How far a feed has come: when its last complete sweep began, and the sweep that is under way. */
export interface FeedProgress {
  readonly sweptAt: Instant | null;
  readonly sweep: Sweep | null;
}

export type Progress = Readonly<Record<string, FeedProgress>>;

/** A sweep of a feed over a span, or null where the span is empty. */
export function newSweep({ windowMs }: SweptFeed, { from, to }: Window, now: Date): Sweep | null {
  if (from >= to) return null;
  return {
    startedAt: now.toISOString(),
    from: from.toISOString(),
    to: to.toISOString(),
    windowMs,
    page: '',
  };
}

/** The first window of what is left of a sweep, the one its page belongs to. */
export function windowOf({ from, to, windowMs }: Sweep): Window {
  const end = Math.min(Date.parse(from) + windowMs, Date.parse(to));
  return { from: new Date(from), to: new Date(end) };
}

/** How many windows what is left of a sweep takes, the one its page belongs to among them. */
export function windowsIn({ from, to, windowMs }: Sweep): number {
  return Math.ceil((Date.parse(to) - Date.parse(from)) / windowMs);
}

/** What is left of a sweep after a page, or null at its end. Neighbouring windows share their border. */
export function afterPage(sweep: Sweep, next: string): Sweep | null {
  if (next !== '') return { ...sweep, page: next };
  const from = windowOf(sweep).to.toISOString();
  return Date.parse(from) < Date.parse(sweep.to) ? { ...sweep, from, page: '' } : null;
}

/** The sweep with windows half as wide, in whole grains; null where the window is too narrow to be halved. */
export function halved(sweep: Sweep, grainMs: number): Sweep | null {
  const { from, to } = windowOf(sweep);
  const width = to.getTime() - from.getTime();
  if (width <= grainMs) return null;
  return { ...sweep, windowMs: Math.ceil(width / 2 / grainMs) * grainMs, page: '' };
}

/**
 * When the last complete sweep of a feed began, in ms; null where there was none. A time that lies ahead of now tells
 * of a clock that was wrong, and so of nothing.
 */
export function sweptBefore(progress: FeedProgress | undefined, now: Date): number | null {
  if (progress === undefined || progress.sweptAt === null) return null;
  const time = Date.parse(progress.sweptAt);
  return time <= now.getTime() ? time : null;
}
