import type { WireAnswer } from '../../frame/marketplace.ts';
import { orderData, refuse, writeData } from '../gateway/answers.ts';
import type { GrantedCall } from '../gateway/call.ts';
import { daysIn, parseLocalDay, parseLocalMinute, type Span } from '../time.ts';
import { isAfterToken, pageAfter, readChoice, readCount, readSpan } from './query.ts';
import { isListedReceipt, type Receipt, type ReceiptStatus } from './receipt.ts';
import { receiptView } from './receipt-json.ts';
import { rowsJson } from './row-faults.ts';

const MAX_DAYS = 31;
const MAX_PER_PAGE = 50;
const NOT_FOR_MINUTES = ['nextToken', 'maxPerPage', 'orderId'];

const LIST_STATUSES = ['RU', 'UC', 'CC', 'PR'] as const;
type ListStatus = (typeof LIST_STATUSES)[number];

/** Which receipts each list status shows; a stop that waits shows under RU and UC (sheet §3.4). */
const SHOWN: Readonly<Record<ListStatus, readonly ReceiptStatus[]>> = {
  RU: ['RELEASE_STOP_UNCHECKED'],
  UC: ['RELEASE_STOP_UNCHECKED', 'RETURNS_UNCHECKED', 'VENDOR_WAREHOUSE_CONFIRM'],
  CC: ['RETURNS_COMPLETED'],
  PR: ['REQUEST_COUPANG_CHECK'],
};

const idOf = ({ receiptId }: Receipt) => receiptId;
const GONE = '유효하지 않은 접수번호 입니다.';

/** Lists receipts by the time of their filing (sheet §3.4); withdrawn ones are gone from it. */
export function listReturnRequests(call: GrantedCall): WireAnswer {
  const { query, shop } = call;
  const isByMinute = readChoice(query, 'searchType', ['timeFrame']) !== undefined;
  const span = readSpan(query, 'createdAtFrom', 'createdAtTo', isByMinute ? parseLocalMinute : parseLocalDay);
  if (daysIn(span) > MAX_DAYS) refuse('endTime-startTime range should less than31.');
  const refused = isByMinute ? NOT_FOR_MINUTES.find((name) => query.has(name)) : undefined;
  if (refused !== undefined) refuse(`${refused} is not allowed when searchType is timeFrame`);
  const rows = receiptsAsked(call, span, isByMinute);
  const { page, nextToken } = isByMinute
    ? { page: rows, nextToken: '' }
    : pageAfter(
        rows,
        isAfterToken(query, shop.claims.receipts, idOf),
        idOf,
        readCount(query, 'maxPerPage', MAX_PER_PAGE, MAX_PER_PAGE),
      );
  return orderData(rowsJson(call, page.map(receiptView), 'receiptStatus'), nextToken);
}

function receiptsAsked({ query, shop }: GrantedCall, span: Span, isByMinute: boolean): readonly Receipt[] {
  const status = readChoice(query, 'status', LIST_STATUSES);
  const orderId = query.get('orderId') || undefined;
  const cancelType = readChoice(query, 'cancelType', ['RETURN', 'CANCEL']) ?? 'RETURN';
  if (cancelType === 'CANCEL') {
    if (status !== undefined || orderId !== undefined)
      refuse('status and orderId are not allowed when cancelType is CANCEL');
    if (!isByMinute && shop.claimRules.cancelsByMinuteOnly) refuse('orderId or status is required');
  } else if (status === undefined && orderId === undefined) refuse('orderId or status is required');
  return shop.claims.receipts
    .filed(span.from, span.to)
    .filter(
      (receipt) =>
        isListedReceipt(receipt) &&
        receipt.receiptType === cancelType &&
        (orderId === undefined || receipt.orderId === orderId) &&
        (status === undefined || SHOWN[status].includes(receipt.status)),
    );
}

/** One receipt, as a list of one; there is no such read for cancels (sheet §3.4). */
export function readReturnRequest({ params, shop }: GrantedCall): WireAnswer {
  const receipt = shop.claims.receipts.get(params.receiptId ?? '') ?? refuse(GONE);
  if (!isListedReceipt(receipt)) refuse(GONE);
  if (receipt.receiptType === 'CANCEL') refuse('취소 접수건은 조회할 수 없습니다.');
  return writeData([receiptView(receipt)]);
}
