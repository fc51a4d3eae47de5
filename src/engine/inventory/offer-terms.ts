import type { OfferTerms } from '../../domain/offer-quantity.ts';
import type { Account } from '../../store/accounts.ts';
import type { OfferParts } from '../../store/inventory/offered-items.ts';
import type { StockSettings } from '../../store/inventory/settings.ts';
import { editionOf } from '../open-shop.ts';

/** More than any marketplace takes. */
const MOST_OFFERED = 99_999;

/** On which terms a shop offers one of its items. */
export function offerTermsOf(
  { buffer, sharePercent }: OfferParts,
  shop: Pick<Account, 'id' | 'platform' | 'edition'>,
  { lastUnits }: StockSettings,
): OfferTerms {
  const { listingRules, offerRules } = editionOf(shop).edition;
  return {
    buffer,
    sharePercent,
    max: Math.min(MOST_OFFERED, listingRules?.stock.max ?? offerRules?.maxStock ?? MOST_OFFERED),
    lastUnits: lastUnits === null ? null : { from: lastUnits.from, isMine: lastUnits.account === shop.id },
  };
}
