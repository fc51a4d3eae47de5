import { describe, expect, it } from 'vitest';
import { endOfBusinessDay } from './business-days.ts';
import { formatKst } from './time.ts';

describe('working days', () => {
  it.each([
    ['2026-11-18T10:00:00.000+09:00', 1, '2026-11-19'],
    ['2026-11-20T23:59:00.000+09:00', 1, '2026-11-23'],
    ['2026-11-21T10:00:00.000+09:00', 3, '2026-11-25'],
    ['2026-12-24T10:00:00.000+09:00', 1, '2026-12-28'],
    ['2026-09-23T10:00:00.000+09:00', 1, '2026-09-28'],
  ])('counts from %s %i on to %s', (from, days, last) => {
    expect(formatKst(endOfBusinessDay(Date.parse(from), days))).toBe(`${last}T23:59:59.999+09:00`);
  });
});
