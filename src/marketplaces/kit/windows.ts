export interface Window {
  readonly from: Date;
  readonly to: Date;
}

/**
 * Splits a span into windows no wider than `maxMs`, oldest first. Neighbours share their border, so a reader
 * whose windows are inclusive on both ends meets a border row twice and never misses it. An empty or reversed
 * span gives no window.
 */
export function splitSpan(from: Date, to: Date, maxMs: number): Window[] {
  if (maxMs <= 0) throw new RangeError('a window needs a width');
  const windows: Window[] = [];
  for (let start = from.getTime(); start < to.getTime(); start += maxMs) {
    windows.push({ from: new Date(start), to: new Date(Math.min(start + maxMs, to.getTime())) });
  }
  return windows;
}

/** Cuts a list into runs of at most `size`. */
export function chunked<Item>(items: readonly Item[], size: number): Item[][] {
  if (size < 1) throw new RangeError('a chunk needs a size');
  const chunks: Item[][] = [];
  for (let start = 0; start < items.length; start += size) chunks.push(items.slice(start, start + size));
  return chunks;
}
