import { listCategories, readCategoryMeta, readCategoryStatus } from './categories/category-calls.ts';
import { confirmExchangeReceipt, refuseExchange, shipExchange } from './claims/exchange-decisions.ts';
import { listExchangeRequests } from './claims/exchange-requests.ts';
import { registerPickupInvoice } from './claims/pickup-invoices.ts';
import {
  approveReturn,
  confirmCompletedShipment,
  confirmReceipt,
  confirmStoppedShipment,
} from './claims/return-decisions.ts';
import { listReturnRequests, readReturnRequest } from './claims/return-requests.ts';
import { cancelBySeller } from './claims/seller-cancel.ts';
import { findWithdrawals, listWithdrawals } from './claims/withdrawals.ts';
import type { Operation } from './gateway/call.ts';
import { readInventory, resumeSale, setPrice, setQuantity, stopSale } from './offers/vendor-items.ts';
import { acknowledge } from './orders/acknowledgement.ts';
import { listByDay, listByMinute } from './orders/feed.ts';
import { updateInvoices, uploadInvoices } from './orders/invoices.ts';
import { completeLongTermUndelivery } from './orders/long-term-undelivery.ts';
import { readBox, readHistory, readOrder } from './orders/lookups.ts';
import { findBySku, listProducts, readHistories, readProduct } from './products/read-calls.ts';
import { createProduct, updateProduct } from './products/write-calls.ts';
import { listOutboundPlaces } from './shop/outbound-places.ts';
import { listReturnCenters } from './shop/return-centers.ts';

const ORDERS = '/v2/providers/openapi/apis/api';
const SELLER = '/v2/providers/seller_api/apis/api/v1/marketplace';
const CENTERS = '/v2/providers/marketplace_openapi/apis/api';
const READ = ['GET'];
const POST = ['POST'];
// State changes take either (sheet §7).
const CHANGE = ['PUT', 'PATCH'];

/** One option's own calls: the path names the option, never the vendor (sheet §3.7). */
const ofItem = (
  name: string,
  methods: readonly string[],
  rest: string,
  carryOut: Operation['carryOut'],
): Operation => ({
  name: `vendorItems.${name}`,
  methods,
  path: `${SELLER}/vendor-items/{vendorItemId}/${rest}`,
  namesNoVendor: true,
  carryOut,
});

/** A call of seller_api whose path and query name no vendor: the key alone says whose product is meant. */
const ofSeller = (
  name: string,
  methods: readonly string[],
  path: string,
  carryOut: Operation['carryOut'],
): Operation => ({ name, methods, path: `${SELLER}/${path}`, namesNoVendor: true, carryOut });

const PRODUCT = 'seller-products/{sellerProductId}';

/** A decision about one return receipt or one exchange. */
const onClaim = (
  family: 'returnRequests/{receiptId}' | 'exchangeRequests/{exchangeId}',
  name: string,
  methods: readonly string[],
  carryOut: Operation['carryOut'],
): Operation => ({
  name: `${family.slice(0, family.indexOf('/'))}.${name}`,
  methods,
  path: `${ORDERS}/v4/vendors/{vendorId}/${family}/${name}`,
  carryOut,
});

const RETURN = 'returnRequests/{receiptId}';
const EXCHANGE = 'exchangeRequests/{exchangeId}';

