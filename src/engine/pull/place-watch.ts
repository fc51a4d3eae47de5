import type { Batch } from '../../marketplaces/kit/shop.ts';
import type { RunPlace } from '../../store/sync-runs.ts';

/** Lists without orders are read fast, and a short run that finds nothing is told of at its end only. */
const TELL_EVERY_MS = 1_000;

type Group = readonly Pick<Batch<unknown>, 'items' | 'feed' | 'windows'>[];

/** Follows the batches of one run and tells where it is. */
export interface PlaceWatch {
  /** Where it is after a group; undefined where that brought no rows and the last word is not old. */
  see(group: Group): RunPlace | undefined;
  /** Where it is by now. */
  last(): RunPlace;
}

/** Watches a run that begins now. `now` is in milliseconds of a clock that only goes forward. */
export function placeWatch(now: () => number = () => performance.now()): PlaceWatch {
  let place: RunPlace = { feed: null, windows: null };
  let toldAt = now();
  return {
    see(group) {
      const last = group.at(-1);
      if (last !== undefined) place = { feed: last.feed, windows: last.windows ?? null };
      const quiet = group.every(({ items }) => items.length === 0);
      if (quiet && now() - toldAt < TELL_EVERY_MS) return undefined;
      toldAt = now();
      return place;
    },
    last: () => place,
  };
}
