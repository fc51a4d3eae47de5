import type { AccountId, OwnerId } from '../../domain/ids.ts';
import type { Batch, OrderRead } from '../../marketplaces/kit/shop.ts';
import { MarketplaceError } from '../../marketplaces/kit/trouble.ts';
import { findAccount } from '../../store/accounts.ts';
import { readCursor } from '../../store/cursors.ts';
import { isDatabaseAway } from '../../store/database-away.ts';
import { type FeedSteps, noteFeeds } from '../../store/health/feed-reads.ts';
import { noteHealth } from '../../store/health/note-health.ts';
import type { HeldLane } from '../../store/lanes.ts';
import { noteFeedComplete } from '../../store/orders/reread.ts';
import { asOwner, type OwnerScope } from '../../store/scope.ts';
import {
  beginRun,
  findRuns,
  finishRun,
  queuedRuns,
  queueRun,
  recoverRuns,
  type SyncRun,
  stopRun,
} from '../../store/sync-runs.ts';
import { type FeedWatch, feedWatch } from '../health/feed-watch.ts';
import type { Hub } from '../hub.ts';
import { type OpenedShop, openShop } from '../open-shop.ts';
import { reportTrouble, type TroubleReport } from '../trouble-report.ts';
import { gather } from './gather.ts';
import { hearCancel, RunCanceled } from './hear-cancel.ts';
import { type PlaceWatch, placeWatch } from './place-watch.ts';
import { inSlices } from './slices.ts';
import { ORDERS_FEED, writeBatch } from './write-batch.ts';

/** Orders written in one transaction at the most, and read ahead of it; a new order is written at once. */
const GROUP = { maxItems: 600, lingerMs: 20 };

/** A range is read for this long before what changed is looked at again. */
const RANGE_SLICE_MS = 30_000;

/** The turns that an account has by the clock. */
export interface Turns {
  /** Whether one has come. Asked before a pull, and again whenever a long range makes room. */
  isDue(): Promise<boolean>;
  /** What changed was read, by the clock or because somebody asked; `trouble` is how the last run of it ended. */
  took(turn: { readonly byClock: boolean; readonly trouble: TroubleReport | null }): void;
}

export interface PullOptions {
  /** Where no turn has come, only what somebody asked for is read. Without them what changed is read once. */
  readonly turns?: Turns;
  readonly rangeSliceMs?: number;
  /** Aborting ends the work between two transactions. */
  readonly signal?: AbortSignal;
  /** Aborting cuts off calls in flight as well. */
  readonly hard?: AbortSignal;
  /** The held lane: without it no call leaves any more. */
  readonly fence?: HeldLane;
}

/**
 * Reads an account's orders: what changed, where its turn has come or somebody asked, then the ranges that somebody
 * asked for. A range may take long, so what changed is looked at again in between. The caller holds the account's pull
 * lane, so no other process does the same. Never throws for a marketplace's trouble: that is written into the run and
 * the account's health, and the last run's is answered. Throws when the database is away; the run is then left for
 * whoever takes the lane next.
 */
export async function pullOrders(
  hub: Hub,
  owner: OwnerId,
  account: AccountId,
  options: PullOptions = {},
): Promise<TroubleReport | null> {
  const turns = options.turns ?? oneTurn();
  const look = async (first: boolean) => {
    const byClock = await turns.isDue();
    const { changes, ranges } = await asOwner(hub.db, owner, async (scope) => {
      // Later the range that makes room is at work itself.
      if (first) await recoverRuns(scope, account);
      return runsToDo(scope, account, byClock);
    });
    let trouble: TroubleReport | null = null;
    for (const run of changes) {
      if (options.signal?.aborted) break;
      trouble = await carryOut(hub, owner, run, options);
    }
    if (changes.length > 0 && !options.signal?.aborted) turns.took({ byClock, trouble });
    return { trouble, ranges };
  };
  const makeRoom = async () => {
    await look(false);
  };
  let { trouble, ranges } = await look(true);
  for (const [nth, run] of ranges.entries()) {
    if (nth > 0) await makeRoom();
    if (options.signal?.aborted) break;
    trouble = await carryOut(hub, owner, run, options, makeRoom);
  }
  return trouble;
}

function oneTurn(): Turns {
  let taken = false;
  return {
    isDue: async () => !taken,
    took() {
      taken = true;
    },
  };
}

/** What changed goes before ranges. */
async function runsToDo(
  scope: OwnerScope,
  account: AccountId,
  byClock: boolean,
): Promise<{ readonly changes: readonly SyncRun[]; readonly ranges: readonly SyncRun[] }> {
  const queued = await queuedRuns(scope, account);
  const ranges = queued.filter(({ rangeFrom }) => rangeFrom !== null);
  const changes = queued.filter(({ rangeFrom }) => rangeFrom === null);
  if (!byClock || changes.length > 0) return { changes, ranges };
  const known = await findAccount(scope, account);
  if (known === undefined || !known.enabled) return { changes, ranges };
  const id = await queueRun(scope, { account, cause: 'schedule', range: null });
  return { changes: await findRuns(scope, [id]), ranges };
}

