import { expect } from 'vitest';
import type { WindowCount } from '../../src/marketplaces/kit/windows.ts';

/** What the batches of one reading told of how far it was: it only goes forward, and never past its end. */
export function expectForward(counts: readonly (WindowCount | undefined)[]): void {
  let before = 0;
  for (const count of counts) {
    if (count === undefined) throw new Error('a batch does not tell how far the reading is');
    expect(count.done).toBeGreaterThanOrEqual(before);
    expect(count.done).toBeLessThanOrEqual(before + 1);
    expect(count.total).toBeGreaterThanOrEqual(count.done);
    before = count.done;
  }
}

/** The same of a reading that came to its end, and to its end only with its last batch. */
export function expectForwardToTheEnd(counts: readonly (WindowCount | undefined)[]): void {
  expectForward(counts);
  const last = counts.at(-1);
  expect(last?.done).toBe(last?.total);
  for (const count of counts.slice(0, -1)) expect(count?.done).toBeLessThan(count?.total ?? 0);
}
