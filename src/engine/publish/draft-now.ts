import { itemsBySku } from '../../domain/item-match.ts';
import type { ListingDraft } from '../../marketplaces/kit/catalog.ts';
import type { OpenListingCommand } from '../../store/commands/command.ts';

/**
 * A publication's draft with the numbers that the listing has now: since it was made, an earlier one may have created
 * the listing, and sales have changed what it may offer. Null for a command without a draft.
 */
export function draftNow({
  draft,
  listing,
}: Pick<OpenListingCommand, 'draft' | 'listing'>): ListingDraft | null {
  if (draft === null) return null;
  const items = itemsBySku(draft.items, listing.items);
  return {
    ...draft,
    nativeListingId: listing.nativeListingId,
    items: draft.items.map((item) => {
      const standing = items.get(item.sellerSku)?.find(({ nativeItemId }) => nativeItemId !== null);
      if (standing === undefined) return { ...item, nativeItemId: null };
      return {
        ...item,
        nativeItemId: standing.nativeItemId,
        quantity: standing.wanted ?? item.quantity,
      };
    }),
  };
}
