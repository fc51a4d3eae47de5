import type { WireAnswer } from '../../frame/marketplace.ts';
import { courierOf, fitsCourier } from '../couriers.ts';
import { ship } from '../orders/fulfilment.ts';
import type { Order } from '../orders/order.ts';
import { struckRows } from '../rows.ts';
import { json, Refusal, refuse, success } from './answers.ts';
import { type OfficialCall, orderToShip } from './call.ts';
import { asNumber, localOrNull } from './order-row.ts';
import { daysIn, holds, readWindow } from './window.ts';

const MAX_DAYS = 30;
const NO_DATA = 1100;
const COMMENT_LENGTH = 125;
const BY_ORDER_NUMBER = 1;

/** `ClaimList`: what buyers say never arrived. */
export function listNonReceipts(call: OfficialCall): WireAnswer {
  const { body, sites, shop } = call;
  const isWanted = body.whole('SearchType') === BY_ORDER_NUMBER ? ofNumber(call) : within(call);
  const rows = shop.book.orders().flatMap((order) => {
    const { nonReceipt, orderNo, cart } = order;
    if (nonReceipt === null || !sites.includes(cart.site) || !isWanted(order)) return [];
    return [
      {
        OrderNo: asNumber(orderNo),
        ClaimDate: localOrNull(nonReceipt.reportedAt),
        ClaimReason: nonReceipt.reason,
        ClaimDetailReason: nonReceipt.detail,
        ClaimSolveDate: localOrNull(nonReceipt.solvedAt),
      },
    ];
  });
  if (rows.length === 0) throw new Refusal(NO_DATA, '조회된 데이터가 없습니다.');
  const Data = struckRows(call, rows, { id: 'OrderNo', status: 'ClaimReason', unknown: 77 });
  return json(200, { ResultCode: 0, Message: 'Success', TotalCount: rows.length, Data });
}

function ofNumber({ body }: OfficialCall): (order: Order) => boolean {
  const orderNo = body.id('OrderNo') ?? refuse('주문번호를 입력해 주세요.');
  return (order) => order.orderNo === orderNo;
}

function within({ body }: OfficialCall): (order: Order) => boolean {
  const window = readWindow(body, 'StartDate', 'EndDate') ?? refuse('조회기간이 올바르지 않습니다.');
  if (daysIn(window) > MAX_DAYS) refuse(`조회기간은 최대 ${MAX_DAYS}일까지 가능합니다.`);
  return ({ nonReceipt }) => holds(window, nonReceipt?.reportedAt ?? null);
}

/** `ClaimRelease`: the seller answers with a corrected invoice (1) or a message (2). */
export function releaseNonReceipt(call: OfficialCall): WireAnswer {
  const { body, now } = call;
  const order = orderToShip(call, body.id('OrderNo'));
  const report = order.nonReceipt;
  if (report === null || report.solvedAt !== null) return refuse('미수령신고 내역이 없습니다.');
  switch (body.whole('ClaimCancelType')) {
    case 1: {
      const courier = courierOf(body.text('DeliveryCompCode')) ?? refuse('지원하지 않는 택배사입니다.');
      const invoice = body.text('InvoiceNo') ?? '';
      if (!fitsCourier(courier, invoice)) refuse('송장번호 형식이 올바르지 않습니다.');
      ship(order, courier, invoice, order.parcel?.shippedAt ?? now, now);
      break;
    }
    case 2: {
      const comment = body.text('CancelComment') ?? '';
      if (comment === '' || comment.length > COMMENT_LENGTH)
        refuse(`철회 메시지는 ${COMMENT_LENGTH}자 이내로 입력해 주세요.`);
      break;
    }
    default:
      refuse('ClaimCancelType 값이 올바르지 않습니다.');
  }
  report.solvedAt = now;
  order.changedAt = now;
  return success(null);
}
