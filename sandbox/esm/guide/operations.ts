import type { GuideOperation } from './call.ts';
import {
  approveCancel,
  approveExchange,
  approveReturn,
  collectReturn,
  completeReturn,
  listClaims,
  rejectCancel,
  rejectReturn,
  shipExchange,
} from './claims.ts';
import { changeShipment, listOrders, registerShipment } from './orders.ts';

/** The token's operation name in the journal. */
export const TOKEN_OPERATION = 'guide.token';

const SHIPMENT = '/v1/orders/{ordNo}/shipment';

const ofClaim = (name: string, path: string, carryOut: GuideOperation['carryOut']): GuideOperation => ({
  name: `guide.${name}`,
  method: 'POST',
  path: `/v1/claims/{claimNo}/${path}`,
  carryOut,
});

/** Everything this stand-in answers in the guide's edition (guide §4). */
export const GUIDE_OPERATIONS: readonly GuideOperation[] = [
  { name: 'guide.orders', method: 'GET', path: '/v1/orders', carryOut: listOrders },
  { name: 'guide.claims', method: 'GET', path: '/v1/claims', carryOut: listClaims },
  { name: 'guide.ship', method: 'POST', path: SHIPMENT, carryOut: registerShipment },
  { name: 'guide.changeShipment', method: 'PUT', path: SHIPMENT, carryOut: changeShipment },
  ofClaim('cancel.approve', 'cancel/approve', approveCancel),
  ofClaim('cancel.reject', 'cancel/reject', rejectCancel),
  ofClaim('return.approve', 'return/approve', approveReturn),
  ofClaim('return.reject', 'return/reject', rejectReturn),
  ofClaim('return.collect', 'return/collect', collectReturn),
  ofClaim('return.complete', 'return/complete', completeReturn),
  ofClaim('exchange.approve', 'exchange/approve', approveExchange),
  ofClaim('exchange.shipment', 'exchange/shipment', shipExchange),
];
