import type { OfferNow, OfferRef, OffersNow, PricesDesk, StockDesk } from '../../../kit/offers.ts';
import { MarketplaceError } from '../../../kit/trouble.ts';
import type { Site } from '../../site.ts';
import type { Ask } from '../calls.ts';
import { type Achieved, byProduct, changeProducts, masterOf, readProduct } from './by-product.ts';
import { readItemId } from './item-id.ts';
import type { OneAtATime } from './one-at-a-time.ts';
import { encodeOptions, type OptionSheet } from './options.ts';
import { type PricePlan, planPrices } from './price-plan.ts';
import { leftOf, type Product, rowOf } from './selling.ts';
import { failuresIn } from './site-answers.ts';
import { perSite } from './sites.ts';
import { MAX_STOCK, planStock, type StockPlan } from './stock-plan.ts';

/** The stock and prices desks of one account: both are read off the product, and set product by product. */
export function offerDesks(
  ask: Ask,
  sites: readonly Site[],
  inTurn: OneAtATime,
): { readonly stock: StockDesk; readonly prices: PricesDesk } {
  const read = (offers: readonly OfferRef[]) => readOffers(ask, sites, offers);
  return {
    stock: {
      read,
      set: (targets) =>
        changeProducts(ask, inTurn, targets, async (goodsNo, own) => {
          const product = await readProduct(ask, sites, goodsNo);
          const wanted = own.map(({ item, nativeItemId, quantity }) => {
            const { site, option } = readItemId(nativeItemId);
            return { item, site, option, quantity };
          });
          return applyStock(ask, sites, product, planStock(product, wanted));
        }),
    },
    prices: {
      read,
      set: (targets) =>
        changeProducts(ask, inTurn, targets, async (goodsNo, own) => {
          const product = await readProduct(ask, sites, goodsNo);
          const wanted = own.map(({ item, nativeItemId, price }) => {
            const { site, option } = readItemId(nativeItemId);
            return { item, site, option, price };
          });
          return applyPrices(ask, sites, product, planPrices(product, wanted));
        }),
    },
  };
}

function keep(failures: Map<Site, string>, more: ReadonlyMap<Site, string>): void {
  for (const [site, text] of more) failures.set(site, text);
}

type Put = 'setPrice' | 'setStock' | 'stopOrResume' | 'setOnSale' | 'setOptionPrice' | 'setOptionStock';

/** One change of a product on some sites, answered with what went wrong on which. */
export function put(
  ask: Ask,
  operation: Put,
  site: readonly Site[],
  goodsNo: string,
  body: string,
): Promise<ReadonlyMap<Site, string>> {
  return ask({ operation, site, params: { goodsNo }, body, decode: failuresIn });
}

function putOptions(
  ask: Ask,
  operation: 'setOptionPrice' | 'setOptionStock',
  sites: readonly Site[],
  goodsNo: string,
  options: OptionSheet,
): Promise<ReadonlyMap<Site, string>> {
  return put(ask, operation, sites, goodsNo, JSON.stringify(encodeOptions(options)));
}

/**
 * Higher prices of the product first, then what options cost on top, lower prices last: in this order nothing is cheaper
 * in between than it was or is to be. Where a later call fails, only a reading tells what the options cost now.
 */
async function applyPrices(
  ask: Ask,
  sites: readonly Site[],
  { goodsNo, sites: sales }: Product,
  { base, options, turnedDown }: PricePlan,
): Promise<Achieved> {
  const setBase = (own: readonly Site[]) =>
    put(ask, 'setPrice', own, goodsNo, JSON.stringify(perSite(own, (site) => base.get(site))));
  if (options === null)
    return { turnedDown, failures: base.size === 0 ? new Map() : await setBase([...base.keys()]) };
  const isRise = (site: Site) => (base.get(site) ?? 0) > (sales.get(site)?.price ?? 0);
  const rises = [...base.keys()].filter(isRise);
  const falls = [...base.keys()].filter((site) => !isRise(site));
  const calls: readonly Call[] = [
    ...(rises.length === 0 ? [] : [{ about: rises, make: () => setBase(rises) }]),
    { about: sites, make: () => putOptions(ask, 'setOptionPrice', sites, goodsNo, options) },
    ...(falls.length === 0 ? [] : [{ about: falls, make: () => setBase(falls) }]),
  ];
  await allOrUnknown(calls);
  return { turnedDown, failures: new Map() };
}

