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
  type RunPlace,
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
import { ORDERS_FEED, writeBatch } from './write-batch.ts';

/** Orders written in one transaction at the most, and read ahead of it. */
const GROUP_ORDERS = 600;

export interface PullOptions {
  /** Whether the account's turn by the clock has come; else only what somebody asked for is read. */
  readonly byClock?: boolean;
  /** Aborting ends the work between two transactions. */
  readonly signal?: AbortSignal;
  /** Aborting cuts off calls in flight as well. */
  readonly hard?: AbortSignal;
  /** The held lane: without it no call leaves any more. */
  readonly fence?: HeldLane;
}

/**
 * Reads an account's orders: what somebody asked for and, when its turn has come, what changed. The caller holds the
 * account's pull lane, so no other process does the same. Never throws for a marketplace's trouble: that is written
 * into the run and the account's health, and the last run's is answered. Throws when the database is away; the run is
 * then left for whoever takes the lane next.
 */
export async function pullOrders(
  hub: Hub,
  owner: OwnerId,
  account: AccountId,
  options: PullOptions = {},
): Promise<TroubleReport | null> {
  const runs = await asOwner(hub.db, owner, (scope) => runsToDo(scope, account, options.byClock ?? true));
  let trouble: TroubleReport | null = null;
  for (const run of runs) {
    if (options.signal?.aborted) break;
    trouble = await carryOut(hub, owner, run, options);
  }
  return trouble;
}

/** What changed goes before ranges, which may take long. */
async function runsToDo(
  scope: OwnerScope,
  account: AccountId,
  byClock: boolean,
): Promise<readonly SyncRun[]> {
  await recoverRuns(scope, account);
  const queued = await queuedRuns(scope, account);
  const ranges = queued.filter(({ rangeFrom }) => rangeFrom !== null);
  const changes = queued.filter(({ rangeFrom }) => rangeFrom === null);
  if (!byClock || changes.length > 0) return [...changes, ...ranges];
  const known = await findAccount(scope, account);
  if (known === undefined || !known.enabled) return ranges;
  const id = await queueRun(scope, { account, cause: 'schedule', range: null });
  return [...(await findRuns(scope, [id])), ...ranges];
}

async function carryOut(
  hub: Hub,
  owner: OwnerId,
  run: SyncRun,
  options: PullOptions,
): Promise<TroubleReport | null> {
  const cancel = hearCancel(hub, owner, run.id);
  try {
    return await readRun(hub, owner, run, options, cancel.signal);
  } finally {
    cancel.stop();
  }
}

async function readRun(
  hub: Hub,
  owner: OwnerId,
  run: SyncRun,
  { signal, hard, fence }: PullOptions,
  canceled: AbortSignal,
): Promise<TroubleReport | null> {
  const account = await asOwner(hub.db, owner, async (scope) =>
    (await beginRun(scope, run.id)) ? ((await findAccount(scope, run.account)) ?? 'gone') : undefined,
  );
  if (account === undefined) return null;
  const leave = anyOf(signal, canceled);
  let trouble: TroubleReport | null = null;
  let feeds: FeedSteps | null = null;
  try {
    if (account === 'gone') throw new Error('the account was disconnected');
    const lane = run.cause === 'request' ? 'click' : 'fresh';
    const opened = await openShop(hub, owner, account, lane, anyOf(hard, canceled), {
      fence,
      leaving: leave,
    });
    if (run.rangeFrom !== null && run.rangeTo !== null)
      await readRange(hub, owner, opened, run, { from: run.rangeFrom, to: run.rangeTo }, leave);
    else {
      const watch = feedWatch(hub.clock());
      await readChanges(hub, owner, opened, run, watch, leave);
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
    await finishRun(scope, run.id, trouble);
    if (feeds !== null) await noteFeeds(scope, run.account, feeds);
    await noteHealth(scope, run.account, trouble);
  });
  return trouble;
}

async function readChanges(
  hub: Hub,
  owner: OwnerId,
  opened: OpenedShop,
  run: SyncRun,
  watch: FeedWatch,
  leave: AbortSignal,
): Promise<void> {
  const cursor = await asOwner(hub.db, owner, (scope) => readCursor(scope, opened.account.id, ORDERS_FEED));
  const changes = opened.shop.orders.changes({ cursor, since: opened.account.ordersSince });
  for await (const group of gather(changes, GROUP_ORDERS)) {
    leave.throwIfAborted();
    const { canceled } = await writeBatch(hub, owner, opened, run.id, {
      reads: readsOf(group),
      cursor: group.at(-1)?.cursor ?? null,
      place: placeOf(group),
      feeds: watch.see(group),
    });
    if (canceled) throw new RunCanceled();
  }
}

async function readRange(
  hub: Hub,
  owner: OwnerId,
  opened: OpenedShop,
  run: SyncRun,
  { from, to }: { readonly from: Date; readonly to: Date },
  leave: AbortSignal,
): Promise<void> {
  for await (const group of gather(opened.shop.orders.placedBetween(from, to), GROUP_ORDERS)) {
    leave.throwIfAborted();
    const { canceled } = await writeBatch(hub, owner, opened, run.id, {
      reads: readsOf(group),
      cursor: null,
      place: placeOf(group),
    });
    if (canceled) throw new RunCanceled();
  }
}

type Group = readonly Omit<Batch<OrderRead>, 'cursor'>[];

function placeOf(group: Group): RunPlace {
  const last = group.at(-1);
  return { feed: last?.feed ?? null, left: last?.left ?? null };
}

function readsOf(group: Group): readonly OrderRead[] {
  return group.flatMap(({ items }) => items);
}

function anyOf(...signals: readonly (AbortSignal | undefined)[]): AbortSignal {
  return AbortSignal.any(signals.filter((signal) => signal !== undefined));
}
