import { type ListingItemId, listingItemId, type SkuId, skuId } from '../../domain/ids.ts';
import type { LinkedSku } from '../../domain/listing.ts';
import { findLinkTargets, setLinks } from '../../store/links/set-links.ts';
import type { OwnerScope } from '../../store/scope.ts';

/** A link as somebody asks for it: nothing of it is known to be there. */
export interface AskedLink {
  readonly item: number;
  readonly parts: readonly { readonly sku: number; readonly quantity: number }[];
}

export type LinkRefusal = 'listing_item_unknown' | 'sku_unknown' | 'sku_twice_in_link';

export type LinkAnswer =
  | { readonly kind: 'linked'; readonly item: ListingItemId; readonly parts: readonly LinkedSku<SkuId>[] }
  | { readonly kind: 'refused'; readonly item: number; readonly because: LinkRefusal };

/** Links each item that can be linked as it was asked for, and says why the others cannot. Each item is named once. */
export async function wishLinks(
  scope: OwnerScope,
  asked: readonly AskedLink[],
  actor: string,
): Promise<readonly LinkAnswer[]> {
  const targets = await findLinkTargets(
    scope,
    asked.map(({ item }) => item),
    asked.flatMap(({ parts }) => parts.map(({ sku }) => sku)),
  );
  const answers = asked.map(({ item, parts }): LinkAnswer => {
    const refused = (because: LinkRefusal): LinkAnswer => ({ kind: 'refused', item, because });
    if (!targets.items.has(listingItemId(item))) return refused('listing_item_unknown');
    if (new Set(parts.map(({ sku }) => sku)).size < parts.length) return refused('sku_twice_in_link');
    if (parts.some(({ sku }) => !targets.skus.has(skuId(sku)))) return refused('sku_unknown');
    return {
      kind: 'linked',
      item: listingItemId(item),
      parts: parts.map(({ sku, quantity }) => ({ sku: skuId(sku), quantity })),
    };
  });
  const wishes = answers.flatMap((answer) =>
    answer.kind === 'linked' ? [{ item: answer.item, parts: answer.parts, reason: 'person' }] : [],
  );
  await setLinks(scope, wishes, actor);
  return answers;
}
