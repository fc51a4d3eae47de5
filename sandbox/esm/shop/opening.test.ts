import { expect, test } from 'vitest';
import {
  at,
  claimsOf,
  DAY,
  listOf,
  MINUTE,
  NOON,
  openTestShop,
  PATHS,
  rowsAt,
  type TestShop,
} from '../test-shop.ts';

const past = (body = {}) => openTestShop({ orders: 400, ...body });
const kinds = (shop: TestShop, site: string) =>
  new Set(
    shop
      .claims()
      .filter((claim) => claim.site === site)
      .map(({ kind, state, held }) => `${String(kind)} ${held ? 'held' : String(state)}`),
  );

test('a shop opens with its orders, and claims of every kind and state on both sites', () => {
  const shop = past();
  expect(shop.orders()).toHaveLength(400);
  for (const site of ['gmarket', 'auction']) {
    expect([...kinds(shop, site)]).toEqual(
      expect.arrayContaining([
        'cancel requested',
        'cancel approved',
        'cancel done',
        'cancel withdrawn',
        'return requested',
        'return collected',
        'return held',
        'return done',
        'return withdrawn',
        'exchange requested',
        'exchange held',
        'exchange reshipped',
        'exchange done',
      ]),
    );
  }
});

test('the lists agree with the truth', () => {
  const shop = past();
  const truth = shop.orders();
  for (const status of [1, 2, 3, 4, 5]) {
    for (const [siteType, site] of [
      [2, 'gmarket'],
      [1, 'auction'],
    ] as const) {
      const body = listOf(status, {
        siteType,
        requestDateType: 1,
        requestDateFrom: '2026-11-10',
        pageSize: 1000,
      });
      const listed = rowsAt(shop.post(PATHS.orders, body), 'Data', 'RequestOrders').map(({ OrderNo }) =>
        String(OrderNo),
      );
      const expected = truth.filter(
        (order) => order.status === status && order.site === site && order.claimed === false,
      );
      expect(listed.toSorted()).toEqual(expected.map(({ orderNo }) => String(orderNo)).toSorted());
    }
  }
  const cancels = rowsAt(shop.post(PATHS.cancels, claimsOf({ SiteType: 3, CancelStatus: 1 })), 'Data');
  expect(cancels.length).toBeGreaterThan(0);
});

test('nothing of the past lies in the future or out of order', () => {
  const shop = past();
  const moments = ['orderedAt', 'paidAt', 'confirmedAt', 'shippedAt', 'deliveredAt', 'decidedAt'];
  for (const order of shop.orders()) {
    const times = moments.flatMap((moment) =>
      order[moment] === null ? [] : [Date.parse(String(order[moment]))],
    );
    expect(times).toEqual(times.toSorted((one, other) => one - other));
    expect(times.at(-1)).toBeLessThanOrEqual(NOON);
  }
  for (const claim of shop.claims()) expect(Date.parse(String(claim.requestedAt))).toBeLessThanOrEqual(NOON);
});

test('the same seed and clock make the same shop, another seed another', () => {
  const everything = (shop: TestShop) => [shop.orders(), shop.claims(), shop.buy(3)];
  expect(everything(past({ seed: 5 }))).toEqual(everything(past({ seed: 5 })));
  expect(everything(past({ seed: 5 }))).not.toEqual(everything(past({ seed: 6 })));
});

test('a quiet shop changes by nothing but the deadlines of claims', () => {
  const shop = past();
  const before = shop.orders().filter(({ claimed }) => claimed === false);
  shop.now += 20 * MINUTE;
  shop.tick();
  shop.now += 2 * DAY;
  shop.tick();
  const after = new Map(shop.orders().map((order) => [order.orderNo, order]));
  const changed = before.filter((order) => at(after.get(order.orderNo), 'status') !== order.status);
  expect(changed).toEqual([]);
  expect(kinds(shop, 'gmarket').has('cancel requested')).toBe(false);
});

test('in a living shop parcels arrive, purchases are confirmed and returns come back', () => {
  const shop = past({ quiet: false });
  const count = (status: number) =>
    shop.orders().filter((order) => order.status === status && order.claimed === false).length;
  const [shipping, confirmed] = [count(3), count(5)];
  for (let minute = 0; minute < 60; minute += 1) {
    shop.now += 3 * MINUTE;
    shop.tick();
  }
  expect(count(3)).toBe(0);
  expect(count(5)).toBeGreaterThan(confirmed + shipping / 2);
  expect(kinds(shop, 'gmarket').has('return requested')).toBe(false);
  expect(kinds(shop, 'auction').has('exchange reshipped')).toBe(false);
});

test('thousands of orders open within seconds', () => {
  const shop = openTestShop({ orders: 5_000, days: 30 });
  expect(shop.orders()).toHaveLength(5_000);
  expect(shop.buy(500).length).toBeGreaterThanOrEqual(500);
}, 10_000);

test('credentials of the official edition', () => {
  expect(openTestShop().credentials).toEqual({
    master_id: 'hubmaster01',
    secret_key: 'TESTSECRET-0123456789abcdef',
    gmarket_seller_id: 'hubgmkt',
    auction_seller_id: 'hubauction',
  });
  expect(() => openTestShop({ edition: 'other' })).toThrow('edition');
});
