import type { WireAnswer } from '../../frame/marketplace.ts';
import type { ClaimState } from '../claims/claim.ts';
import { reject, sendReplacement } from '../claims/course.ts';
import { REJECT_REASONS } from '../claims/reasons.ts';
import type { GrantedCall } from '../gateway/call.ts';
import { claimOf, requireState } from './claim-lookup.ts';
import { type InvoiceCodes, readParcel } from './invoice-rules.ts';
import { done, refuse, strikeAction } from './refusal.ts';

const APPROVE = -26_000;
const REJECT = -27_000;
const APPROVE_CODES: InvoiceCodes = { method: -26_001, format: -26_006, courier: -26_005, taken: -26_006 };
const OPEN: readonly ClaimState[] = ['requested', 'approved', 'collected', 'on_hold'];

/** Accepts an exchange and sends the new goods in one call; without an invoice there is no accepting (sheet §3.8). */
export function approveExchange(call: GrantedCall): WireAnswer {
  const claim = claimOf(call, 'exchange', APPROVE);
  requireState(claim, OPEN, APPROVE - 4);
  const { courier = '', invoice = '' } = call.params;
  const { ordNo } = claim.line.order;
  const parcel = readParcel(call, ordNo, { method: '01', courier, invoice }, APPROVE_CODES);
  strikeAction(call, -1);
  sendReplacement(call.shop, claim, { ...parcel, quantity: claim.quantity }, call.now);
  return done('정상적으로 교환승인 처리되었습니다.');
}

/** Refuses an exchange. */
export function rejectExchange(call: GrantedCall): WireAnswer {
  const { reason = '', text = '' } = call.params;
  if (!REJECT_REASONS.exchange.has(reason)) refuse(REJECT - 1, '교환거부 사유코드가 올바르지 않습니다.');
  const claim = claimOf(call, 'exchange', REJECT);
  requireState(claim, OPEN, REJECT - 4);
  strikeAction(call, -1);
  reject(call.shop, claim, { code: reason, text }, call.now);
  return done('정상적으로 교환거부 처리되었습니다.');
}
