import type { OrdersDesk } from '../../kit/shop.ts';
import type { Ask } from './calls.ts';
import { cancelBySeller } from './cancel-by-seller.ts';
import { confirm } from './confirm.ts';
import { delay } from './delay.ts';
import { ship } from './ship.ts';
import { split } from './split.ts';

/** What the seller can do with orders (sheet §3.5). There is no change of an invoice, no hold and no release. */
type Writes = Required<Pick<OrdersDesk, 'acknowledge' | 'ship' | 'split' | 'delay' | 'cancel'>>;

export function writesOf(ask: Ask): Writes {
  return {
    acknowledge: (targets) => confirm(ask, targets),
    ship: (targets) => ship(ask, targets),
    split: (targets) => split(ask, targets),
    delay: (targets) => delay(ask, targets),
    cancel: (targets) => cancelBySeller(ask, targets),
  };
}
