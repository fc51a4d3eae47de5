import type { WireAnswer } from '../../frame/marketplace.ts';
import { CallRefused, type GrantedCall } from '../gateway/call.ts';
import { type Fields, ordersNote } from '../gateway/xml.ts';
import { deadlineOf, type OrderLine, type Stage } from '../orders/line.ts';
import { endOfDay, startOfDay } from '../time.ts';
import {
  decidedRow,
  deliveredRow,
  fullRow,
  orderRow,
  shippingRow,
  statusAddressRow,
  statusRow,
} from './order-rows.ts';
import { lineRow, NO_CASES, NO_ORDERS, rowOf, rowsAnswer } from './rows.ts';
import { isWithin, readWindow, WINDOW_RULES, type WindowRule } from './windows.ts';

const MOST_NUMBERS = 100;

const oldestFirst = (lines: Iterable<OrderLine>) =>
  [...lines].sort((a, b) => a.since - b.since || a.order.ordNo.localeCompare(b.order.ordNo) || a.seq - b.seq);

// The guide does not say which moment a window means; here it is the one at which the line came into its state (sheet §2).
const listOf =
  (rule: WindowRule, stage: Stage, row: (line: OrderLine) => Fields) =>
  (call: GrantedCall): WireAnswer => {
    const span = readWindow(call, rule);
    const lines = [...call.shop.book.inStatus(stage)].filter(({ since }) => isWithin(span, since));
    return rowsAnswer(
      call,
      oldestFirst(lines).map((line) => lineRow(line, row)),
      NO_ORDERS,
    );
  };

/** The lists of order lines by state (sheet §3.4). */
export const listPaid = listOf(WINDOW_RULES.complete, '202', fullRow);
export const listConfirmed = listOf(WINDOW_RULES.packaging, '301', fullRow);
export const listShipping = listOf(WINDOW_RULES.shipping, '401', shippingRow);
export const listDelivered = listOf(WINDOW_RULES.shipping, '501', deliveredRow);
export const listDecided = listOf(WINDOW_RULES.completed, '901', decidedRow);
export const listUnpaid = listOf(WINDOW_RULES.standby, '102', fullRow);
export const listGifts = listOf(WINDOW_RULES.standby, '200', fullRow);
export const listReserved = listOf(WINDOW_RULES.standby, '201', fullRow);

const dueList =
  (stage: Stage, isMeant: (deadline: number, now: number) => boolean) =>
  (call: GrantedCall): WireAnswer => {
    const lines = [...call.shop.book.inStatus(stage)].filter((line) => isMeant(deadlineOf(line), call.now));
    return rowsAnswer(
      call,
      oldestFirst(lines).map((line) => lineRow(line, fullRow)),
      NO_ORDERS,
    );
  };

const isDueToday = (deadline: number, now: number) =>
  deadline >= startOfDay(now) && deadline <= endOfDay(now);
const isOverdue = (deadline: number, now: number) => deadline < startOfDay(now);

/** What has to leave today, and what should have left before (sheet §3.4). */
export const listPaidDueToday = dueList('202', isDueToday);
export const listConfirmedDueToday = dueList('301', isDueToday);
export const listPaidOverdue = dueList('202', isOverdue);
export const listConfirmedOverdue = dueList('301', isOverdue);

/** One order with all its lines, whatever became of them. */
export function readOrder(call: GrantedCall): WireAnswer {
  const order = call.shop.book.get(call.params.ordNo ?? '');
  return rowsAnswer(
    call,
    (order?.lines ?? []).map((line) => lineRow(line, orderRow)),
    NO_CASES,
  );
}

const lookUp =
  (row: (line: OrderLine, sellerId: string) => Fields) =>
  (call: GrantedCall): WireAnswer => {
    const { book, sellerId } = call.shop;
    const numbers = (call.params.ordNos ?? '').split(',');
    if (numbers.length > MOST_NUMBERS)
      throw new CallRefused(ordersNote(-28003, `주문번호는 ${MOST_NUMBERS}개까지 조회할 수 있습니다.`));
    const rows = numbers.flatMap((ordNo) =>
      (book.get(ordNo)?.lines ?? []).map((line) => rowOf(line, (one) => row(one, sellerId))),
    );
    return rowsAnswer(call, rows, NO_CASES);
  };

/** Status by number, of up to 100 orders in one call. */
export const readStatuses = lookUp(statusRow);
export const readStatusesWithAddress = lookUp(statusAddressRow);
