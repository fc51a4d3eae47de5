import { expect, test } from 'vitest';
import { openTestShop, type TestShop } from '../test-shop.ts';

const MINUTE_MS = 60_000;

function departed(shop: TestShop): string {
  const box = shop.truth(shop.buy(1)[0])[0];
  shop.act('moveBox', { shipmentBoxId: box?.shipmentBoxId, status: 'DEPARTURE' });
  return box?.orderId ?? '';
}

function pass(shop: TestShop, minutes: number): void {
  for (let minute = 0; minute < minutes; minute += 1) {
    shop.now += MINUTE_MS;
    shop.tick();
  }
}

test('couriers deliver within minutes, buyers confirm later', () => {
  const shop = openTestShop({ quiet: false, orders: 0 });
  const orderId = departed(shop);
  const status = () => shop.truth(orderId)[0]?.status;
  pass(shop, 1);
  expect(status()).toBe('DEPARTURE');
  pass(shop, 10);
  expect(status()).toBe('DELIVERING');
  pass(shop, 31);
  expect(status()).toBe('FINAL_DELIVERY');
  expect(shop.truth(orderId)[0]?.items[0]?.confirmedAt).toBeNull();
  pass(shop, 181);
  expect(shop.truth(orderId)[0]?.items[0]?.confirmedAt).not.toBeNull();
});

test('untracked boxes never arrive, and boxes that wait for the seller wait', () => {
  const shop = openTestShop({ quiet: false });
  const count = (status: string) => shop.truth().filter((box) => box.status === status).length;
  const before = ['NONE_TRACKING', 'ACCEPT', 'INSTRUCT'].map(count);
  pass(shop, 300);
  expect(['NONE_TRACKING', 'ACCEPT', 'INSTRUCT'].map(count)).toEqual(before);
  expect(count('DEPARTURE')).toBe(0);
});

test('a quiet shop does not move by itself', () => {
  const shop = openTestShop({ quiet: true });
  const before = shop.truth();
  pass(shop, 300);
  expect(shop.truth()).toEqual(before);
});

test('a box shipped ahead in WING leaves under a new id', () => {
  const shop = openTestShop();
  const box = shop
    .truth()
    .find(({ items, status, canceled }) => items.length > 1 && status === 'ACCEPT' && !canceled);
  const body = { shipmentBoxId: box?.shipmentBoxId, vendorItemId: box?.items[0]?.vendorItemId };
  expect(() => shop.act('splitBox', body)).toThrow();
  shop.act('moveBox', { ...body, status: 'INSTRUCT' });
  shop.act('splitBox', body);
  const boxes = shop.truth(box?.orderId);
  expect(boxes.map(({ status }) => status)).toContain('DEPARTURE');
  expect(boxes.every(({ invoicesRegistered }) => invoicesRegistered === 0)).toBe(true);
  expect(boxes.map(({ shipmentBoxId }) => shipmentBoxId)).toContain(box?.shipmentBoxId);
});

test.each([
  ['confirmBox', {}],
  ['holdForCancel', {}],
  ['moveBox', { status: 'SHIPPED' }],
  ['cancelBox', { vendorItemId: 1 }],
])('%s is refused where it makes no sense', (act, body) => {
  const shop = openTestShop();
  const [box] = shop.truth(shop.buy(1)[0]);
  expect(() => shop.act(act, { shipmentBoxId: box?.shipmentBoxId, ...body })).toThrow();
  expect(() => shop.act(act, { shipmentBoxId: '1', ...body })).toThrow();
});
