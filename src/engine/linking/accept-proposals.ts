import type { AccountId, ListingItemId, OwnerId } from '../../domain/ids.ts';
import { clearlyBest } from '../../domain/linking/proposal.ts';
import { linkUnlinked, setLinks } from '../../store/links/set-links.ts';
import { listUnlinked } from '../../store/links/unlinked.ts';
import { asOwner, type OwnerScope } from '../../store/scope.ts';
import type { Hub } from '../hub.ts';
import type { CatalogueNames } from './catalogue-names.ts';
import { proposeLinks } from './propose.ts';

/** Items of one transaction. */
const AT_ONCE = 200;
/** Items looked at by one request. */
const MOST = 5_000;

export interface AcceptedProposals {
  readonly linked: number;
  /** Items whose best proposal is not sure enough, or not clearly the best. */
  readonly left: number;
  /** From where to go on; null when all were looked at. */
  readonly next: ListingItemId | null;
}

/**
 * Takes the best proposal of every unlinked item where it is at least so sure and clearly the best. What a person has
 * unlinked is left to persons. `told` is called in each transaction that linked something.
 */
export async function acceptSure(
  hub: Pick<Hub, 'db' | 'names'>,
  owner: OwnerId,
  wish: {
    readonly minConfidence: number;
    readonly account: AccountId | null;
    readonly from: ListingItemId | null;
    readonly actor: string;
  },
  told: (scope: OwnerScope, linked: number) => Promise<void>,
): Promise<AcceptedProposals> {
  let linked = 0;
  let left = 0;
  let before = wish.from;
  for (let seen = 0; seen < MOST; seen += AT_ONCE) {
    const page: AcceptedProposals = await asOwner(hub.db, owner, async (scope) => {
      const taken = await acceptPage(scope, { ...wish, from: before }, hub.names);
      if (taken.linked > 0) await told(scope, taken.linked);
      return taken;
    });
    linked += page.linked;
    left += page.left;
    before = page.next;
    if (before === null) break;
  }
  return { linked, left, next: before };
}

async function acceptPage(
  scope: OwnerScope,
  { account, actor, from, minConfidence }: Parameters<typeof acceptSure>[2],
  names: CatalogueNames,
): Promise<AcceptedProposals> {
  const items = await listUnlinked(scope, { account, neverUnlinked: true }, { limit: AT_ONCE, before: from });
  const proposals = await proposeLinks(scope, items, names);
  const wishes = items.flatMap(({ id }) => {
    const best = clearlyBest(proposals.get(id) ?? [], minConfidence);
    return best === null ? [] : [{ item: id, parts: best.parts, reason: best.reason }];
  });
  const linked = await linkUnlinked(scope, wishes, actor);
  return {
    linked,
    left: items.length - linked,
    next: items.length < AT_ONCE ? null : (items.at(-1)?.id ?? null),
  };
}

/** Takes the best proposal of each of these items; answers those that had one and were still unlinked. */
export async function acceptFor(
  scope: OwnerScope,
  items: readonly ListingItemId[],
  actor: string,
  names: CatalogueNames,
): Promise<ReadonlySet<ListingItemId>> {
  const found = await listUnlinked(scope, { items }, { limit: items.length, before: null });
  const proposals = await proposeLinks(scope, found, names);
  const wishes = found.flatMap(({ id }) => {
    const best = clearlyBest(proposals.get(id) ?? [], 0);
    return best === null ? [] : [{ item: id, parts: best.parts, reason: best.reason }];
  });
  await setLinks(scope, wishes, actor);
  return new Set(wishes.map(({ item }) => item));
}
