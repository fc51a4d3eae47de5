import type { Window } from '../../kit/windows.ts';
import { tooFull } from './walk.ts';

const MINUTE_MS = 60_000;

/**
 * Asks about a window, and about its halves where the answer was cut, until nothing is left out. The halves share
 * their border.
 */
export async function askUncut<Row>(
  list: string,
  window: Window,
  ask: (window: Window) => Promise<{ readonly rows: readonly Row[]; readonly isCut: boolean }>,
): Promise<readonly Row[]> {
  const { rows, isCut } = await ask(window);
  if (!isCut) return rows;
  const minutes = Math.round((window.to.getTime() - window.from.getTime()) / MINUTE_MS);
  if (minutes <= 1) throw tooFull(list);
  const middle = new Date(window.from.getTime() + Math.ceil(minutes / 2) * MINUTE_MS);
  const older = await askUncut(list, { from: window.from, to: middle }, ask);
  return [...older, ...(await askUncut(list, { from: middle, to: window.to }, ask))];
}
