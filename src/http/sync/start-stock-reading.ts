import type { RunId } from '../../domain/ids.ts';
import type { Hub } from '../../engine/hub.ts';
import { askForImport } from '../../engine/listings/ask-for-import.ts';
import { hasCatalogue } from '../../engine/pull/synced-types.ts';
import { listAccounts } from '../../store/accounts.ts';
import { recordAudit } from '../../store/audit.ts';
import { noteAllStock } from '../../store/inventory/changes.ts';
import { asOwner } from '../../store/scope.ts';
import type { Caller } from '../caller.ts';

/**
 * Asks for the stock of some products, or of all, to be compared with what shops were told; with all, shops are read
 * back as well. Answers how many SKUs are compared, and the readings.
 */
export async function startStockReading(
  hub: Hub,
  { owner, actor }: Caller,
  products: readonly number[] | undefined,
): Promise<{ readonly skus: number; readonly runs: readonly RunId[] }> {
  const started = await asOwner(hub.db, owner, async (scope) => {
    const shops = products === undefined ? await listAccounts(scope) : [];
    const read = shops.filter((shop) => shop.enabled && hasCatalogue(shop)).map(({ id }) => id);
    const skus = await noteAllStock(scope, products === undefined ? {} : { products });
    const runs = await askForImport(scope, read, 'inventory');
    const target = { kind: 'sync_log', id: runs.length === 1 ? (runs[0] ?? null) : null };
    await recordAudit(scope, [{ actor, action: 'sync.inventory', target, detail: { skus, runs } }]);
    return { skus, runs };
  });
  hub.nudges.emit('nudge', 'catalog');
  return started;
}
