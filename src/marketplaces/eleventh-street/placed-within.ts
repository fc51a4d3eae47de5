const SECOND_MS = 1_000;

/** Whether an order was placed in a range. Orders tell their second only, so the one that the range begins in counts. */
export function placedWithin(orderedAt: string, from: Date, to: Date): boolean {
  const at = Date.parse(orderedAt);
  return at >= Math.floor(from.getTime() / SECOND_MS) * SECOND_MS && at <= to.getTime();
}
