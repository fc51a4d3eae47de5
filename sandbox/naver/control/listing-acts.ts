import { ControlError } from '../../frame/control-error.ts';
import { countInput, idInput, objectInput, textInput } from '../../frame/input.ts';
import { codeIn } from '../orders/codes.ts';
import { PRODUCT_STATUSES } from '../products/origin-product.ts';
import type { Listed } from '../products/product-book.ts';
import { withStock } from '../products/stock.ts';
import type { Shop } from '../seller/shop.ts';
import type { Act } from './buyer-acts.ts';
import { listingsOf } from './listing-truth.ts';

/** What people do to listings in the seller centre, and the marketplace by itself. */
export const LISTING_ACTS = {
  /** Somebody else sets how many of an item there are. */
  editStock(shop, body, now) {
    const input = objectInput(body);
    const item = idInput(input, 'item');
    const listed = shop.products.having(item);
    if (listed === undefined) throw new ControlError(`there is no item ${item}`, 404);
    const origin = withStock(listed.origin, item, countInput(input, 'quantity', 0, 99_999_999));
    shop.products.put({ ...listed, origin, modifiedAt: now });
  },

  /** From now on only those buyers get it who ask for it. */
  keepBack(shop, body) {
    shop.keptBack.add(listingIn(shop, idInput(objectInput(body), 'listing')).originProductNo);
  },

  /** A tag, of which the hub knows nothing. */
  addForeign(shop, body, now) {
    const input = objectInput(body);
    const listed = listingIn(shop, idInput(input, 'listing'));
    const { detailAttribute } = listed.origin;
    const seoInfo = { sellerTags: [{ text: textInput(input, 'text') }] };
    const origin = { ...listed.origin, detailAttribute: { ...detailAttribute, seoInfo } };
    shop.products.put({ ...listed, origin, modifiedAt: now });
  },

  /** The listing comes into any status, as the marketplace or a person can bring it. */
  moveListing(shop, body, now) {
    const input = objectInput(body);
    const listed = listingIn(shop, idInput(input, 'listing'));
    const statusType = codeIn(PRODUCT_STATUSES, textInput(input, 'statusType'));
    if (statusType === undefined) throw new ControlError('statusType is unknown');
    shop.products.put({ ...listed, origin: { ...listed.origin, statusType }, modifiedAt: now });
    return { listings: listingsOf(shop, listed.originProductNo) };
  },
} as const satisfies Readonly<Record<string, Act>>;

function listingIn({ products }: Shop, originProductNo: string): Listed {
  const listed = products.get(originProductNo);
  if (listed === undefined) throw new ControlError(`there is no listing ${originProductNo}`, 404);
  return listed;
}
