import { KST_MINUTES } from '../../kit/zone.ts';

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

export function floorMinute(at: Date): Date {
  return new Date(Math.floor(at.getTime() / MINUTE_MS) * MINUTE_MS);
}

/** The beginning of the day it is in Korea. */
export function koreanMidnight(at: Date): Date {
  const offset = KST_MINUTES * MINUTE_MS;
  return new Date(Math.floor((at.getTime() + offset) / DAY_MS) * DAY_MS - offset);
}

/** The beginning of the next day in Korea. */
export function dayAfter(at: Date): Date {
  return new Date(koreanMidnight(at).getTime() + DAY_MS);
}
