import { expect, test } from 'vitest';
import { BOTH, listOf, ONLY_AUCTION, ONLY_GMARKET, openTestShop, PATHS, rowsAt, sign } from '../test-shop.ts';

const CARRIERS = { method: 'GET', path: '/item/v1/shipping/delivery-company' };
const DENIED = {
  status: 401,
  body: { status: { message: 'The user does not have right access to the api', status_code: 401 } },
};

/** The test vectors of the sheet (§1). */
const VECTORS = [
  'Bearer eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCIsImtpZCI6Imh1Ym1hc3RlcjAxIn0.eyJpc3MiOiJodWIuZXhhbXBsZS5jb20iLCJzdWIiOiJzZWxsIiwiYXVkIjoic2EuZXNtcGx1cy5jb20iLCJpYXQiOjE3OTUyMTkyMDAsInNzaSI6IkE6aHViYXVjdGlvbixHOmh1Ymdta3QifQ.vYM6Xhp3ZB9TZQCq5ekjmBJZlJE4kGZguQX5gjjhkXU',
  'Bearer eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCIsImtpZCI6Imh1Ym1hc3RlcjAxIn0.eyJpc3MiOiJodWIuZXhhbXBsZS5jb20iLCJzdWIiOiJzZWxsIiwiYXVkIjoic2EuZXNtcGx1cy5jb20iLCJzc2kiOiJHOmh1Ymdta3QifQ.T9vySmC7PdvSwL_jGyYt9VItG_J2NtqMhwPHDBgRPHw',
];

test.each(VECTORS)('a token of the sheet opens the gate', (authorization) => {
  const answered = openTestShop().ask({ ...CARRIERS, headers: { authorization } });
  expect(answered).toMatchObject({ status: 200 });
  expect(rowsAt(answered, 'deliveryCompanies')).toContainEqual({
    deliveryCompCode: 10013,
    deliveryCompName: 'CJ 대한통운 택배',
  });
});

test.each([
  ['no token', undefined],
  ['another secret', sign(BOTH, { secret: 'other' })],
  [
    'a secret taken for base64',
    sign(BOTH, { secret: Buffer.from('TESTSECRET-0123456789abcdef', 'base64').toString('latin1') }),
  ],
  ['an unknown master', sign(BOTH, { header: { kid: 'stranger' } })],
  ['another algorithm', sign(BOTH, { header: { alg: 'none' } })],
  ['another subject', sign(BOTH, { payload: { sub: 'buy' } })],
  ['the new host as audience', sign(BOTH, { payload: { aud: 'sa2.esmplus.com' } })],
  ['a foreign seller id', sign('G:somebody')],
  ['one site twice', sign('G:hubgmkt,G:hubgmkt')],
])('%s is answered 401', (_name, authorization) => {
  const headers: Record<string, string> = authorization === undefined ? {} : { authorization };
  expect(openTestShop().ask({ ...CARRIERS, headers })).toMatchObject(DENIED);
});

test('addresses and permissions are refused with the same body', () => {
  const closed = openTestShop({ allowedIps: ['10.9.9.9'] });
  expect(closed.call(CARRIERS.method, CARRIERS.path)).toMatchObject(DENIED);
  const shop = openTestShop({ restrictedGranted: false });
  expect(shop.call('POST', PATHS.exchange('1', '/hold'), { SiteType: 2 })).toMatchObject(DENIED);
  expect(shop.call('POST', PATHS.exchange('1', '/pickup'), { SiteType: 2 }).status).toBe(200);
});

test('order lists take one call in five seconds per site seller; a look-up by number is free', () => {
  const shop = openTestShop({ limits: true });
  const gmarket = () => shop.post(PATHS.orders, listOf(1), ONLY_GMARKET);
  expect(gmarket()).toMatchObject({ body: { ResultCode: 0 }, call: { bucket: 'orders:hubgmkt' } });
  const refused = gmarket();
  expect(refused).toMatchObject({
    status: 200,
    body: { ResultCode: 3000, Message: '주문 조회는 5초당 1회 호출 가능합니다.', Data: null },
    call: { overLimit: true },
  });
  expect(shop.post(PATHS.waiting, listOf(0), ONLY_GMARKET).call.overLimit).toBe(true);
  expect(shop.post(PATHS.orders, listOf(1, { siteType: 1 }), ONLY_AUCTION).body.ResultCode).toBe(0);
  expect(shop.post(PATHS.orders, { siteType: 2, orderNo: 1, orderStatus: 0 }).call.overLimit).toBeUndefined();
  shop.monotonic = 4_999;
  expect(gmarket().body.ResultCode).toBe(3000);
  shop.monotonic = 5_000;
  expect(gmarket().body.ResultCode).toBe(0);
});

test('keys are read in either case, and paths too', () => {
  const shop = openTestShop();
  const order = shop.sell();
  const answered = shop.post('/shipping/v1/order/requestorders', {
    SITETYPE: 2,
    OrderStatus: '0',
    orderno: order,
  });
  expect(rowsAt(answered, 'Data', 'RequestOrders')).toHaveLength(1);
});

test('a body that is no object, and a path that is none', () => {
  const shop = openTestShop();
  const headers = { authorization: sign(BOTH) };
  expect(shop.ask({ method: 'POST', path: PATHS.orders, headers, body: Buffer.from('[') }).status).toBe(400);
  expect(shop.call('GET', '/shipping/v1/Nothing').status).toBe(404);
});

test('faults come in the shapes of ESM', () => {
  const shop = openTestShop();
  shop.fault('rate_limited', { times: 2 });
  expect(shop.post(PATHS.orders, listOf(1)).body.ResultCode).toBe(3000);
  expect(shop.post(PATHS.cancels, {}).status).toBe(429);
  shop.fault('token_dies', { times: 1 });
  expect(shop.post(PATHS.orders, listOf(1))).toMatchObject(DENIED);
  shop.fault('item_failure', { times: 1, operation: 'orders.check' });
  expect(shop.call('POST', PATHS.check(shop.sell())).body).toMatchObject({ ResultCode: 3000 });
  shop.fault('server_error', { times: 1 });
  expect(shop.post(PATHS.orders, listOf(1)).status).toBeGreaterThanOrEqual(500);
  for (const [kind, expected] of [
    ['duplicate_rows', 4],
    ['feed_skips', 1],
  ] as const) {
    const two = openTestShop();
    two.sell();
    two.sell();
    two.fault(kind);
    expect(rowsAt(two.post(PATHS.orders, listOf(1)), 'Data', 'RequestOrders')).toHaveLength(expected);
  }
  shop.fault('unknown_status');
  expect(rowsAt(shop.post(PATHS.orders, listOf(1)), 'Data', 'RequestOrders')[0]).toMatchObject({
    OrderStatus: 77,
  });
});
