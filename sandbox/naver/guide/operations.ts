import { approveCancels, cancelLines, rejectCancels } from './cancels.ts';
import { changeDispatch, hold, releaseHold, ship } from './dispatching.ts';
import { approveExchanges, rejectExchanges, shipExchanges } from './exchanges.ts';
import type { GuideOperation } from './operation.ts';
import { claimReader, readChanged, readClaim, readOrder, readProductOrder } from './reading.ts';
import {
  approveReturns,
  changeReturnFault,
  collectReturns,
  completeReturns,
  rejectReturns,
  withholdReturns,
} from './returns.ts';

const BASE = '/external/v1';

type Row = readonly [
  name: string,
  method: GuideOperation['method'],
  path: string,
  handle: GuideOperation['handle'],
];

/** Guide 1.3 and 1.8, and the lists of 1.5 to 1.7. */
const READS: readonly Row[] = [
  ['orders.changed', 'GET', '/pays/orders/seller/changed/{id}', readChanged],
  ['orders.read', 'GET', '/pays/orders/{id}', readOrder],
  ['product-orders.read', 'GET', '/pay-orders/{id}', readProductOrder],
  ['claims.read', 'GET', '/pay-orders/{id}/claim', readClaim],
  ['cancels.list', 'GET', '/pay-orders/seller/cancel/requested', claimReader('CANCEL')],
  ['returns.list', 'GET', '/pay-orders/seller/return/requested', claimReader('RETURN')],
  ['exchanges.list', 'GET', '/pay-orders/seller/exchange/requested', claimReader('EXCHANGE')],
];

/** Guide 1.4 to 1.7. */
const WRITES: readonly Row[] = [
  ['ship', 'POST', '/pay-orders/ship', ship],
  ['change-dispatch', 'PUT', '/pay-orders/{id}/dispatch', changeDispatch],
  ['hold', 'PUT', '/pay-orders/hold', hold],
  ['release-hold', 'PUT', '/pay-orders/release-hold', releaseHold],
  ['cancel', 'POST', '/pay-orders/cancel', cancelLines],
  ['cancel.approve', 'POST', '/pay-orders/cancel/approve', approveCancels],
  ['cancel.reject', 'POST', '/pay-orders/cancel/reject', rejectCancels],
  ['return.approve', 'POST', '/pay-orders/return/approve', approveReturns],
  ['return.reject', 'POST', '/pay-orders/return/reject', rejectReturns],
  ['return.collect', 'POST', '/pay-orders/return/collect', collectReturns],
  ['return.complete', 'POST', '/pay-orders/return/complete', completeReturns],
  ['return.withhold', 'POST', '/pay-orders/return/withhold', withholdReturns],
  ['return.change-claim-reason', 'POST', '/pay-orders/return/change-claim-reason', changeReturnFault],
  ['exchange.approve', 'POST', '/pay-orders/exchange/approve', approveExchanges],
  ['exchange.reject', 'POST', '/pay-orders/exchange/reject', rejectExchanges],
  ['exchange.ship', 'POST', '/pay-orders/exchange/ship', shipExchanges],
];

const operation =
  (changesState: boolean) =>
  ([name, method, path, handle]: Row): GuideOperation => ({
    name: `guide.${name}`,
    method,
    path: `${BASE}${path}`,
    changesState,
    handle,
  });

/** Every API of edition `guide`, save the token's. */
export const GUIDE_OPERATIONS: readonly GuideOperation[] = [
  ...READS.map(operation(false)),
  ...WRITES.map(operation(true)),
];
