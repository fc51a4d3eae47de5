import type { Operation, OperationCall, Reply } from '../../wire/operation.ts';
import { approveCancel, requestCancel } from './cancel.ts';
import { approveCollection, dispatchExchange, rejectExchange } from './exchanges.ts';
import { holdExchange, holdReturn, releaseExchange, releaseReturn } from './holdback.ts';
import { approveReturn, rejectReturn, requestReturn } from './returns.ts';

/** Every claim call of sheet §3.4 by the end of its path; each acts on one product order. */
const CALLS: Readonly<Record<string, (call: OperationCall) => Reply>> = {
  'cancel/request': requestCancel,
  'cancel/approve': approveCancel,
  'return/request': requestReturn,
  'return/approve': approveReturn,
  'return/reject': rejectReturn,
  'return/holdback': holdReturn,
  'return/holdback/release': releaseReturn,
  'exchange/collect/approve': approveCollection,
  'exchange/dispatch': dispatchExchange,
  'exchange/holdback': holdExchange,
  'exchange/holdback/release': releaseExchange,
  'exchange/reject': rejectExchange,
};

/** The claim APIs below `…/product-orders/{id}/claim`, named `claims.cancel.request` and so on. */
export function claimOperations(productOrders: string): readonly Operation[] {
  return Object.entries(CALLS).map(([path, handle]) => ({
    name: `claims.${path.replaceAll('/', '.')}`,
    method: 'POST',
    path: `${productOrders}/{id}/claim/${path}`,
    group: 'order-seller',
    changesState: true,
    handle,
  }));
}
