import { describe, expect, test } from 'vitest';
import { boxOfOrder, claim, sell, sellDelivered, tell } from '../test-claims.ts';
import { type Answered, at, NOON, openTestShop, rowsOf, type TestShop, VENDOR_ID } from '../test-shop.ts';

const HOUR_MS = 3_600_000;
const span = (from = NOON - HOUR_MS, to = NOON + HOUR_MS) =>
  `vendorId=${VENDOR_ID}&createdAtFrom=${from}&createdAtTo=${to}`;

const open = () => openTestShop({ orders: 0, edition: 'guide' });

/** One entry of a shipment call. */
type Entry = Readonly<Record<string, unknown>>;

function ship(shop: TestShop, order: string, entries: readonly Entry[]): Answered {
  const orderShipments = entries.map((entry) => ({
    orderId: Number(order),
    splitShipping: false,
    deliveryCompanyCode: 'CJGLS',
    invoiceNumber: '123456789012',
    ...entry,
  }));
  return shop.guide('PUT', `orders/${order}/shipments`, '', { vendorId: VENDOR_ID, orderShipments });
}

const codesOf = ({ body }: Answered) => {
  const results = at(body, 'data', 'results');
  return Array.isArray(results) ? results.map((result) => at(result, 'resultCode')) : [];
};

describe('the gate', () => {
  test('the uri is signed with the question mark before its query', () => {
    const shop = open();
    expect(shop.guide('GET', 'orders', span()).status).toBe(200);
    const path = '/v2/providers/seller-api/apis/api/v1/orders';
    const authorization = shop.authorization('GET', path, span());
    expect(shop.ask({ path, query: span(), headers: { authorization } })).toMatchObject({
      status: 401,
      body: { code: 'ERROR', message: '[INVALID_TOKEN] Invalid signature' },
    });
  });

  test('100 calls a minute, and the 101st is refused', () => {
    const shop = openTestShop({ orders: 0, edition: 'guide', limits: true });
    const calls = Array.from({ length: 101 }, () => shop.guide('GET', 'orders', span()));
    expect(calls.slice(0, 100).every(({ status }) => status === 200)).toBe(true);
    expect(calls[100]).toMatchObject({ status: 429, body: { code: 'ERROR' }, call: { overLimit: true } });
  });

  test.each([
    ['another vendor', 'orders', span().replace(VENDOR_ID, 'A00099999'), 403, 'FORBIDDEN'],
    ['no vendor', 'orders', span().replace(`vendorId=${VENDOR_ID}&`, ''), 400, 'INVALID_PARAMETER'],
    ['an unknown path', 'order', span(), 404, 'NOT_FOUND'],
    ['an unknown order', 'orders/1', '', 404, 'NOT_FOUND'],
    ['51 rows', 'orders', `${span()}&maxPerPage=51`, 400, 'INVALID_PARAMETER'],
    ['an unknown status', 'orders', `${span()}&status=PAID`, 400, 'INVALID_PARAMETER'],
    ['more than three months', 'orders', span(Date.parse('2026-08-20T00:00:00Z')), 400, 'INVALID_PARAMETER'],
    ['a date', 'orders', span().replace(String(NOON - HOUR_MS), '2026-11-21'), 400, 'INVALID_PARAMETER'],
  ])('%s is refused', (_name, path, query, status, word) => {
    const refused = open().guide('GET', path, query);
    expect(refused.status).toBe(status);
    expect(at(refused.body, 'message')).toMatch(new RegExp(`^\\[${word}\\] `));
  });
});

test('orders are listed by time, page by page, and by status', () => {
  const shop = open();
  const sold = Array.from({ length: 5 }, () => sell(shop).order);
  const seen: string[] = [];
  let token = '';
  do {
    const page = shop.guide('GET', 'orders', `${span()}&status=ACCEPT&maxPerPage=2&nextToken=${token}`);
    seen.push(...rowsOf(page).map((row) => String(at(row, 'orderId'))));
    token = String(at(page.body, 'nextToken'));
  } while (token !== '');
  expect(seen).toEqual(sold);
  expect(rowsOf(shop.guide('GET', 'orders', `${span()}&status=CANCEL`))).toEqual([]);
  expect(rowsOf(shop.guide('GET', 'orders', span(NOON + 1, NOON + HOUR_MS)))).toEqual([]);
});

test('an order has the fields of the guide', () => {
  const shop = open();
  const { order, line } = sell(shop, { quantity: 2, price: 10_000 });
  const [box] = rowsOf(shop.guide('GET', `orders/${order}`));
  expect(box).toMatchObject({
    orderId: Number(order),
    status: 'ACCEPT',
    orderAt: '2026-11-21T10:02:03+09:00',
    orderedAt: null,
    orderPrice: 20_000,
    commissionRate: 10.8,
    sellerCommissionPrice: 2_160,
    settlementPrice: 17_840,
    cancelPrice: 0,
    invoiceNumber: null,
    splitShipping: false,
    orderItems: [
      { vendorItemId: Number(line), quantity: 2, cancelCount: 0, salePrice: 10_000, shipments: [] },
    ],
  });
});

