import { type Bucket, MINUTE_MS, SECOND_MS } from '../../kit/bucket.ts';
import type { Intent, Operation } from '../../kit/operation.ts';
import type { Site } from '../site.ts';

const CALLS = 'calls';

/** Reads are POSTs too; they change nothing. */
const read = (path: string, bucket = CALLS): Operation => ({
  method: 'POST',
  path,
  intent: 'read',
  bucket,
  idempotent: true,
});

/** There are no idempotency keys, and a repeated approval is an error of its own, so nothing is sent twice unread. */
const act = (method: 'POST' | 'PUT' | 'DELETE', path: string): Operation => ({
  method,
  path,
  intent: 'order-act',
  bucket: CALLS,
  idempotent: false,
});

const ORDERS = '/shipping/v1/Order/RequestOrders';
const CLAIM = '/claim/v1/sa';

const SEARCHES = 'product_searches';
const ITEM = '/item/v1';
const GOODS = `${ITEM}/goods/{goodsNo}`;

const look = (path: string): Operation => ({
  method: 'GET',
  path: `${ITEM}${path}`,
  intent: 'read',
  bucket: CALLS,
  idempotent: true,
});

/** What is set on a product takes the place of what was there; between two of them a buyer may have bought. */
const set = (method: 'POST' | 'PUT', path: string, intent: Intent): Operation => ({
  method,
  path,
  intent,
  bucket: CALLS,
  idempotent: false,
});

/** The calls of sheet §3. */
export const OPERATIONS = {
  carriers: {
    method: 'GET',
    path: '/item/v1/shipping/delivery-company',
    intent: 'read',
    bucket: CALLS,
    idempotent: true,
  },
  ordersGmarket: read(ORDERS, 'orders_gmarket'),
  ordersAuction: read(ORDERS, 'orders_auction'),
  // Looking up one number does not count against the lists (sheet §2).
  order: read(ORDERS),
  deliveryStatus: read('/shipping/v1/Delivery/GetDeliveryStatus'),
  orderCheck: act('POST', '/shipping/v1/Order/OrderCheck/{orderNo}'),
  shippingExpectedDate: act('POST', '/shipping/v1/Order/ShippingExpectedDate'),
  shippingInfo: act('POST', '/shipping/v1/Delivery/ShippingInfo'),
  soldOut: act('POST', `${CLAIM}/Cancel/{orderNo}/SoldOut`),
  cancels: read(`${CLAIM}/Cancels`),
  approveCancel: act('PUT', `${CLAIM}/Cancel/{orderNo}`),
  returns: read(`${CLAIM}/Returns`),
  approveReturn: act('PUT', `${CLAIM}/return/{orderNo}`),
  returnPickup: act('POST', `${CLAIM}/return/{orderNo}/pickup`),
  holdReturn: act('POST', `${CLAIM}/return/{orderNo}/hold`),
  exchanges: read(`${CLAIM}/Exchanges`),
  exchangePickup: act('POST', `${CLAIM}/exchange/{orderNo}/pickup`),
  exchangeCollected: act('PUT', `${CLAIM}/exchange/{orderNo}/pickup`),
  resend: act('POST', `${CLAIM}/exchange/{orderNo}/resend`),
  holdExchange: act('POST', `${CLAIM}/exchange/{orderNo}/hold`),
  releaseExchange: act('DELETE', `${CLAIM}/exchange/{orderNo}/hold`),
  categories: look('/categories/sd-cats/{code}'),
  siteCategories: look('/categories/sd-cats/{code}/site-cats'),
  brands: look('/catalogs/brands/{name}'),
  noticeGroups: look('/official-notice/groups'),
  noticeCodes: look('/official-notice/groups/{no}/codes'),
  addresses: look('/sellers/addresses'),
  shippingPlaces: look('/shipping/places'),
  shippingPolicies: look('/shipping/places/{placeNo}/policies'),
  dispatchPolicies: look('/shipping/dispatch-policies'),
  searchGoods: read(`${ITEM}/goods/search`, SEARCHES),
  goods: look('/goods/{goodsNo}'),
  goodsOptions: look('/goods/{goodsNo}/recommended-options'),
  goodsNo: look('/site-goods/{siteGoodsNo}/goods-no'),
  createGoods: set('POST', `${ITEM}/goods`, 'list'),
  updateGoods: set('PUT', GOODS, 'list'),
  setOnSale: set('PUT', `${GOODS}/sell-status`, 'list'),
  setStock: set('PUT', `${GOODS}/stock`, 'stock-write'),
  setOptionStock: set('PUT', `${GOODS}/recommended-options`, 'stock-write'),
  stopOrResume: set('PUT', `${GOODS}/sell-status`, 'stock-write'),
  setPrice: set('PUT', `${GOODS}/price`, 'price-write'),
  setOptionPrice: set('PUT', `${GOODS}/recommended-options`, 'price-write'),
} as const satisfies Record<string, Operation>;

export type OperationName = keyof typeof OPERATIONS;

/** The order list of each site counts by itself: it has a bucket of its own. */
export const ORDER_LISTS: Readonly<Record<Site, OperationName>> = { G: 'ordersGmarket', A: 'ordersAuction' };

/** Calls that need a permission which is granted singly (sheet §1): a 401 tells of that, not of the key. */
export const RESTRICTED: ReadonlySet<OperationName> = new Set<OperationName>([
  'holdExchange',
  'releaseExchange',
]);

/** Calls whose path names a thing: a 404 tells that it is not there (sheet §7.16). */
export const NAMED: ReadonlySet<OperationName> = new Set<OperationName>([
  'shippingPolicies',
  'noticeCodes',
  'goods',
  'goodsOptions',
  'goodsNo',
  'updateGoods',
  'setOnSale',
  'setStock',
  'setOptionStock',
  'stopOrResume',
  'setPrice',
  'setOptionPrice',
]);

/** One list in 5 seconds, counted per seller ID of a site, since 2025-04-23 (sheet §2). */
const ORDER_LIST: Bucket = { limits: [{ calls: 1, perMs: 5 * SECOND_MS }], margin: 0.95, penaltyMs: 5_000 };

export const BUCKETS: Readonly<Record<string, Bucket>> = {
  orders_gmarket: ORDER_LIST,
  orders_auction: ORDER_LIST,
  // 30 in a minute are documented; another source announces 20 from August 2026 on, so we keep to that (sheet §2).
  [SEARCHES]: { limits: [{ calls: 30, perMs: MINUTE_MS }], margin: 0.66, penaltyMs: 10_000 },
  // Nothing is published for the other calls, and no header tells (sheet §2): the pace is ours.
  [CALLS]: { limits: [{ calls: 3, perMs: SECOND_MS }], margin: 0.8, penaltyMs: 5_000 },
};
