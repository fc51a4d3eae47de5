import type { ListingItemId, SkuId } from '../../domain/ids.ts';
import type { NameIndex } from '../../domain/linking/name-match.ts';
import { type LinkHint, type LinkProposal, proposalsFrom } from '../../domain/linking/proposal.ts';
import { linkHints } from '../../store/links/link-hints.ts';
import type { UnlinkedItem } from '../../store/links/unlinked.ts';
import type { OwnerScope } from '../../store/scope.ts';
import type { CatalogueNames } from './catalogue-names.ts';

/** Proposals shown for an item. */
export const SHOWN = 3;

/** A hint that is as sure as this needs no names beside it. */
const SURE = 0.9;

/** The best proposals for each of the items, the surest first; none where nothing resembles it. */
export async function proposeLinks(
  scope: OwnerScope,
  items: readonly UnlinkedItem[],
  names: CatalogueNames,
): Promise<ReadonlyMap<ListingItemId, readonly LinkProposal[]>> {
  const hints = await linkHints(
    scope,
    items.map(({ id }) => id),
  );
  let index: NameIndex<SkuId> | undefined;
  const proposals = new Map<ListingItemId, readonly LinkProposal[]>();
  for (const item of items) {
    const own = hints.get(item.id) ?? [];
    const [sure] = proposalsFrom(own, 1);
    const isSure = sure !== undefined && sure.confidence >= SURE;
    if (!isSure) index ??= await names.of(scope);
    const alike = isSure || index === undefined ? [] : byName(item, index);
    proposals.set(item.id, proposalsFrom([...own, ...alike], SHOWN));
  }
  return proposals;
}

function byName(item: UnlinkedItem, index: NameIndex<SkuId>): readonly LinkHint[] {
  return index.find(item, SHOWN).map(({ id, confidence, name, options, numbersDiffer }) => ({
    parts: [{ sku: id, quantity: 1 }],
    reason: 'name',
    confidence,
    match: { name, options, numbersDiffer },
  }));
}
