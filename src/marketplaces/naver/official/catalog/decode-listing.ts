import type { ListingSnapshot } from '../../../../domain/listing.ts';
import type { ListingRead } from '../../../kit/catalog.ts';
import { integerAt, optionalFieldsAt, optionalTextAt, textAt } from '../../../kit/decode.ts';
import { itemSnapshot, itemsOf } from './items.ts';
import { type Product, stateOf } from './product.ts';

/** What a list tells of a product that the product itself does not. */
export interface Whereabouts {
  readonly originProductNo: string;
  readonly storeProductNo: string | null;
  /** The address of the store; null where it has none. */
  readonly storeUrl: string | null;
}

/** Reads a product as a listing; throws UnreadableError. */
export function decodeListing(product: Product, whereabouts: Whereabouts): ListingSnapshot {
  const { origin } = product;
  const { originProductNo } = whereabouts;
  const detail = optionalFieldsAt(origin, 'detailAttribute') ?? {};
  const codes = optionalFieldsAt(detail, 'sellerCodeInfo') ?? {};
  const picture = optionalFieldsAt(optionalFieldsAt(origin, 'images') ?? {}, 'representativeImage') ?? {};
  const { state, nativeStatus } = stateOf(product);
  return {
    nativeListingId: originProductNo,
    name: textAt(origin, 'name'),
    sellerCode: optionalTextAt(codes, 'sellerManagementCode'),
    state,
    nativeStatus,
    reviewText: null,
    nativeCategoryId: optionalTextAt(origin, 'leafCategoryId'),
    price: integerAt(origin, 'salePrice'),
    currency: 'KRW',
    url: urlOf(whereabouts),
    imageUrl: optionalTextAt(picture, 'url'),
    items: itemsOf(originProductNo, origin).map((item) => itemSnapshot(item, state === 'on_sale')),
  };
}

/** Like `decodeListing`, with what cannot be read told as such. */
export function listingRead(product: Product, whereabouts: Whereabouts): ListingRead {
  try {
    return { kind: 'listing', listing: decodeListing(product, whereabouts) };
  } catch (error) {
    return {
      kind: 'unreadable',
      nativeListingId: whereabouts.originProductNo,
      reason: error instanceof Error ? error.message : String(error),
      payload: JSON.stringify(product),
    };
  }
}

/** Buyers see a product under the number of its channel (sheet §3.5). */
function urlOf({ storeProductNo, storeUrl }: Whereabouts): string | null {
  return storeProductNo === null || storeUrl === null ? null : `${storeUrl}/products/${storeProductNo}`;
}