/** Everything this stand-in answers as Coupang's own API. */
export const OPERATIONS: readonly Operation[] = [
  {
    name: 'sellerProducts.list',
    methods: READ,
    path: `${SELLER}/seller-products`,
    carryOut: listProducts,
  },
  ofSeller('sellerProducts.create', POST, 'seller-products', createProduct),
  ofSeller('sellerProducts.update', ['PUT'], 'seller-products', updateProduct),
  ofSeller('sellerProducts.read', READ, PRODUCT, readProduct),
  ofSeller('sellerProducts.histories', READ, `${PRODUCT}/histories`, readHistories),
  ofSeller('sellerProducts.ofSku', READ, 'seller-products/external-vendor-sku-codes/{sku}', findBySku),
  ofSeller('categories.list', READ, 'meta/display-categories', listCategories),
  ofSeller('categories.status', READ, 'meta/display-categories/{category}/status', readCategoryStatus),
  ofSeller(
    'categories.meta',
    READ,
    'meta/category-related-metas/display-category-codes/{category}',
    readCategoryMeta,
  ),
  {
    name: 'outboundPlaces.list',
    methods: READ,
    path: `${CENTERS}/v2/vendor/shipping-place/outbound`,
    namesNoVendor: true,
    carryOut: listOutboundPlaces,
  },
  {
    name: 'returnShippingCenters.list',
    methods: READ,
    path: `${ORDERS}/v5/vendors/{vendorId}/returnShippingCenters`,
    carryOut: listReturnCenters,
  },
  {
    name: 'ordersheets.timeFrame',
    methods: READ,
    path: `${ORDERS}/v5/vendors/{vendorId}/ordersheets`,
    asks: (query) => query.get('searchType') === 'timeFrame',
    carryOut: listByMinute,
  },
  {
    name: 'ordersheets.list',
    methods: READ,
    path: `${ORDERS}/v5/vendors/{vendorId}/ordersheets`,
    carryOut: listByDay,
  },
  {
    name: 'ordersheets.box',
    methods: READ,
    path: `${ORDERS}/v5/vendors/{vendorId}/ordersheets/{shipmentBoxId}`,
    carryOut: readBox,
  },
  {
    name: 'ordersheets.history',
    methods: READ,
    path: `${ORDERS}/v5/vendors/{vendorId}/ordersheets/{shipmentBoxId}/history`,
    carryOut: readHistory,
  },
  {
    name: 'ordersheets.order',
    methods: READ,
    path: `${ORDERS}/v5/vendors/{vendorId}/{orderId}/ordersheets`,
    carryOut: readOrder,
  },
  {
    name: 'ordersheets.acknowledge',
    methods: CHANGE,
    path: `${ORDERS}/v4/vendors/{vendorId}/ordersheets/acknowledgement`,
    carryOut: acknowledge,
  },
  {
    name: 'invoices.upload',
    methods: POST,
    path: `${ORDERS}/v4/vendors/{vendorId}/orders/invoices`,
    carryOut: uploadInvoices,
  },
  {
    name: 'invoices.update',
    methods: POST,
    path: `${ORDERS}/v4/vendors/{vendorId}/orders/updateInvoices`,
    carryOut: updateInvoices,
  },
  {
    name: 'longTermUndelivery.complete',
    methods: POST,
    path: `${ORDERS}/v4/vendors/{vendorId}/completeLongTermUndelivery`,
    carryOut: completeLongTermUndelivery,
  },
  {
    name: 'returnRequests.list',
    methods: READ,
    path: `${ORDERS}/v6/vendors/{vendorId}/returnRequests`,
    carryOut: listReturnRequests,
  },
  {
    name: 'returnRequests.read',
    methods: READ,
    path: `${ORDERS}/v6/vendors/{vendorId}/returnRequests/{receiptId}`,
    carryOut: readReturnRequest,
  },
  onClaim(RETURN, 'stoppedShipment', CHANGE, confirmStoppedShipment),
  onClaim(RETURN, 'completedShipment', CHANGE, confirmCompletedShipment),
  onClaim(RETURN, 'receiveConfirmation', CHANGE, confirmReceipt),
  onClaim(RETURN, 'approval', CHANGE, approveReturn),
  {
    name: 'returnWithdrawRequests.list',
    methods: READ,
    path: `${ORDERS}/v4/vendors/{vendorId}/returnWithdrawRequests`,
    carryOut: listWithdrawals,
  },
  {
    name: 'returnWithdrawList.find',
    methods: POST,
    path: `${ORDERS}/v4/vendors/{vendorId}/returnWithdrawList`,
    isRead: true,
    carryOut: findWithdrawals,
  },
  {
    name: 'returnExchangeInvoices.register',
    methods: POST,
    path: `${ORDERS}/v4/vendors/{vendorId}/return-exchange-invoices/manual`,
    carryOut: registerPickupInvoice,
  },
  {
    name: 'exchangeRequests.list',
    methods: READ,
    path: `${ORDERS}/v4/vendors/{vendorId}/exchangeRequests`,
    carryOut: listExchangeRequests,
  },
  onClaim(EXCHANGE, 'receiveConfirmation', CHANGE, confirmExchangeReceipt),
  onClaim(EXCHANGE, 'rejection', CHANGE, refuseExchange),
  onClaim(EXCHANGE, 'invoices', POST, shipExchange),
  {
    name: 'orders.cancel',
    methods: POST,
    path: `${ORDERS}/v5/vendors/{vendorId}/orders/{orderId}/cancel`,
    carryOut: cancelBySeller,
  },
  ofItem('inventory', READ, 'inventories', readInventory),
  ofItem('quantity', CHANGE, 'quantities/{quantity}', setQuantity),
  ofItem('price', CHANGE, 'prices/{price}', setPrice),
  ofItem('stop', CHANGE, 'sales/stop', stopSale),
  ofItem('resume', CHANGE, 'sales/resume', resumeSale),
];
