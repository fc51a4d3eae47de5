import type { Operation } from '../wire/operation.ts';
import { readChanges } from './changes.ts';
import { claimOperations } from './claims/operations.ts';
import { confirmLines } from './confirm.ts';
import { delayLine } from './delay.ts';
import { dispatchLines } from './dispatch.ts';
import { listLines } from './list.ts';
import { PRODUCT_OPERATIONS } from './products/operations.ts';
import { queryLines, readLineIds } from './query.ts';
import { readAccount, readChannels } from './seller.ts';

const ORDERS = '/v1/pay-order/seller';

/** Every API the stand-in speaks, save the token's. */
export const OPERATIONS: readonly Operation[] = [
  {
    name: 'seller.account',
    method: 'GET',
    path: '/v1/seller/account',
    group: 'seller-info',
    handle: readAccount,
  },
  {
    name: 'seller.channels',
    method: 'GET',
    path: '/v1/seller/channels',
    group: 'seller-info',
    handle: readChannels,
  },
  {
    name: 'product-orders.changes',
    method: 'GET',
    path: `${ORDERS}/product-orders/last-changed-statuses`,
    group: 'order-seller',
    handle: readChanges,
  },
  {
    name: 'product-orders.list',
    method: 'GET',
    path: `${ORDERS}/product-orders`,
    group: 'order-seller',
    handle: listLines,
  },
  {
    name: 'product-orders.query',
    method: 'POST',
    path: `${ORDERS}/product-orders/query`,
    group: 'order-seller',
    handle: queryLines,
  },
  {
    name: 'orders.product-order-ids',
    method: 'GET',
    path: `${ORDERS}/orders/{id}/product-order-ids`,
    group: 'order-seller',
    handle: readLineIds,
  },
  {
    name: 'product-orders.confirm',
    method: 'POST',
    path: `${ORDERS}/product-orders/confirm`,
    group: 'order-seller',
    changesState: true,
    handle: confirmLines,
  },
  {
    name: 'product-orders.dispatch',
    method: 'POST',
    path: `${ORDERS}/product-orders/dispatch`,
    group: 'order-seller',
    changesState: true,
    handle: dispatchLines,
  },
  {
    name: 'product-orders.delay',
    method: 'POST',
    path: `${ORDERS}/product-orders/{id}/delay`,
    group: 'order-seller',
    changesState: true,
    handle: delayLine,
  },
  ...claimOperations(`${ORDERS}/product-orders`),
  ...PRODUCT_OPERATIONS,
];
