import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KEY_MARKS, keyDaysLeft, keyMark } from './key-expiry.ts';

const NOW = new Date('2026-11-22T03:00:00Z');
const HOUR_MS = 3_600_000;
const inHours = (hours: number) => new Date(NOW.getTime() + hours * HOUR_MS);

describe('the end of a key', () => {
  it('counts a begun day whole and a key that has ended as 0', () => {
    expect(keyDaysLeft(inHours(48), NOW)).toBe(2);
    expect(keyDaysLeft(inHours(25), NOW)).toBe(2);
    expect(keyDaysLeft(inHours(1), NOW)).toBe(1);
    expect(keyDaysLeft(NOW, NOW)).toBe(0);
    expect(keyDaysLeft(inHours(-500), NOW)).toBe(0);
  });

  it('is warned of at 14, 7 and 1 days and when it has come', () => {
    const marks = [30, 15, 14, 8, 7, 2, 1, 0].map((days) => keyMark(days));
    expect(marks).toEqual([null, null, 14, 14, 7, 7, 1, 0]);
  });

  it('brings each mark once when it is looked at every hour', () => {
    fc.assert(
      fc.property(fc.integer({ min: 15 * 24, max: 40 * 24 }), (hours) => {
        let warned: number | null = null;
        const marks: number[] = [];
        for (let hour = 0; hour <= hours + 48; hour++) {
          const mark = keyMark(keyDaysLeft(inHours(hours), inHours(hour)));
          if (mark === null || (warned !== null && warned <= mark)) continue;
          warned = mark;
          marks.push(mark);
        }
        expect(marks).toEqual([...KEY_MARKS]);
      }),
    );
  });
});
