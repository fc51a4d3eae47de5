import type { AccountId, ScheduleId } from './ids.ts';
import { instantOfWallTime, wallTimeOf } from './time-zone.ts';

/** What a schedule may ask to be kept in step with a shop. */
export const SYNC_TYPES = ['orders', 'products', 'inventory', 'claims'] as const;
export type SyncType = (typeof SYNC_TYPES)[number];

export const LONGEST_INTERVAL_MINUTES = 10_080;

/** Monday is 1, as in ISO 8601. */
export const EVERY_DAY: readonly number[] = [1, 2, 3, 4, 5, 6, 7];

/** A part of the day in minutes from midnight; an end at or before the start lies on the next day. */
export interface ActiveHours {
  /** 0 to 1439. */
  readonly start: number;
  /** Exclusive, 0 to 1440. */
  readonly end: number;
}

/** How often, and when. */
export interface Timing {
  readonly intervalMinutes: number;
  /** Null is the whole day. */
  readonly activeHours: ActiveHours | null;
  /** The days on which the active hours begin. */
  readonly activeDays: readonly number[];
}

export interface Schedule extends Timing {
  readonly id: ScheduleId;
  readonly name: string;
  /** The one shop or the one marketplace it is for; both null is every shop of the owner. */
  readonly account: AccountId | null;
  readonly platform: string | null;
  readonly syncTypes: readonly SyncType[];
  readonly pausedAt: Date | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/**
 * The schedules that count for a shop and a type: those of the shop, else of its marketplace, else of the owner. Null
 * when none of them speaks of the type. A paused one still counts, and then nothing runs by the clock.
 */
export function schedulesFor<One extends Pick<Schedule, 'account' | 'platform' | 'syncTypes'>>(
  schedules: readonly One[],
  type: SyncType,
  shop: { readonly id: AccountId; readonly platform: string },
): readonly One[] | null {
  const speaking = schedules.filter(({ syncTypes }) => syncTypes.includes(type));
  const levels = [
    speaking.filter(({ account }) => account === shop.id),
    speaking.filter(({ account, platform }) => account === null && platform === shop.platform),
    speaking.filter(({ account, platform }) => account === null && platform === null),
  ];
  return levels.find((level) => level.length > 0) ?? null;
}

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const DAY_MINUTES = 1_440;
/** Shops with one schedule begin over this time, or over the interval where that is shorter. */
const SPREAD_MS = 5 * MINUTE_MS;
const GOLDEN_RATIO = 0.618_033_988_749_895;

/** Where in the spread a shop begins, 0 to 1: always the same, and even over any run of ids. */
export function phaseOf(account: AccountId): number {
  return (account * GOLDEN_RATIO) % 1;
}

export interface Turns {
  readonly timings: readonly Timing[];
  /** Up to when turns are used up; null when there was none yet. */
  readonly lastTurn: Date | null;
  readonly timeZone: string;
  /** See `phaseOf`. */
  readonly phase: number;
}

/**
 * When a shop's next turn is, not before `now`; null when nothing is scheduled. Time is cut into slots as long as the
 * interval, and each slot holds one turn at the most: turns that were missed are made up for by one, at once. Never
 * outside the active hours.
 */
export function nextRunAt({ timings, lastTurn, timeZone, phase }: Turns, now: Date): Date | null {
  let first = Number.POSITIVE_INFINITY;
  for (const timing of timings) {
    const spreadMs = Math.floor(phase * Math.min(timing.intervalMinutes * MINUTE_MS, SPREAD_MS));
    const slot =
      lastTurn === null
        ? now.getTime()
        : slotAfter(Math.min(lastTurn.getTime(), now.getTime()), timing, spreadMs);
    first = Math.min(first, firstActive(timing, Math.max(now.getTime(), slot), spreadMs, timeZone));
  }
  return Number.isFinite(first) ? new Date(first) : null;
}

function slotAfter(at: number, { intervalMinutes }: Timing, spreadMs: number): number {
  const length = intervalMinutes * MINUTE_MS;
  return (Math.floor((at - spreadMs) / length) + 1) * length + spreadMs;
}

/** Days that are looked through for the next opening: a weekly one may fall into a clock change once. */
const DAYS_AHEAD = 15;

function firstActive(timing: Timing, at: number, spreadMs: number, timeZone: string): number {
  if (isActive(timing, at, timeZone)) return at;
  const today = Math.floor(wallTimeOf(at, timeZone) / DAY_MS) * DAY_MS;
  const start = (timing.activeHours?.start ?? 0) * MINUTE_MS;
  for (let day = today; day <= today + DAYS_AHEAD * DAY_MS; day += DAY_MS) {
    const opening = instantOfWallTime(day + start, timeZone);
    // Not all at the moment of the opening either, unless it is shorter than the spread.
    const found = [opening + spreadMs, opening].find(
      (moment) => moment >= at && isActive(timing, moment, timeZone),
    );
    if (found !== undefined) return found;
  }
  return Number.POSITIVE_INFINITY;
}

/** Whether a schedule may run at a moment. Hours across midnight belong to the day they begin on. */
export function isActive(timing: Timing, at: number, timeZone: string): boolean {
  const wall = wallTimeOf(at, timeZone);
  const day = weekdayOf(wall);
  const minute = Math.floor(wall / MINUTE_MS) % DAY_MINUTES;
  const { start, end } = timing.activeHours ?? { start: 0, end: DAY_MINUTES };
  const begins = timing.activeDays.includes(day);
  if (start < end) return begins && minute >= start && minute < end;
  const began = timing.activeDays.includes(day === 1 ? 7 : day - 1);
  return (begins && minute >= start) || (began && minute < end);
}

/** 1 January 1970 was a Thursday. */
function weekdayOf(wall: number): number {
  return ((Math.floor(wall / DAY_MS) + 3) % 7) + 1;
}
