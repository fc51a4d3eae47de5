/** A stretch of time in epoch milliseconds, both ends included, as Naver's queries take it. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

const SECOND_MS = 1_000;

/** The widest window that every query takes (sheet §2.2). */
export const DAY_MS = 24 * 3_600_000;

/** The full second at or before a moment: windows go from `.000` to `.999` (sheet §2.2). */
export function fullSecond(ms: number): number {
  return Math.floor(ms / SECOND_MS) * SECOND_MS;
}

/** The first window of a span, or null when the span is empty. */
export function firstWindow({ from, to }: Span): Span | null {
  return from > to ? null : { from, to: Math.min(from + DAY_MS - 1, to) };
}

/** The window that follows one, up to `end`. */
export function windowAfter(window: Span, end: number): Span | null {
  return firstWindow({ from: window.to + 1, to: end });
}

/** How many windows are left up to `end`, the one told among them. */
export function windowsFrom(window: Span | null, end: number): number {
  return window === null ? 0 : 1 + Math.max(0, Math.ceil((end - window.to) / DAY_MS));
}

/** All windows of a span, oldest first, without a gap and without an overlap. */
export function* windowsOf(span: Span): Generator<Span> {
  for (let window = firstWindow(span); window !== null; window = windowAfter(window, span.to)) yield window;
}
