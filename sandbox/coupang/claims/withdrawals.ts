import { digitsOf, rawNumber } from '../../frame/json.ts';
import type { WireAnswer } from '../../frame/marketplace.ts';
import { refuse, withdrawalPage, writeData } from '../gateway/answers.ts';
import type { GrantedCall } from '../gateway/call.ts';
import { readBody } from '../orders/write-body.ts';
import { daysIn, formatLocal, parseLocalDay } from '../time.ts';
import { readCount, readSpan } from './query.ts';
import { isListedReceipt, type Receipt } from './receipt.ts';
import { rowsJson } from './row-faults.ts';

const MAX_DAYS = 7;
const DEFAULT_PER_PAGE = 10;
const MAX_PER_PAGE = 100;
const MAX_IDS = 50;

/** Lists the receipts that were withdrawn on some days (sheet §3.4). */
export function listWithdrawals(call: GrantedCall): WireAnswer {
  const { query, shop } = call;
  const span = readSpan(query, 'dateFrom', 'dateTo', parseLocalDay);
  if (daysIn(span) > MAX_DAYS) refuse(`dateFrom, dateTo range should be less than ${MAX_DAYS} days.`);
  const size = readCount(query, 'sizePerPage', DEFAULT_PER_PAGE, MAX_PER_PAGE);
  const page = readCount(query, 'pageIndex', 1, Number.MAX_SAFE_INTEGER);
  const rows = shop.claims.receipts
    .all()
    .filter((receipt) => isWithdrawn(receipt))
    .filter(({ endedAt }) => endedAt !== null && endedAt >= span.from && endedAt < span.to);
  const views = rows.slice((page - 1) * size, page * size).map((row) => withdrawalView(row, shop.vendorId));
  const nextPageIndex = page * size < rows.length ? String(page + 1) : '';
  return withdrawalPage(rowsJson(call, views, 'refundDeliveryDuty'), nextPageIndex);
}

/** Which of these receipts were withdrawn (sheet §3.4). */
export function findWithdrawals(call: GrantedCall): WireAnswer {
  const { shop } = call;
  const { cancelIds } = readBody(call);
  if (!Array.isArray(cancelIds) || cancelIds.length === 0) refuse('cancelIds is required');
  if (cancelIds.length > MAX_IDS) refuse(`cancelIds must not be more than ${MAX_IDS}`);
  const ids = cancelIds.map((id) => digitsOf(id) ?? refuse('cancelIds must be numbers'));
  const rows = ids.flatMap((id) => shop.claims.receipts.get(id) ?? []).filter(isWithdrawn);
  return writeData(rows.map((row) => withdrawalView(row, shop.vendorId)));
}

// A refusal, which only the guide's edition knows, looks here as if the buyer had been talked out of it.
function isWithdrawn(receipt: Receipt): boolean {
  return !isListedReceipt(receipt);
}

function withdrawalView(receipt: Receipt, vendorId: string): Record<string, unknown> {
  return {
    cancelId: rawNumber(receipt.receiptId),
    orderId: rawNumber(receipt.orderId),
    vendorId,
    refundDeliveryDuty: DUTY[receipt.reason.fault],
    createdAt: formatLocal(receipt.endedAt ?? receipt.modifiedAt),
    vendorItemIds: receipt.items.map(({ option }) => rawNumber(option.vendorItemId)),
  };
}

const DUTY = { CUSTOMER: 'CUS', VENDOR: 'COM', COUPANG: 'COU', WMS: 'COU', GENERAL: 'COU' } as const;
