import type { Operation } from '../gateway/call.ts';
import {
  approveGuideCancel,
  approveGuideExchange,
  approveGuideReturn,
  collectGuideReturn,
  completeGuideReturn,
  rejectGuideCancel,
  rejectGuideExchange,
  rejectGuideReturn,
  shipGuideExchange,
} from './claim-writes.ts';
import { changeInvoice, shipOrder } from './delivery.ts';
import { listClaims, listOrders, readGuideOrder } from './lists.ts';

type CarryOut = Operation['carryOut'];

const read = (name: string, path: string, carryOut: CarryOut): Operation => ({
  name: `guide.${name}`,
  method: 'GET',
  path: `/rest/sellershop/${path}`,
  shape: 'guide',
  carryOut,
});

const put = (name: string, path: string, carryOut: CarryOut): Operation => ({
  ...read(name, path, carryOut),
  method: 'PUT',
  writes: true,
});

/** Everything of part 3 of the guide. */
export const GUIDE_OPERATIONS: readonly Operation[] = [
  read('orders.list', 'orders', listOrders),
  read('orders.read', 'orders/{ordNo}', readGuideOrder),
  read('claims.list', 'claims', listClaims),
  put('orders.ship', 'orders/{ordNo}/delivery', shipOrder),
  put('orders.changeInvoice', 'orders/{ordNo}/delivery/modify', changeInvoice),
  put('cancels.approve', 'claims/{clmNo}/cancel/approve', approveGuideCancel),
  put('cancels.reject', 'claims/{clmNo}/cancel/reject', rejectGuideCancel),
  put('returns.approve', 'claims/{clmNo}/return/approve', approveGuideReturn),
  put('returns.reject', 'claims/{clmNo}/return/reject', rejectGuideReturn),
  put('returns.collect', 'claims/{clmNo}/return/collect', collectGuideReturn),
  put('returns.complete', 'claims/{clmNo}/return/complete', completeGuideReturn),
  put('exchanges.approve', 'claims/{clmNo}/exchange/approve', approveGuideExchange),
  put('exchanges.reject', 'claims/{clmNo}/exchange/reject', rejectGuideExchange),
  put('exchanges.ship', 'claims/{clmNo}/exchange/delivery', shipGuideExchange),
];
