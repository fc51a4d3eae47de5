import type { WireAnswer } from '../../frame/marketplace.ts';
import type { Claim } from '../claims/claim.ts';
import { refund, reject } from '../claims/course.ts';
import type { GrantedCall } from '../gateway/call.ts';
import { ship } from '../orders/course.ts';
import { leftOf, type Parcel } from '../orders/line.ts';
import { parseDay } from '../time.ts';
import { claimOf, requireState } from './claim-lookup.ts';
import { type InvoiceCodes, readParcel } from './invoice-rules.ts';
import { done, refuse, strikeAction } from './refusal.ts';

const APPROVE = -22_000;
const REJECT = -23_000;
const REJECT_CODES: InvoiceCodes = { method: -23_006, format: -23_007, courier: -23_006, taken: -23_007 };
const LONGEST_SHORT_INVOICE = 10;

/** Lets the buyer off: the goods are cancelled and refunded (sheet §3.6). */
export function approveCancel(call: GrantedCall): WireAnswer {
  const claim = claimOf(call, 'cancel', APPROVE);
  if (claim.state === 'done') refuse(-1, '이미 취소 처리된 주문입니다.');
  requireState(claim, ['requested'], APPROVE - 4);
  strikeAction(call, -1);
  refund(call.shop, claim, call.now);
  return done('정상적으로 취소승인 처리되었습니다.');
}

/** Refuses the cancel because the goods have left: registers the invoice and ships the line in the same call. */
export function rejectCancelByShipping(call: GrantedCall): WireAnswer {
  const claim = requireRejectable(call);
  const parcel = readShipment(call, claim);
  strikeAction(call, -1);
  leave(call, claim, parcel, '02', '이미 발송된 상품입니다');
  return done('정상적으로 취소거부 처리되었습니다.');
}

/** Refuses a cancel of a paid order that named the seller's fault: for the wrong reason, or because the goods have left (D:1745). */
export function rejectCancelWithReason(call: GrantedCall): WireAnswer {
  const { refusal = '', text = '', invoice } = call.params;
  if (refusal !== '01' && refusal !== '02') refuse(REJECT - 1, '취소거부 사유코드가 올바르지 않습니다.');
  const claim = requireRejectable(call);
  const isShipped = refusal === '02' || invoice !== 'null';
  const parcel = isShipped ? readShipment(call, claim) : undefined;
  strikeAction(call, -1);
  if (parcel === undefined) reject(call.shop, claim, { code: refusal, text }, call.now);
  else leave(call, claim, parcel, refusal, text);
  return done('정상적으로 취소거부 처리되었습니다.');
}

function requireRejectable(call: GrantedCall): Claim {
  const claim = claimOf(call, 'cancel', REJECT);
  requireState(claim, ['requested'], REJECT - 4);
  if (claim.line.order.isGlobal) refuse(REJECT - 9, '해외배송 상품은 취소거부할 수 없습니다.');
  return claim;
}

function readShipment(call: GrantedCall, { line }: Claim): Omit<Parcel, 'quantity'> {
  const { method = '', courier = '', invoice = '', sentOn = '' } = call.params;
  if (parseDay(sentOn) === undefined) refuse(REJECT - 8, '발송일자 형식이 올바르지 않습니다.');
  // 11 digits and more are taken; the text of this code speaks of "10 digits or fewer" (sheet §3.6).
  if (method === '01' && invoice.length <= LONGEST_SHORT_INVOICE)
    refuse(REJECT - 5, '송장번호가 10자리 이하입니다.');
  return readParcel(call, line.order.ordNo, { method, courier, invoice }, REJECT_CODES);
}

function leave(
  { shop, now }: GrantedCall,
  claim: Claim,
  parcel: Omit<Parcel, 'quantity'>,
  code: string,
  text: string,
): void {
  const { line } = claim;
  line.invoicesRegistered += 1;
  reject(shop, claim, { code, text }, now);
  ship(shop, line, [{ ...parcel, quantity: leftOf(line) }], now);
}
