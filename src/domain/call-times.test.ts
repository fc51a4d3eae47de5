import fc from 'fast-check';
import { expect, it } from 'vitest';
import { SLOT_ENDS_MS, slotOf, timeWithin } from './call-times.ts';

function slotsOf(times: readonly number[]): number[] {
  const slots = new Array<number>(SLOT_ENDS_MS.length + 1).fill(0);
  for (const time of times) slots[slotOf(time)] = (slots[slotOf(time)] ?? 0) + 1;
  return slots;
}

it('puts a time into the first slot that takes it', () => {
  expect([0, 50, 51, 12_800, 12_801].map(slotOf)).toEqual([0, 0, 1, 8, 9]);
});

it('tells the median within the width of its slot', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 60_000 }), { minLength: 1, maxLength: 200 }), (times) => {
      const sorted = times.toSorted((a, b) => a - b);
      const median = sorted[Math.ceil(sorted.length / 2) - 1] ?? 0;
      const told = timeWithin(0.5, slotsOf(times), sorted.at(-1) ?? 0) ?? -1;
      const slot = slotOf(median);
      expect(told).toBeGreaterThanOrEqual(Math.floor(SLOT_ENDS_MS[slot - 1] ?? 0));
      expect(told).toBeLessThanOrEqual(Math.min(SLOT_ENDS_MS[slot] ?? Infinity, sorted.at(-1) ?? 0));
    }),
  );
});

it('tells nothing without calls', () => {
  expect(timeWithin(0.5, slotsOf([]), 0)).toBeNull();
});
