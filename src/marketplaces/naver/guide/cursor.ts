import { z } from 'zod';
import { FEEDS, type Feed, LOOK_BACK_MS, OVERLAP_MS, WINDOW_MS } from './feed-plan.ts';

const moment = z.int().min(0).max(8.64e15);

/** A stretch of time whose end is not part of it, and where the reading will end. */
const openSpan = z
  .object({ from: moment, to: moment, end: moment })
  .refine(({ from, to, end }) => from < to && to <= end && to - from <= WINDOW_MS);
export type Window = Readonly<z.infer<typeof openSpan>>;

const feedState = z.object({
  v: z.literal(1),
  /** Where this account's reading once began; nothing older is looked at. */
  since: moment,
  feeds: z.record(
    z.string(),
    z.object({
      /** Everything before this moment has been read. */
      mark: moment,
      window: openSpan.nullable(),
    }),
  ),
});

/** How far the feeds have been read. Moments are epoch milliseconds. */
export type FeedState = Readonly<z.infer<typeof feedState>>;

/** Reads a cursor; null for one that is not ours or no longer readable. */
export function readCursor(cursor: string | null): FeedState | null {
  if (cursor === null) return null;
  try {
    return feedState.safeParse(JSON.parse(cursor)).data ?? null;
  } catch {
    return null;
  }
}

export function writeCursor(state: FeedState): string {
  return JSON.stringify(state);
}

export function freshState(since: number): FeedState {
  return { v: 1, since, feeds: {} };
}

function of(state: FeedState, { name }: Feed): FeedState['feeds'][string] {
  return state.feeds[name] ?? { mark: state.since, window: null };
}

export function windowOf(state: FeedState, feed: Feed): Window | null {
  return of(state, feed).window;
}

/** Gives the feed a window on its way to `now`: the one under way where that may still be asked for, else a new one. */
export function openWindow(state: FeedState, feed: Feed, now: number): FeedState {
  const { mark, window } = of(state, feed);
  const oldest = Math.max(state.since, now - LOOK_BACK_MS);
  if (window !== null && window.from >= oldest && window.to <= now) {
    return withFeed(state, feed, { mark, window: { ...window, end: now } });
  }
  // A mark ahead of the clock comes from a clock that was wrong, so the overlap is counted from now.
  const from = Math.max(oldest, Math.min(mark, now) - OVERLAP_MS);
  return withFeed(state, feed, { mark, window: from < now ? firstWindow(from, now) : null });
}

/** The state after a window that was read to its end: at the next one, or at the end of the run. */
export function afterWindow(state: FeedState, feed: Feed): FeedState {
  const { window } = of(state, feed);
  if (window === null) return state;
  const next = window.to < window.end ? firstWindow(window.to, window.end) : null;
  return withFeed(state, feed, { mark: window.to, window: next });
}

/**
 * The order in which a run takes the feeds: new orders first, then what was left longest, so that a reading that is
 * cut again and again comes to the last feed as well.
 */
export function feedsInTurn(state: FeedState): readonly Feed[] {
  const [first, ...others] = FEEDS;
  const inTurn = others.toSorted((one, other) => of(state, one).mark - of(state, other).mark);
  return first === undefined ? inTurn : [first, ...inTurn];
}

/** How many windows some feeds, of which the first is being read, have left to read. */
export function windowsAhead(state: FeedState, feeds: readonly Feed[], now: number): number {
  return feeds
    .map((feed, index) => windowOf(index === 0 ? state : openWindow(state, feed, now), feed))
    .reduce(
      (sum, window) => sum + (window === null ? 0 : Math.ceil((window.end - window.from) / WINDOW_MS)),
      0,
    );
}

function firstWindow(from: number, end: number): Window {
  return { from, to: Math.min(from + WINDOW_MS, end), end };
}

function withFeed(state: FeedState, { name }: Feed, next: FeedState['feeds'][string]): FeedState {
  return { ...state, feeds: { ...state.feeds, [name]: next } };
}
