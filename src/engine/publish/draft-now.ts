import { itemsBySku } from '../../domain/item-match.ts';
import type { DraftItem, ListingDraft } from '../../marketplaces/kit/catalog.ts';
import type { ListingRules } from '../../marketplaces/kit/listing-rules.ts';
import type { OpenListing, OpenListingCommand } from '../../store/commands/command.ts';
import type { StandingItem } from '../../store/publish/standing-items.ts';
import { priceNow } from './item-price.ts';
import { listingPrice } from './sku-offer.ts';

/**
 * A publication's draft with the numbers that the listing has now: since it was made, an earlier one may have created
 * the listing, sales have changed what it may offer, and somebody may have set another price there. Null for a command
 * without a draft.
 */
export function draftNow(
  { id, payload, draft, listing }: Pick<OpenListingCommand, 'id' | 'payload' | 'draft' | 'listing'>,
  rules: Pick<ListingRules, 'itemPrice'> | undefined,
): ListingDraft | null {
  if (draft === null || payload.kind !== 'publish') return null;
  const found = itemsBySku(draft.items, listing.items);
  const items = draft.items.map((item): DraftItem => {
    const standing = found.get(item.sellerSku)?.find(({ nativeItemId }) => nativeItemId !== null);
    if (standing === undefined) return { ...item, nativeItemId: null, quantity: leftOf(item, listing) };
    const catalogued = payload.prices[item.sellerSku] ?? null;
    return {
      ...item,
      nativeItemId: standing.nativeItemId,
      price: priceNow(standing, { publication: id, drafted: item.price, catalogued }),
      quantity: quantityNow(standing) ?? leftOf(item, listing),
    };
  });
  const isRepriced = items.some(({ price }, nth) => price !== draft.items[nth]?.price);
  return {
    ...draft,
    nativeListingId: listing.nativeListingId,
    price: isRepriced
      ? listingPrice(
          items.map(({ price }) => price),
          draft.price,
          rules?.itemPrice ?? null,
        )
      : draft.price,
    items,
  };
}

/** What the ledger has decided last, or the shop's own number where it does not decide; null where nobody knows. */
function quantityNow({ isCountedThere, quantity, wanted }: StandingItem): number | null {
  return isCountedThere ? quantity : wanted;
}

/** What was drafted, and no more than is left by now: it may have waited to leave for a day. */
function leftOf({ sellerSku, quantity }: DraftItem, { left }: Pick<OpenListing, 'left'>): number {
  return Math.min(quantity, left[sellerSku] ?? quantity);
}
