import type { WireAnswer } from '../../frame/marketplace.ts';
import type { GrantedCall } from '../gateway/call.ts';
import { guideAnswer, refuseGuide } from '../gateway/guide-answers.ts';
import { type Courier, courierOfGuide, fitsCourier } from '../orders/couriers.ts';
import { ship } from '../orders/course.ts';
import { type DeliveryMethod, leftOf, type Order, openClaimOf, type Parcel } from '../orders/line.ts';
import { readBody, textOf } from './body.ts';
import { failItem } from './item-failure.ts';

const METHODS: Readonly<Record<string, DeliveryMethod>> = {
  '01': 'parcel',
  '02': 'direct',
  '03': 'quick',
  '04': 'none',
};

/** Ships everything of an order with one invoice (guide 3.4.1). There is no confirming before it in the guide. */
export function shipOrder(call: GrantedCall): WireAnswer {
  const order = orderOf(call);
  const body = readBody(call);
  const code = textOf(body, 'dlvMthdCd');
  const method = METHODS[code] ?? refuseGuide('INVALID_PARAMETER', `dlvMthdCd ${code}`);
  const lines = order.lines.filter((line) => leftOf(line) > 0);
  if (lines.length > 0 && lines.every(({ stage }) => ['401', '501', '901'].includes(stage)))
    refuseGuide('ALREADY_PROCESSED', '이미 발송처리된 주문입니다');
  const isReady = lines.every(
    (line) => openClaimOf(line) === undefined && ['202', '301'].includes(line.stage),
  );
  if (lines.length === 0 || !isReady) refuseGuide('INVALID_STATE', '발송처리할 수 없는 주문상태입니다');
  const carried =
    method === 'parcel'
      ? readInvoice(call, order)
      : { courierCode: null, invoice: textOf(body, 'trkNo') || null };
  failItem(call);
  for (const line of lines) {
    line.invoicesRegistered += 1;
    const parcel: Parcel = { method, ...carried, quantity: leftOf(line), sentAt: call.now };
    ship(call.shop, line, [parcel], call.now);
  }
  return guideAnswer();
}

/** Puts another invoice in the place of the one an order went out with (guide 3.4.2). */
export function changeInvoice(call: GrantedCall): WireAnswer {
  const { shop, now } = call;
  const order = orderOf(call);
  const lines = order.lines.filter(({ stage }) => stage === '401');
  if (lines.length === 0) refuseGuide('INVALID_STATE', '배송중인 주문이 아닙니다');
  const carried = readInvoice(call, order);
  failItem(call);
  for (const line of lines) {
    line.parcels = [{ method: 'parcel', ...carried, quantity: leftOf(line), sentAt: line.sentAt ?? now }];
    for (const parcel of line.parcels) shop.invoices.note(line, parcel);
    shop.book.settle(line, now);
  }
  return guideAnswer();
}

/** The courier and invoice of a body, which no other order may have used. */
export function readInvoice(call: GrantedCall, order: Order): { courierCode: string; invoice: string } {
  const body = readBody(call);
  const code = textOf(body, 'dlvCoCd');
  const courier: Courier = courierOfGuide(code) ?? refuseGuide('INVALID_PARAMETER', `dlvCoCd ${code}`);
  const invoice = textOf(body, 'trkNo');
  if (!fitsCourier(courier, invoice)) refuseGuide('INVALID_PARAMETER', `trkNo ${invoice}`);
  if (call.shop.invoices.isTaken(courier.code, invoice, order.ordNo))
    refuseGuide('DUPLICATE_TRACKING_NUMBER', '이미 사용된 송장번호입니다');
  return { courierCode: courier.code, invoice };
}

function orderOf({ params, shop }: GrantedCall): Order {
  return shop.book.get(params.ordNo ?? '') ?? refuseGuide('NOT_FOUND', '없는 주문입니다');
}
