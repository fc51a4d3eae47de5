import { ControlError } from '../../frame/control-error.ts';
import type { GoodsClaim } from '../orders/claim.ts';
import { finishClaim, hasOpenClaim, openClaim } from '../orders/claiming.ts';
import type { ProductOrderStatus } from '../orders/codes.ts';
import type { ProductOrder } from '../orders/product-order.ts';
import type { Shop } from '../seller/shop.ts';
import { type ClaimWish, newCancel, newExchange, newReturn } from '../world/claim-requests.ts';

/** What a buyer can ask for. */
export type BuyerClaimType = 'CANCEL' | 'RETURN' | 'EXCHANGE';

const CLAIMABLE: Readonly<Record<BuyerClaimType, readonly ProductOrderStatus[]>> = {
  CANCEL: ['PAYED'],
  RETURN: ['DELIVERING', 'DELIVERED'],
  EXCHANGE: ['DELIVERING', 'DELIVERED'],
};

/** A buyer opens a claim on a line, where the marketplace lets him. */
export function askForClaim(
  shop: Shop,
  line: ProductOrder,
  claimType: BuyerClaimType,
  wish: Partial<ClaimWish>,
  now: number,
): GoodsClaim {
  requireClaimable(line, CLAIMABLE[claimType]);
  const claim = newClaim(shop, line, claimType, wish, now);
  openClaim(shop.book, line, claim, now);
  if (claimType === 'CANCEL' && needsNobody(shop, line)) finishClaim(shop.book, line, claim, now);
  return claim;
}

/** Nobody asks a seller who has not taken the line on; the guide knows no such difference (guide 5.4). */
function needsNobody({ rules }: Shop, { placeOrderStatus }: ProductOrder): boolean {
  return rules.edition === 'official' && placeOrderStatus !== 'OK';
}

function newClaim(
  shop: Shop,
  line: ProductOrder,
  claimType: BuyerClaimType,
  wish: Partial<ClaimWish>,
  now: number,
): GoodsClaim {
  switch (claimType) {
    case 'CANCEL':
      return newCancel(shop, line, now, wish);
    case 'RETURN':
      return newReturn(shop, line, now, wish);
    case 'EXCHANGE':
      return newExchange(shop, line, now, wish);
  }
}

function requireClaimable(line: ProductOrder, statuses: readonly ProductOrderStatus[]): void {
  if (!statuses.includes(line.status)) throw new ControlError(`the line is ${line.status}`, 409);
  // A second claim may only be opened on an exchange that is on its way back to the buyer.
  const isRedelivering = line.claim?.claimStatus === 'EXCHANGE_REDELIVERING';
  if (hasOpenClaim(line) && !isRedelivering)
    throw new ControlError('the line already has an open claim', 409);
}
