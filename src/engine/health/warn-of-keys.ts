import { warnOfKeys } from '../../store/health/key-warnings.ts';
import { listOwners } from '../../store/owners.ts';
import { asOwner } from '../../store/scope.ts';
import type { Hub } from '../hub.ts';

/** Looks at the keys of every owner, one owner after the other: their rows are not seen otherwise (law 5). */
export async function warnOfExpiringKeys(hub: Hub, signal: AbortSignal): Promise<void> {
  for (const { id } of await listOwners(hub.db)) {
    if (signal.aborted) return;
    await asOwner(hub.db, id, (scope) => warnOfKeys(scope, hub.clock()));
  }
}
