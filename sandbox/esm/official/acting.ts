import type { WireAnswer } from '../../frame/marketplace.ts';
import { isVoid } from '../claims/claim.ts';
import { reject } from '../claims/claiming.ts';
import { type Courier, courierOf, fitsCourier } from '../couriers.ts';
import { confirm, deliver, ship } from '../orders/fulfilment.ts';
import { ORDER_STATUS, type Order, openClaimOf, standingClaimOf } from '../orders/order.ts';
import { DAY_MS, endOfDay, formatDay, parseDay } from '../time.ts';
import { refuse, refuseValue, success } from './answers.ts';
import { type OfficialCall, orderToShip } from './call.ts';
import { asNumber, isUnaccepted } from './order-row.ts';

const OWN_NUMBER_BYTES = 30;
const SHIPPED_WITHIN_DAYS = 2;
const DELAY_MAX_DAYS = 90;

/** `OrderCheck`: the seller takes an order on. */
export function checkOrder(call: OfficialCall): WireAnswer {
  const order = orderToShip(call, call.params.orderNo);
  refuseLongNumbers(call);
  refuseWarehouse(order);
  if (order.status === ORDER_STATUS.waiting) refuse('입금대기 상태의 주문입니다.');
  if (standingClaimOf(order) !== undefined) refuse('취소된 주문이거나 클레임이 진행 중인 주문입니다.');
  if (isUnaccepted(order.cart)) refuse('선물 수락 전 주문은 주문확인할 수 없습니다.');
  if (order.status !== ORDER_STATUS.paid) refuse('이미 주문확인 처리된 건입니다.');
  confirm(order, call.now);
  const { addressChanged } = order.cart;
  order.cart.addressChanged = false;
  return success({ IsChanged: addressChanged ? 1 : 0 });
}

/** `ShippingExpectedDate`: the seller names a later day of dispatch. */
export function delayOrder(call: OfficialCall): WireAnswer {
  const { body, now } = call;
  const order = orderToShip(call, body.id('OrderNo'));
  const reason = body.whole('ReasonType');
  if (reason === undefined || reason < 1 || reason > 3) refuseValue('ReasonType 값이 올바르지 않습니다.');
  const day = parseDay(body.text('ShippingExpectedDate') ?? '') ?? refuse('발송예정일이 올바르지 않습니다.');
  const today = parseDay(formatDay(now)) ?? now;
  if (day <= today || day > today + DELAY_MAX_DAYS * DAY_MS)
    refuse(`발송예정일은 내일부터 ${DELAY_MAX_DAYS}일 이내로 입력해 주세요.`);
  if (standingClaimOf(order) !== undefined) refuse('클레임이 진행 중인 주문입니다.');
  if (order.status !== ORDER_STATUS.paid && order.status !== ORDER_STATUS.preparing)
    refuse('이미 발송된 주문입니다.');
  order.expectedAt = endOfDay(day, 0);
  return success({ OrderNo: asNumber(order.orderNo) });
}

/** `ShippingInfo`: sends an order, rejects its cancel by sending it, or overwrites what was sent (sheet §3.5). */
export function shipOrder(call: OfficialCall): WireAnswer {
  const { body, now } = call;
  const order = orderToShip(call, body.id('OrderNo'));
  refuseLongNumbers(call);
  refuseWarehouse(order);
  const { courier, invoice } = readParcel(call);
  const shippedAt = body.moment('ShippingDate') ?? refuse('발송일이 올바르지 않습니다.');
  if (Math.abs(shippedAt - now) > SHIPPED_WITHIN_DAYS * DAY_MS)
    refuse(`발송일은 ${SHIPPED_WITHIN_DAYS}일 이내로 입력해 주세요.`);
  refuseUnshippable(call, order);
  const cancel = openClaimOf(order);
  if (cancel !== undefined) reject(order, cancel, '발송처리로 인한 취소 철회', now);
  ship(order, courier, invoice, shippedAt, now);
  return success({ OrderNo: asNumber(order.orderNo) });
}

function refuseUnshippable({ shop, now }: OfficialCall, order: Order): void {
  if (order.status <= ORDER_STATUS.paid) refuse('주문확인 후 발송처리할 수 있습니다.');
  if (order.status >= ORDER_STATUS.delivered) refuse('이미 배송완료된 주문입니다.');
  const claim = order.claims.findLast((known) => !isVoid(known));
  if (claim?.kind === 'cancel' && claim.state !== 'requested')
    refuse('취소철회에 실패하였습니다. 이미 환불된 주문입니다.');
  if (claim !== undefined && claim.kind !== 'cancel') refuse('반품/교환이 진행 중인 주문입니다.');
  const isSettling =
    order.status === ORDER_STATUS.preparing && now < (order.confirmedAt ?? 0) + shop.lags.confirmMs;
  if (isSettling) refuse('주문확인 처리가 진행중입니다. 잠시 후 다시 시도해 주세요.');
}

function readParcel({ body }: OfficialCall): { readonly courier: Courier; readonly invoice: string } {
  const courier = courierOf(body.text('DeliveryCompanyCode')) ?? refuse('지원하지 않는 택배사입니다.');
  const invoice = body.text('InvoiceNo') ?? '';
  if (!fitsCourier(courier, invoice)) refuse('송장번호 형식이 올바르지 않습니다.');
  return { courier, invoice };
}

/** `AddShippingCompleteInfo`: the seller says that a parcel nobody can follow has arrived. */
export function completeDelivery(call: OfficialCall): WireAnswer {
  const order = orderToShip(call, call.params.orderNo);
  if (order.status !== ORDER_STATUS.shipping || openClaimOf(order) !== undefined)
    refuse('배송중 상태의 주문만 배송완료 처리할 수 있습니다.');
  if (order.parcel?.courier.untracked !== true)
    refuse('배송추적이 가능한 택배사는 배송완료 처리할 수 없습니다.');
  deliver(order, call.now);
  return success({ OrderNo: asNumber(order.orderNo) });
}

function refuseLongNumbers({ body }: OfficialCall): void {
  for (const name of ['SellerOrderNo', 'SellerItemNo']) {
    if (Buffer.byteLength(body.text(name) ?? '') > OWN_NUMBER_BYTES)
      refuseValue(`${name}는 ${OWN_NUMBER_BYTES}byte를 초과할 수 없습니다.`);
  }
}

function refuseWarehouse({ distribution }: Order): void {
  if (distribution !== 'NL') refuse('스타배송(3PL) 주문은 처리할 수 없습니다.');
}
