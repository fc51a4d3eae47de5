import { type Bucket, SECOND_MS } from '../../kit/bucket.ts';
import type { Operation } from '../../kit/operation.ts';

const ORDERS = '/v2/providers/openapi/apis/api';
const PRODUCTS = '/v2/providers/seller_api/apis/api/v1/marketplace';

const CENTERS = '/v2/providers/marketplace_openapi/apis/api';

const RETURNS = `${ORDERS}/v4/vendors/{vendorId}/returnRequests`;
const EXCHANGES = `${ORDERS}/v4/vendors/{vendorId}/exchangeRequests`;

/** All of Coupang counts per vendorId, whatever the API (sheet §2). */
const BUCKET = 'vendor';

const read = (path: string): Operation => ({
  method: 'GET',
  path,
  intent: 'read',
  bucket: BUCKET,
  idempotent: true,
  timeoutMs: 40_000,
});

/**
 * No write has an idempotency key, and a second acknowledgement or invoice is refused with a text that also
 * means other things (sheet §5), so none is ever repeated before the state was read again.
 */
const act = (method: 'PUT' | 'POST', path: string): Operation => ({
  method,
  path,
  intent: 'order-act',
  bucket: BUCKET,
  idempotent: false,
  timeoutMs: 60_000,
});

/**
 * Values are absolute, yet none is repeated unread: stock set twice would take back what was sold in between, and
 * after a time-out the sheet (§5) asks for a read first.
 */
const setItem = (intent: 'stock-write' | 'price-write', rest: string): Operation => ({
  method: 'PUT',
  path: `${PRODUCTS}/vendor-items/{vendorItemId}/${rest}`,
  intent,
  bucket: BUCKET,
  idempotent: false,
  timeoutMs: 60_000,
});

/** A create has no key of its own, and its answer may be cut off: it is never repeated unread (sheet §3.6). */
const list = (method: 'PUT' | 'POST', rest: string): Operation => ({
  method,
  path: `${PRODUCTS}/${rest}`,
  intent: 'list',
  bucket: BUCKET,
  idempotent: false,
  timeoutMs: 60_000,
});

/**
 * Reads are the international versions (v5 of orders, v6 of returns) where there are some. Writes are v4: the pages
 * show no other form of them, but for the seller's cancel (sheet §2, §3.3).
 */
export const OPERATIONS = {
  products: read(`${PRODUCTS}/seller-products`),
  product: read(`${PRODUCTS}/seller-products/{sellerProductId}`),
  productsBySku: read(`${PRODUCTS}/seller-products/external-vendor-sku-codes/{sku}`),
  productHistories: read(`${PRODUCTS}/seller-products/{sellerProductId}/histories`),
  createProduct: list('POST', 'seller-products'),
  updateProduct: list('PUT', 'seller-products'),
  stopSale: list('PUT', 'vendor-items/{vendorItemId}/sales/stop'),
  resumeSale: list('PUT', 'vendor-items/{vendorItemId}/sales/resume'),
  categories: read(`${PRODUCTS}/meta/display-categories`),
  categoryStatus: read(`${PRODUCTS}/meta/display-categories/{category}/status`),
  categoryMeta: read(`${PRODUCTS}/meta/category-related-metas/display-category-codes/{category}`),
  outboundPlaces: read(`${CENTERS}/v2/vendor/shipping-place/outbound`),
  returnCenters: read(`${ORDERS}/v5/vendors/{vendorId}/returnShippingCenters`),
  ordersheets: read(`${ORDERS}/v5/vendors/{vendorId}/ordersheets`),
  order: read(`${ORDERS}/v5/vendors/{vendorId}/{orderId}/ordersheets`),
  acknowledge: act('PUT', `${ORDERS}/v4/vendors/{vendorId}/ordersheets/acknowledgement`),
  uploadInvoices: act('POST', `${ORDERS}/v4/vendors/{vendorId}/orders/invoices`),
  updateInvoices: act('POST', `${ORDERS}/v4/vendors/{vendorId}/orders/updateInvoices`),
  inventory: read(`${PRODUCTS}/vendor-items/{vendorItemId}/inventories`),
  cancelOrder: act('POST', `${ORDERS}/v5/vendors/{vendorId}/orders/{orderId}/cancel`),
  receipts: read(`${ORDERS}/v6/vendors/{vendorId}/returnRequests`),
  receipt: read(`${ORDERS}/v6/vendors/{vendorId}/returnRequests/{receiptId}`),
  stoppedShipment: act('PUT', `${RETURNS}/{receiptId}/stoppedShipment`),
  completedShipment: act('PUT', `${RETURNS}/{receiptId}/completedShipment`),
  receiveReturn: act('PUT', `${RETURNS}/{receiptId}/receiveConfirmation`),
  approveReturn: act('PUT', `${RETURNS}/{receiptId}/approval`),
  pickupInvoice: act('POST', `${ORDERS}/v4/vendors/{vendorId}/return-exchange-invoices/manual`),
  withdrawals: read(`${ORDERS}/v4/vendors/{vendorId}/returnWithdrawRequests`),
  withdrawalsOf: { ...read(`${ORDERS}/v4/vendors/{vendorId}/returnWithdrawList`), method: 'POST' },
  exchanges: read(EXCHANGES),
  receiveExchange: act('PUT', `${EXCHANGES}/{exchangeId}/receiveConfirmation`),
  rejectExchange: act('PUT', `${EXCHANGES}/{exchangeId}/rejection`),
  shipExchange: act('POST', `${EXCHANGES}/{exchangeId}/invoices`),
  setQuantity: setItem('stock-write', 'quantities/{quantity}'),
  setPrice: setItem('price-write', 'prices/{price}'),
} as const satisfies Record<string, Operation>;

export type OperationName = keyof typeof OPERATIONS;

/**
 * 5 calls a second since 2026-03-17; going over eases only after tens of seconds to minutes. From about 90 % on,
 * answers carry a warning whose text is not documented (sheet §2, §5).
 */
export const BUCKETS: Readonly<Record<string, Bucket>> = {
  [BUCKET]: {
    limits: [{ calls: 5, perMs: SECOND_MS }],
    margin: 0.8,
    penaltyMs: 30_000,
    learn: (headers) => (headers['x-cag-warnings'] === undefined ? undefined : { remaining: 0 }),
  },
};
