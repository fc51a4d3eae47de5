import { encode } from 'iconv-lite';
import type { WireAnswer } from '../../frame/marketplace.ts';
import type { GrantedCall } from '../gateway/call.ts';
import { readXmlBody } from '../gateway/xml-body.ts';
import { isUndisturbed } from '../orders/course.ts';
import { DAY_MS, endOfDay, parseDay } from '../time.ts';
import { done, refuse, strikeAction } from './refusal.ts';

const REASONS = new Set(['01', '02', '03', '04', '05']);
const MOST_DAYS = 30;

/** Tells the buyer that his goods leave later (sheet §3.5). Of the codes the sheet says only that -28303 means a wrong value. */
export function noteDelay(call: GrantedCall): WireAnswer {
  const { request, shop, now } = call;
  const body = readXmlBody(request, 'DeliveryDelayGuideRequest');
  const { ordNo = '', dlvNo = '', delaySendDt = '', delaySendRsnCd = '', delaySendRsn = '' } = body ?? {};
  if (ordNo === '' || dlvNo === '') refuse(-28301, '필수값이 없습니다.');
  const lines = shop.book.ofDelivery(dlvNo).filter(({ order }) => order.ordNo === ordNo);
  if (lines.length === 0) refuse(-28302, '해당 주문이 없습니다.');
  // Which of the two forms is right is unconfirmed (sheet §3.5); both are taken.
  const day = parseDay(delaySendDt.replaceAll('/', ''));
  if (day === undefined || day <= now) refuse(-28303, '발송예정일 값이 올바르지 않습니다.');
  if (!REASONS.has(delaySendRsnCd)) refuse(-28304, '발송지연 사유코드가 올바르지 않습니다.');
  const bytes = encode(delaySendRsn, 'cp949').length;
  if (bytes < 20 || bytes > 300) refuse(-28305, '발송지연 사유는 20~300byte로 입력해 주세요.');
  const waiting = lines.filter((line) => ['202', '301'].includes(line.stage) && isUndisturbed(line));
  if (waiting.length === 0) refuse(-28306, '발송지연 안내를 할 수 없는 주문상태입니다.');
  if (day > now + MOST_DAYS * DAY_MS) refuse(-28307, '발송예정일은 30일 이내로 입력해 주세요.');
  if (waiting.some(({ delayedTo }) => delayedTo !== null)) refuse(-28311, '이미 발송지연 안내된 주문입니다.');
  strikeAction(call, -1);
  for (const line of waiting) {
    line.delayedTo = endOfDay(day);
    shop.book.settle(line, now);
  }
  return done('정상적으로 처리되었습니다.');
}
