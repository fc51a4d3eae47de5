import type { JsonObject } from '../../frame/json.ts';
import { orderStatusOf } from '../orders/guide-status.ts';
import type { ProductOrder } from '../orders/product-order.ts';
import type { OperationCall } from '../wire/operation.ts';
import { GUIDE_CODES, type GuideCode, invalidParameter } from './refusal.ts';

/** Guide 5.3 names 300 for pages; the writes take as many (envelopes, "Naver guide"). */
const IDS_MAX = 300;

/** What is to happen to a line, unless a code speaks against it. */
export type Attempt = (line: ProductOrder) => GuideCode | (() => void);

/** The lines a write names: 1 to 300, each once. */
export function idsIn(body: JsonObject): readonly string[] {
  const ids = body.productOrderIds;
  const isList = Array.isArray(ids) && ids.every((id) => typeof id === 'string');
  if (!isList || ids.length === 0 || ids.length > IDS_MAX || new Set(ids).size < ids.length) {
    throw invalidParameter('productOrderIds');
  }
  return ids;
}

/** Carries out a write line by line; HTTP 200 even if every one failed. */
export function settleLines(call: OperationCall, ids: readonly string[], attempt: Attempt): JsonObject {
  const done: string[] = [];
  const failed: JsonObject[] = [];
  const fail = (productOrderId: string, code: GuideCode) =>
    failed.push({ productOrderId, code, message: GUIDE_CODES[code].message });
  let isStruck = call.strike('item_failure') !== undefined;
  for (const id of ids) {
    const line = call.shop.book.lines.get(id);
    if (line === undefined || orderStatusOf(line) === undefined) {
      fail(id, call.belongsElsewhere(id) && line === undefined ? 'FORBIDDEN' : 'NOT_FOUND');
      continue;
    }
    const deed = attempt(line);
    if (typeof deed === 'string') fail(id, deed);
    else if (isStruck) {
      isStruck = false;
      fail(id, 'INTERNAL_ERROR');
    } else {
      deed();
      done.push(id);
    }
  }
  return { successProductOrderIds: done, failProductOrderInfos: failed };
}
