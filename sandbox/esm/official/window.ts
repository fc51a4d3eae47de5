import { DAY_MS } from '../time.ts';
import type { Body } from './body.ts';

/** A span of time. The end is not part of it, so "to" must be tomorrow to include today (sheet §2). */
export interface Window {
  readonly from: number;
  readonly to: number;
}

/** The span that two members of a body name; undefined if one is absent or no date, or the end comes first. */
export function readWindow(body: Body, from: string, to: string): Window | undefined {
  const window = { from: body.moment(from), to: body.moment(to) };
  if (window.from === undefined || window.to === undefined || window.to < window.from) return undefined;
  return { from: window.from, to: window.to };
}

/** How many days a span has. */
export function daysIn({ from, to }: Window): number {
  return (to - from) / DAY_MS;
}

/** Whether an instant lies in a span. */
export function holds({ from, to }: Window, at: number | null): boolean {
  return at !== null && at >= from && at < to;
}
