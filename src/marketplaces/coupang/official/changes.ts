import type { Batch, Cursor, OrderRead } from '../../kit/shop.ts';
import { sweepAll } from '../sweeps/walk.ts';
import type { Ask } from './calls.ts';
import { FEEDS } from './feeds.ts';
import { pageReader } from './lists.ts';

/** Reads every list that is due, orders and claims in one stream. */
export function changes(
  ask: Ask,
  clock: () => Date,
  from: { readonly cursor: Cursor | null; readonly since: Date },
): AsyncIterable<Batch<OrderRead>> {
  return sweepAll({ feeds: FEEDS, clock, page: pageReader(ask, clock) }, from);
}
