import { describe, expect, test } from 'vitest';
import { delivered, NOON, openTestShop, PATHS, rowsAt, send, type TestShop } from '../test-shop.ts';

const PARCEL = { deliveryCompanyCode: 'CJGLS', trackingNumber: '123456789012' };
const DAYS = 'startDate=2026-11-20&endDate=2026-11-21';

const guideShop = (body = {}) => openTestShop({ edition: 'guide', ...body });
const orders = (shop: TestShop, rest = '') => shop.guide('GET', `/v1/orders?siteType=GMKT&${DAYS}${rest}`);
const claims = (shop: TestShop, rest = '') => shop.guide('GET', `/v1/claims?${DAYS}${rest}`);
const ship = (shop: TestShop, ordNo: string, method = 'POST', body = {}) =>
  shop.guide(method, `/v1/orders/${ordNo}/shipment`, { ...PARCEL, ...body });

describe('the token', () => {
  const form = (rest: Record<string, string>) => ({
    method: 'POST',
    path: '/oauth/token',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: Buffer.from(new URLSearchParams({ grant_type: 'client_credentials', ...rest }).toString()),
  });

  test('is issued for the credentials and lives an hour', () => {
    const shop = guideShop();
    expect(shop.credentials).toEqual({
      client_id: 'test-client',
      client_secret: 'test-client-secret',
      site: 'BOTH',
    });
    const { client_id = '', client_secret = '' } = shop.credentials;
    const { body } = shop.ask(form({ client_id, client_secret }));
    expect(body).toMatchObject({ token_type: 'Bearer', expires_in: 3600 });
    const read = () =>
      shop.ask({ path: '/v1/claims', query: DAYS, headers: { authorization: `Bearer ${body.access_token}` } })
        .status;
    expect(read()).toBe(200);
    shop.now += 3_600_000;
    expect(read()).toBe(401);
  });

  test('is refused for others', () => {
    const shop = guideShop();
    expect(shop.ask(form({ client_id: 'test-client', client_secret: 'no' }))).toMatchObject({
      status: 401,
      body: { resultCode: 1000, message: expect.stringContaining('[INVALID_TOKEN]') },
    });
    expect(shop.ask({ path: '/v1/orders' }).status).toBe(401);
  });
});

test('an order has the fields of the guide, and one number for its lines', () => {
  const shop = guideShop();
  const { order, lines } = shop.act('story.sell', { lines: 2, quantity: 3, price: 10_000 });
  expect(order).toMatch(/^20261121\d{10}$/);
  const { body } = orders(shop);
  expect(body).toMatchObject({ resultCode: 0, message: '', pageNo: 1, pageSize: 100, totalCount: 1 });
  const [row] = rowsAt(orders(shop), 'orders');
  expect(row).toMatchObject({
    ordNo: order,
    siteType: 'GMKT',
    orderDate: '2026-11-21T10:02:03+09:00',
    orderStatus: 'PAY_COMPLETE',
    productAmount: 60_000,
    commissionRate: 10,
    trackingNumber: null,
  });
  expect(rowsAt({ ...orders(shop), body: row ?? {} }, 'orderItems').map(({ itemNo }) => itemNo)).toEqual(
    lines,
  );
});

test('lists are bounded: days, six months, 100 a page', () => {
  const shop = guideShop();
  shop.sell();
  const count = (days: string) => shop.guide('GET', `/v1/orders?siteType=GMKT&${days}`);
  expect(count('startDate=2026-11-21&endDate=2026-11-21').body.totalCount).toBe(1);
  expect(count('startDate=2026-11-19&endDate=2026-11-20').body.totalCount).toBe(0);
  expect(count('startDate=2026-05-21&endDate=2026-11-21').status).toBe(200);
  expect(count('startDate=2026-05-20&endDate=2026-11-21')).toMatchObject({
    status: 400,
    body: { message: expect.stringContaining('[INVALID_PARAMETER]') },
  });
  expect(orders(shop, '&pageSize=101').status).toBe(400);
  expect(orders(shop, '&orderStatus=PREPARING').body.totalCount).toBe(0);
  expect(orders(shop, '&orderStatus=NONSENSE').status).toBe(400);
  expect(shop.guide('GET', `/v1/orders?siteType=AUCTION&${DAYS}`).body.totalCount).toBe(0);
});

test('500 calls in any minute', () => {
  const shop = guideShop({ limits: true });
  const statuses = Array.from({ length: 501 }, () => claims(shop).status);
  expect(statuses.filter((status) => status === 200)).toHaveLength(500);
  expect(statuses.at(-1)).toBe(429);
});

test('shipping needs no confirmation; the invoice can be changed until delivery', () => {
  const shop = guideShop();
  const ordNo = shop.sell();
  expect(ship(shop, ordNo, 'PUT').status).toBe(409);
  expect(ship(shop, ordNo, 'POST', { deliveryCompanyCode: 'NOBODY' }).status).toBe(400);
  expect(ship(shop, ordNo, 'POST', { sendDate: '2026-11-21' }).body).toEqual({ resultCode: 0, message: '' });
  expect(ship(shop, ordNo)).toMatchObject({
    status: 409,
    body: { message: expect.stringContaining('[ALREADY_PROCESSED]') },
  });
  expect(ship(shop, ordNo, 'PUT', { deliveryCompanyCode: 'HANJIN' }).status).toBe(200);
  expect(rowsAt(orders(shop), 'orders')[0]).toMatchObject({
    orderStatus: 'SHIPPING',
    deliveryCompanyCode: 'HANJIN',
  });
  shop.act('story.deliver', { order: ordNo });
  expect(ship(shop, ordNo, 'PUT').status).toBe(409);
  expect(ship(shop, '202611219999999999').status).toBe(404);
});

