import type { Cursor } from '../../kit/cursor.ts';
import type { Batch, OrderRead } from '../../kit/shop.ts';
import { sweepFeeds } from '../../kit/sweeps/sweep-feeds.ts';
import type { Ask } from './calls.ts';
import { FEEDS } from './feeds.ts';
import { pageReader } from './lists.ts';

/** Reads every list that is due, orders and claims in one stream. */
export function changes(
  ask: Ask,
  clock: () => Date,
  from: { readonly cursor: Cursor | null; readonly since: Date },
): AsyncIterable<Batch<OrderRead>> {
  return sweepFeeds({ feeds: FEEDS, clock, read: pageReader(ask, clock) }, from);
}
