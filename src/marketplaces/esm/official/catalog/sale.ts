import type { SaleTarget } from '../../../kit/catalog.ts';
import type { OfferOutcome } from '../../../kit/offers.ts';
import { oneByOne } from '../../one-by-one.ts';
import type { Site } from '../../site.ts';
import type { Ask } from '../calls.ts';
import { worksLater } from '../errors.ts';
import { readProduct } from './by-product.ts';
import { put, resumeBody, stopBody } from './offers.ts';
import type { OneAtATime } from './one-at-a-time.ts';
import { SITE_LABELS } from './sites.ts';

/** Stops products on all their sites, or puts them back with the price and stock they have. */
export function setOnSale(
  ask: Ask,
  sites: readonly Site[],
  inTurn: OneAtATime,
  targets: readonly SaleTarget[],
): Promise<readonly OfferOutcome[]> {
  return oneByOne(
    targets,
    ({ item, nativeListingId, onSale }) =>
      inTurn(nativeListingId, async (): Promise<OfferOutcome> => {
        const product = await readProduct(ask, sites, nativeListingId);
        const own = [...product.sites.keys()];
        const body = onSale ? resumeBody(product, own) : stopBody(own);
        const failures = await put(ask, 'setOnSale', own, nativeListingId, body);
        if (failures.size === 0) return { kind: 'done', item };
        const nativeText = [...failures].map(([site, text]) => `${SITE_LABELS[site]}: ${text}`).join(' / ');
        return { kind: 'refused', item, reason: 'refused', nativeCode: '', nativeText, retryHelps: false };
      }),
    ({ item }, failure): OfferOutcome => ({ ...failure, item }),
    worksLater,
  );
}
