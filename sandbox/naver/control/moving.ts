import { ControlError } from '../../frame/control-error.ts';
import { finishClaim, openClaim } from '../orders/claiming.ts';
import type { PlaceOrderStatus, ProductOrderStatus } from '../orders/codes.ts';
import {
  arriveUntracked,
  carry,
  confirm,
  decide,
  dispatch,
  lapse,
  pay,
  withdrawConfirmation,
} from '../orders/fulfilment.ts';
import type { ProductOrder } from '../orders/product-order.ts';
import type { Shop } from '../seller/shop.ts';
import { newCancel, newExchange, newReturn } from '../world/claim-requests.ts';
import { parcelFor } from '../world/invoices.ts';

/** Takes a line to a status by the steps that lead there, whoever would take them. */
export function moveLine(shop: Shop, line: ProductOrder, target: ProductOrderStatus, at: number): void {
  if (line.status === target) return;
  const step = STEPS[target];
  if (step === undefined || !step.from.includes(line.status)) {
    throw new ControlError(`a line cannot go from ${line.status} to ${target}`);
  }
  step.take(shop, line, at);
}

/** Takes the seller's confirmation of a line to a status. */
export function movePlacement(shop: Shop, line: ProductOrder, target: PlaceOrderStatus, at: number): void {
  if (line.placeOrderStatus === target) return;
  if (target === 'OK') confirm(shop.book, line, at);
  else if (target === 'CANCEL') withdrawConfirmation(shop.book, line, at);
  else throw new ControlError('a confirmation can be withdrawn, but not undone');
}

interface MoveStep {
  readonly from: readonly ProductOrderStatus[];
  readonly take: (shop: Shop, line: ProductOrder, at: number) => void;
}

const STEPS: Partial<Record<ProductOrderStatus, MoveStep>> = {
  PAYED: {
    from: ['PAYMENT_WAITING'],
    take: ({ book }, { order }, at) => pay(book, order, at),
  },
  CANCELED_BY_NOPAYMENT: {
    from: ['PAYMENT_WAITING'],
    take: ({ book }, { order }, at) => lapse(book, order, at),
  },
  DELIVERING: { from: ['PAYED'], take: send },
  DELIVERED: {
    from: ['PAYED', 'DELIVERING'],
    take(shop, line, at) {
      if (line.status === 'PAYED') send(shop, line, at);
      if (line.delivery?.status === 'NOT_TRACKING') arriveUntracked(shop.book, line, at);
      else carry(shop.book, line, 'DELIVERY_COMPLETION', at);
    },
  },
  PURCHASE_DECIDED: {
    from: ['DELIVERING', 'DELIVERED'],
    take: ({ book }, line, at) => decide(book, line, at),
  },
  CANCELED: {
    from: ['PAYED'],
    take(shop, line, at) {
      const claim = line.claim?.claimType === 'CANCEL' ? line.claim : newCancel(shop, line, at);
      if (line.claim !== claim) openClaim(shop.book, line, claim, at);
      finishClaim(shop.book, line, claim, at);
    },
  },
  RETURNED: {
    from: ['DELIVERING', 'DELIVERED'],
    take(shop, line, at) {
      const claim = line.claim?.claimType === 'RETURN' ? line.claim : newReturn(shop, line, at);
      if (line.claim !== claim) openClaim(shop.book, line, claim, at);
      finishClaim(shop.book, line, claim, at);
    },
  },
  EXCHANGED: {
    from: ['DELIVERING', 'DELIVERED'],
    take(shop, line, at) {
      const claim = line.claim?.claimType === 'EXCHANGE' ? line.claim : newExchange(shop, line, at);
      if (line.claim !== claim) openClaim(shop.book, line, claim, at);
      finishClaim(shop.book, line, claim, at);
    },
  },
};

function send(shop: Shop, line: ProductOrder, at: number): void {
  if (line.placeOrderStatus !== 'OK') confirm(shop.book, line, at);
  dispatch(shop.book, line, parcelFor(line, shop.random), { sentAt: at, at });
}
