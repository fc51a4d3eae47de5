import type { Operation } from '../gateway/call.ts';
import {
  approveGuideCancel,
  approveGuideExchange,
  approveGuideReturn,
  cancelGuideOrder,
  confirmGuideRetrieval,
  dispatchGuideExchange,
  rejectGuideCancel,
  rejectGuideReturn,
} from './decisions.ts';
import { listGuideOrders, readGuideOrder } from './orders.ts';
import { listEveryReceipt, listExchanges, listReturns } from './receipts.ts';
import { GUIDE_ROOT } from './root.ts';
import { changeGuideInvoice, shipGuideOrder } from './shipments.ts';

const operation = (
  name: string,
  method: 'GET' | 'PUT' | 'PATCH',
  path: string,
  carryOut: Operation['carryOut'],
): Operation => ({
  name: `guide.${name}`,
  methods: [method],
  path: `${GUIDE_ROOT}/${path}`,
  edition: 'guide',
  carryOut,
});

/** Everything this stand-in answers as the guide text describes it. */
export const GUIDE_OPERATIONS: readonly Operation[] = [
  operation('orders.list', 'GET', 'orders', listGuideOrders),
  operation('orders.read', 'GET', 'orders/{orderId}', readGuideOrder),
  operation('orders.ship', 'PUT', 'orders/{orderId}/shipments', shipGuideOrder),
  operation('orders.changeInvoice', 'PUT', 'orders/{orderId}/shipments/{shipmentBoxId}', changeGuideInvoice),
  operation('cancels.approve', 'PATCH', 'orders/{orderId}/cancel/approve', approveGuideCancel),
  operation('cancels.reject', 'PATCH', 'orders/{orderId}/cancel/reject', rejectGuideCancel),
  operation('orders.cancel', 'PATCH', 'orders/{orderId}/cancel', cancelGuideOrder),
  operation('receipts.list', 'GET', 'return-exchange-requests', listEveryReceipt),
  operation('returns.list', 'GET', 'return-requests', listReturns),
  operation('returns.approve', 'PATCH', 'return-requests/{receiptId}/approve', approveGuideReturn),
  operation('returns.reject', 'PATCH', 'return-requests/{receiptId}/reject', rejectGuideReturn),
  operation(
    'returns.confirmRetrieve',
    'PATCH',
    'return-requests/{receiptId}/confirm-retrieve',
    confirmGuideRetrieval,
  ),
  operation('exchanges.list', 'GET', 'exchange-requests', listExchanges),
  operation('exchanges.approve', 'PATCH', 'exchange-requests/{receiptId}/approve', approveGuideExchange),
  operation('exchanges.dispatch', 'PUT', 'exchange-requests/{receiptId}/dispatch', dispatchGuideExchange),
];
