import type { WireAnswer } from '../../frame/marketplace.ts';
import { isHeld } from '../claims/claim.ts';
import {
  approveReturn,
  collect,
  convert,
  finishExchange,
  lift,
  orderPickup,
  resend,
} from '../claims/claiming.ts';
import { refuseClaim, refuseUnknown, success } from './answers.ts';
import { type OfficialCall, orderToClaim } from './call.ts';
import { claimOfKind, holdClaim, parcelIn, SELLER } from './goods-claims.ts';

const HOLD_REASONS = [0, 1, 4];

const NOT_NOW = '처리할 수 없는 상태입니다';

/** The invoice of a pick-up that the seller arranged; a second one replaces the first. */
export function pickUpExchange(call: OfficialCall): WireAnswer {
  const order = orderToClaim(call);
  const claim = claimOfKind(order, 'exchange');
  if (claim.state === 'reshipped') refuseClaim(order.cart.site, 'W18-3', NOT_NOW);
  orderPickup(claim, { ...parcelIn(call, order), bySite: false }, call.now);
  return success(null);
}

/** The goods came back, says the seller, where tracking does not. */
export function collectExchange(call: OfficialCall): WireAnswer {
  const order = orderToClaim(call);
  const { site } = order.cart;
  const claim = claimOfKind(order, 'exchange');
  if (call.body.moment('PickupCompleteDate') === undefined)
    refuseUnknown(site, '수거완료일이 올바르지 않습니다.');
  if (claim.state === 'collected' || claim.state === 'reshipped')
    refuseClaim(site, 'W18-1', '이미 처리된 건입니다');
  collect(claim, call.now);
  return success(null);
}

/** Sending the replacement is approving; a second invoice replaces the first (sheet §3.8). */
export function resendExchange(call: OfficialCall): WireAnswer {
  const order = orderToClaim(call);
  const claim = claimOfKind(order, 'exchange');
  const { courier, invoice } = parcelIn(call, order);
  resend(claim, courier, invoice, SELLER, call.now);
  return success(null);
}

/** The replacement arrived, says the seller, where tracking does not. */
export function deliverResend(call: OfficialCall): WireAnswer {
  const order = orderToClaim(call);
  const { site } = order.cart;
  const claim = claimOfKind(order, 'exchange');
  if (call.body.moment('PickupCompleteDate') === undefined)
    refuseUnknown(site, '배송완료일이 올바르지 않습니다.');
  if (claim.state !== 'reshipped') refuseClaim(site, 'W18-3', NOT_NOW);
  finishExchange(order, claim, call.now);
  return success(null);
}

export function holdExchange(call: OfficialCall): WireAnswer {
  return holdClaim(call, orderToClaim(call), 'exchange', HOLD_REASONS);
}

/** Ends a hold; Gmarket only (sheet §3.8). */
export function releaseExchange(call: OfficialCall): WireAnswer {
  const order = orderToClaim(call);
  const { site } = order.cart;
  if (site === 'auction') refuseClaim(site, 'W18-3', NOT_NOW);
  const claim = claimOfKind(order, 'exchange');
  if (!isHeld(claim)) refuseClaim(site, 'W18-1', '보류중인 건이 아닙니다');
  lift(claim, call.now);
  return success(null);
}

/** An exchange becomes a return; on Auction its refund is approved by the same call (sheet §7.20). */
export function convertToReturn(call: OfficialCall): WireAnswer {
  const order = orderToClaim(call);
  const claim = claimOfKind(order, 'exchange');
  if (claim.state === 'reshipped') refuseClaim(order.cart.site, 'W18-3', NOT_NOW);
  convert(claim, 'return', call.now);
  if (order.cart.site === 'auction') approveReturn(order, claim, SELLER, call.now);
  return success(null);
}
