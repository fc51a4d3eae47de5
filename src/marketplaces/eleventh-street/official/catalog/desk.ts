import type { CatalogDesk } from '../../../kit/catalog.ts';
import type { Ask } from '../calls.ts';
import { categories, requirements } from './categories.ts';
import { places } from './places.ts';
import { preview, publish } from './publish.ts';
import { findBySellerCode, listings, readListings } from './read-listings.ts';
import { setOnSale } from './sale.ts';

/** The catalogue of one account. */
export function catalogDesk(ask: Ask): CatalogDesk {
  return {
    listings: (from) => listings(ask, from),
    read: (ids) => readListings(ask, ids),
    findBySellerCode: (sellerCode) => findBySellerCode(ask, sellerCode),
    categories: () => categories(ask),
    requirements: (category) => requirements(ask, category),
    places: () => places(ask),
    preview: (draft) => preview(ask, draft),
    publish: (targets) => publish(ask, targets),
    setOnSale: (targets) => setOnSale(ask, targets),
  };
}
