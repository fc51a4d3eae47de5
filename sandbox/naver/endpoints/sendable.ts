import type { ProductOrder } from '../orders/product-order.ts';

/** Whether a cancellation has gone too far to be stopped: one that is merely requested can still be refused. */
export function isBeingCanceled({ claim }: ProductOrder): boolean {
  return claim?.claimStatus === 'CANCELING' || claim?.claimStatus === 'ADMIN_CANCELING';
}
