import type { WireAnswer } from '../../frame/marketplace.ts';
import type { GrantedCall } from '../gateway/call.ts';
import { resultOrder } from '../gateway/xml.ts';
import { deliver, isUndisturbed } from '../orders/course.ts';
import { refuse, strikeAction } from './refusal.ts';

/** The one action whose success is 1 (sheet §3.5). */
const FETCHED = 1;

/** The buyer has fetched his goods and shown his code: they count as delivered. */
export function endVisit(call: GrantedCall): WireAnswer {
  const { params, shop, now } = call;
  const lines = shop.book
    .ofDelivery(params.dlvNo ?? '')
    .filter(({ order, stage }) => order.ordNo === params.ordNo && stage === '301')
    .filter(isUndisturbed);
  const [first] = lines;
  if (first === undefined) refuse(-1, '해당 건이 없습니다.');
  if (first.order.visitCode === null) refuse(-1001, '방문수령 주문이 아닙니다.');
  if (first.order.visitCode !== params.code) refuse(-1002, '방문수령 인증번호가 올바르지 않습니다.');
  strikeAction(call, -1);
  for (const line of lines) deliver(shop, line, now);
  return resultOrder(FETCHED, '정상적으로 처리되었습니다.');
}
