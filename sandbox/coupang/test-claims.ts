import { isObject } from '../frame/json.ts';
import { type Answered, at, PATHS, rowsOf, type TestShop, type TrueBox, VENDOR_ID } from './test-shop.ts';

/** One order of a story. */
export interface Sold {
  readonly order: string;
  readonly line: string;
  readonly lines: readonly string[];
}

/** Sells one order. */
export function sell(shop: TestShop, goods: Record<string, unknown> = {}): Sold {
  const sold = shop.act('story.sell', goods);
  const lines = isObject(sold) && Array.isArray(sold.lines) ? sold.lines.map(String) : [];
  return { order: String(at(sold, 'order')), line: lines[0] ?? '', lines };
}

/** The buyer asks for a claim; its number. */
export function claim(shop: TestShop, { order }: Sold, wish: Record<string, unknown>): string {
  return String(at(shop.act('story.claim', { order, ...wish }), 'claim'));
}

/** The only box of an order. */
export function boxOfOrder(shop: TestShop, { order }: Sold): TrueBox {
  const [box] = shop.truth(order);
  if (box === undefined) throw new Error(`no box of ${order}`);
  return box;
}

/** Sells one order and acknowledges it. */
export function sellInstructed(shop: TestShop, goods: Record<string, unknown> = {}): Sold {
  const sold = sell(shop, goods);
  const shipmentBoxIds = [boxOfOrder(shop, sold).shipmentBoxId];
  shop.send('PUT', PATHS.acknowledgement, { vendorId: VENDOR_ID, shipmentBoxIds });
  return sold;
}

/** Sells one order that has reached its buyer. */
export function sellDelivered(shop: TestShop, goods: Record<string, unknown> = {}): Sold {
  const sold = sell(shop, goods);
  shop.act('moveBox', { shipmentBoxId: boxOfOrder(shop, sold).shipmentBoxId, status: 'FINAL_DELIVERY' });
  return sold;
}

/** What the story tells of an order. */
export const tell = (shop: TestShop, { order }: Sold): unknown => shop.act('story.tell', { order });

/** Decides about a return receipt. */
export function decide(
  shop: TestShop,
  receiptId: string,
  decision: string,
  rest: Record<string, unknown> = {},
): Answered {
  return shop.send('PUT', PATHS.decideReturn(receiptId, decision), {
    vendorId: VENDOR_ID,
    receiptId,
    ...rest,
  });
}

/** Decides about an exchange. */
export function decideExchange(
  shop: TestShop,
  exchangeId: string,
  decision: string,
  rest: Record<string, unknown> = {},
): Answered {
  return shop.send('PUT', PATHS.decideExchange(exchangeId, decision), {
    vendorId: VENDOR_ID,
    exchangeId,
    ...rest,
  });
}

const TODAY = 'createdAtFrom=2026-11-21&createdAtTo=2026-11-22';

/** The receipts listed under a status today. */
export function receiptsIn(shop: TestShop, status: string): readonly string[] {
  return rowsOf(shop.get(PATHS.returnRequests, `${TODAY}&status=${status}`)).map((row) =>
    String(at(row, 'receiptId')),
  );
}

/** The exchanges of an order. */
export function exchangesOf(shop: TestShop, { order }: Sold): readonly unknown[] {
  const days = 'createdAtFrom=2026-11-20T00:00:00&createdAtTo=2026-11-22T23:59:59';
  return rowsOf(shop.get(PATHS.exchangeRequests, `${days}&orderId=${order}`));
}
