import { z } from 'zod';
import { CHANGED, SWEEPS, type Sweep } from './feed-plan.ts';
import { DAY_MS, firstWindow, fullSecond, windowAfter } from './spans.ts';

const moment = z.int().min(0).max(8.64e15);
const span = z.object({ from: moment, to: moment });
const fitsADay = ({ from, to }: z.infer<typeof span>) => to >= from && to - from < DAY_MS;

/** Where the changed feed goes on within a window (sheet §3.2). */
const position = z.object({ moreFrom: moment, moreSequence: z.string().min(1) });
export type Position = z.infer<typeof position>;

const feedState = z.object({
  v: z.literal(1),
  /** Where this account's reading once began; nothing older is looked at. */
  since: moment,
  /** Every change before this moment has been read. */
  watermark: moment,
  /** The window being read, and the page to read next in it. */
  window: span
    .extend({ at: position.nullable() })
    .refine(fitsADay)
    .refine(({ from, to, at }) => at === null || (at.moreFrom >= from && at.moreFrom <= to))
    .nullable(),
  sweeps: z.record(
    z.string(),
    z.object({
      doneAt: moment.nullable(),
      /** The window being read, the page to read next, and where the sweep will end. */
      window: span
        .extend({ page: z.int().min(1), end: moment })
        .refine(fitsADay)
        .nullable(),
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

/**
 * The state before the first run. Every order paid since then changed since then, so the changed feed reads all of
 * them, as they are now; the sweeps have nothing to add before their next turn.
 */
export function freshState(since: number, now: number): FeedState {
  const sweeps = Object.fromEntries(SWEEPS.map(({ feed }) => [feed, { doneAt: now, window: null }]));
  return { v: 1, since, watermark: since, window: null, sweeps };
}

/** The newest moment a run that starts now reads: rows of the last seconds may still be missing. */
export function runEnd(now: number): number {
  return fullSecond(now - CHANGED.settleMs) - 1;
}

/** Gives the state a window to read, unless one is under way or there is nothing to read up to `end`. */
export function openWindow(state: FeedState, end: number): FeedState {
  if (state.window !== null) return state;
  // A watermark ahead of the clock comes from a clock that was wrong, so the overlap is counted from now.
  const from = Math.max(state.since, Math.min(state.watermark, end) - CHANGED.overlapMs);
  const window = firstWindow({ from: fullSecond(from), to: end });
  return { ...state, window: window === null ? null : { ...window, at: null } };
}

/**
 * The state after a page: at the next page, at the next window, or at the end of the run. `answeredAt` is
 * Naver's clock: what lies in its future was not read, whatever our clock says.
 */
export function afterPage(
  state: FeedState,
  page: { readonly more: Position | null; readonly answeredAt: number | null },
  end: number,
): FeedState {
  const { window } = state;
  if (window === null) return state;
  if (page.more !== null) return { ...state, window: { ...window, at: page.more } };
  const settled = page.answeredAt === null ? Infinity : fullSecond(page.answeredAt - CHANGED.settleMs);
  const readUpTo = Math.max(window.from, Math.min(window.to + 1, settled));
  const next = readUpTo <= window.to ? null : windowAfter(window, end);
  return { ...state, watermark: readUpTo, window: next === null ? null : { ...next, at: null } };
}

/** Gives the sweep a window to read if it is due or under way. */
export function openSweep(state: FeedState, sweep: Sweep, now: number): FeedState {
  const { doneAt, window } = sweepOf(state, sweep);
  // A moment ahead of the clock comes from a clock that was wrong.
  const isDue = doneAt === null || doneAt > now || now - doneAt >= sweep.everyMs;
  if (window !== null || !isDue) return state;
  const end = runEnd(now);
  const first = firstWindow({ from: fullSecond(Math.max(state.since, now - sweep.lookBackMs)), to: end });
  return withSweep(state, sweep, first === null ? null : { ...first, page: 1, end }, doneAt);
}

/** The state after a page of a sweep. */
export function afterSweepPage(state: FeedState, sweep: Sweep, hasNext: boolean): FeedState {
  const { doneAt, window } = sweepOf(state, sweep);
  if (window === null) return state;
  if (hasNext) return withSweep(state, sweep, { ...window, page: window.page + 1 }, doneAt);
  const next = windowAfter(window, window.end);
  return next === null
    ? withSweep(state, sweep, null, window.end)
    : withSweep(state, sweep, { ...next, page: 1, end: window.end }, doneAt);
}

type SweepState = FeedState['sweeps'][string];

export function sweepOf(state: FeedState, { feed }: Sweep): SweepState {
  return state.sweeps[feed] ?? { doneAt: null, window: null };
}

function withSweep(
  state: FeedState,
  { feed }: Sweep,
  window: SweepState['window'],
  doneAt: number | null,
): FeedState {
  return { ...state, sweeps: { ...state.sweeps, [feed]: { doneAt, window } } };
}
