import type { Localized } from '../../../kit/localized.ts';
import type {
  OfferNow,
  OfferOutcome,
  OfferRef,
  OffersNow,
  PricesDesk,
  PriceTarget,
} from '../../../kit/offers.ts';
import { ownRefusal } from '../../../kit/own-refusal.ts';
import { MarketplaceError } from '../../../kit/trouble.ts';
import { type Failure, sendInTurn } from '../../outcomes.ts';
import type { Ask } from '../calls.ts';
import { wonAt } from '../values.ts';
import type { StockRow } from './decode-stocks.ts';
import { type OptionSet, optionsXml } from './option-set.ts';
import { decodeProductAnswer, failureOf } from './product-answer.ts';
import { readProduct, readStocks } from './read-listings.ts';
import { repricing } from './repricing.ts';
import { readRowsOf, unknownProduct } from './stock.ts';
import { document } from './write-xml.ts';

/** What each option costs: the price of its product and its own surcharge. */
export function pricesDesk(ask: Ask): PricesDesk {
  return {
    read: (offers) => readOffers(ask, offers),
    set: (targets) => setPrices(ask, targets),
  };
}

async function readOffers(ask: Ask, offers: readonly OfferRef[]): Promise<OffersNow> {
  const found = await readRowsOf(ask, offers);
  const bases = new Map<string, number | null>();
  for (const { nativeListingId } of offers) {
    if (nativeListingId === null || bases.has(nativeListingId)) continue;
    bases.set(nativeListingId, await basePriceOf(ask, nativeListingId));
  }
  const reads: OfferNow[] = [];
  const missing: { nativeItemId: string; nativeText: string }[] = [];
  for (const offer of offers) {
    const row = found(offer);
    const base = bases.get(offer.nativeListingId ?? '') ?? null;
    const { nativeItemId } = offer;
    if (row === undefined || base === null) missing.push({ nativeItemId, nativeText: '' });
    else
      reads.push({
        nativeItemId,
        quantity: null,
        price: base + row.surcharge,
        currency: 'KRW',
        onSale: null,
      });
  }
  return { reads, missing };
}

const NO_PRODUCT: Localized = {
  ko: '해당 상품/재고 번호가 없습니다.',
  en: '11st has no such product or stock number.',
  ru: 'У 11st нет такого номера товара или остатка.',
  uz: '11st da bunday mahsulot yoki qoldiq raqami yo‘q.',
};

async function basePriceOf(ask: Ask, prdNo: string): Promise<number | null> {
  const { product } = await readProduct(ask, prdNo);
  return product === null ? null : wonAt(product, 'selPrc');
}

/** Sets prices product by product: those of its options hang together. */
function setPrices(ask: Ask, targets: readonly PriceTarget[]): Promise<readonly OfferOutcome[]> {
  const products = [...Map.groupBy(targets, ({ nativeListingId }) => nativeListingId).values()];
  return sendInTurn(products, (ofProduct) => setOfProduct(ask, ofProduct), failed);
}

async function setOfProduct(ask: Ask, targets: readonly PriceTarget[]): Promise<readonly OfferOutcome[]> {
  const prdNo = targets[0]?.nativeListingId ?? null;
  if (prdNo === null) throw unknownProduct();
  const base = await basePriceOf(ask, prdNo);
  const rows = await rowsOfProduct(ask, prdNo);
  const known = targets.filter(({ nativeItemId }) =>
    rows.some(({ prdStckNo }) => prdStckNo === nativeItemId),
  );
  const failure =
    base === null || known.length === 0 ? undefined : await reprice(ask, { prdNo, base, rows }, known);
  return targets.map((target): OfferOutcome => {
    if (base === null || !known.includes(target))
      return failed(target, ownRefusal('not_found', NO_PRODUCT, '404'));
    return failure === undefined ? { kind: 'done', item: target.item } : failed(target, failure);
  });
}

