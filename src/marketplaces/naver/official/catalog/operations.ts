import type { Operation } from '../../../kit/operation.ts';

const ORIGIN = '/v1/products/origin-products';

/** Creating a product can take long (sheet §2.1). */
const PATIENCE_MS = 90_000;

/**
 * The endpoints about products (sheet §3.5–3.9). The same path is here once for each thing it is called for, since a
 * seller may close writes of stock, of prices and of listings one by one; the limit is the path's. None of the writes
 * has a key by which Naver would know it again.
 */
export const CATALOG_OPERATIONS = {
  productSearch: {
    method: 'POST',
    path: '/v1/products/search',
    intent: 'read',
    bucket: 'productSearch',
    idempotent: true,
  },
  product: {
    method: 'GET',
    path: '/v2/products/origin-products/{originProductNo}',
    intent: 'read',
    bucket: 'product',
    idempotent: true,
  },
  createProduct: {
    method: 'POST',
    path: '/v2/products',
    intent: 'list',
    bucket: 'createProduct',
    idempotent: false,
    timeoutMs: PATIENCE_MS,
  },
  updateProduct: {
    method: 'PUT',
    path: '/v2/products/origin-products/{originProductNo}',
    intent: 'list',
    bucket: 'updateProduct',
    idempotent: false,
    timeoutMs: PATIENCE_MS,
  },
  addOnStock: {
    method: 'PUT',
    path: '/v2/products/origin-products/{originProductNo}',
    intent: 'stock-write',
    bucket: 'updateProduct',
    idempotent: false,
    timeoutMs: PATIENCE_MS,
  },
  addOnPrice: {
    method: 'PUT',
    path: '/v2/products/origin-products/{originProductNo}',
    intent: 'price-write',
    bucket: 'updateProduct',
    idempotent: false,
    timeoutMs: PATIENCE_MS,
  },
  uploadImages: {
    method: 'POST',
    path: '/v1/product-images/upload',
    intent: 'list',
    bucket: 'uploadImages',
    idempotent: false,
    timeoutMs: PATIENCE_MS,
  },
  optionStock: {
    method: 'PUT',
    path: `${ORIGIN}/{originProductNo}/option-stock`,
    intent: 'stock-write',
    bucket: 'optionStock',
    idempotent: false,
  },
  optionPrice: {
    method: 'PUT',
    path: `${ORIGIN}/{originProductNo}/option-stock`,
    intent: 'price-write',
    bucket: 'optionStock',
    idempotent: false,
  },
  manyStocks: {
    method: 'PATCH',
    path: `${ORIGIN}/multi-update`,
    intent: 'stock-write',
    bucket: 'multiUpdate',
    idempotent: false,
  },
  manyPrices: {
    method: 'PATCH',
    path: `${ORIGIN}/multi-update`,
    intent: 'price-write',
    bucket: 'multiUpdate',
    idempotent: false,
  },
  changeStatus: {
    method: 'PUT',
    path: `${ORIGIN}/{originProductNo}/change-status`,
    intent: 'list',
    bucket: 'changeStatus',
    idempotent: false,
  },
  sellAgain: {
    method: 'PUT',
    path: `${ORIGIN}/{originProductNo}/change-status`,
    intent: 'stock-write',
    bucket: 'changeStatus',
    idempotent: false,
  },
  categories: {
    method: 'GET',
    path: '/v1/categories',
    intent: 'read',
    bucket: 'categories',
    idempotent: true,
  },
  category: {
    method: 'GET',
    path: '/v1/categories/{categoryId}',
    intent: 'read',
    bucket: 'category',
    idempotent: true,
  },
  attributes: {
    method: 'GET',
    path: '/v1/product-attributes/attributes',
    intent: 'read',
    bucket: 'attributes',
    idempotent: true,
  },
  attributeValues: {
    method: 'GET',
    path: '/v1/product-attributes/attribute-values',
    intent: 'read',
    bucket: 'attributeValues',
    idempotent: true,
  },
  notices: {
    method: 'GET',
    path: '/v1/products-for-provided-notice',
    intent: 'read',
    bucket: 'notices',
    idempotent: true,
  },
  originAreas: {
    method: 'GET',
    path: '/v1/product-origin-areas/query',
    intent: 'read',
    bucket: 'originAreas',
    idempotent: true,
  },
  addresses: {
    method: 'GET',
    path: '/v1/seller/addressbooks-for-page',
    intent: 'read',
    bucket: 'addresses',
    idempotent: true,
  },
  bundleGroups: {
    method: 'GET',
    path: '/v1/product-delivery-info/bundle-groups',
    intent: 'read',
    bucket: 'bundleGroups',
    idempotent: true,
  },
} as const satisfies Readonly<Record<string, Operation>>;

/** How many rows or files one call takes (sheet §2.2, §3.7, §3.8). */
export const CATALOG_AT_MOST = {
  /** What `products/search` gives on a page. */
  searchRows: 500,
  /** Listings of one batch: each is a call of its own on top of its row. */
  listedRows: 50,
  /** Naver states no limit of products in one `multi-update`. */
  multiUpdate: 100,
  pictures: 10,
  /** All the pictures of one call together. */
  pictureBytes: 9_999_999,
} as const;
