import type { OwnerId } from '../../domain/ids.ts';
import { reconcileOf } from '../../marketplaces/kit/reconcile.ts';
import { findClaimRereads, postponeClaims } from '../../store/claims/reread.ts';
import { asOwner } from '../../store/scope.ts';
import { setAside } from '../../store/set-asides.ts';
import type { Hub } from '../hub.ts';
import type { OpenedShop } from '../open-shop.ts';
import { partition } from '../pull/told.ts';
import { ingest } from '../pull/write-batch.ts';

/** Claims of one request. */
const CHUNK = 10;

/**
 * Reads some claims of an account by their numbers: those somebody has acted on, and open ones that no feed has told
 * of for long. Answers how many were asked for. Throws MarketplaceError.
 */
export async function rereadClaims(hub: Hub, owner: OwnerId, opened: OpenedShop): Promise<number> {
  const { shop, account, edition } = opened;
  if (shop.claims === undefined) return 0;
  const refs = await asOwner(hub.db, owner, (scope) => findClaimRereads(scope, account.id, CHUNK));
  if (refs.length === 0) return 0;
  const { reads, missing } = await shop.claims.read(refs);
  const told = partition(reads);
  const shown = new Set([...told.claims, ...told.moves].map(({ nativeClaimId }) => nativeClaimId));
  await asOwner(hub.db, owner, async (scope) => {
    await ingest(scope, hub, opened, told, { run: null, command: null });
    await setAside(scope, hub.vault, { account: account.id, run: null, rows: told.unreadable });
    const rest = refs.map(({ nativeClaimId }) => nativeClaimId).filter((id) => !shown.has(id));
    await postponeClaims(scope, account.id, rest, reconcileOf(edition).seenWithinMs);
  });
  for (const { nativeClaimId, nativeText } of missing)
    hub.log.info(
      { account: account.id, nativeClaimId, nativeText },
      'the marketplace does not show this claim',
    );
  return refs.length;
}
