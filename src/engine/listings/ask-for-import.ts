import type { AccountId, RunId } from '../../domain/ids.ts';
import { wakeLanes } from '../../store/lanes.ts';
import type { OwnerScope } from '../../store/scope.ts';
import { openRunsOf, queueRuns } from '../../store/sync-runs.ts';

/**
 * Asks for the listings of some shops, or their stock, to be read. Where that waits or is at work already, that run is answered: it takes
 * long, and twice brings nothing more. The caller nudges the catalogue lane after the commit.
 */
export async function askForImport(
  scope: OwnerScope,
  accounts: readonly AccountId[],
  type: 'products' | 'inventory' = 'products',
): Promise<readonly RunId[]> {
  if (accounts.length === 0) return [];
  const open = await openRunsOf(scope, accounts, type);
  const idle = accounts.filter((account) => !open.has(account));
  const queued = idle.length === 0 ? [] : await queueRuns(scope, idle, 'request', null, type);
  await wakeLanes(scope, 'catalog', accounts);
  return [...open.values(), ...queued].sort((one, other) => one - other);
}
