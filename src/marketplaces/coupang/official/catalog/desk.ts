import type { CatalogDesk } from '../../../kit/catalog.ts';
import type { Ask } from '../calls.ts';
import type { Seller } from '../seller.ts';
import { listCategories } from './categories.ts';
import { askMeta } from './category-meta.ts';
import { findBySkus } from './find-by-sku.ts';
import { askPlaces, shopPlaces } from './places.ts';
import { previewProduct, publishProducts } from './publish.ts';
import { listProducts, readProducts } from './read-products.ts';
import { requirementsOf } from './requirements.ts';
import { setOnSale } from './sale.ts';

/** The catalog desk of one account. */
export function catalogDesk(ask: Ask, seller: Seller, clock: () => Date): CatalogDesk {
  const groundFor = async (category: string) => ({
    seller,
    meta: await askMeta(ask, category),
    places: await askPlaces(ask),
    now: clock(),
  });
  return {
    listings: ({ cursor }) => listProducts(ask, seller.vendorId, cursor),
    read: (ids) => readProducts(ask, ids),
    findBySellerCode: (_sellerCode, sellerSkus) => findBySkus(ask, sellerSkus),
    categories: () => listCategories(ask),
    requirements: async (category) => requirementsOf(await askMeta(ask, category)),
    places: async () => shopPlaces(await askPlaces(ask)),
    preview: (draft) => previewProduct(ask, groundFor, draft),
    publish: (targets) => publishProducts(ask, groundFor, targets),
    setOnSale: (targets) => setOnSale(ask, targets),
  };
}
