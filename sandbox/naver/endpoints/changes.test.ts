import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Answer,
  dispatchItem,
  ORDERS,
  objectAt,
  objectsIn,
  openTestShop,
  START,
  type TestShop,
  truthAbout,
} from '../test-shop.ts';
import { DAY_MS, formatKst, parseDateTime } from '../wire/time.ts';

const FEED = `${ORDERS}/product-orders/last-changed-statuses`;

function rowsOf({ json }: Answer) {
  return json.data === undefined ? [] : objectsIn(objectAt(json, 'data').lastChangeStatuses);
}

function isoOf(moreFrom: string): string {
  return formatKst(Date.parse(moreFrom));
}

/** Reads one window as a careful client does; answers the numbers in the order in which they came. */
function walk(shop: TestShop, from: number, to: number, limitCount: number): readonly string[] {
  const ids: string[] = [];
  let cursor: { lastChangedFrom: string; moreSequence?: string } = { lastChangedFrom: formatKst(from) };
  for (;;) {
    const answer = shop.get(FEED, { ...cursor, lastChangedTo: formatKst(to), limitCount });
    expect(answer.status).toBe(200);
    if (answer.json.data === undefined) return ids;
    ids.push(...rowsOf(answer).map(({ productOrderId }) => String(productOrderId)));
    const { more } = objectAt(answer.json, 'data');
    if (more === undefined) return ids;
    const { moreFrom, moreSequence } = objectAt(objectAt(answer.json, 'data'), 'more');
    cursor = { lastChangedFrom: isoOf(String(moreFrom)), moreSequence: String(moreSequence) };
  }
}

