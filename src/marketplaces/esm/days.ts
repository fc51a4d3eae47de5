import type { Window } from '../kit/windows.ts';
import { KST_MINUTES } from '../kit/zone.ts';

export const DAY_MS = 24 * 60 * 60_000;

/** The first moment of the Korean day that holds it. */
export function koreanMidnight(at: Date): Date {
  const offset = KST_MINUTES * 60_000;
  return new Date(Math.floor((at.getTime() + offset) / DAY_MS) * DAY_MS - offset);
}

/** The end of a window that is to hold this day: the lists end before the day they are told (sheet §2, §7.4). */
export function dayAfter(at: Date): Date {
  return new Date(koreanMidnight(at).getTime() + DAY_MS);
}

/** Halves of a window of whole days, or null where it is a single day. */
export function halved({ from, to }: Window): readonly [Window, Window] | null {
  const days = Math.round((to.getTime() - from.getTime()) / DAY_MS);
  if (days < 2) return null;
  const middle = new Date(from.getTime() + Math.floor(days / 2) * DAY_MS);
  return [
    { from, to: middle },
    { from: middle, to },
  ];
}
