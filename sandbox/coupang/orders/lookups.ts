import type { WireAnswer } from '../../frame/marketplace.ts';
import { orderData, refuse } from '../gateway/answers.ts';
import type { GrantedCall } from '../gateway/call.ts';
import { belongsElsewhere } from '../market.ts';
import { type Box, isGone } from './box.ts';
import { historyView } from './box-json.ts';
import { rowJson } from './feed-faults.ts';

const GONE = '해당 주문이 취소 또는 반품 되었습니다.';
const UNKNOWN_NUMBER = '유효하지 않은 주문번호 입니다.';
const ANOTHER_SELLERS = '다른 판매자의 주문을 조회할 수 없습니다.';

/** One box. */
export function readBox(call: GrantedCall): WireAnswer {
  return orderData(rowJson(call, boxAsked(call)));
}

/** Every box of one order, whatever its status, except those fully cancelled or returned. */
export function readOrder(call: GrantedCall): WireAnswer {
  const orderId = call.params.orderId ?? '';
  const boxes = call.shop.boxes.ofOrder(orderId);
  if (boxes.length === 0) refuseUnknown(call, orderId);
  const [first, ...rest] = boxes.filter((box) => !isGone(box));
  if (first === undefined) refuse(GONE);
  return orderData(`[${[first, ...rest].map((box) => rowJson(call, box)).join(',')}]`);
}

/** The statuses a box has been through. */
export function readHistory(call: GrantedCall): WireAnswer {
  return orderData(JSON.stringify(historyView(boxAsked(call))));
}

function boxAsked(call: GrantedCall): Box {
  const shipmentBoxId = call.params.shipmentBoxId ?? '';
  const box = call.shop.boxes.get(shipmentBoxId) ?? refuseUnknown(call, shipmentBoxId);
  return isGone(box) ? refuse(GONE) : box;
}

function refuseUnknown({ market, shop }: GrantedCall, id: string): never {
  return refuse(belongsElsewhere(market, shop, id) ? ANOTHER_SELLERS : UNKNOWN_NUMBER);
}
