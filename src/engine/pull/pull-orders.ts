import type { AccountId, OwnerId } from '../../domain/ids.ts';
import type { Batch, OrderRead } from '../../marketplaces/kit/shop.ts';
import { MarketplaceError } from '../../marketplaces/kit/trouble.ts';
import { findAccount, noteHealth } from '../../store/accounts.ts';
import { readCursor } from '../../store/cursors.ts';
import { ordersToReadAgain } from '../../store/orders/read.ts';
import { asOwner } from '../../store/scope.ts';
import {
  beginRun,
  finishRun,
  queuedRuns,
  queueRun,
  recoverRuns,
  type SyncRun,
} from '../../store/sync-runs.ts';
import type { Hub } from '../hub.ts';
import { type OpenedShop, openShop } from '../open-shop.ts';
import { reportTrouble, type TroubleReport } from '../trouble-report.ts';
import { gather } from './gather.ts';
import { ORDERS_FEED, writeBatch } from './write-batch.ts';

/** Orders written in one transaction at the most, and read ahead of it. */
const GROUP_ORDERS = 600;
/** Orders read again by id per run, so that a flood of wishes does not hold up fresh orders. */
const READ_AGAIN_PER_RUN = 60;

/**
 * Reads an account's orders: first what somebody asked for, else one scheduled run. The caller holds the
 * account's pull lane, so no other process does the same. Never throws for a marketplace's trouble: that is
 * written into the run and the account's health, and the last run's is answered. Aborting ends it between two
 * transactions.
 */
export async function pullOrders(
  hub: Hub,
  owner: OwnerId,
  account: AccountId,
  signal?: AbortSignal,
): Promise<TroubleReport | null> {
  const runs = await asOwner(hub.db, owner, async (scope) => {
    await recoverRuns(scope, account);
    const queued = await queuedRuns(scope, account);
    if (queued.length > 0) return queued;
    const known = await findAccount(scope, account);
    if (known === undefined || !known.enabled) return [];
    await queueRun(scope, { account, platform: known.platform, cause: 'schedule', range: null });
    return queuedRuns(scope, account);
  });
  let trouble: TroubleReport | null = null;
  for (const run of runs) {
    if (signal?.aborted) break;
    trouble = await carryOut(hub, owner, run, signal);
  }
  return trouble;
}

async function carryOut(
  hub: Hub,
  owner: OwnerId,
  run: SyncRun,
  signal: AbortSignal | undefined,
): Promise<TroubleReport | null> {
  const account = await asOwner(hub.db, owner, async (scope) => {
    await beginRun(scope, run.id);
    return findAccount(scope, run.account);
  });
  let trouble: TroubleReport | null = null;
  try {
    if (account === undefined) throw new Error('the account was disconnected');
    const opened = await openShop(hub, owner, account, run.cause === 'request' ? 'click' : 'fresh', signal);
    if (run.rangeFrom !== null && run.rangeTo !== null)
      await readRange(hub, owner, opened, run, run.rangeFrom, run.rangeTo);
    else await readChanges(hub, owner, opened, run, signal);
  } catch (error) {
    // Left as running: whoever takes the lane next recovers it.
    if (signal?.aborted) return null;
    trouble = reportTrouble(error);
    hub.log.warn({ account: run.account, run: run.id, trouble }, 'reading orders failed');
    if (!(error instanceof MarketplaceError))
      hub.log.error({ err: error, run: run.id }, 'reading orders broke');
  }
  await asOwner(hub.db, owner, async (scope) => {
    await finishRun(scope, run.id, trouble);
    await noteHealth(scope, run.account, trouble);
  });
  return trouble;
}

async function readChanges(
  hub: Hub,
  owner: OwnerId,
  opened: OpenedShop,
  run: SyncRun,
  signal: AbortSignal | undefined,
): Promise<void> {
  await readAgain(hub, owner, opened, run);
  const cursor = await asOwner(hub.db, owner, (scope) => readCursor(scope, opened.account.id, ORDERS_FEED));
  const changes = opened.shop.orders.changes({ cursor, since: opened.account.ordersSince });
  for await (const group of gather(changes, GROUP_ORDERS)) {
    signal?.throwIfAborted();
    await writeBatch(hub, owner, opened, run.id, {
      reads: readsOf(group),
      cursor: group.at(-1)?.cursor ?? null,
      readAgain: [],
    });
  }
}

async function readRange(
  hub: Hub,
  owner: OwnerId,
  opened: OpenedShop,
  run: SyncRun,
  from: Date,
  to: Date,
): Promise<void> {
  for await (const group of gather(opened.shop.orders.placedBetween(from, to), GROUP_ORDERS)) {
    await writeBatch(hub, owner, opened, run.id, { reads: readsOf(group), cursor: null, readAgain: [] });
  }
}

function readsOf(group: readonly Omit<Batch<OrderRead>, 'cursor'>[]): readonly OrderRead[] {
  return group.flatMap(({ items }) => items);
}

async function readAgain(hub: Hub, owner: OwnerId, opened: OpenedShop, run: SyncRun): Promise<void> {
  const wanted = await asOwner(hub.db, owner, (scope) =>
    ordersToReadAgain(scope, opened.account.id, READ_AGAIN_PER_RUN),
  );
  if (wanted.length === 0) return;
  const now = await opened.shop.orders.read(wanted);
  for (const { nativeOrderId, nativeText } of now.missing) {
    hub.log.info(
      { account: opened.account.id, nativeOrderId, nativeText },
      'the marketplace does not show this order',
    );
  }
  await writeBatch(hub, owner, opened, run.id, { reads: now.reads, cursor: null, readAgain: wanted });
}
