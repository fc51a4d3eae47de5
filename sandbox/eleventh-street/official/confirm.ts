import type { WireAnswer } from '../../frame/marketplace.ts';
import type { GrantedCall } from '../gateway/call.ts';
import { confirm, confirmedWith, isUndisturbed, pay } from '../orders/course.ts';
import { leftOf, type OrderLine, openClaimOf, STATUS_NAMES } from '../orders/line.ts';
import { done, refuse, strikeAction } from './refusal.ts';

/** Confirms a line with everything of the same delivery and product (sheet §3.5). */
export function confirmLine(call: GrantedCall): WireAnswer {
  const { params, shop, now } = call;
  const line = shop.book.line(params.ordNo ?? '', params.ordPrdSeq ?? '');
  if (line === undefined || line.delivery.dlvNo !== params.dlvNo) refuse(-1, '해당 건이 없습니다.');
  requireConfirmable(line);
  strikeAction(call, -1);
  const lines = confirmedWith(shop, line).filter((one) => one.stage === '202' && isUndisturbed(one));
  for (const one of lines) {
    one.confirmsApplied += 1;
    confirm(shop, one, now);
  }
  return done(`전체 ${lines.length}건이 정상적으로 발주확인처리가 되었습니다.`);
}

function requireConfirmable(line: OrderLine): void {
  if (openClaimOf(line)?.kind === 'cancel') refuse(-3214, '취소 진행중인 주문입니다.');
  if (leftOf(line) === 0) refuse(-3211, '취소된 주문입니다.');
  if (line.order.isGlobal && line.stage === '202')
    refuse(-3210, '전세계배송 주문은 바코드를 먼저 등록해 주세요.');
  if (['301', '401', '501', '901'].includes(line.stage)) refuse(-3206, '이미 발주확인된 주문입니다.');
  if (line.stage !== '202') refuse(-1, `발주확인할 수 없는 주문입니다. [${STATUS_NAMES[line.stage]}]`);
}

/** Reserved goods have arrived: the order counts as paid from here on. */
export function confirmReserved({ params, shop, now }: GrantedCall): WireAnswer {
  const line = shop.book.line(params.ordNo ?? '', params.ordPrdSeq ?? '');
  if (line === undefined || line.stage !== '201') refuse(-1, '해당 건이 없습니다.');
  pay(shop, line.order, now);
  return done('정상적으로 처리되었습니다.');
}
