import type { WireAnswer } from '../../frame/marketplace.ts';
import { REASON } from '../claims/claim.ts';
import { approveReturn, convert, orderPickup, resend } from '../claims/claiming.ts';
import { request, whyNot } from '../claims/request.ts';
import { openClaimOf } from '../orders/order.ts';
import { Refusal, refuseClaim, success } from './answers.ts';
import { type OfficialCall, orderToClaim } from './call.ts';
import { claimOfKind, holdClaim, parcelIn, SELLER } from './goods-claims.ts';

const HOLD_REASONS = [0, 2, 4];
const REFUND_PENDING = '반품 승인 처리되었으나, 장바구니 내 다른 클레임이 처리된 후 환불됩니다. (환불보류)';

/** `reason` of a return that the seller files (sheet §3.7). */
const FILED_REASONS: Readonly<Record<string, number>> = {
  NC: REASON.changedMind,
  BG: REASON.optionChange,
  RG: REASON.defect,
  OG: REASON.wrongItem,
  DD: REASON.notArrived,
};
const ITEM_STATES = ['OP', 'NP', 'UP'];
const BUYER_REASONS = ['NC', 'BG'];

/** The seller files a return for the buyer. What fails is told by a text beside code 0 (sheet §3.7). */
export function fileReturn(call: OfficialCall): WireAnswer {
  const { body, now, shop } = call;
  const order = orderToClaim(call);
  const reason = body.text('reason') ?? '';
  const reasonCode = FILED_REASONS[reason];
  if (reasonCode === undefined || !ITEM_STATES.includes(body.text('itemStatus') ?? ''))
    return success(null, '반품신청에 실패하였습니다. 입력값을 확인해 주세요.');
  if (body.id('payNo') !== order.cart.payNo)
    return success(null, '반품신청에 실패하였습니다. 결제번호가 일치하지 않습니다.');
  if (whyNot(order, 'return') !== undefined)
    return success(null, '반품신청에 실패하였습니다. 반품신청이 가능한 상태가 아닙니다.');
  const isSent = ['true', 'y'].includes((body.text('alreadySent') ?? '').toLowerCase());
  const parcel = isSent || body.text('invoiceNo') !== undefined ? parcelIn(call, order) : undefined;
  const fault = BUYER_REASONS.includes(reason) ? 'buyer' : 'seller';
  const claim = request(
    shop,
    order,
    { kind: 'return', fault, requestedBy: SELLER, reasonCode, reasonDetail: '판매자 반품신청' },
    now,
  );
  if (parcel !== undefined) orderPickup(claim, { ...parcel, bySite: false }, now);
  return success(null);
}

/** The invoice of a pick-up that the seller arranged; a second one replaces the first. */
export function pickUpReturn(call: OfficialCall): WireAnswer {
  const order = orderToClaim(call);
  const claim = claimOfKind(order, 'return');
  orderPickup(claim, { ...parcelIn(call, order), bySite: false }, call.now);
  return success(null);
}

export function holdReturn(call: OfficialCall): WireAnswer {
  return holdClaim(call, orderToClaim(call), 'return', HOLD_REASONS);
}

/** Approving is refunding: it lifts a hold and completes the pick-up, though the money may have to wait (sheet §3.7). */
export function approve(call: OfficialCall): WireAnswer {
  const order = orderToClaim(call);
  const { site } = order.cart;
  const claim = openClaimOf(order);
  if (claim?.kind !== 'return') {
    const last = order.claims.findLast(({ kind }) => kind === 'return');
    if (last?.state !== 'done') throw new Refusal(5900, '반품 신청 내역이 없습니다.');
    if (site === 'auction') refuseClaim(site, 'W14-2', '이미 완료된 건입니다');
    throw new Refusal(5800, '이미 환불 처리된 건입니다.');
  }
  if (claim.refundPending) throw new Refusal(5800, '이미 수거 완료된 건입니다.');
  const isRefunded = approveReturn(order, claim, SELLER, call.now);
  return success(null, isRefunded ? 'Success' : REFUND_PENDING);
}

/** A return becomes an exchange; on Auction its replacement is sent by the same call (sheet §7.20). */
export function convertToExchange(call: OfficialCall): WireAnswer {
  const order = orderToClaim(call);
  const { site } = order.cart;
  const claim = claimOfKind(order, 'return');
  if (claim.refundPending) refuseClaim(site, 'W18-3', '처리할 수 없는 상태입니다');
  if (claim.isFastRefund) refuseClaim(site, 'W13-2', '빠른환불 건은 교환으로 전환할 수 없습니다');
  if (site === 'gmarket') {
    convert(claim, 'exchange', call.now);
    return success(null);
  }
  if (order.claims.some(({ kind, state }) => kind === 'exchange' && state === 'done'))
    refuseClaim(site, 'W18-3', '교환은 1회만 가능합니다');
  if (call.body.text('InvoiceNo') === undefined) refuseClaim(site, 'W13-5', '송장번호가 올바르지 않습니다');
  const { courier, invoice } = parcelIn(call, order);
  convert(claim, 'exchange', call.now);
  resend(claim, courier, invoice, SELLER, call.now);
  return success(null);
}
