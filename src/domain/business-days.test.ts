import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  areHolidaysKnown,
  endOfBusinessDay,
  holidayNames,
  isBusinessDay,
  koreanDay,
} from './business-days.ts';

describe('Korean business days', () => {
  test.each([
    // Friday evening; the weekend does not count.
    ['2026-11-20T09:00:00Z', 3, '2026-11-25T14:59:59.000Z'],
    // Late on Friday in UTC it is Saturday in Korea already.
    ['2026-11-20T15:30:00Z', 1, '2026-11-23T14:59:59.000Z'],
    // Chuseok 2026: Thursday 24 to Saturday 26 September.
    ['2026-09-22T03:00:00Z', 2, '2026-09-28T14:59:59.000Z'],
    // New Year's Day, over the end of a year.
    ['2026-12-31T03:00:00Z', 1, '2027-01-04T14:59:59.000Z'],
  ])('%s and %i business days end at %s', (from, days, end) => {
    expect(endOfBusinessDay(new Date(from), days).toISOString()).toBe(end);
  });

  test('a holiday has a name, and a year nobody has announced has none', () => {
    expect(holidayNames('2026-10-09')).toEqual(['한글날']);
    expect(isBusinessDay('2026-10-09')).toBe(false);
    expect(areHolidaysKnown('2027-05-05')).toBe(true);
    expect(areHolidaysKnown('2099-05-05')).toBe(false);
  });

  test('an end is always a working day, and one more day is always later', () => {
    const moment = fc.date({ min: new Date('2018-01-01'), max: new Date('2027-12-01'), noInvalidDate: true });
    fc.assert(
      fc.property(moment, fc.integer({ min: 1, max: 15 }), (from, days) => {
        const end = endOfBusinessDay(from, days);
        expect(isBusinessDay(koreanDay(end))).toBe(true);
        expect(end.getTime()).toBeGreaterThan(from.getTime());
        expect(endOfBusinessDay(from, days + 1).getTime()).toBeGreaterThan(end.getTime());
      }),
    );
  });

  test.each([0, -1, 1.5])('%d is no number of days', (days) => {
    expect(() => endOfBusinessDay(new Date(), days)).toThrow(RangeError);
  });
});
