import { readFlag, readObject, readTexts } from '../wire/body.ts';
import type { OperationCall, Reply } from '../wire/operation.ts';
import { Refusal } from '../wire/refusal.ts';
import { listOf, strikeRows } from '../wire/rows.ts';

const IDS_MAX = 300;

/** `POST …/product-orders/query`: lines by number; what is not the seller's is simply not in the answer (sheet §3.3). */
export function queryLines(call: OperationCall): Reply {
  const { shop } = call;
  const body = readObject(call.body);
  const quantityClaims = readFlag(body, 'quantityClaimCompatibility');
  const rows: Buffer[] = [];
  for (const id of new Set(readTexts(body, 'productOrderIds', IDS_MAX))) {
    const line = shop.book.lines.get(id);
    if (line !== undefined) rows.push(shop.documents.jsonOf(line, quantityClaims));
  }
  return { data: listOf(strikeRows(rows, call)) };
}

/** `GET …/orders/{orderId}/product-order-ids` (sheet §3.3). */
export function readLineIds({ shop, pathId }: OperationCall): Reply {
  const order = shop.book.orders.get(pathId);
  if (order === undefined) throw new Refusal(400, '100003', '주문을 찾을 수 없음');
  return { data: JSON.stringify(order.productOrders.map(({ productOrderId }) => productOrderId)) };
}
