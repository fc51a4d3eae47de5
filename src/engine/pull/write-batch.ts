import { endOfBusinessDay } from '../../domain/business-days.ts';
import { dueOf, LEGAL_SHIP_WITHIN, type TimedClaim } from '../../domain/deadline.ts';
import type { OwnerId, RunId } from '../../domain/ids.ts';
import type { OrderSnapshot } from '../../domain/order.ts';
import { carrierIdOf } from '../../marketplaces/kit/carrier-code.ts';
import { reconcileOf } from '../../marketplaces/kit/reconcile.ts';
import type { OrderRead } from '../../marketplaces/kit/shop.ts';
import { ingestClaims } from '../../store/claims/ingest.ts';
import { writeCursor } from '../../store/cursors.ts';
import { type FeedSteps, noteFeeds } from '../../store/health/feed-reads.ts';
import { type IngestCause, type IngestCount, ingestOrders } from '../../store/orders/ingest.ts';
import { writeLineNews } from '../../store/orders/line-news.ts';
import { lockOrders } from '../../store/orders/lock.ts';
import { noteSeen, type Sighting } from '../../store/orders/seen.ts';
import { asOwner, type OwnerScope } from '../../store/scope.ts';
import { setAside } from '../../store/set-asides.ts';
import { followOrders, orderIdsOf } from '../../store/stock/follow-orders.ts';
import { lockStockOfOrders } from '../../store/stock/lock.ts';
import { addCounts, type RunPlace } from '../../store/sync-runs.ts';
import { noteUnknownCodes } from '../../store/unknown-codes.ts';
import type { Hub } from '../hub.ts';
import type { OpenedShop } from '../open-shop.ts';
import { itemsSoldIn, ordersNamedIn, partition, type Told, unknownCodesIn } from './told.ts';

/** The one feed of orders that an account's cursor belongs to. */
export const ORDERS_FEED = 'orders';

export interface WriteBatch {
  readonly reads: readonly OrderRead[];
  /** Moves the feed's cursor in the same transaction; null for reads that are not part of the feed. */
  readonly cursor: string | null;
  /** The feeds that this batch begins and ends, where it is part of them. */
  readonly feeds?: FeedSteps;
  /** Where in its work the run is, for whoever watches it. Without it nothing is told of a batch without reads. */
  readonly place?: RunPlace;
}

/**
 * Writes what was read, the cursor behind it and the run's counts in one transaction (law 1). Answers whether the run
 * was asked to stop.
 */
export async function writeBatch(
  hub: Hub,
  owner: OwnerId,
  opened: OpenedShop,
  run: RunId,
  batch: WriteBatch,
): Promise<{ readonly canceled: boolean }> {
  const told = partition(batch.reads);
  const { orders, unreadable } = told;
  const written = await asOwner(hub.db, owner, async (scope) => {
    const count = await ingest(scope, hub, opened, told, { run, command: null });
    await setAside(scope, hub.vault, { account: opened.account.id, run, rows: unreadable });
    await noteSeen(scope, opened.account.id, sightingsOf(orders), reconcileOf(opened.edition));
    if (batch.cursor !== null) await writeCursor(scope, opened.account.id, ORDERS_FEED, batch.cursor);
    if (batch.feeds !== undefined) await noteFeeds(scope, opened.account.id, batch.feeds);
    if (batch.reads.length === 0 && batch.place === undefined) return { canceled: false };
    return addCounts(scope, run, { ...count, failed: unreadable.length }, batch.place);
  });
  for (const row of unreadable) {
    hub.log.warn(
      { account: opened.account.id, reason: row.reason },
      'an order could not be read and was set aside',
    );
  }
  return written;
}

/** Pages may tell the boxes of one order one by one; together they may show it whole. */
function sightingsOf(orders: readonly OrderSnapshot[]): readonly Sighting[] {
  const byOrder = Map.groupBy(orders, ({ nativeOrderId }) => nativeOrderId);
  return [...byOrder].map(([nativeOrderId, parts]) => ({
    nativeOrderId,
    complete: parts.some(({ complete }) => complete),
    lines: new Set(parts.flatMap(({ lines }) => lines.map(({ nativeLineId }) => nativeLineId))).size,
  }));
}

/** Writes what an opened shop told, inside a transaction that the caller holds. The count is of orders. */
export async function ingest(
  scope: OwnerScope,
  hub: Hub,
  opened: OpenedShop,
  told: Omit<Told, 'unreadable'>,
  cause: IngestCause,
): Promise<IngestCount> {
  const { account, edition } = opened;
  const checks = reconcileOf(edition);
  const target = {
    account: account.id,
    platform: account.platform,
    carrierIdOf: (native: string) => carrierIdOf(edition.carriers, native),
    checks,
    claimsSeenWithinMs: checks.seenWithinMs,
    shipWithin: (paidAt: Date) =>
      endOfBusinessDay(paidAt, edition.shipWithinBusinessDays ?? LEGAL_SHIP_WITHIN),
    dueOf: (claim: TimedClaim) => dueOf(claim, edition.claimTimers ?? []),
  };
  const named = ordersNamedIn(told);
  const stock = await lockStockOfOrders(scope, account.id, { orders: named, items: itemsSoldIn(told) });
  await lockOrders(scope, account.id, named);
  const count = await ingestOrders(scope, hub.vault, target, told.orders, cause);
  const moved = await writeLineNews(scope, target, told.news, cause);
  const { claims, moves } = told;
  const orders = told.orders.map(({ nativeOrderId }) => nativeOrderId);
  await ingestClaims(scope, hub.vault, target, { claims, moves, orders }, cause);
  await noteUnknownCodes(scope, account.id, unknownCodesIn({ ...told, unreadable: [] }, edition));
  if (stock.length > 0) await followOrders(scope, await orderIdsOf(scope, account.id, named));
  return { ...count, updated: count.updated + moved };
}
