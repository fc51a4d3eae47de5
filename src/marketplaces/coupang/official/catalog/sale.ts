import type { SaleTarget } from '../../../kit/catalog.ts';
import type { OfferOutcome } from '../../../kit/offers.ts';
import { MarketplaceError, retryHelps } from '../../../kit/trouble.ts';
import type { Ask } from '../calls.ts';
import { decodeDone } from '../decode-offer.ts';
import { failure } from '../offers.ts';
import { concernsAccount } from '../writes.ts';
import { askProduct } from './read-products.ts';

/** Takes products off sale or puts them back: one call for each option, for there is none for a product (sheet §3.7). */
export async function setOnSale(ask: Ask, targets: readonly SaleTarget[]): Promise<readonly OfferOutcome[]> {
  const outcomes: OfferOutcome[] = [];
  for (const target of targets) {
    try {
      await setEachOption(ask, target);
      outcomes.push({ kind: 'done', item: target.item });
    } catch (error) {
      if (!(error instanceof MarketplaceError)) throw error;
      if (outcomes.length === 0 && concernsAccount(error)) throw error;
      outcomes.push(failure(target, error, retryHelps(error.reason)));
    }
  }
  return outcomes;
}

/**
 * One option that Coupang will not change keeps none of the others as they were. One that was deleted is no reason to
 * refuse: nobody can buy it. Throws what stands in the way.
 */
async function setEachOption(ask: Ask, target: SaleTarget): Promise<void> {
  const operation = target.onSale ? 'resumeSale' : 'stopSale';
  const refusals: MarketplaceError[] = [];
  const options = await optionsOf(ask, target);
  for (const vendorItemId of options) {
    try {
      await ask({ operation, params: { vendorItemId }, decode: decodeDone });
    } catch (error) {
      if (!(error instanceof MarketplaceError) || error.maybeApplied || concernsAccount(error)) throw error;
      refusals.push(error);
    }
  }
  const standing = refusals.filter(({ reason }) => reason !== 'not_found');
  const [why] = standing.length > 0 || refusals.length < options.length ? standing : refusals;
  if (why !== undefined) throw why;
}

/** Every option that has a number: an option without one waits for approval and is not on sale. */
async function optionsOf(ask: Ask, target: SaleTarget): Promise<readonly string[]> {
  if (target.nativeItemIds.length > 0) return target.nativeItemIds;
  const { items } = await askProduct(ask, target.nativeListingId);
  return items.flatMap(({ vendorItemId }) => vendorItemId ?? []);
}
