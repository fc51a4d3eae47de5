import { tellDue } from '../../store/deadlines/tell-due.ts';
import { listOwners } from '../../store/owners.ts';
import { asOwner } from '../../store/scope.ts';
import type { Hub } from '../hub.ts';

/** Tells every owner of deadlines that are near or have passed, a batch at a time, one owner after the other. */
export async function tellDeadlines(hub: Hub, signal: AbortSignal): Promise<void> {
  for (const { id } of await listOwners(hub.db)) {
    for (let told = 1; told > 0; ) {
      if (signal.aborted) return;
      told = await asOwner(hub.db, id, (scope) => tellDue(scope, hub.clock()));
    }
  }
}
