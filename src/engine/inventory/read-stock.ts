import type { OwnerId, RunId } from '../../domain/ids.ts';
import { MarketplaceError } from '../../marketplaces/kit/trouble.ts';
import { countItemsToRead, itemsToRead, noteShown } from '../../store/inventory/read-back.ts';
import { asOwner } from '../../store/scope.ts';
import { addCounts } from '../../store/sync-runs.ts';
import type { Hub } from '../hub.ts';
import type { OpenedShop } from '../open-shop.ts';
import { RunCanceled } from '../pull/hear-cancel.ts';

/** Offers read before what they show is written down: some seconds of the slowest marketplace's limit. */
const AT_ONCE = 25;

/**
 * Reads what a shop shows of everything that follows the ledger, and compares it with what it was told. Reading again is
 * harmless, so an interrupted run begins anew. Throws MarketplaceError, and RunCanceled when somebody asked it to stop.
 */
export async function readStock(
  hub: Hub,
  owner: OwnerId,
  opened: OpenedShop,
  run: RunId,
  leave: AbortSignal,
): Promise<void> {
  const desk = opened.shop.stock;
  if (desk === undefined) throw new MarketplaceError({ reason: 'not_offered', operation: 'stock.read' });
  const account = opened.account.id;
  const total = await asOwner(hub.db, owner, (scope) => countItemsToRead(scope, account));
  let done = 0;
  let after = 0;
  for (;;) {
    leave.throwIfAborted();
    const items = await asOwner(hub.db, owner, (scope) => itemsToRead(scope, account, after, AT_ONCE));
    const last = items.at(-1);
    if (last === undefined) return;
    const { reads, missing } = await desk.read(items);
    after = last.item;
    done += items.length;
    const { canceled } = await asOwner(hub.db, owner, async (scope) => {
      const { updated } = await noteShown(scope, account, reads);
      const counts = { created: 0, updated, unchanged: reads.length - updated, failed: missing.length };
      return addCounts(scope, run, counts, {
        feed: 'stock',
        windows: { done, total: Math.max(done, total) },
      });
    });
    if (canceled) throw new RunCanceled();
  }
}
