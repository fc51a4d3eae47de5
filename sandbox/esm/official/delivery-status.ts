import type { JsonObject } from '../../frame/json.ts';
import type { WireAnswer } from '../../frame/marketplace.ts';
import type { Claim } from '../claims/claim.ts';
import { type Order, standingClaimOf } from '../orders/order.ts';
import { struckRows } from '../rows.ts';
import { formatLocal } from '../time.ts';
import { Refusal, refuse, success } from './answers.ts';
import { type OfficialCall, orderToShip } from './call.ts';
import { asNumber, yesNo } from './order-row.ts';
import { daysIn, holds, readWindow } from './window.ts';

const MAX_DAYS = 7;
/** The sheet does not tell the size of a page. */
const PAGE_SIZE = 100;
const NO_DATA = 1100;

/** What an order is called when a claim or a report speaks for it (sheet §4.1). */
const UNDER = { cancel: 6, return: 7, exchange: 8, nonReceipt: 9, refundAfterRemittance: 10 } as const;

const completionOf = (kind: Claim['kind']) => (order: Order) => {
  const claim = standingClaimOf(order);
  if (claim?.kind !== kind) return null;
  return kind === 'cancel' ? claim.completedAt : claim.approvedAt;
};

/** The moment by which `SearchDateConditionType` searches. */
const DATES: Readonly<Record<number, (order: Order) => number | null>> = {
  1: ({ cart }) => cart.paidAt,
  2: ({ confirmedAt }) => confirmedAt,
  3: ({ sentAt }) => sentAt,
  4: ({ deliveredAt }) => deliveredAt,
  5: ({ decidedAt }) => decidedAt,
  6: ({ remittedAt }) => remittedAt,
  7: completionOf('return'),
  8: completionOf('exchange'),
  9: completionOf('cancel'),
};

/** `GetDeliveryStatus`: where orders have come to, claimed ones too (sheet §3.4). */
export function getDeliveryStatus(call: OfficialCall): WireAnswer {
  const found = foundOrders(call);
  const page = call.body.whole('Page') ?? 1;
  if (page < 1) refuse('Page는 1 이상이어야 합니다.');
  const rows = found.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE).map(statusRow);
  if (rows.length === 0) throw new Refusal(NO_DATA, '조회된 데이터가 없습니다.');
  return success(struckRows(call, rows, { id: 'OrderNo', status: 'Status', unknown: 77 }));
}

function foundOrders({ body, shop, sites }: OfficialCall): readonly Order[] {
  const orderNo = body.id('OrderNo');
  if (orderNo !== undefined) {
    const order = shop.book.order(orderNo);
    return order !== undefined && sites.includes(order.cart.site) ? [order] : [];
  }
  const dateOf =
    DATES[body.whole('SearchDateConditionType') ?? 0] ?? refuse('조회일자 구분값이 올바르지 않습니다.');
  const window = readWindow(body, 'FromDate', 'ToDate') ?? refuse('조회기간이 올바르지 않습니다.');
  if (daysIn(window) > MAX_DAYS) refuse(`조회기간은 최대 ${MAX_DAYS}일까지 가능합니다.`);
  return shop.book
    .orders()
    .filter((order) => sites.includes(order.cart.site) && holds(window, dateOf(order)));
}

function statusRow(order: Order): JsonObject {
  const claim = standingClaimOf(order);
  const changedAt = Math.max(order.changedAt, ...order.claims.map((known) => known.changedAt));
  return {
    OrderNo: asNumber(order.orderNo),
    ...(claim === undefined ? ownStatus(order) : claimStatus(claim)),
    StatusChangeDate: formatLocal(changedAt),
    IsGiftOrder: yesNo(order.cart.gift !== null),
  };
}

function ownStatus({ nonReceipt, status }: Order): JsonObject {
  if (nonReceipt !== null && nonReceipt.solvedAt === null)
    return { Status: UNDER.nonReceipt, ClaimStatus: 0 };
  return { Status: status, ClaimStatus: 0 };
}

function claimStatus(claim: Claim): JsonObject {
  if (claim.afterRemittance) return { Status: UNDER.refundAfterRemittance, ClaimStatus: 3 };
  const Status = UNDER[claim.kind];
  switch (claim.state) {
    case 'requested':
      return { Status, ClaimStatus: 1 };
    case 'approved':
    case 'collected':
      return { Status, ClaimStatus: 2 };
    case 'reshipped':
      return { Status, ClaimStatus: 3 };
    default:
      return { Status, ClaimStatus: claim.kind === 'exchange' ? 4 : 3 };
  }
}

/** `Progress`: what happened to an order, step by step. */
export function progress(call: OfficialCall): WireAnswer {
  const order = orderToShip(call, call.body.id('OrderNo'));
  const { cart, parcel } = order;
  const steps: readonly (readonly [string, number | null])[] = [
    ['결제완료', cart.paidAt],
    ['주문확인', order.confirmedAt],
    ['발송처리', order.sentAt],
    ['배송완료', order.deliveredAt],
    ['구매결정', order.decidedAt],
  ];
  return success(
    steps.flatMap(([EscrowType, at]) =>
      at === null
        ? []
        : [
            {
              EscrowType,
              EscrowDt: formatLocal(at),
              TrackingUrl: parcel === null ? '' : `https://tracking.example.com/${parcel.invoice}`,
            },
          ],
    ),
  );
}