async function rowsOfProduct(ask: Ask, prdNo: string): Promise<readonly StockRow[]> {
  return (await readStocks(ask, [prdNo])).get(prdNo) ?? [];
}

interface Priced {
  readonly prdNo: string;
  readonly base: number;
  readonly rows: readonly StockRow[];
}

/** Makes the one or two calls that bring a product's options to the wanted prices. */
async function reprice(
  ask: Ask,
  priced: Priced,
  targets: readonly PriceTarget[],
): Promise<Failure | undefined> {
  const { prdNo, base, rows } = priced;
  const wanted = new Map(targets.map(({ nativeItemId, price }) => [nativeItemId, price]));
  const { basePrice, options } = repricing(base, rows, wanted);
  if (options === null) return basePrice === null ? undefined : setBase(ask, prdNo, basePrice);
  if (basePrice === null) return replaceOptions(ask, prdNo, options);
  return repriceBoth(ask, priced, { basePrice, options, wanted });
}

/**
 * Moves the price of a product and what its options cost on top, which are two calls, in the order that leaves no option
 * cheaper in between than it was or is to be: a higher price first, a lower one last. What the second call is refused
 * takes the first one back; where that fails too, only a reading tells what the options cost now.
 */
async function repriceBoth(
  ask: Ask,
  { prdNo, base, rows }: Priced,
  {
    basePrice,
    options,
    wanted,
  }: {
    readonly basePrice: number;
    readonly options: OptionSet;
    readonly wanted: ReadonlyMap<string, number>;
  },
): Promise<Failure | undefined> {
  const before = new Map(rows.map(({ prdStckNo, surcharge }) => [prdStckNo, base + surcharge]));
  const after = new Map([...before, ...wanted]);
  const isRise = basePrice > base;
  const refused = isRise ? await setBase(ask, prdNo, basePrice) : await replaceOptions(ask, prdNo, options);
  if (refused !== undefined) return refused;
  const failure = await halfway(() =>
    isRise ? replaceFresh(ask, prdNo, basePrice, after) : setBase(ask, prdNo, basePrice),
  );
  if (failure === undefined) return undefined;
  const isBack =
    failure.kind === 'refused' &&
    (await halfway(() => (isRise ? setBase(ask, prdNo, base) : replaceFresh(ask, prdNo, base, before)))) ===
      undefined;
  return isBack ? failure : { kind: 'unknown', nativeText: failure.nativeText };
}

/** Between two calls trouble of any kind leaves a product of which nobody knows what its options cost. */
async function halfway(call: () => Promise<Failure | undefined>): Promise<Failure | undefined> {
  try {
    return await call();
  } catch (error) {
    if (!(error instanceof MarketplaceError)) throw error;
    return { kind: 'unknown', nativeText: error.trouble.nativeText ?? error.message };
  }
}

async function setBase(ask: Ask, prdNo: string, price: number): Promise<Failure | undefined> {
  const params = { prdNo, selPrc: String(price) };
  return failureOf(await ask({ operation: 'setPrice', params, decode: decodeProductAnswer }), 'setPrice');
}

/** A set of options holds its stock too, so after another call it is made of what is there by then. */
async function replaceFresh(
  ask: Ask,
  prdNo: string,
  base: number,
  prices: ReadonlyMap<string, number>,
): Promise<Failure | undefined> {
  const { options } = repricing(base, await rowsOfProduct(ask, prdNo), prices);
  return options === null ? undefined : replaceOptions(ask, prdNo, options);
}

async function replaceOptions(ask: Ask, prdNo: string, options: OptionSet): Promise<Failure | undefined> {
  const answer = await ask({
    operation: 'replaceOptionPrices',
    params: { prdNo },
    body: document('Product', [optionsXml(options)]),
    decode: decodeProductAnswer,
  });
  return failureOf(answer, 'replaceOptionPrices');
}

function failed({ item }: PriceTarget, failure: Failure): OfferOutcome {
  return { ...failure, item };
}
