import type { CommandId, OwnerId, RunId } from '../../domain/ids.ts';
import type { OrderSnapshot } from '../../domain/order.ts';
import { carrierIdOf } from '../../marketplaces/kit/carrier-code.ts';
import type { OrderRead } from '../../marketplaces/kit/shop.ts';
import { writeCursor } from '../../store/cursors.ts';
import { type IngestCount, ingestOrders } from '../../store/orders/ingest.ts';
import { noteReadAgain } from '../../store/orders/read.ts';
import { asOwner, type OwnerScope } from '../../store/scope.ts';
import { setAside, type UnreadableRow } from '../../store/set-asides.ts';
import { addCounts } from '../../store/sync-runs.ts';
import type { Hub } from '../hub.ts';
import type { OpenedShop } from '../open-shop.ts';

/** The one feed of orders that an account's cursor belongs to. */
export const ORDERS_FEED = 'orders';

export interface WriteBatch {
  readonly reads: readonly OrderRead[];
  /** Moves the feed's cursor in the same transaction; null for reads that are not part of the feed. */
  readonly cursor: string | null;
  /** Orders whose wish to be read again is fulfilled by this batch. */
  readonly readAgain: readonly string[];
}

/** Writes what was read, the cursor behind it and the run's counts in one transaction (law 1). */
export async function writeBatch(
  hub: Hub,
  owner: OwnerId,
  opened: OpenedShop,
  run: RunId,
  batch: WriteBatch,
): Promise<void> {
  const { orders, unreadable } = partition(batch.reads);
  await asOwner(hub.db, owner, async (scope) => {
    const count = await ingest(scope, hub, opened, orders, { run, command: null });
    await setAside(scope, hub.vault, { account: opened.account.id, run, rows: unreadable });
    if (batch.readAgain.length > 0) await noteReadAgain(scope, opened.account.id, batch.readAgain);
    if (batch.cursor !== null) await writeCursor(scope, opened.account.id, ORDERS_FEED, batch.cursor);
    if (batch.reads.length > 0) await addCounts(scope, run, { ...count, failed: unreadable.length });
  });
  for (const row of unreadable) {
    hub.log.warn(
      { account: opened.account.id, reason: row.reason },
      'an order could not be read and was set aside',
    );
  }
}

/** Writes order snapshots of an opened shop inside a transaction that the caller holds. */
export function ingest(
  scope: OwnerScope,
  hub: Hub,
  opened: OpenedShop,
  orders: readonly OrderSnapshot[],
  cause: { readonly run: RunId | null; readonly command: CommandId | null },
): Promise<IngestCount> {
  const { account, edition } = opened;
  const target = {
    account: account.id,
    platform: account.platform,
    carrierIdOf: (native: string) => carrierIdOf(edition.carriers, native),
  };
  return ingestOrders(scope, hub.vault, target, orders, cause);
}

/** Parts what could be read from what could not. */
export function partition(reads: readonly OrderRead[]): {
  readonly orders: readonly OrderSnapshot[];
  readonly unreadable: readonly UnreadableRow[];
} {
  const orders: OrderSnapshot[] = [];
  const unreadable: UnreadableRow[] = [];
  for (const read of reads) {
    if (read.kind === 'order') orders.push(read.order);
    else unreadable.push(read);
  }
  return { orders, unreadable };
}