describe('last-changed-statuses', () => {
  it('tells the latest change of every line once, however the pages are cut', () => {
    const shop = openTestShop({ orders: 300 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 0, max: DAY_MS }), (limit, offset) => {
        const first = START - 11 * DAY_MS + offset;
        const ids: string[] = [];
        for (let day = 0; day < 11; day += 1) {
          const from = first + day * DAY_MS;
          ids.push(...walk(shop, from, Math.min(from + DAY_MS - 1, START), limit));
        }
        const wanted = shop
          .truth()
          .filter(({ lastChangedDate }) => Date.parse(lastChangedDate) >= first)
          .map(({ productOrderId }) => productOrderId);
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids.toSorted()).toEqual(wanted.toSorted());
      }),
      { numRuns: 12 },
    );
  });

  it('walks through many changes of one instant by number', () => {
    const shop = openTestShop({ orders: 0 });
    shop.market.buy('test', 40, shop.frame);
    shop.clock.advance(1);
    const ids = walk(shop, START, START, 7);
    expect(ids).toEqual(
      shop
        .truth()
        .map(({ productOrderId }) => productOrderId)
        .toSorted(),
    );
  });

  it('answers only a timestamp and a trace number for an empty window', () => {
    const shop = openTestShop({ orders: 0 });
    const { status, json } = shop.get(FEED, { lastChangedFrom: formatKst(START) });
    expect(status).toBe(200);
    expect(Object.keys(json)).toEqual(['timestamp', 'traceId']);
  });

  it('shortens the fraction of moreFrom and refuses it so', () => {
    const shop = openTestShop({ orders: 0 });
    shop.clock.set(START - 123);
    shop.market.buy('test', 2, shop.frame);
    const query = { lastChangedFrom: formatKst(START - DAY_MS / 2), limitCount: 1 };
    const { moreFrom } = objectAt(objectAt(shop.get(FEED, query).json, 'data'), 'more');
    expect(moreFrom).toMatch(/:00\.0\+09:00$/);
    expect(parseDateTime(String(moreFrom))).toBeUndefined();
    const refused = shop.get(FEED, { lastChangedFrom: String(moreFrom) });
    expect(refused).toMatchObject({ status: 400, json: { code: '4000', traceId: expect.any(String) } });
  });

  it.each([
    ['4000', {}],
    ['4000', { lastChangedFrom: '2026-11-21' }],
    ['4000', { lastChangedFrom: '2026-11-21T00:00:00+09:00' }],
    ['4000', { lastChangedFrom: formatKst(START), lastChangedTo: formatKst(START - 1) }],
    ['104139', { lastChangedFrom: formatKst(START - DAY_MS - 1), lastChangedTo: formatKst(START) }],
    ['4000', { lastChangedFrom: formatKst(START), lastChangedType: 'PAID' }],
    ['4000', { lastChangedFrom: formatKst(START), limitCount: 'many' }],
    ['4000', { lastChangedFrom: formatKst(START), moreSequence: 'x' }],
  ])('answers %s to %j', (code, query) => {
    const answer = openTestShop({ orders: 0 }).get(FEED, query);
    expect(answer.status).toBe(400);
    expect(answer.json).toMatchObject({ code });
  });

  it('refuses a plus sign that was not encoded and takes universal time', () => {
    const shop = openTestShop({ orders: 0 });
    expect(shop.get(FEED, 'lastChangedFrom=2026-11-21T09:00:00.000+09:00').status).toBe(400);
    expect(shop.get(FEED, 'lastChangedFrom=2026-11-21T00:00:00.000Z').status).toBe(200);
  });

  it('covers only the first 24 hours when the end is left out', () => {
    const shop = openTestShop({ orders: 0 });
    shop.clock.set(START - 3 * DAY_MS);
    shop.market.buy('test', 1, shop.frame);
    shop.clock.set(START);
    shop.market.buy('test', 1, shop.frame);
    expect(rowsOf(shop.get(FEED, { lastChangedFrom: formatKst(START - 3.5 * DAY_MS) }))).toHaveLength(
      shop.truth().filter(({ lastChangedDate }) => Date.parse(lastChangedDate) < START).length,
    );
  });

  it('publishes a change only after the delay', () => {
    const shop = openTestShop({ orders: 0, publicationDelayMs: 5_000 });
    shop.market.buy('test', 1, shop.frame);
    const read = () => rowsOf(shop.get(FEED, { lastChangedFrom: formatKst(START) })).length;
    shop.clock.advance(4_999);
    expect(read()).toBe(0);
    shop.clock.advance(1);
    expect(read()).toBeGreaterThan(0);
  });

  it('keeps quiet about a confirmation and a delivery, and tells of a dispatch', () => {
    const shop = openTestShop();
    const [id = ''] = shop.caseOf('paid');
    const before = truthAbout(shop, id).lastChangedDate;
    shop.clock.advance(1_000);
    shop.post(`${ORDERS}/product-orders/confirm`, { productOrderIds: [id] });
    expect(truthAbout(shop, id)).toMatchObject({ placeOrderStatus: 'OK', lastChangedDate: before });
    shop.clock.advance(1_000);
    shop.post(`${ORDERS}/product-orders/dispatch`, { dispatchProductOrders: [dispatchItem(shop, id)] });
    const dispatched = truthAbout(shop, id);
    expect(dispatched).toMatchObject({ lastChangedType: 'DISPATCHED' });
    shop.clock.advance(1_000);
    shop.act('move', { productOrderId: id, productOrderStatus: 'DELIVERED' });
    expect(truthAbout(shop, id)).toMatchObject({
      productOrderStatus: 'DELIVERED',
      lastChangedDate: dispatched.lastChangedDate,
    });
  });

  it('filters by the last change alone', () => {
    const shop = openTestShop({ orders: 0 });
    shop.market.buy('test', 1, shop.frame);
    const [{ productOrderId } = { productOrderId: '' }] = shop.truth();
    shop.clock.advance(1_000);
    shop.act('changeAddress', { productOrderId });
    const query = { lastChangedFrom: formatKst(START) };
    expect(rowsOf(shop.get(FEED, { ...query, lastChangedType: 'PAYED' }))).toEqual([]);
    const [row] = rowsOf(shop.get(FEED, { ...query, lastChangedType: 'DELIVERY_ADDRESS_CHANGED' }));
    expect(row).toMatchObject({ productOrderId, productOrderStatus: 'PAYED', receiverAddressChanged: true });
  });

  it('skips rows on a fault and has them on the next read', () => {
    const shop = openTestShop({ orders: 0 });
    shop.market.buy('test', 5, shop.frame);
    const read = () => rowsOf(shop.get(FEED, { lastChangedFrom: formatKst(START) })).length;
    const all = read();
    shop.fault('feed_skips', 'product-orders.changes');
    expect(read()).toBeLessThan(all);
    expect(read()).toBe(all);
  });
});
