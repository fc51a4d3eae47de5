import type {
  OfferNow,
  OfferOutcome,
  OfferRef,
  OffersNow,
  PricesDesk,
  PriceTarget,
} from '../../../kit/offers.ts';
import { type Failure, refusal, sendInTurn } from '../../outcomes.ts';
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
    if (row === undefined || base === null) missing.push({ nativeItemId, nativeText: NO_PRODUCT });
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

const NO_PRODUCT = '해당 상품/재고 번호가 없습니다.';

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
      return failed(target, refusal('not_found', '404', NO_PRODUCT));
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
  { prdNo, base, rows }: Priced,
  targets: readonly PriceTarget[],
): Promise<Failure | undefined> {
  const wanted = new Map(targets.map(({ nativeItemId, price }) => [nativeItemId, price]));
  const { basePrice, options } = repricing(base, rows, wanted);
  if (basePrice !== null) {
    const params = { prdNo, selPrc: String(basePrice) };
    const answer = await ask({ operation: 'setPrice', params, decode: decodeProductAnswer });
    const failure = failureOf(answer, 'setPrice');
    if (failure !== undefined) return failure;
  }
  if (options === null) return undefined;
  if (basePrice === null) return replaceOptions(ask, prdNo, options);
  // A set of options holds its stock too, so it is made of what is there at the last moment.
  const moved = repricing(basePrice, await rowsOfProduct(ask, prdNo), keptPrices(base, rows, wanted));
  const failure = moved.options === null ? undefined : await replaceOptions(ask, prdNo, moved.options);
  // The price of the product has moved already: only a reading tells what its options cost now.
  return failure === undefined ? undefined : { kind: 'unknown', nativeText: failure.nativeText };
}

/** What every option is to cost: those that nobody asked about what they cost before. */
function keptPrices(
  base: number,
  rows: readonly StockRow[],
  wanted: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  return new Map(
    rows.map(({ prdStckNo, surcharge }) => [prdStckNo, wanted.get(prdStckNo) ?? base + surcharge]),
  );
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
