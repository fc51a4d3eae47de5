import { createRandom } from '../../frame/random.ts';
import type { SoldOption } from '../orders/box.ts';

/** An option on sale: what of it can change without an approval (sheet §3.7). Never changed, only replaced. */
export interface Offer {
  readonly vendorItemId: string;
  readonly sellerProductId: string;
  readonly name: string;
  readonly amountInStock: number;
  readonly salePrice: number;
  /** Stock 0 is sold out while this may stay true. */
  readonly onSale: boolean;
  readonly deleted: boolean;
  /** How many calls of each kind have changed it. */
  readonly applied: { readonly quantities: number; readonly prices: number; readonly sales: number };
}

/** Every option a shop sells, by vendorItemId. */
export interface OfferBook {
  get(vendorItemId: string): Offer | undefined;
  put(offer: Offer): void;
  all(): Iterable<Offer>;
}

/** Puts options on sale at their first price. Their stock comes from a stream of its own, so that it moves no other choice. */
export function openOfferBook(options: readonly SoldOption[], seed: number): OfferBook {
  const random = createRandom(seed);
  const offers = new Map(
    options.map((option): [string, Offer] => [
      option.vendorItemId,
      {
        vendorItemId: option.vendorItemId,
        sellerProductId: option.sellerProductId,
        name: option.shownName,
        amountInStock: random.chance(0.03) ? 0 : random.int(1, 300),
        salePrice: option.price,
        onSale: true,
        deleted: false,
        applied: { quantities: 0, prices: 0, sales: 0 },
      },
    ]),
  );
  return {
    get: (vendorItemId) => offers.get(vendorItemId),
    put: (offer) => void offers.set(offer.vendorItemId, offer),
    all: () => offers.values(),
  };
}

/** Takes what was bought out of stock. */
export function takeFromStock(book: OfferBook, vendorItemId: string, count: number): void {
  const offer = book.get(vendorItemId);
  if (offer !== undefined) book.put({ ...offer, amountInStock: Math.max(0, offer.amountInStock - count) });
}
