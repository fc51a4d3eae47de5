const DAY_MS = 86_400_000;

/** Days before a key ends on which its owner is warned; 0 is when it has ended. The earliest warning first. */
export const KEY_MARKS = [14, 7, 1, 0] as const;
export type KeyMark = (typeof KEY_MARKS)[number];

/** Days a key has left, a begun one counted whole; 0 when it has ended. */
export function keyDaysLeft(expiresAt: Date, now: Date): number {
  return Math.max(0, Math.ceil((expiresAt.getTime() - now.getTime()) / DAY_MS));
}

/** The nearest mark that a key with so many days left has reached; null while it is far from its end. */
export function keyMark(daysLeft: number): KeyMark | null {
  return KEY_MARKS.findLast((mark) => daysLeft <= mark) ?? null;
}