interface Call {
  readonly about: readonly Site[];
  make(): Promise<ReadonlyMap<Site, string>>;
}

/** One call after the other, all about the same prices. Throws at the first that fails; unknown once any of it was taken. */
async function allOrUnknown(calls: readonly Call[]): Promise<void> {
  for (const [nth, { about, make }] of calls.entries()) {
    const failures = await make().catch((error: unknown) => {
      if (nth === 0 || !(error instanceof MarketplaceError)) throw error;
      throw new MarketplaceError({ ...error.trouble, maybeApplied: true });
    });
    if (failures.size === 0) continue;
    throw new MarketplaceError({
      reason: 'refused',
      operation: 'setPrice',
      nativeText: [...new Set(failures.values())].join(' / '),
      maybeApplied: nth > 0 || about.some((site) => !failures.has(site)),
    });
  }
}

/** Resume, set, stop: in this order, since a stopped product takes nothing (sheet §7.14). */
async function applyStock(
  ask: Ask,
  sites: readonly Site[],
  product: Product,
  { resume, stock, options, stop, turnedDown }: StockPlan,
): Promise<Achieved> {
  const { goodsNo } = product;
  const failures = new Map<Site, string>();
  if (resume.length > 0) {
    const body = resumeBody(product, resume, stock);
    keep(failures, await put(ask, 'stopOrResume', resume, goodsNo, body));
  }
  const rest = [...stock.keys()].filter((site) => !resume.includes(site));
  if (rest.length > 0) {
    const body = JSON.stringify({ stock: perSite(rest, (site) => stock.get(site)) });
    keep(failures, await put(ask, 'setStock', rest, goodsNo, body));
  }
  if (options !== null) keep(failures, await putOptions(ask, 'setOptionStock', sites, goodsNo, options));
  if (stop.length > 0) keep(failures, await put(ask, 'stopOrResume', stop, goodsNo, stopBody(stop)));
  return { turnedDown, failures };
}

/** `isSell` false, and nothing else. */
export function stopBody(sites: readonly Site[]): string {
  return JSON.stringify({ isSell: perSite(sites, () => false) });
}

/** Keeps the period for which it is sold (E:21). */
const SAME_PERIOD = 0;

/** Back on sale with the price it has and a stock that may be set, in one call (E:21). */
export function resumeBody(
  { sites: sales }: Product,
  sites: readonly Site[],
  stock: ReadonlyMap<Site, number> = new Map(),
): string {
  const left = (site: Site) =>
    stock.get(site) ?? Math.min(MAX_STOCK, Math.max(1, sales.get(site)?.stock ?? 1));
  return JSON.stringify({
    isSell: perSite(sites, () => true),
    itemBasicInfo: {
      price: perSite(sites, (site) => sales.get(site)?.price),
      stock: perSite(sites, left),
      sellingPeriod: perSite(sites, () => SAME_PERIOD),
    },
  });
}

async function readOffers(ask: Ask, sites: readonly Site[], offers: readonly OfferRef[]): Promise<OffersNow> {
  const reads: OfferNow[] = [];
  const missing: OffersNow['missing'][number][] = [];
  for (const group of byProduct(offers)) {
    try {
      const product = await readProduct(ask, sites, await masterOf(ask, group));
      for (const { nativeItemId } of group.offers) {
        const now = offerNow(product, nativeItemId);
        if (now === null) missing.push({ nativeItemId, nativeText: '' });
        else reads.push(now);
      }
    } catch (error) {
      if (!(error instanceof MarketplaceError) || error.reason !== 'not_found') throw error;
      const nativeText = error.trouble.nativeText ?? error.message;
      missing.push(...group.offers.map(({ nativeItemId }) => ({ nativeItemId, nativeText })));
    }
  }
  return { reads, missing };
}

function offerNow(product: Product, nativeItemId: string): OfferNow | null {
  const { site, option } = readItemId(nativeItemId);
  const sale = product.sites.get(site);
  const row = product.options === null ? null : rowOf(product.options, option);
  if (sale === undefined || row === undefined || (row === null) !== (option === null)) return null;
  return {
    nativeItemId,
    quantity: leftOf(product, site, row),
    price: sale.price + (row?.extra ?? 0),
    currency: 'KRW',
    onSale: sale.isSell && row?.soldOut !== true,
  };
}
