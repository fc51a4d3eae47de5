import { DELAYED_DISPATCH_REASONS } from '../orders/codes.ts';
import { delayDispatch } from '../orders/fulfilment.ts';
import type { ProductOrder } from '../orders/product-order.ts';
import { readCode, readDateTime, readObject, readText } from '../wire/body.ts';
import type { OperationCall, Reply } from '../wire/operation.ts';
import { badParameter } from '../wire/refusal.ts';
import { DAY_MS } from '../wire/time.ts';
import { settle, settledData } from './items.ts';

const LATEST_DAYS = 90;

/** `POST …/product-orders/{id}/delay`: moves the date a line must be sent by (sheet §3.4). */
export function delayLine(call: OperationCall): Reply {
  const { shop, now, pathId } = call;
  const body = readObject(call.body);
  const dueAt = readDateTime(body, 'dispatchDueDate');
  const reason = readCode(body, 'delayedDispatchReason', DELAYED_DISPATCH_REASONS);
  const detail = readText(body, 'dispatchDelayedDetailedReason');
  if (dueAt === undefined) throw badParameter('dispatchDueDate', 'NotNull');
  if (reason === undefined) throw badParameter('delayedDispatchReason', 'NotNull');

  const attempt = (line: ProductOrder) => {
    if (line.status !== 'PAYED') return '104442';
    // The sheet names no bounds; a date that has passed or lies months ahead is surely outside them.
    if (dueAt <= now || dueAt > now + LATEST_DAYS * DAY_MS) return '104105';
    return () => delayDispatch(shop.book, line, { dueAt, reason, detail }, now);
  };
  return { data: settledData(settle(call, [{ productOrderId: pathId, attempt }], ['9999', '104105'])) };
}
