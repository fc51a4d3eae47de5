import type { Batch, MissingOrder, OrderRead, OrdersDesk, OrdersNow } from '../../kit/shop.ts';
import { sweepFeeds } from '../../kit/sweeps/sweep-feeds.ts';
import { splitSpan, windowTally } from '../../kit/windows.ts';
import { placedWithin } from '../placed-within.ts';
import type { Ask } from './calls.ts';
import { decodeLine } from './decode-line.ts';
import type { LineState } from './decode-state.ts';
import { statesOf } from './line-states.ts';
import { LISTS, ORDER_LISTS } from './lists.ts';
import { orderRows } from './order-rows.ts';
import { listReader } from './read-lists.ts';
import { decodeRows, snapshotsOf } from './snapshot.ts';
import { ENDED, UNPAID } from './statuses.ts';
import { dayOfNumber } from './values.ts';
import { writesOf } from './writes.ts';

/** The orders desk of one account. */
export function ordersDesk(ask: Ask, clock: () => Date): OrdersDesk {
  const lists = listReader(ask);
  return {
    changes: (from) => sweepFeeds({ feeds: LISTS, read: lists.page, clock }, from),
    placedBetween: (from, to) => placedBetween(ask, clock, from, to),
    read: (orderIds) => readOrders(ask, orderIds),
    ...writesOf(ask),
  };
}

type PlacedBatch = Omit<Batch<OrderRead>, 'cursor'>;

/**
 * Every list from the first day to now: an order placed in the range came into its present state at some time since.
 * What was not placed in the range is left out, by the day its number begins with where a row tells no more.
 */
async function* placedBetween(
  ask: Ask,
  clock: () => Date,
  from: Date,
  to: Date,
): AsyncGenerator<PlacedBatch> {
  const lists = listReader(ask);
  const now = clock();
  const windowsEach = ORDER_LISTS.map(({ windowMs }) => splitSpan(from, now, windowMs).length);
  let left = windowsEach.reduce((sum, windows) => sum + windows, 0);
  const tally = windowTally();
  for (const list of ORDER_LISTS) {
    for await (const reads of lists.between(list, from, now)) {
      left -= 1;
      const items = reads.filter((read) => isPlacedWithin(read, from, to));
      yield { feed: list.name, items, windows: tally(true, left) };
    }
  }
}

const DAY_MS = 24 * 60 * 60_000;

function isPlacedWithin(read: OrderRead, from: Date, to: Date): boolean {
  if (read.kind === 'order') return placedWithin(read.order.orderedAt, from, to);
  if (read.kind !== 'line_news') return true;
  const day = Date.parse(dayOfNumber(read.news.nativeOrderId));
  return day > from.getTime() - DAY_MS && day <= to.getTime();
}

/** Orders whole: each by its number, with the status of its lines, which that answer does not tell (sheet §3.4). */
async function readOrders(ask: Ask, orderIds: readonly string[]): Promise<OrdersNow> {
  const states = await statesOf(ask, orderIds);
  const reads: OrderRead[] = [];
  const missing: MissingOrder[] = [];
  for (const nativeOrderId of new Set(orderIds)) {
    const ofOrder = states.filter((state) => state.nativeOrderId === nativeOrderId);
    const unpaid = ofOrder.find(({ nativeStatus }) => UNPAID.has(nativeStatus));
    if (unpaid !== undefined) {
      missing.push({ nativeOrderId, nativeText: unpaid.statusName ?? unpaid.nativeStatus, ended: false });
      continue;
    }
    const { rows, nativeText } = await orderRows(ask, nativeOrderId);
    reads.push(...wholeOrder(rows, ofOrder));
    if (rows.length === 0) missing.push({ nativeOrderId, nativeText, ended: isOver(ofOrder) });
  }
  return { reads, missing };
}

/** An order that is not shown itself, and of which every line was cancelled or returned. */
function isOver(states: readonly LineState[]): boolean {
  return states.length > 0 && states.every(({ nativeStatus }) => ENDED.has(nativeStatus));
}

/** A line that the look-up of states left out: nobody knows where it stands. */
const UNTOLD = 'untold';

function wholeOrder(rows: readonly unknown[], states: readonly LineState[]): readonly OrderRead[] {
  const statusOf = new Map(states.map(({ nativeLineId, nativeStatus }) => [nativeLineId, nativeStatus]));
  const { good, bad } = decodeRows(rows, (row) => decodeLine(row, (line) => statusOf.get(line) ?? UNTOLD));
  // An order that lacks a line may not be told as whole: the line would seem to have gone.
  const orders = snapshotsOf(good, bad.length === 0);
  return [...orders.map((order): OrderRead => ({ kind: 'order', order })), ...bad];
}
