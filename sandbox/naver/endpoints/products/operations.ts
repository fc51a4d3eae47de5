import type { Operation } from '../../wire/operation.ts';
import {
  findOriginAreas,
  listAddresses,
  listAttributes,
  listAttributeValues,
  listBundleGroups,
  listCategories,
  listNotices,
  readCategory,
} from './lookups.ts';
import { changeMany, changeOptions, changeStatus } from './offers.ts';
import { uploadPictures } from './pictures.ts';
import { createProduct, readChannel, readProduct, updateProduct } from './products.ts';
import { searchProducts } from './search.ts';

const ORIGIN = 'origin-products';

type Parts = Omit<Operation, 'group'>;

const read = (name: string, path: string, handle: Operation['handle']): Parts => ({
  name,
  method: 'GET',
  path,
  handle,
});

const write = (
  name: string,
  method: Operation['method'],
  path: string,
  handle: Operation['handle'],
): Parts => ({ name, method, path, changesState: true, handle });

const CATALOGUE: readonly Parts[] = [
  { name: 'products.search', method: 'POST', path: '/v1/products/search', handle: searchProducts },
  read('products.read', `/v2/products/${ORIGIN}/{id}`, readProduct),
  read('products.read-channel', '/v2/products/channel-products/{id}', readChannel),
  write('products.create', 'POST', '/v2/products', createProduct),
  write('products.update', 'PUT', `/v2/products/${ORIGIN}/{id}`, updateProduct),
  write('products.option-stock', 'PUT', `/v1/products/${ORIGIN}/{id}/option-stock`, changeOptions),
  write('products.change-status', 'PUT', `/v1/products/${ORIGIN}/{id}/change-status`, changeStatus),
  write('products.multi-update', 'PATCH', `/v1/products/${ORIGIN}/multi-update`, changeMany),
  write('products.upload-images', 'POST', '/v1/product-images/upload', uploadPictures),
  read('categories.list', '/v1/categories', listCategories),
  read('categories.read', '/v1/categories/{id}', readCategory),
  read('categories.attributes', '/v1/product-attributes/attributes', listAttributes),
  read('categories.attribute-values', '/v1/product-attributes/attribute-values', listAttributeValues),
  read('categories.notices', '/v1/products-for-provided-notice', listNotices),
  read('origin-areas.query', '/v1/product-origin-areas/query', findOriginAreas),
  read('delivery.bundle-groups', '/v1/product-delivery-info/bundle-groups', listBundleGroups),
];

/** The APIs about products; addresses belong to the seller's own. */
export const PRODUCT_OPERATIONS: readonly Operation[] = [
  ...CATALOGUE.map((operation): Operation => ({ ...operation, group: 'product' })),
  {
    ...read('seller.addresses', '/v1/seller/addressbooks-for-page', listAddresses),
    group: 'seller-info',
  },
];
