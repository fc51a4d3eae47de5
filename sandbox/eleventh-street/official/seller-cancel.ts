import type { WireAnswer } from '../../frame/marketplace.ts';
import { openClaim, penalize, refund } from '../claims/course.ts';
import { SELLER_CANCEL_REASONS } from '../claims/reasons.ts';
import type { GrantedCall } from '../gateway/call.ts';
import { leftOf, openClaimOf } from '../orders/line.ts';
import { done, refuse, strikeAction } from './refusal.ts';

/** The seller cannot sell after all: the line is refunded at once, and a fault of his costs a credit point (sheet §3.5). */
export function cancelBySeller(call: GrantedCall): WireAnswer {
  const { params, shop, now } = call;
  const line = shop.book.line(params.ordNo ?? '', params.ordPrdSeq ?? '');
  if (line === undefined) refuse(-21002, '해당 주문이 없습니다.');
  const reason = SELLER_CANCEL_REASONS.get(params.reason ?? '');
  if (reason === undefined) refuse(-21003, '판매불가 사유코드가 올바르지 않습니다.');
  if (openClaimOf(line) !== undefined || leftOf(line) === 0)
    refuse(-21005, '이미 취소되었거나 클레임 진행중인 주문입니다.');
  if (!['201', '202', '301'].includes(line.stage)) refuse(-21004, '판매불가 처리할 수 없는 주문상태입니다.');
  strikeAction(call, -1);
  const text = params.text ?? '';
  const claim = openClaim(
    shop,
    line,
    { kind: 'cancel', quantity: leftOf(line), reason, text, by: 'seller' },
    now,
  );
  refund(shop, claim, now);
  if (reason.fault === 'seller') penalize(shop, line, 1);
  return done('정상적으로 판매불가 처리되었습니다.');
}