async function carryOut(
  hub: Hub,
  owner: OwnerId,
  run: SyncRun,
  options: PullOptions,
  makeRoom: () => Promise<void> = async () => {},
): Promise<TroubleReport | null> {
  const cancel = hearCancel(hub, owner, run.id);
  try {
    return await readRun(hub, owner, run, options, makeRoom, cancel.signal);
  } finally {
    cancel.stop();
  }
}

async function readRun(
  hub: Hub,
  owner: OwnerId,
  run: SyncRun,
  { signal, hard, fence, rangeSliceMs = RANGE_SLICE_MS }: PullOptions,
  makeRoom: () => Promise<void>,
  canceled: AbortSignal,
): Promise<TroubleReport | null> {
  const account = await asOwner(hub.db, owner, async (scope) =>
    (await beginRun(scope, run.id)) ? ((await findAccount(scope, run.account)) ?? 'gone') : undefined,
  );
  if (account === undefined) return null;
  const leave = anyOf(signal, canceled);
  const place = placeWatch();
  let trouble: TroubleReport | null = null;
  let feeds: FeedSteps | null = null;
  try {
    if (account === 'gone') throw new Error('the account was disconnected');
    const lane = run.cause === 'request' ? 'click' : 'fresh';
    const opened = await openShop(hub, owner, account, lane, anyOf(hard, canceled), {
      fence,
      leaving: leave,
    });
    const reading: Reading = { hub, owner, opened, run, place, leave };
    if (run.rangeFrom !== null && run.rangeTo !== null) {
      const placed = opened.shop.orders.placedBetween(run.rangeFrom, run.rangeTo);
      await readRange(reading, inSlices(placed, rangeSliceMs), makeRoom);
    } else {
      const watch = feedWatch(hub.clock());
      await readChanges(reading, watch);
      feeds = watch.finish(opened.edition.feeds);
    }
  } catch (error) {
    if (canceled.aborted || error instanceof RunCanceled) {
      await asOwner(hub.db, owner, (scope) => stopRun(scope, run.id));
      return null;
    }
    // Left as running: whoever takes the lane next recovers it.
    if (signal?.aborted || hard?.aborted) return null;
    if (isDatabaseAway(error)) throw error;
    trouble = reportTrouble(error);
    hub.log.warn({ account: run.account, run: run.id, trouble }, 'reading orders failed');
    if (!(error instanceof MarketplaceError))
      hub.log.error({ err: error, run: run.id }, 'reading orders broke');
  }
  await asOwner(hub.db, owner, async (scope) => {
    if (trouble === null && run.rangeFrom === null)
      await noteFeedComplete(scope, run.account, ORDERS_FEED, run.id);
    await finishRun(scope, run.id, trouble, place.last());
    if (feeds !== null) await noteFeeds(scope, run.account, feeds);
    await noteHealth(scope, run.account, trouble);
  });
  return trouble;
}

/** A run at work, and the signal that ends it between two transactions. */
interface Reading {
  readonly hub: Hub;
  readonly owner: OwnerId;
  readonly opened: OpenedShop;
  readonly run: SyncRun;
  readonly place: PlaceWatch;
  readonly leave: AbortSignal;
}

async function readChanges(
  { hub, owner, opened, run, place, leave }: Reading,
  watch: FeedWatch,
): Promise<void> {
  const cursor = await asOwner(hub.db, owner, (scope) => readCursor(scope, opened.account.id, ORDERS_FEED));
  const changes = opened.shop.orders.changes({ cursor, since: opened.account.ordersSince });
  for await (const group of gather(changes, GROUP)) {
    leave.throwIfAborted();
    const { canceled } = await writeBatch(hub, owner, opened, run.id, {
      reads: readsOf(group),
      cursor: group.at(-1)?.cursor ?? null,
      place: place.see(group),
      feeds: watch.see(group),
    });
    if (canceled) throw new RunCanceled();
  }
}

/** Reads slice after slice and makes room between them, when all of the one before is written. */
async function readRange(
  { hub, owner, opened, run, place, leave }: Reading,
  slices: AsyncIterable<AsyncIterable<PlacedBatch>>,
  makeRoom: () => Promise<void>,
): Promise<void> {
  let begun = false;
  for await (const slice of slices) {
    if (begun) await makeRoom();
    begun = true;
    for await (const group of gather(slice, GROUP)) {
      leave.throwIfAborted();
      const { canceled } = await writeBatch(hub, owner, opened, run.id, {
        reads: readsOf(group),
        cursor: null,
        place: place.see(group),
      });
      if (canceled) throw new RunCanceled();
    }
  }
}

type PlacedBatch = Omit<Batch<OrderRead>, 'cursor'>;

function readsOf(group: readonly PlacedBatch[]): readonly OrderRead[] {
  return group.flatMap(({ items }) => items);
}

function anyOf(...signals: readonly (AbortSignal | undefined)[]): AbortSignal {
  return AbortSignal.any(signals.filter((signal) => signal !== undefined));
}
