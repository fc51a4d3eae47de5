import { MarketplaceError } from '../trouble.ts';
import type { Window } from '../windows.ts';

/**
 * The halves of a window in whole units, the earlier one first and no narrower than the later one. They share their
 * border. Null where the window is a single unit.
 */
export function halvesOf({ from, to }: Window, unitMs: number): readonly [Window, Window] | null {
  const units = Math.round((to.getTime() - from.getTime()) / unitMs);
  if (units < 2) return null;
  const middle = new Date(from.getTime() + Math.ceil(units / 2) * unitMs);
  return [
    { from, to: middle },
    { from: middle, to },
  ];
}

/** What one question about a window gave; what a cut list left out it says nothing of. */
export interface Asked<Row> {
  readonly rows: readonly Row[];
  readonly isCut: boolean;
}

/**
 * Asks about a window, and about its halves where the answer was cut, until nothing is left out. Throws `tooFull` where
 * the narrowest window was cut.
 */
export async function askUncut<Row>(
  operation: string,
  window: Window,
  unitMs: number,
  ask: (window: Window) => Promise<Asked<Row>>,
): Promise<readonly Row[]> {
  const { rows, isCut } = await ask(window);
  if (!isCut) return rows;
  const halves = halvesOf(window, unitMs);
  if (halves === null) throw tooFull(operation);
  const [earlier, later] = halves;
  return [
    ...(await askUncut(operation, earlier, unitMs, ask)),
    ...(await askUncut(operation, later, unitMs, ask)),
  ];
}

/** The narrowest window that can be asked for holds more rows than a list shows. */
export function tooFull(operation: string): MarketplaceError {
  return new MarketplaceError({
    reason: 'unexpected_shape',
    operation,
    nativeText: 'the narrowest window was cut',
  });
}