describe('shipping', () => {
  test('from ACCEPT, without an acknowledgement, and once', () => {
    const shop = open();
    const sold = sell(shop);
    const entry = { vendorItemId: Number(sold.line) };
    expect(codesOf(ship(shop, sold.order, [entry]))).toEqual(['OK']);
    expect(boxOfOrder(shop, sold)).toMatchObject({ status: 'DEPARTURE', invoicesRegistered: 1 });
    expect(codesOf(ship(shop, sold.order, [entry]))).toEqual(['ALREADY_PROCESSED']);
    expect(codesOf(ship(shop, sold.order, [{ ...entry, invoiceNumber: '999999999999' }]))).toEqual([
      'INVALID_STATE',
    ]);
    expect(rowsOf(shop.guide('GET', `orders/${sold.order}`))[0]).toMatchObject({
      status: 'DEPARTURE',
      deliveryCompanyCode: 'CJGLS',
      invoiceNumber: '123456789012',
    });
  });

  test('by quantity: the parcels must hold what is left', () => {
    const shop = open();
    const sold = sell(shop, { quantity: 10 });
    const split = (one: number, two: number) => [
      {
        vendorItemId: Number(sold.line),
        splitShipping: true,
        splitQuantity: one,
        invoiceNumber: '111111111111',
      },
      {
        vendorItemId: Number(sold.line),
        splitShipping: true,
        splitQuantity: two,
        invoiceNumber: '222222222222',
        deliveryCompanyCode: 'HANJIN',
      },
    ];
    expect(codesOf(ship(shop, sold.order, split(5, 4)))).toEqual(['INVALID_PARAMETER', 'INVALID_PARAMETER']);
    expect(boxOfOrder(shop, sold).status).toBe('ACCEPT');
    expect(codesOf(ship(shop, sold.order, split(4, 6)))).toEqual(['OK', 'OK']);
    expect(rowsOf(shop.guide('GET', `orders/${sold.order}`))[0]).toMatchObject({
      splitShipping: true,
      orderItems: [
        {
          shipments: [
            { quantity: 4, deliveryCompanyCode: 'CJGLS', invoiceNumber: '111111111111' },
            { quantity: 6, deliveryCompanyCode: 'HANJIN', invoiceNumber: '222222222222' },
          ],
        },
      ],
    });
    expect(tell(shop, sold)).toMatchObject({
      status: 'shipped',
      parcels: [
        { carrier: 'CJGLS', invoice: '111111111111', quantity: 4 },
        { carrier: 'HANJIN', invoice: '222222222222', quantity: 6 },
      ],
    });
  });

  test('every entry has a result of its own', () => {
    const shop = open();
    const sold = sell(shop, { lines: 3 });
    const [one = '', two = '', three = ''] = sold.lines;
    const codes = codesOf(
      ship(shop, sold.order, [
        { vendorItemId: Number(one), deliveryCompanyCode: 'KOREX' },
        { vendorItemId: Number(two) },
        { vendorItemId: 1 },
      ]),
    );
    expect(codes).toEqual(['INVALID_PARAMETER', 'OK', 'NOT_FOUND']);
    expect(boxOfOrder(shop, sold).status).toBe('ACCEPT');
    const rest = [{ vendorItemId: Number(one) }, { vendorItemId: Number(three) }];
    expect(codesOf(ship(shop, sold.order, rest))).toEqual(['OK', 'OK']);
    expect(boxOfOrder(shop, sold).status).toBe('DEPARTURE');
  });

  test('a number that went to somebody else is taken; an invoice can be changed', () => {
    const shop = open();
    const [one, two] = [sell(shop), sell(shop)];
    ship(shop, one.order, [{ vendorItemId: Number(one.line) }]);
    expect(codesOf(ship(shop, two.order, [{ vendorItemId: Number(two.line) }]))).toEqual([
      'DUPLICATE_TRACKING_NUMBER',
    ]);
    const path = `orders/${one.order}/shipments/${boxOfOrder(shop, one).shipmentBoxId}`;
    const changed = { invoiceNumber: '987654321098', deliveryCompanyCode: 'LOTTE' };
    expect(shop.guide('PUT', path, '', changed).status).toBe(200);
    expect(boxOfOrder(shop, one).invoiceNumber).toBe('987654321098');
    const waiting = `orders/${two.order}/shipments/${boxOfOrder(shop, two).shipmentBoxId}`;
    expect(shop.guide('PUT', waiting, '', changed).status).toBe(409);
  });

  test('nothing leaves while a cancel waits', () => {
    const shop = open();
    const sold = sell(shop, { quantity: 2 });
    claim(shop, sold, { kind: 'cancel', quantity: 1 });
    expect(codesOf(ship(shop, sold.order, [{ vendorItemId: Number(sold.line) }]))).toEqual(['INVALID_STATE']);
  });
});

test('a box is RETURN while a return of all of it is open, and again its own status when it is refused', () => {
  const shop = open();
  const sold = sellDelivered(shop, { quantity: 2 });
  const statusOf = () => at(rowsOf(shop.guide('GET', `orders/${sold.order}`))[0], 'status');
  claim(shop, sold, { kind: 'return', quantity: 1 });
  expect(statusOf()).toBe('FINAL_DELIVERY');
  claim(shop, sold, { kind: 'return', quantity: 1 });
  expect(statusOf()).toBe('RETURN');
  shop.act('story.withdraw', { order: sold.order });
  expect(statusOf()).toBe('FINAL_DELIVERY');
});

test('orders of the guide come to be prepared by themselves, unless the shop is quiet', () => {
  for (const quiet of [true, false]) {
    const shop = openTestShop({ orders: 0, edition: 'guide', quiet });
    const sold = sell(shop);
    shop.now += 2 * HOUR_MS;
    shop.tick();
    expect(boxOfOrder(shop, sold).status).toBe(quiet ? 'ACCEPT' : 'INSTRUCT');
  }
});
