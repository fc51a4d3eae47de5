import { DAY_MS, MINUTE_MS } from '../bucket.ts';
import { KST_MINUTES } from '../zone.ts';

/** The first moment of the day it is in Korea. */
export function koreanMidnight(at: Date): Date {
  const offset = KST_MINUTES * MINUTE_MS;
  return new Date(Math.floor((at.getTime() + offset) / DAY_MS) * DAY_MS - offset);
}

/** The first moment of the next day in Korea: where a stretch ends that is to hold this day whole. */
export function dayAfter(at: Date): Date {
  return new Date(koreanMidnight(at).getTime() + DAY_MS);
}
