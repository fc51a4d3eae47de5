import { dueSweep } from './due.ts';
import type { SweptFeed } from './feed.ts';
import { type Memory, withSwept } from './memory.ts';
import { windowsIn } from './sweep.ts';

/**
 * How many windows a run that comes to these feeds now reads of them, in this order: those of sweeps that were begun,
 * and of sweeps that are due. A feed that becomes due on the way is not foreseen.
 */
export function windowsAhead(feeds: readonly SweptFeed[], memory: Memory, now: Date): number {
  let ahead = 0;
  let then = memory;
  for (const feed of feeds) {
    const begun = then.feeds[feed.name]?.sweep ?? null;
    if (begun !== null) {
      ahead += windowsIn(feed, begun);
      then = withSwept(then, feed, begun);
    }
    const due = dueSweep(feed, then.feeds, then.since, now);
    if (due !== null) {
      ahead += windowsIn(feed, due);
      then = withSwept(then, feed, due);
    }
  }
  return ahead;
}
