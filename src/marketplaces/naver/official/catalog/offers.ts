import type { Localized } from '../../../kit/localized.ts';
import type { OfferNow, OfferOutcome, OfferRef, OffersNow, OfferTarget } from '../../../kit/offers.ts';
import { ownRefusal } from '../../../kit/own-refusal.ts';
import type { Client } from '../client.ts';
import { itemsOf } from './items.ts';
import { findProduct, stateOf } from './product.ts';
import { searchByNumber } from './search.ts';

const CURRENCY = 'KRW';
const NEVER_SEEN: Localized = {
  ko: '옵션이 어느 상품의 것인지 모릅니다. 상품을 먼저 가져오세요.',
  en: 'Which product the option belongs to is not known. Import the products first.',
  ru: 'Неизвестно, к какому товару относится вариант. Сначала загрузите товары.',
  uz: 'Variant qaysi mahsulotniki ekani noma’lum. Avval mahsulotlarni oling.',
};
const NOT_AT_NAVER: Localized = {
  ko: '상품 또는 옵션이 네이버에 없습니다.',
  en: 'Naver has no such product or option.',
  ru: 'У Naver нет такого товара или варианта.',
  uz: 'Naver da bunday mahsulot yoki variant yo‘q.',
};

/** Whether an offer is a product itself: it goes by the number of its listing, or nobody has seen that yet. */
export function isWhole({ nativeItemId, nativeListingId }: OfferRef): boolean {
  return nativeListingId === null || nativeListingId === nativeItemId;
}

/** The offers grouped into what goes into one call: products of many, options by their product. */
export function callsOf<Offer extends OfferRef>(
  offers: readonly Offer[],
  wholesAtOnce: number,
): readonly (readonly Offer[])[] {
  const wholes = offers.filter(isWhole);
  const calls: Offer[][] = [];
  for (let from = 0; from < wholes.length; from += wholesAtOnce)
    calls.push(wholes.slice(from, from + wholesAtOnce));
  const others = Map.groupBy(
    offers.filter((offer) => !isWhole(offer)),
    ({ nativeListingId }) => nativeListingId,
  );
  return [...calls, ...others.values()];
}

/** What buyers meet now. Many products are read by one search; options need their product. */
export async function readOffers(client: Client, offers: readonly OfferRef[]): Promise<OffersNow> {
  const reads: OfferNow[] = [];
  const missing: OffersNow['missing'][number][] = [];
  const [wholes, others] = [offers.filter(isWhole), offers.filter((offer) => !isWhole(offer))];
  if (wholes.length > 0) {
    const rows = await searchByNumber(
      client,
      wholes.map(({ nativeItemId }) => nativeItemId),
    );
    for (const { nativeItemId } of wholes) {
      const row = rows.get(nativeItemId);
      if (row === undefined) {
        missing.push({ nativeItemId, nativeText: '' });
      } else {
        const { quantity, price, state } = row;
        reads.push({ nativeItemId, quantity, price, currency: CURRENCY, onSale: state === 'on_sale' });
      }
    }
  }
  for (const [listing, own] of Map.groupBy(others, ({ nativeListingId }) => nativeListingId ?? '')) {
    const found = await findProduct(client, listing);
    if ('missing' in found) {
      missing.push(...own.map(({ nativeItemId }) => ({ nativeItemId, nativeText: found.missing })));
      continue;
    }
    const { product } = found;
    const isSold = stateOf(product).state === 'on_sale';
    const items = itemsOf(listing, product.origin);
    for (const { nativeItemId } of own) {
      const item = items.find(({ id }) => id === nativeItemId);
      if (item === undefined) missing.push({ nativeItemId, nativeText: '' });
      else
        reads.push({
          nativeItemId,
          quantity: item.quantity,
          price: item.price,
          currency: CURRENCY,
          onSale: isSold && item.usable,
        });
    }
  }
  return { reads, missing };
}

export function done({ item }: Pick<OfferTarget, 'item'>): OfferOutcome {
  return { kind: 'done', item };
}

export function unknown({ item }: Pick<OfferTarget, 'item'>, nativeText: string): OfferOutcome {
  return { kind: 'unknown', item, nativeText };
}

/** Naver does not have what was meant, or not in this way. */
export function refusedOffer(
  { item }: Pick<OfferTarget, 'item'>,
  reason: 'not_found' | 'refused',
  says: Localized,
): OfferOutcome {
  return { ...ownRefusal(reason, says), item };
}

export function notThere(target: OfferTarget): OfferOutcome {
  return refusedOffer(target, 'not_found', target.nativeListingId === null ? NEVER_SEEN : NOT_AT_NAVER);
}
