import type { AccountId, ListingId, ListingItemId, OwnerId } from '../../domain/ids.ts';
import { CONFIDENCE, clearlyBest, proposalsFrom } from '../../domain/linking/proposal.ts';
import { chunked } from '../../marketplaces/kit/windows.ts';
import { linkHints } from '../../store/links/link-hints.ts';
import { linkUnlinked } from '../../store/links/set-links.ts';
import { listUnlinked, type UnlinkedFilter } from '../../store/links/unlinked.ts';
import { asOwner, type OwnerScope } from '../../store/scope.ts';
import type { Hub } from '../hub.ts';

/** Items of one transaction. */
const AT_ONCE = 500;

/**
 * Links what its code leaves no doubt about: the code is that of one SKU, or of items that are all linked alike, and no
 * other item of the shop has it. What a person unlinked stays as it is. Answers how many were linked.
 */
export async function linkByThemselves(
  hub: Pick<Hub, 'db'>,
  owner: OwnerId,
  where: { readonly account?: AccountId; readonly listing?: ListingId },
  leave?: AbortSignal,
): Promise<number> {
  let linked = 0;
  let before: ListingItemId | null = null;
  for (;;) {
    leave?.throwIfAborted();
    const page: Page = await asOwner(hub.db, owner, (scope) => linkPage(scope, where, before));
    linked += page.linked;
    if (page.last === null) return linked;
    before = page.last;
  }
}

/** The same for some items, in the caller's transaction. */
export async function linkByCode(scope: OwnerScope, items: readonly ListingItemId[]): Promise<void> {
  for (const some of chunked(items, AT_ONCE)) await linkPage(scope, { items: some }, null);
}

interface Page {
  readonly linked: number;
  /** Where the next page begins; null at the end. */
  readonly last: ListingItemId | null;
}

async function linkPage(
  scope: OwnerScope,
  where: Pick<UnlinkedFilter, 'account' | 'listing' | 'items'>,
  before: ListingItemId | null,
): Promise<Page> {
  const items = await listUnlinked(
    scope,
    { ...where, neverUnlinked: true, knownCode: true },
    { limit: AT_ONCE, before },
  );
  const hints = await linkHints(
    scope,
    items.map(({ id }) => id),
  );
  const wishes = items.flatMap(({ id }) => {
    const coded = (hints.get(id) ?? []).filter(
      ({ reason }) => reason === 'code' || reason === 'remembered_code',
    );
    const best = clearlyBest(proposalsFrom(coded, 2), CONFIDENCE.remembered_code);
    return best === null ? [] : [{ item: id, parts: best.parts, reason: best.reason }];
  });
  const linked = await linkUnlinked(scope, wishes, 'hub');
  return { linked, last: items.length < AT_ONCE ? null : (items.at(-1)?.id ?? null) };
}
