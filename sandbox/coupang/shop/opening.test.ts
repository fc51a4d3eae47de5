import { expect, test } from 'vitest';
import { BOX_STATUSES } from '../orders/box.ts';
import { NOON, openTestShop, PATHS, type TrueBox } from '../test-shop.ts';
import { ODD_CASES } from './odd-cases.ts';

const live = (boxes: readonly TrueBox[]) => boxes.filter(({ canceled }) => !canceled);

test.each([60, 400])('a shop with %i orders shows every status, every fate and every odd case', (orders) => {
  const truth = openTestShop({ orders, days: 5 }).truth();
  const has = (is: (box: TrueBox) => boolean) => expect(truth.some(is)).toBe(true);
  for (const status of BOX_STATUSES) has((box) => box.status === status && !box.canceled);
  for (const oddCase of ODD_CASES) has(({ oddCases }) => oddCases.includes(oddCase));
  has(({ canceled }) => canceled);
  has(
    ({ status, items }) =>
      status === 'FINAL_DELIVERY' && items.every(({ confirmedAt }) => confirmedAt !== null),
  );
  has(
    ({ status, items }) =>
      status === 'FINAL_DELIVERY' && items.every(({ confirmedAt }) => confirmedAt === null),
  );
  has(({ canceled, items }) => !canceled && items.some(({ cancelCount }) => cancelCount > 0));
  has(({ items }) => items.some(({ holdCountForCancel }) => holdCountForCancel > 0));
  has(({ deliveryCompanyName }) => deliveryCompanyName === '동네퀵배송');
  expect(new Set(truth.map(({ orderId }) => orderId)).size).toBe(orders);
});

test('the odd cases are in the answers, not only in the truth', () => {
  const shop = openTestShop({ orders: 60 });
  const textOf = (oddCase: string) =>
    live(shop.truth())
      .filter(({ oddCases }) => oddCases.includes(oddCase))
      .map(({ shipmentBoxId }) => shop.get(PATHS.box(shipmentBoxId)).call.answer.body.toString())
      .join();
  expect(textOf('no_safe_number')).toContain('"safeNumber":null');
  expect(textOf('remote_area')).toMatch(
    /"remotePrice":\{"currencyCode":"KRW","units":[35]000,"nanos":0\},"remoteArea":true/,
  );
  expect(textOf('awkward_text')).toMatch(/\\\\|\\"/);
  expect(textOf('no_addr2')).toContain('"addr2":""');
  expect(textOf('discounted')).toMatch(/"discountPrice":\{"currencyCode":"KRW","units":[1-9]/);
  expect(textOf('bundle_option')).toMatch(
    /"upBundleVendorItemId":\d{11},.*"upBundleSize":\d+,"upBundleItem":true/,
  );
  expect(textOf('cash_on_delivery')).toContain('"isCod":true');
  expect(textOf('no_sku')).toMatch(/"externalVendorSkuCode":(null|"")/);
  expect(textOf('made_to_order')).toContain('"etcInfoHeader":"각인 문구"');
  expect(textOf('from_overseas')).toMatch(/"personalCustomsClearanceCode":"P\d{12}"/);
});

test('the same seed gives the same shop, another seed another', () => {
  const [one, two, other] = [{ seed: 5 }, { seed: 5 }, { seed: 6 }].map((seed) => openTestShop(seed).truth());
  expect(one).toEqual(two);
  expect(one).not.toEqual(other);
});

test('the past is in order: nothing happens before the order or after now', () => {
  for (const { orderedAt, history } of openTestShop({ orders: 500 }).truth()) {
    const times = [orderedAt, ...history.map(({ at }) => at)].map(Date.parse);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(times.at(-1)).toBeLessThanOrEqual(NOON);
  }
});

test('tens of thousands of orders are invented, each once', () => {
  const ids = openTestShop({ orders: 20_000 })
    .truth()
    .map(({ orderId }) => orderId);
  expect(new Set(ids).size).toBe(20_000);
});

test.each([
  { vendorId: 'seller' },
  { products: 0 },
  { orders: -1 },
  { limits: 'no' },
  { allowedIps: '10.0.0.1' },
  { keyExpiresAt: 'soon' },
])('%j opens no shop', (body) => {
  expect(() => openTestShop(body)).toThrow();
});

test('two shops cannot share a name, a vendorId or a key', () => {
  const shop = openTestShop({ orders: 3 });
  expect(() => shop.openAnother({ shop: 'shop', vendorId: 'A2' })).toThrow();
  expect(() => shop.openAnother({ shop: 'other', vendorId: 'A00012345' })).toThrow();
});
