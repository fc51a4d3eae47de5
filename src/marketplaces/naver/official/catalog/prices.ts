import { asFields, integerAt } from '../../../kit/decode.ts';
import type { Localized } from '../../../kit/localized.ts';
import type { OfferOutcome, PricesDesk, PriceTarget } from '../../../kit/offers.ts';
import type { Client } from '../client.ts';
import { sendAll } from '../in-chunks.ts';
import { writeAddOns } from './add-ons.ts';
import { itemsOf, type ProductItem } from './items.ts';
import { callsOf, done, isWhole, notThere, readOffers, refusedOffer, unknown } from './offers.ts';
import { CATALOG_AT_MOST } from './operations.ts';
import { basePrice } from './option-prices.ts';
import { encodeOptionRows, type OptionChange } from './option-rows.ts';
import { decodeWritten, findProduct, type Product, wireId } from './product.ts';
import { searchByNumber } from './search.ts';

/** What things cost, an option's surcharge included. Discounts that a seller gives at Naver are not touched. */
export function openPricesDesk(client: Client): PricesDesk {
  return {
    read: (offers) => readOffers(client, offers),
    set: (targets) =>
      sendAll<PriceTarget, OfferOutcome>(
        callsOf(targets, CATALOG_AT_MOST.multiUpdate),
        (chunk) => (chunk.every(isWhole) ? setWholes(client, chunk) : setOptions(client, chunk)),
        ({ item }, failure) => ({ ...failure, item }),
      ),
  };
}

async function setWholes(client: Client, targets: readonly PriceTarget[]): Promise<readonly OfferOutcome[]> {
  await client.ask({
    operation: 'manyPrices',
    body: {
      multiProductUpdateRequestVos: targets.map(({ nativeItemId, price }) => ({
        originProductNo: wireId(nativeItemId),
        multiUpdateTypes: ['SALE_PRICE'],
        productSalePrice: { salePrice: price },
      })),
    },
    decode: (json) => asFields(json, 'answer'),
  });
  const after = await searchByNumber(
    client,
    targets.map(({ nativeItemId }) => nativeItemId),
  );
  return targets.map((target) => {
    const now = after.get(target.nativeItemId);
    if (now === undefined) return notThere(target);
    return now.price === target.price
      ? done(target)
      : unknown(target, `price ${now.price}: not what was set`);
  });
}

async function setOptions(client: Client, targets: readonly PriceTarget[]): Promise<readonly OfferOutcome[]> {
  const listing = targets[0]?.nativeListingId ?? '';
  const found = await findProduct(client, listing);
  if ('missing' in found) return targets.map(notThere);
  const items = itemsOf(listing, found.product.origin);
  const kinds = new Map(items.map(({ id, kind }) => [id, kind]));
  const those = (kind: ProductItem['kind']) =>
    targets.filter(({ nativeItemId }) => kinds.get(nativeItemId) === kind);
  const [combinations, standards, addOns] = [those('combination'), those('standard'), those('add_on')];
  const meant = new Set([...combinations, ...standards, ...addOns]);
  return [
    ...targets.filter((target) => !meant.has(target)).map(notThere),
    ...standards.map((target) => refusedOffer(target, 'refused', NO_OPTION_PRICES)),
    ...(combinations.length === 0
      ? []
      : await writeCombinations(client, listing, found.product, items, combinations)),
    ...(addOns.length === 0 ? [] : await setAddOns(client, listing, addOns)),
  ];
}

const NO_OPTION_PRICES: Localized = {
  ko: '표준형 옵션은 옵션별 가격이 없습니다. 상품의 판매가를 바꾸세요.',
  en: 'Standard options have no prices of their own. Change the price of the product.',
  ru: 'У стандартных вариантов нет своих цен. Измените цену товара.',
  uz: 'Standart variantlarning o‘z narxi yo‘q. Mahsulot narxini o‘zgartiring.',
};
const TOO_FAR_APART: Localized = {
  ko: '옵션 가격 차이가 네이버의 옵션가 제한을 넘습니다.',
  en: 'The prices of the options differ more than Naver allows.',
  ru: 'Цены вариантов различаются больше, чем разрешает Naver.',
  uz: 'Variantlar narxi Naver ruxsat berganidan ko‘p farq qiladi.',
};

/** The prices of a product's options after a change, as what Naver keeps: a price and differences to it. */
export interface Repricing {
  readonly salePrice: number;
  readonly changes: readonly OptionChange[];
}

/**
 * One option must cost what the product costs. Where that is no longer so the product's price moves, and with it every
 * difference, so that the options nobody spoke of cost what they did. Undefined where Naver would take no price at all.
 */
export function reprice(
  salePrice: number,
  items: readonly ProductItem[],
  wanted: ReadonlyMap<string, number>,
): Repricing | undefined {
  const options = items.filter(({ kind }) => kind === 'combination');
  const priceOf = ({ id, price }: ProductItem) => wanted.get(id) ?? price;
  const sold = options.filter(({ usable }) => usable);
  const base = basePrice(salePrice, (sold.length > 0 ? sold : options).map(priceOf));
  if (base === undefined) return undefined;
  const moved = base === salePrice ? options.filter(({ id }) => wanted.has(id)) : options;
  return { salePrice: base, changes: moved.map((item) => ({ item, delta: priceOf(item) - base })) };
}

async function writeCombinations(
  client: Client,
  originProductNo: string,
  product: Product,
  items: readonly ProductItem[],
  targets: readonly PriceTarget[],
): Promise<readonly OfferOutcome[]> {
  const salePrice = integerAt(product.origin, 'salePrice');
  const wanted = new Map(targets.map(({ nativeItemId, price }) => [nativeItemId, price]));
  const repricing = reprice(salePrice, items, wanted);
  if (repricing === undefined) {
    return targets.map((target) => refusedOffer(target, 'refused', TOO_FAR_APART));
  }
  const { origin } = await client.ask({
    operation: 'optionPrice',
    params: { originProductNo },
    body: {
      ...(repricing.salePrice === salePrice ? {} : { productSalePrice: { salePrice: repricing.salePrice } }),
      optionInfo: encodeOptionRows(repricing.changes),
    },
    decode: decodeWritten,
  });
  const after = origin === null ? null : itemsOf(originProductNo, origin);
  return targets.map((target) => {
    const now = after?.find(({ id }) => id === target.nativeItemId);
    return now === undefined || now.price === target.price
      ? done(target)
      : unknown(target, `price ${now.price}: not what was set`);
  });
}

async function setAddOns(
  client: Client,
  listing: string,
  targets: readonly PriceTarget[],
): Promise<readonly OfferOutcome[]> {
  const changed = new Map(targets.map(({ nativeItemId, price }) => [nativeItemId, { price }]));
  const isThere = await writeAddOns(client, 'addOnPrice', listing, changed);
  return targets.map((target) => (isThere ? done(target) : notThere(target)));
}