describe('claims', () => {
  const asked = (shop: TestShop, kind: string) => {
    const order = shop.sell();
    if (kind !== 'cancel') {
      ship(shop, order);
      shop.act('story.deliver', { order });
    }
    return { order, claimNo: String(shop.act('story.claim', { order, kind }).claim) };
  };
  const act = (shop: TestShop, claimNo: string, path: string, body = {}) =>
    shop.guide('POST', `/v1/claims/${claimNo}/${path}`, body).status;
  const stateOf = (shop: TestShop, claimNo: string) =>
    rowsAt(claims(shop), 'claims').find((claim) => claim.claimNo === claimNo)?.claimStatus;

  test('a cancel waits even before the order is prepared, and is approved or rejected', () => {
    const shop = guideShop();
    const [one, other] = [asked(shop, 'cancel'), asked(shop, 'cancel')];
    expect(rowsAt(orders(shop), 'orders').map(({ orderStatus }) => orderStatus)).toEqual([
      'CANCEL_REQUESTED',
      'CANCEL_REQUESTED',
    ]);
    expect(ship(shop, one.order).status).toBe(409);
    expect(act(shop, one.claimNo, 'cancel/approve')).toBe(200);
    expect(act(shop, one.claimNo, 'cancel/approve')).toBe(409);
    expect(act(shop, other.claimNo, 'cancel/reject')).toBe(400);
    expect(act(shop, other.claimNo, 'cancel/reject', { rejectReason: '이미 발송' })).toBe(200);
    expect(rowsAt(orders(shop), 'orders').map(({ orderStatus }) => orderStatus)).toEqual([
      'CANCELED',
      'PAY_COMPLETE',
    ]);
    expect([one, other].map(({ claimNo }) => stateOf(shop, claimNo))).toEqual(['COMPLETED', 'REJECTED']);
  });

  test('a return goes approve, collect, complete', () => {
    const shop = guideShop();
    const { order, claimNo } = asked(shop, 'return');
    expect(act(shop, claimNo, 'return/complete')).toBe(409);
    for (const step of ['approve', 'collect', 'complete'])
      expect(act(shop, claimNo, `return/${step}`)).toBe(200);
    expect(act(shop, claimNo, 'return/reject', { rejectReason: '늦음' })).toBe(409);
    expect(shop.tell(order)).toMatchObject({
      status: 'returned',
      left: 0,
      claims: [{ refunded: true, fee: 3000 }],
    });
    expect(rowsAt(orders(shop), 'orders')[0]).toMatchObject({
      orderStatus: 'RETURNED',
      refundAmount: expect.any(Number),
    });
  });

  test('an exchange goes approve, courier, shipment, delivery', () => {
    const shop = guideShop();
    const { order, claimNo } = asked(shop, 'exchange');
    expect(act(shop, claimNo, 'exchange/shipment', PARCEL)).toBe(409);
    expect(act(shop, claimNo, 'exchange/approve')).toBe(200);
    shop.act('story.collect', { order });
    expect(stateOf(shop, claimNo)).toBe('COLLECTED');
    expect(act(shop, claimNo, 'exchange/shipment', PARCEL)).toBe(200);
    expect(stateOf(shop, claimNo)).toBe('SHIPPED');
    shop.act('story.redeliver', { order });
    expect(rowsAt(claims(shop, '&claimType=EXCHANGE'), 'claims')).toMatchObject([
      {
        claimStatus: 'COMPLETED',
        exchangeDeliveryCompanyCode: 'CJGLS',
        exchangeTrackingNumber: PARCEL.trackingNumber,
      },
    ]);
    expect(rowsAt(claims(shop, '&claimType=CANCEL'), 'claims')).toEqual([]);
    expect(rowsAt(orders(shop), 'orders')[0]).toMatchObject({ orderStatus: 'EXCHANGED' });
  });

  test('a claim of another kind, or of nobody, is not found', () => {
    const shop = guideShop();
    expect(act(shop, asked(shop, 'cancel').claimNo, 'return/approve')).toBe(404);
    expect(act(shop, '900000000', 'cancel/approve')).toBe(404);
  });
});

test('both editions tell one truth', () => {
  const shop = openTestShop();
  const order = shop.sell();
  const [row] = rowsAt(orders(shop), 'orders');
  send(shop, order);
  expect(rowsAt(orders(shop), 'orders')[0]).toMatchObject({
    ordNo: row?.ordNo,
    orderStatus: 'SHIPPING',
    trackingNumber: '600000000001',
  });
  const other = delivered(shop);
  const { claim } = shop.act('story.claim', { order: other, kind: 'return' });
  expect(shop.guide('POST', `/v1/claims/${claim}/return/approve`).status).toBe(200);
  expect(shop.call('PUT', PATHS.return(other), { SiteType: 2 }).body.ResultCode).toBe(0);
  expect(rowsAt(claims(shop), 'claims')).toMatchObject([{ claimStatus: 'COMPLETED', claimType: 'RETURN' }]);
  expect(shop.now).toBe(NOON);
});

test('faults come in the envelope of the guide', () => {
  const shop = guideShop();
  const struck = (operation: string) => ({ operation, times: 1 });
  shop.fault('rate_limited', struck('guide.claims'));
  expect(claims(shop).status).toBe(429);
  shop.fault('ip_not_allowed', struck('guide.claims'));
  expect(claims(shop).body).toMatchObject({ message: expect.stringContaining('[FORBIDDEN]') });
  shop.fault('token_dies', struck('guide.claims'));
  expect([claims(shop).status, claims(shop).status]).toEqual([401, 200]);
  shop.fault('item_failure', struck('guide.ship'));
  expect(ship(shop, shop.sell()).status).toBe(400);
});
