/** Upper ends, in milliseconds, of the slots that times of calls are counted in; one more slot takes the rest. */
export const SLOT_ENDS_MS = [50, 100, 200, 400, 800, 1_600, 3_200, 6_400, 12_800] as const;

/** The slot that a time belongs to. */
export function slotOf(tookMs: number): number {
  const slot = SLOT_ENDS_MS.findIndex((end) => tookMs <= end);
  return slot < 0 ? SLOT_ENDS_MS.length : slot;
}

/**
 * The time within which a share (0 to 1) of the counted calls were answered, as near as slots tell: calls are taken
 * as spread evenly over their slot, and none took longer than `slowestMs`. Null without calls.
 */
export function timeWithin(share: number, slots: readonly number[], slowestMs: number): number | null {
  const all = slots.reduce((sum, count) => sum + count, 0);
  if (all === 0) return null;
  let left = share * all;
  for (const [slot, count] of slots.entries()) {
    if (count > 0 && left <= count) {
      const from = SLOT_ENDS_MS[slot - 1] ?? 0;
      const to = Math.min(SLOT_ENDS_MS[slot] ?? slowestMs, slowestMs);
      return Math.round(from + (Math.max(from, to) - from) * (left / count));
    }
    left -= count;
  }
  return slowestMs;
}
