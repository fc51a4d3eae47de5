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
import { optionsXml } from './option-set.ts';
import { decodeProductAnswer, failureOf, type ProductAnswer } from './product-answer.ts';
import { readProduct, readStocks } from './read-listings.ts';
import { repricing } from './repricing.ts';
import { rowsOf } from './stock.ts';
import { document } from './write-xml.ts';

/** What each option costs: the price of its product and its own surcharge. */
export function pricesDesk(ask: Ask): PricesDesk {
  return {
    read: (offers) => readOffers(ask, offers),
    set: (targets) => setPrices(ask, targets),
  };
}

async function readOffers(ask: Ask, offers: readonly OfferRef[]): Promise<OffersNow> {
  const found = await rowsOf(ask, offers);
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
  const found = await rowsOf(ask, targets);
  const prdNo = targets[0]?.nativeListingId ?? '';
  const unknown = targets.filter((target) => found(target) === undefined);
  const known = targets.filter((target) => found(target) !== undefined);
  const lost = unknown.map((target) => failed(target, refusal('not_found', '404', NO_PRODUCT)));
  if (known.length === 0) return lost;
  const failure = await reprice(ask, prdNo, known);
  const outcomes = known.map(
    (target): OfferOutcome =>
      failure === undefined ? { kind: 'done', item: target.item } : failed(target, failure),
  );
  return [...outcomes, ...lost];
}

/** Reads product and options, and makes the one or two calls that bring them to the wanted prices. */
async function reprice(
  ask: Ask,
  prdNo: string,
  targets: readonly PriceTarget[],
): Promise<Failure | undefined> {
  const base = await basePriceOf(ask, prdNo);
  if (base === null) return refusal('not_found', '404', NO_PRODUCT);
  const rows = (await readStocks(ask, [prdNo])).get(prdNo) ?? [];
  const wanted = new Map(targets.map(({ nativeItemId, price }) => [nativeItemId, price]));
  const { basePrice, options } = repricing(base, rows, wanted);
  if (basePrice !== null) {
    const params = { prdNo, selPrc: String(basePrice) };
    const answer = await ask({ operation: 'setPrice', params, decode: decodeProductAnswer });
    const failure = failureOf(answer, 'setPrice');
    if (failure !== undefined) return failure;
  }
  if (options === null) return undefined;
  const body = document('Product', [optionsXml(options)]);
  const answer: ProductAnswer = await ask({
    operation: 'replaceOptionPrices',
    params: { prdNo },
    body,
    decode: decodeProductAnswer,
  });
  const failure = failureOf(answer, 'replaceOptionPrices');
  // The price of the product has moved already: only a reading tells what its options cost now.
  return failure !== undefined && basePrice !== null ? { kind: 'unknown', nativeText: answer.text } : failure;
}

function failed({ item }: PriceTarget, failure: Failure): OfferOutcome {
  return { ...failure, item };
}
