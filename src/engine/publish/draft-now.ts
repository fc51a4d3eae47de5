import { itemsBySku } from '../../domain/item-match.ts';
import type { ListingDraft } from '../../marketplaces/kit/catalog.ts';
import type { OpenListingCommand } from '../../store/commands/command.ts';

/**
 * A publication's draft with the numbers that the listing has now: since it was made, an earlier one may have created
 * the listing. Null for a command without a draft.
 */
export function draftNow({ draft, listing }: OpenListingCommand): ListingDraft | null {
  if (draft === null) return null;
  const items = itemsBySku(draft.items, listing.items);
  return {
    ...draft,
    nativeListingId: listing.nativeListingId,
    items: draft.items.map((item) => ({
      ...item,
      nativeItemId:
        items.get(item.sellerSku)?.find(({ nativeItemId }) => nativeItemId !== null)?.nativeItemId ?? null,
    })),
  };
}
