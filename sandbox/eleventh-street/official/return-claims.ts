import type { WireAnswer } from '../../frame/marketplace.ts';
import type { ClaimState } from '../claims/claim.ts';
import { moveClaim, openClaim, refund, reject } from '../claims/course.ts';
import { HOLD_REASONS, REJECT_REASONS, returnReasonOf } from '../claims/reasons.ts';
import type { GrantedCall } from '../gateway/call.ts';
import { courierOf, fitsCourier } from '../orders/couriers.ts';
import { isUndisturbed } from '../orders/course.ts';
import { leftOf } from '../orders/line.ts';
import { parseMinute } from '../time.ts';
import { claimOf, requireState } from './claim-lookup.ts';
import { done, refuse, strikeAction } from './refusal.ts';

const APPROVE = -24_000;
const REJECT = -25_000;
const HOLD = -21_000;
const OPEN: readonly ClaimState[] = ['requested', 'approved', 'collected', 'on_hold', 'completion_on_hold'];
const FEE_MEANS = new Set(['03', '04']);

/** Accepts a return, which refunds at once: nothing is left to do (sheet §3.7). */
export function approveReturn(call: GrantedCall): WireAnswer {
  const claim = claimOf(call, 'return', APPROVE);
  requireState(claim, OPEN, APPROVE - 4);
  strikeAction(call, -1);
  refund(call.shop, claim, call.now);
  return done('정상적으로 반품승인 처리되었습니다.');
}

/** Refuses a return. */
export function rejectReturn(call: GrantedCall): WireAnswer {
  const { reason = '', text = '' } = call.params;
  if (!REJECT_REASONS.return.has(reason)) refuse(REJECT - 1, '반품거부 사유코드가 올바르지 않습니다.');
  const claim = claimOf(call, 'return', REJECT);
  requireState(claim, OPEN, REJECT - 4);
  strikeAction(call, -1);
  reject(call.shop, claim, { code: reason, text }, call.now);
  return done('정상적으로 반품거부 처리되었습니다.');
}

const holdIn =
  (state: ClaimState, from: readonly ClaimState[]) =>
  (call: GrantedCall): WireAnswer => {
    const { reason = '', text = '' } = call.params;
    if (!HOLD_REASONS.has(reason)) refuse(HOLD - 6, '반품보류 사유코드가 올바르지 않습니다.');
    const claim = claimOf(call, 'return', HOLD - 5);
    requireState(claim, from, HOLD - 9);
    strikeAction(call, -1);
    claim.answer = { code: reason, text };
    moveClaim(call.shop, claim, state, call.now);
    return done('정상적으로 반품보류 처리되었습니다.');
  };

/** Holds a return back; it refunds itself after a while all the same (sheet §3.7). */
export const holdReturn = holdIn('on_hold', ['requested', 'approved', 'collected']);
/** Holds the refund itself back, which no time ends. */
export const holdReturnCompletion = holdIn('completion_on_hold', [
  'requested',
  'approved',
  'collected',
  'on_hold',
]);

/** Says under which invoice the goods come back. */
export function noteReturnInvoice(call: GrantedCall): WireAnswer {
  const { params, shop, now } = call;
  if (parseMinute(params.sentAt ?? '') === undefined) refuse(-1, '발송일시 형식이 올바르지 않습니다.');
  const courier = courierOf(params.courier ?? '');
  const invoice = params.invoice ?? '';
  if (courier === undefined || !fitsCourier(courier, invoice))
    refuse(-1, '송장번호 형식이 올바르지 않습니다.');
  const claim = shop.book
    .ofDelivery(params.dlvNo ?? '')
    .flatMap(({ claims }) => claims)
    .find(({ kind, seq }) => kind !== 'cancel' && seq === params.claimSeq);
  if (claim === undefined || claim.endedAt !== null) refuse(-1, '해당 건이 없습니다.');
  strikeAction(call, -1);
  claim.collect = { courierCode: courier.code, invoice };
  claim.changedAt = now;
  return done('정상적으로 처리되었습니다.');
}

/** The seller files a return for the buyer, and may finish it in the same call (D:1653). */
export function fileReturn(call: GrantedCall): WireAnswer {
  const { params, shop, now } = call;
  const line = shop.book.line(params.ordNo ?? '', params.ordPrdSeq ?? '');
  if (line === undefined) refuse(HOLD - 2, '해당 주문이 없습니다.');
  const reason = returnReasonOf(params.reason ?? '');
  const { extent = '', text = '', feeMeans = '' } = params;
  const isKnown = reason !== undefined && ['01', '02'].includes(extent) && FEE_MEANS.has(feeMeans);
  if (!isKnown) refuse(HOLD - 1, '입력값이 올바르지 않습니다.');
  if (!['401', '501'].includes(line.stage) || !isUndisturbed(line))
    refuse(HOLD - 10, '반품신청할 수 없는 주문상태입니다.');
  strikeAction(call, -1);
  const claim = openClaim(
    shop,
    line,
    { kind: 'return', quantity: leftOf(line), reason, text, by: 'seller', feeMeans },
    now,
  );
  const { courier = 'null', invoice = 'null' } = params;
  if (courier !== 'null' && invoice !== 'null') claim.collect = { courierCode: courier, invoice };
  if (extent === '02') refund(shop, claim, now);
  return done('정상적으로 반품신청 처리되었습니다.');
}
