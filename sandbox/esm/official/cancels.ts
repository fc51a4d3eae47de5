import type { WireAnswer } from '../../frame/marketplace.ts';
import { PARTY, REASON } from '../claims/claim.ts';
import { approve, refund } from '../claims/claiming.ts';
import { request } from '../claims/request.ts';
import { ORDER_STATUS, type Order, openClaimOf, standingClaimOf } from '../orders/order.ts';
import { markSoldOut } from '../products/catalogue.ts';
import { Refusal, refuseClaim, success } from './answers.ts';
import { type OfficialCall, orderToClaim } from './call.ts';

/** The seller agrees to a cancel: the money goes back. */
export function approveCancel(call: OfficialCall): WireAnswer {
  const order = orderToClaim(call);
  const { site } = order.cart;
  const claim = openClaimOf(order);
  const last = standingClaimOf(order);
  if (claim?.kind !== 'cancel') {
    if (last?.kind === 'cancel') refuseClaim(site, 'W8-2', '이미 취소 승인 되었습니다');
    return refuseClaim(site, 'W8-1', '취소할 수 없는 주문입니다');
  }
  if (claim.state === 'approved') refuseClaim(site, 'W8-2', '이미 취소 승인 되었습니다');
  approve(claim, PARTY.seller, call.now);
  refund(order, claim, call.now);
  return success(null);
}

/** The seller cancels for want of goods: the product, or the option, goes off sale (sheet §3.5). */
export function cancelSoldOut(call: OfficialCall): WireAnswer {
  const order = cancelBySeller(call, REASON.soldOut, '품절');
  markSoldOut(call.shop.catalogue, order.goods, order.option);
  return success(null);
}

/** The seller cancels for another reason; granted on request only. */
export function cancelPlain(call: OfficialCall): WireAnswer {
  cancelBySeller(call, REASON.other, '판매자 취소');
  return success(null);
}

function cancelBySeller(call: OfficialCall, reasonCode: number, reasonDetail: string): Order {
  const order = orderToClaim(call);
  const { site } = order.cart;
  const standing = standingClaimOf(order);
  if (openClaimOf(order)?.kind === 'cancel') refuseClaim(site, 'W28-1', '이미 취소 요청된 주문입니다');
  const isBefore = order.status === ORDER_STATUS.paid || order.status === ORDER_STATUS.preparing;
  if (standing !== undefined || !isBefore) refuseClaim(site, 'W8-1', '취소할 수 없는 주문입니다');
  const wish = {
    kind: 'cancel',
    fault: 'seller',
    requestedBy: PARTY.seller,
    reasonCode,
    reasonDetail,
  } as const;
  const claim = request(call.shop, order, wish, call.now);
  approve(claim, PARTY.seller, call.now);
  refund(order, claim, call.now);
  return order;
}

/** Auction only: the seller gives back money that was already remitted to him. */
export function cancelAfterRemittance(call: OfficialCall): WireAnswer {
  const order = orderToClaim(call);
  if (order.cart.site !== 'auction') throw new Refusal(99999, '옥션 주문만 가능합니다.');
  if (order.remittedAt === null || standingClaimOf(order) !== undefined)
    refuseClaim('auction', 'W8-1', '송금완료된 주문이 아닙니다');
  const wish = {
    kind: 'cancel',
    fault: 'seller',
    requestedBy: PARTY.seller,
    reasonCode: REASON.other,
  } as const;
  const claim = request(call.shop, order, { ...wish, reasonDetail: '송금후 환불' }, call.now);
  claim.afterRemittance = true;
  approve(claim, PARTY.seller, call.now);
  refund(order, claim, call.now);
  return success(null);
}
