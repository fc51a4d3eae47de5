import { ControlError } from '../../frame/control-error.ts';
import { booleanInput, countInput, idInput, textInput } from '../../frame/input.ts';
import type { JsonObject } from '../../frame/json.ts';
import type { Shop } from '../shop/shop.ts';
import { textsOf } from './fields.ts';
import { listingTruth } from './listings-truth.ts';
import type { SellerProduct } from './product.ts';
import { review } from './review.ts';

type ListingAct = (shop: Shop, input: JsonObject, now: number) => unknown;

/** What people do to listings past the API: Coupang's reviewers, and the seller in WING. */
export const LISTING_ACTS: Readonly<Record<string, ListingAct>> = {
  /** Somebody else sets the stock of an option. */
  editStock({ offers }, input) {
    const vendorItemId = idInput(input, 'item');
    const offer = offers.get(vendorItemId);
    if (offer === undefined) throw new ControlError(`there is no option ${vendorItemId}`, 404);
    const changed = { ...offer, amountInStock: countInput(input, 'quantity', offer.amountInStock) };
    offers.put(changed);
    return changed;
  },

  /** From now on only those buyers get it who ask for it. */
  keepBack(shop, input) {
    const product = productAsked(shop, input);
    shop.keptBack.add(product.sellerProductId);
    return listingTruth(shop, product);
  },

  /** Coupang decides about a product that waits for it. */
  reviewListing(shop, input, now) {
    const product = productAsked(shop, input);
    if (product.status !== 'APPROVING')
      throw new ControlError(`product ${product.sellerProductId} does not wait for a review`, 409);
    return listingTruth(shop, review(shop, product, booleanInput(input, 'approve', true), now));
  },

  /** The seller gives every option a search word. */
  addForeign(shop, input) {
    const product = productAsked(shop, input);
    const text = textInput(input, 'text');
    const items = product.items.map((item) => ({
      ...item,
      document: { ...item.document, searchTags: [...textsOf(item.document, 'searchTags'), text] },
    }));
    const changed = { ...product, items };
    shop.productBook.put(changed);
    return listingTruth(shop, changed);
  },
};

function productAsked({ productBook }: Shop, input: JsonObject): SellerProduct {
  const id = idInput(input, 'listing');
  const product = productBook.get(id);
  if (product === undefined) throw new ControlError(`there is no product ${id}`, 404);
  return product;
}
