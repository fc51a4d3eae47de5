import type { ListingItemId, SkuId } from '../../domain/ids.ts';
import { indexNames, type NameIndex } from '../../domain/linking/name-match.ts';
import { type LinkHint, type LinkProposal, proposalsFrom } from '../../domain/linking/proposal.ts';
import { linkHints } from '../../store/links/link-hints.ts';
import { readSkuNames } from '../../store/links/sku-names.ts';
import type { UnlinkedItem } from '../../store/links/unlinked.ts';
import type { OwnerScope } from '../../store/scope.ts';

/** Proposals shown for an item. */
export const SHOWN = 3;

/** A hint that is as sure as this needs no names beside it. */
const SURE = 0.9;

/** Looks up names in the owner's catalogue, which is read and taken apart when the first one is asked for. */
export interface CatalogueNames {
  of(scope: OwnerScope): Promise<NameIndex<SkuId>>;
}

export function catalogueNames(): CatalogueNames {
  let index: Promise<NameIndex<SkuId>> | null = null;
  return {
    of(scope) {
      index ??= readSkuNames(scope).then(indexNames);
      return index;
    },
  };
}

/** The best proposals for each of the items, the surest first; none where nothing resembles it. */
export async function proposeLinks(
  scope: OwnerScope,
  items: readonly UnlinkedItem[],
  names: CatalogueNames = catalogueNames(),
): Promise<ReadonlyMap<ListingItemId, readonly LinkProposal[]>> {
  const hints = await linkHints(
    scope,
    items.map(({ id }) => id),
  );
  const proposals = new Map<ListingItemId, readonly LinkProposal[]>();
  for (const item of items) {
    const own = hints.get(item.id) ?? [];
    const [sure] = proposalsFrom(own, 1);
    const alike = sure !== undefined && sure.confidence >= SURE ? [] : await byName(scope, item, names);
    proposals.set(item.id, proposalsFrom([...own, ...alike], SHOWN));
  }
  return proposals;
}

async function byName(
  scope: OwnerScope,
  item: UnlinkedItem,
  names: CatalogueNames,
): Promise<readonly LinkHint[]> {
  const index = await names.of(scope);
  return index.find(item, SHOWN).map(({ id, confidence, name, options, numbersDiffer }) => ({
    parts: [{ sku: id, quantity: 1 }],
    reason: 'name',
    confidence,
    match: { name, options, numbersDiffer },
  }));
}
