import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayAfter, daysOf, periodBefore, STEPS, stepsOf } from './period.ts';

const period = fc
  .tuple(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 0, max: 800 }))
  .map(([start, length]) => {
    const from = dayAfter('1990-01-01', start);
    return { from, to: dayAfter(from, length) };
  });

describe('periods', () => {
  it('are compared with as many days just before', () => {
    expect(periodBefore({ from: '2024-03-01', to: '2024-03-02' })).toEqual({
      from: '2024-02-28',
      to: '2024-02-29',
    });
    fc.assert(
      fc.property(period, (given) => {
        const before = periodBefore(given);
        expect(daysOf(before)).toBe(daysOf(given));
        expect(dayAfter(before.to, 1)).toBe(given.from);
      }),
    );
  });

  it('part into weeks from Monday and into months', () => {
    const given = { from: '2026-11-25', to: '2026-12-08' };
    expect(stepsOf(given, 'week')).toEqual(['2026-11-25', '2026-11-30', '2026-12-07']);
    expect(stepsOf(given, 'month')).toEqual(['2026-11-25', '2026-12-01']);
  });

  it('lie wholly in their steps, none of which is empty', () => {
    fc.assert(
      fc.property(period, fc.constantFrom(...STEPS), (given, step) => {
        const starts = stepsOf(given, step);
        expect(starts[0]).toBe(given.from);
        expect(starts).toEqual([...new Set(starts)].sort());
        expect(starts.every((day) => day <= given.to)).toBe(true);
        if (step === 'day') expect(starts).toHaveLength(daysOf(given));
      }),
    );
  });
});
