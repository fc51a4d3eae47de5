export interface Window {
  readonly from: Date;
  readonly to: Date;
}

/**
 * How far a reading has come. Hardly a marketplace tells how many orders a list holds, but what a reading asks for is
 * known: window after window, each a list with all its pages. `total` may change as the reading learns more.
 */
export interface WindowCount {
  /** Windows read to their end. */
  readonly done: number;
  readonly total: number;
}

/**
 * Counts the windows of one reading. Call it once for each page, in order: whether that was the last one of its window,
 * and how many windows the reading still has to end.
 */
export function windowTally(): (ended: boolean, ahead: number) => WindowCount {
  let done = 0;
  return (ended, ahead) => {
    if (ended) done += 1;
    return { done, total: done + ahead };
  };
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
