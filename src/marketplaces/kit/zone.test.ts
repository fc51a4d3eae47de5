import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { endOfKoreanDay, instantInZone, instantWithOffset, KST_MINUTES, wallClock } from './zone.ts';

const moment = fc.date({
  min: new Date('1990-01-01T00:00:00Z'),
  max: new Date('2099-12-31T00:00:00Z'),
  noInvalidDate: true,
});

describe('moments of a marketplace', () => {
  test('are the same in every way of writing them, at every hour of every day', () => {
    fc.assert(
      fc.property(moment, (at) => {
        const wall = wallClock(at, KST_MINUTES);
        const seconds = wall.slice(0, 19);
        const whole = `${at.toISOString().slice(0, 19)}.000Z`;
        expect(instantInZone(wall, KST_MINUTES, 'at')).toBe(at.toISOString());
        expect(instantInZone(wall.replace('T', ' '), KST_MINUTES, 'at')).toBe(at.toISOString());
        expect(instantInZone(seconds, KST_MINUTES, 'at')).toBe(whole);
        expect(instantInZone(`${seconds}+09:00`, 0, 'at')).toBe(whole);
        expect(instantWithOffset(`${wall}+09:00`, 'at')).toBe(at.toISOString());
        expect(instantWithOffset(at.toISOString(), 'at')).toBe(at.toISOString());
        expect(instantInZone(at.toISOString().slice(0, 19), 0, 'at')).toBe(whole);
      }),
      { numRuns: 1_000 },
    );
  });

  test.each([
    '2026-13-01T10:00:00',
    '2026-00-10T10:00:00',
    '2026-11-00T10:00:00',
    '2026-11-32T10:00:00',
    '2026-11-21T24:30:00',
    '2026-11-21T10:60:00',
    '2026-11-21 10:00:00+09:00',
    '2026.11.21 10:00:00',
    ' 2026-11-21T10:00:00',
    '',
  ])('%j is none', (text) => {
    expect(() => instantInZone(text, KST_MINUTES, 'at')).toThrow('at: expected');
  });

  test('a date alone is its first moment there', () => {
    expect(instantInZone('2026-11-21', KST_MINUTES, 'at')).toBe('2026-11-20T15:00:00.000Z');
  });

  test.each([
    ['2026-11-21', '2026-11-21T14:59:59.999Z'],
    ['2028-02-29', '2028-02-29T14:59:59.999Z'],
    ['2026-11-21T10:00:00', '2026-11-22T00:59:59.999Z'],
  ])('the day %j ends at its last moment in Korea', (day, end) => {
    expect(endOfKoreanDay(day, 'at')).toBe(end);
  });

  test('without an offset nobody knows the moment', () => {
    expect(() => instantWithOffset('2026-11-21T10:00:00', 'at')).toThrow('with offset');
  });
});
