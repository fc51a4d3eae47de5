import type { JsonObject } from '../../frame/json.ts';
import { codeIn } from '../orders/codes.ts';
import {
  GUIDE_CLAIM_STATUSES,
  GUIDE_ORDER_STATUSES,
  type GuideClaimType,
  orderStatusOf,
} from '../orders/guide-status.ts';
import { goodsClaims, type Order, type ProductOrder } from '../orders/product-order.ts';
import type { OperationCall } from '../wire/operation.ts';
import { claimDocument } from './claim-document.ts';
import { orderDocument, productOrderDocument } from './order-document.ts';
import { changedPeriod, countIn } from './parameters.ts';
import { GuideRefusal, invalidParameter } from './refusal.ts';
import { strikeList } from './rows.ts';

/** Guide 5.3. */
const PAGE_MAX = 300;

/** `GET …/changed/{statusType}`: orders of which a product order came into a status (guide 1.3.1). */
export function readChanged(call: OperationCall): JsonObject {
  const { query, shop, now, pathId } = call;
  const status = codeIn(GUIDE_ORDER_STATUSES, pathId);
  if (status === undefined) throw invalidParameter('statusType');
  const { from, before } = changedPeriod(query, now);
  // The guide names no unit: pages are counted from 0.
  const page = countIn(query, 'pageStart', { fallback: 0, min: 0, max: 100_000 });
  const pageSize = countIn(query, 'pageSize', { fallback: PAGE_MAX, min: 1, max: PAGE_MAX });
  const lines = shop.book.passages.into(status, from, before);
  const orders = [...new Set<Order>(lines.map(({ order }) => order))];
  const rows = orders.slice(page * pageSize, (page + 1) * pageSize).map(orderDocument);
  return { orders: strikeList(rows, call), pageStart: page, pageSize, totalCount: orders.length };
}

/** `GET …/pays/orders/{orderId}` (guide 1.3.2). */
export function readOrder({ shop, pathId }: OperationCall): JsonObject {
  const order = shop.book.orders.get(pathId);
  const isKnown = order?.productOrders.some((line) => orderStatusOf(line) !== undefined) ?? false;
  if (order === undefined || !isKnown) throw new GuideRefusal('NOT_FOUND');
  return orderDocument(order);
}

/** `GET …/pay-orders/{productOrderId}` (guide 1.3.3). */
export function readProductOrder(call: OperationCall): JsonObject {
  return productOrderDocument(lineCalled(call));
}

/** `GET …/pay-orders/seller/{kind}/requested`: claims whose status changed in a period (guide 1.5.1, 1.6.1, 1.7.1). */
export function claimReader(type: GuideClaimType): (call: OperationCall) => JsonObject {
  return (call) => {
    const { claimPassages } = call.shop.book;
    const { from, before } = changedPeriod(call.query, call.now);
    const found = GUIDE_CLAIM_STATUSES[type].flatMap((status) => claimPassages.into(status, from, before));
    const byClaim = new Map(found.map((entry) => [entry.claim, entry]));
    const since = new Map([...byClaim].map(([claim, entry]) => [claim, claimPassages.since(entry) ?? 0]));
    const ordered = [...byClaim.values()].sort(
      (a, b) => (since.get(a.claim) ?? 0) - (since.get(b.claim) ?? 0),
    );
    const rows = ordered.map((entry) => claimDocument(entry, since.get(entry.claim)));
    return { claims: strikeList(rows, call), totalCount: rows.length };
  };
}

/** `GET …/pay-orders/{productOrderId}/claim`: the newest claim of a line (guide 1.8.1). */
export function readClaim(call: OperationCall): JsonObject {
  const line = lineCalled(call);
  const claim = goodsClaims(line).at(-1);
  if (claim === undefined) throw new GuideRefusal('NOT_FOUND');
  return claimDocument({ line, claim }, call.shop.book.claimPassages.since({ line, claim }));
}

function lineCalled({ shop, pathId, belongsElsewhere }: OperationCall): ProductOrder {
  const line = shop.book.lines.get(pathId);
  if (line !== undefined && orderStatusOf(line) !== undefined) return line;
  throw new GuideRefusal(line === undefined && belongsElsewhere(pathId) ? 'FORBIDDEN' : 'NOT_FOUND');
}
