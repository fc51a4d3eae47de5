import type { ListingItemSnapshot, ListingSnapshot } from '../../../../domain/listing.ts';
import type { OfferNow } from '../../../kit/offers.ts';
import { picturesOf, type SellerItem, type SellerProduct } from './decode-product.ts';
import { listingState } from './states.ts';

/** Stock, price and sale state by vendorItemId, as far as they are known. */
export type KnownOffers = ReadonlyMap<string, OfferNow>;

/** One product in the hub's words. Coupang keeps no code of the seller's for a product, only for its options. */
export function snapshotOf(
  product: SellerProduct,
  offers: KnownOffers,
  reviewText: string | null,
): ListingSnapshot {
  const values = optionValuesOf(product.items);
  const items = product.items.map((item, nth) => itemSnapshot(item, values[nth] ?? [], offers));
  const prices = items.flatMap(({ price }) => price ?? []);
  const [first] = product.items;
  return {
    nativeListingId: product.id,
    name: product.name,
    sellerCode: null,
    state: listingState(
      product.status,
      items.filter(({ nativeItemId }) => nativeItemId !== null),
    ),
    nativeStatus: product.status,
    reviewText,
    nativeCategoryId: product.category,
    price: prices.length === 0 ? null : Math.min(...prices),
    currency: 'KRW',
    url: product.productId === null ? null : `https://www.coupang.com/vp/products/${product.productId}`,
    imageUrl: first === undefined ? null : (picturesOf(first)[0] ?? null),
    items,
  };
}

function itemSnapshot(
  item: SellerItem,
  optionValues: readonly string[],
  offers: KnownOffers,
): ListingItemSnapshot {
  const offer = item.vendorItemId === null ? undefined : offers.get(item.vendorItemId);
  return {
    nativeItemId: item.vendorItemId,
    optionValues,
    sellerSku: item.sku,
    barcode: item.barcode,
    price: offer?.price ?? item.price,
    // The document's own number is the stock it was created with (sheet §3.6).
    quantity: offer?.quantity ?? null,
    onSale: offer?.onSale ?? null,
  };
}

/**
 * The values by which the options of a product differ. Purchase options that are the same for all of them, such as a
 * mandatory `1개`, are no choice of the buyer's.
 */
export function optionValuesOf(items: readonly SellerItem[]): readonly (readonly string[])[] {
  if (items.length < 2) return items.map(() => []);
  const choices = items.map(
    ({ attributes }) =>
      new Map(
        attributes
          .filter(({ isPurchaseOption }) => isPurchaseOption)
          .map(({ name, value }): [string, string] => [name, value]),
      ),
  );
  const names = [...new Set(choices.flatMap((choice) => [...choice.keys()]))];
  const differing = names.filter((name) => new Set(choices.map((choice) => choice.get(name))).size > 1);
  // Old options have a name and no attributes.
  if (differing.length === 0) return items.map(({ name }) => [name]);
  return choices.map((choice) => differing.map((name) => choice.get(name) ?? ''));
}
