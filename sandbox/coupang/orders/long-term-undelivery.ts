import { digitsOf } from '../../frame/json.ts';
import type { WireAnswer } from '../../frame/marketplace.ts';
import { refuse, writeData } from '../gateway/answers.ts';
import type { GrantedCall } from '../gateway/call.ts';
import { inStatus, STATUS_NAMES } from './box.ts';
import { readBody } from './write-body.ts';

const LONG_MS = 30 * 24 * 3_600_000;

/** Declares a box delivered whose courier has not reported a delivery for 30 days after the invoice (sheet §3.2). */
export function completeLongTermUndelivery(call: GrantedCall): WireAnswer {
  const { shop, frame } = call;
  const body = readBody(call);
  const box = shop.boxes.get(digitsOf(body.shipmentBoxId) ?? '') ?? refuse('유효하지 않은 주문번호 입니다.');
  const uploadedAt = Math.max(...box.items.map(({ invoiceUploadedAt }) => invoiceUploadedAt ?? Number.NaN));
  const isOnItsWay = box.status === 'DEPARTURE' || box.status === 'DELIVERING';
  const isLong = frame.now() - uploadedAt > LONG_MS;
  if (!isOnItsWay || !isLong || body.invoiceNumber !== box.invoice?.number) {
    refuse(`배송완료 처리 실패. 배송상태: ${STATUS_NAMES[box.status]}`);
  }
  shop.boxes.put(inStatus(box, 'FINAL_DELIVERY', frame.now()));
  return writeData(true);
}
