import type {
  OfferNow,
  OfferOutcome,
  OfferRef,
  OffersNow,
  OfferTarget,
  PricesDesk,
  PriceTarget,
  StockDesk,
  StockTarget,
} from '../../kit/offers.ts';
import { MarketplaceError, retryHelps } from '../../kit/trouble.ts';
import type { Ask, CoupangCall } from './calls.ts';
import { decodeDone, decodeOffer } from './decode-offer.ts';
import { concernsAccount } from './writes.ts';

/** Options of one write: there is no bulk call (sheet §3.7). */
export const OFFERS_PER_CALL = 1;

/** Prices are whole tens of won (sheet §3.7). */
export const PRICE_STEP = 10;

/** The stock and prices desks of one account. Coupang keeps both with the option, read by one call. */
export function offerDesks(ask: Ask): { readonly stock: StockDesk; readonly prices: PricesDesk } {
  const read = (offers: readonly OfferRef[]) => readOffers(ask, offers);
  return {
    stock: { read, set: (targets) => setEach(ask, targets, quantityCall) },
    prices: { read, set: (targets) => setEach(ask, targets, priceCall) },
  };
}

function quantityCall({ nativeItemId, quantity }: StockTarget): CoupangCall<void> {
  return {
    operation: 'setQuantity',
    params: { vendorItemId: nativeItemId, quantity: String(quantity) },
    decode: decodeDone,
  };
}

/**
 * Coupang refuses a price beyond half or double of the one before it, unless a flag lifts that (sheet §3.7). It stays
 * down: prices are also set by rules that nobody looks at one by one, and its guard is against their slips as well.
 */
function priceCall({ nativeItemId, price, currency }: PriceTarget): CoupangCall<void> {
  if (currency !== 'KRW') throw new MarketplaceError({ reason: 'refused', operation: 'setPrice' });
  return {
    operation: 'setPrice',
    params: { vendorItemId: nativeItemId, price: String(price) },
    decode: decodeDone,
  };
}

/** Stock, price and sale state of options, one call each: there is no other source of them (sheet §3.7). */
export async function readOffers(ask: Ask, offers: readonly OfferRef[]): Promise<OffersNow> {
  const reads: OfferNow[] = [];
  const missing: OffersNow['missing'][number][] = [];
  for (const { nativeItemId } of offers) {
    try {
      const call = { operation: 'inventory', params: { vendorItemId: nativeItemId } } as const;
      // The id asked for is the one to answer with, whichever way Coupang writes it.
      reads.push({ ...(await ask({ ...call, decode: decodeOffer })), nativeItemId });
    } catch (error) {
      if (!(error instanceof MarketplaceError) || error.reason !== 'not_found') throw error;
      missing.push({ nativeItemId, nativeText: error.trouble.nativeText ?? error.message });
    }
  }
  return { reads, missing };
}

/** One call for each option. Trouble of the account ends it: what was not sent may be sent later. */
async function setEach<Target extends OfferTarget>(
  ask: Ask,
  targets: readonly Target[],
  callOf: (target: Target) => CoupangCall<void>,
): Promise<readonly OfferOutcome[]> {
  const outcomes: OfferOutcome[] = [];
  for (const [at, target] of targets.entries()) {
    try {
      await ask(callOf(target));
      outcomes.push({ kind: 'done', item: target.item });
    } catch (error) {
      if (!(error instanceof MarketplaceError)) throw error;
      if (!concernsAccount(error)) {
        outcomes.push(failure(target, error, retryHelps(error.reason)));
        continue;
      }
      if (at === 0) throw error;
      outcomes.push(...targets.slice(at).map((left) => failure(left, error, true)));
      break;
    }
  }
  return outcomes;
}

/** What a call that failed means for its target. */
export function failure(
  { item }: { readonly item: number },
  error: MarketplaceError,
  again: boolean,
): Exclude<OfferOutcome, { readonly kind: 'done' }> {
  const { says, nativeText = says === undefined ? error.message : '' } = error.trouble;
  if (error.maybeApplied) return { kind: 'unknown', item, nativeText };
  return {
    kind: 'refused',
    item,
    reason: error.reason,
    nativeCode: error.trouble.nativeCode ?? '',
    nativeText,
    says,
    retryHelps: again,
  };
}
