import type { RunId } from '../../domain/ids.ts';
import type { Hub } from '../../engine/hub.ts';
import { askForImport } from '../../engine/listings/ask-for-import.ts';
import type { Account } from '../../store/accounts.ts';
import { recordAudit } from '../../store/audit.ts';
import { asOwner, type OwnerScope } from '../../store/scope.ts';
import type { Caller } from '../caller.ts';

/** Writes down a wish to read the listings of some shops, with who wished it, and wakes whoever does it. */
export async function startImports(
  hub: Hub,
  { owner, actor }: Caller,
  shopsMeant: (scope: OwnerScope) => Promise<readonly Account[]>,
): Promise<readonly RunId[]> {
  const ids = await asOwner(hub.db, owner, async (scope) => {
    const accounts = [...new Set((await shopsMeant(scope)).map(({ id }) => id))];
    if (accounts.length === 0) return [];
    const runs = await askForImport(scope, accounts);
    await recordAudit(scope, [
      {
        actor,
        action: 'sync.products',
        target: { kind: 'sync_log', id: runs.length === 1 ? (runs[0] ?? null) : null },
        account: accounts.length === 1 ? (accounts[0] ?? null) : null,
        detail: { runs },
      },
    ]);
    return runs;
  });
  hub.nudges.emit('nudge', 'catalog');
  return ids;
}
