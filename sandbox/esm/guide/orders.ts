import type { WireAnswer } from '../../frame/marketplace.ts';
import { type Courier, courierOfGuide, fitsCourier } from '../couriers.ts';
import { ship } from '../orders/fulfilment.ts';
import {
  type Cart,
  guideNumberOf,
  ORDER_STATUS,
  type Order,
  openClaimOf,
  standingClaimOf,
} from '../orders/order.ts';
import { struckRows } from '../rows.ts';
import { parseDay } from '../time.ts';
import { refuse, success } from './answers.ts';
import { bodyOf, daysOf, type GuideCall, siteOf, textIn } from './call.ts';
import { GUIDE_STATUSES, orderJson, statusOf } from './order-json.ts';

const MAX_PAGE = 100;

/** Orders of one site by the day of order or payment, page by page (guide §4.3.1). */
export function listOrders(call: GuideCall): WireAnswer {
  const { query, shop } = call;
  const site = siteOf(call) ?? refuse('INVALID_PARAMETER', 'siteType is missing');
  const span = daysOf(call);
  const dateOf = readDate(query.get('searchDateType') ?? 'ORD');
  const status = query.get('orderStatus') ?? '';
  if (status !== '' && !GUIDE_STATUSES.includes(status))
    refuse('INVALID_PARAMETER', `there is no orderStatus ${status}`);
  const pageNo = readCount(query, 'pageNo', 1, 1_000_000);
  const pageSize = readCount(query, 'pageSize', MAX_PAGE, MAX_PAGE);
  const found = shop.book.carts().filter((cart) => {
    const at = dateOf(cart);
    if (cart.site !== site || at === null || at < span.from || at >= span.to) return false;
    return status === '' || statusOf(cart) === status;
  });
  const rows = found.slice((pageNo - 1) * pageSize, pageNo * pageSize).map(orderJson);
  return success({
    pageNo,
    pageSize,
    totalCount: found.length,
    orders: struckRows(call, rows, { id: 'ordNo', status: 'orderStatus', unknown: 'CUSTOMS_HOLD' }),
  });
}

function readDate(type: string): (cart: Cart) => number | null {
  if (type === 'ORD') return ({ orderedAt }) => orderedAt;
  return type === 'PAY'
    ? ({ paidAt }) => paidAt
    : refuse('INVALID_PARAMETER', 'searchDateType must be ORD or PAY');
}

function readCount(query: URLSearchParams, name: string, fallback: number, max: number): number {
  const text = query.get(name) ?? String(fallback);
  const count = Number(text);
  return /^\d+$/.test(text) && count >= 1 && count <= max
    ? count
    : refuse('INVALID_PARAMETER', `${name} must be between 1 and ${max}`);
}

/** Sends every line of an order that no claim is about (guide §4.4.1). */
export function registerShipment(call: GuideCall): WireAnswer {
  const cart = cartOf(call);
  const { courier, invoice, shippedAt } = readParcel(call);
  if (cart.gift !== null && cart.gift.acceptedAt === null) refuse('INVALID_STATE', '선물 수락 전 주문입니다');
  const lines = cart.orders.filter((order) => standingClaimOf(order) === undefined && isUnsent(order));
  if (lines.length === 0) {
    const isSent = cart.orders.some(
      (order) => order.status >= ORDER_STATUS.shipping && openClaimOf(order) === undefined,
    );
    refuse(isSent ? 'ALREADY_PROCESSED' : 'INVALID_STATE', '발송처리할 수 있는 상태가 아닙니다');
  }
  for (const order of lines) ship(order, courier, invoice, shippedAt, call.now);
  return success();
}

const isUnsent = ({ status, distribution }: Order) =>
  distribution === 'NL' && (status === ORDER_STATUS.paid || status === ORDER_STATUS.preparing);

/** Corrects the parcel of an order on its way (guide §4.4.2). */
export function changeShipment(call: GuideCall): WireAnswer {
  const cart = cartOf(call);
  const { courier, invoice } = readParcel(call);
  const lines = cart.orders.filter(
    (order) => order.status === ORDER_STATUS.shipping && standingClaimOf(order) === undefined,
  );
  if (lines.length === 0) refuse('INVALID_STATE', '배송중인 주문만 수정할 수 있습니다');
  for (const order of lines) ship(order, courier, invoice, order.parcel?.shippedAt ?? call.now, call.now);
  return success();
}

function cartOf({ shop, params }: GuideCall): Cart {
  const ordNo = params.ordNo ?? '';
  const cart = shop.book.meantBy(ordNo)[0]?.cart;
  return cart !== undefined && guideNumberOf(cart) === ordNo
    ? cart
    : refuse('NOT_FOUND', '주문이 존재하지 않습니다');
}

/** The carrier and the invoice in a body, and the day of dispatch where one is named. */
export function readParcel(call: GuideCall): {
  readonly courier: Courier;
  readonly invoice: string;
  readonly shippedAt: number;
} {
  const body = bodyOf(call);
  const courier =
    courierOfGuide(textIn(body, 'deliveryCompanyCode')) ??
    refuse('INVALID_PARAMETER', 'deliveryCompanyCode is unknown');
  const invoice = textIn(body, 'trackingNumber');
  if (!fitsCourier(courier, invoice)) refuse('INVALID_PARAMETER', 'trackingNumber does not fit the company');
  const day = body.sendDate === undefined ? call.now : parseDay(textIn(body, 'sendDate'));
  return { courier, invoice, shippedAt: day ?? refuse('INVALID_PARAMETER', 'sendDate must be YYYY-MM-DD') };
}
