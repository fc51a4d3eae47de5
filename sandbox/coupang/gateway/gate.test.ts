import { afterEach, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../../frame/server.ts';
import { coupangMarketplace } from '../marketplace.ts';
import { at, dayQuery, NOON, openTestShop, PATHS, VENDOR_ID } from '../test-shop.ts';
import { isSignedBy, readAuthorization, signatureOf } from './signature.ts';

const ACCEPT_TODAY = dayQuery('2026-11-20', '2026-11-21', 'ACCEPT');

/** The test vectors of the sheet (§1). */
const SECRET_KEY = '0123456789abcdef0123456789abcdef01234567';
const SIGNED_DATE = '261121T010203Z';
const VECTORS = [
  {
    method: 'GET',
    path: '/v2/providers/openapi/apis/api/v5/vendors/A00012345/ordersheets',
    query: 'createdAtFrom=2026-11-20%2B09:00&createdAtTo=2026-11-21%2B09:00&status=ACCEPT&maxPerPage=50',
    signature: 'd8b96059883a70da0b137a1557818fee146969eb189bfd41fd4e3bf504c2a4a4',
  },
  {
    method: 'PUT',
    path: '/v2/providers/openapi/apis/api/v4/vendors/A00012345/ordersheets/acknowledgement',
    query: '',
    signature: '95ae6c717fe43265d3266dad01795d6752a6a832525057846e9b880ee22cbafb',
  },
  {
    method: 'PUT',
    path: '/v2/providers/seller_api/apis/api/v1/marketplace/vendor-items/70071284034/prices/19900',
    query: 'forceSalePriceUpdate=true',
    signature: '1b2075f59d5f9c7ece23b5abeecf8b49b202ed6184f5069da7f64355bb300ae4',
  },
];

test.each(VECTORS)('the signature of the sheet: $method $path', ({ method, path, query, signature }) => {
  expect(signatureOf(SECRET_KEY, SIGNED_DATE, { method, path, query })).toBe(signature);
  const header = `CEA algorithm=HmacSHA256, access-key=k, signed-date=${SIGNED_DATE}, signature=${signature}`;
  const credentials = readAuthorization(header);
  const request = { method, path, query, headers: {}, body: Buffer.from('unsigned'), remoteAddress: '' };
  expect(credentials && isSignedBy(SECRET_KEY, credentials, request)).toBe(true);
  expect(credentials && isSignedBy(SECRET_KEY, credentials, { ...request, query: `${query}&x=1` })).toBe(
    false,
  );
});

test('the gate admits the signed request of the sheet', () => {
  const [vector] = VECTORS;
  const headers = {
    authorization: `CEA algorithm=HmacSHA256, access-key=12345678-abcd-4ef0-9876-0123456789ab, signed-date=${SIGNED_DATE}, signature=${vector?.signature}`,
    'x-extended-timeout': '90000',
  };
  expect(openTestShop().ask({ ...vector, headers })).toMatchObject({
    status: 200,
    body: { code: 200, message: 'OK' },
  });
});

test('the query is signed as sent: the same query encoded differently does not pass', () => {
  const shop = openTestShop();
  const authorization = shop.authorization('GET', PATHS.ordersheets, ACCEPT_TODAY);
  const query = ACCEPT_TODAY.replaceAll(':', '%3A');
  expect(shop.ask({ path: PATHS.ordersheets, query, headers: { authorization } }).status).toBe(401);
  expect(shop.get(PATHS.ordersheets, query).status).toBe(200);
});

test.each([
  ['no header', () => undefined, 'Request is not authorized.'],
  ['another scheme', () => 'Bearer abc', 'HMAC format is invalid.'],
  ['a field missing', (good: string) => good.replace(/, signed-date=[^,]+/, ''), 'HMAC format is invalid.'],
  ['an unknown key', (good: string) => good.replace('12345678-', '87654321-'), 'Request is not authorized.'],
  ['a wrong signature', (good: string) => good.replace(/.{4}$/, 'beef'), 'Invalid signature'],
])('%s is refused', (_name, spoil, message) => {
  const shop = openTestShop();
  const authorization = spoil(shop.authorization('GET', PATHS.ordersheets, ACCEPT_TODAY));
  const answered = shop.ask({
    path: PATHS.ordersheets,
    query: ACCEPT_TODAY,
    headers: authorization === undefined ? {} : { authorization },
  });
  expect(answered).toMatchObject({
    status: 401,
    body: { code: 'ERROR', message, transactionId: expect.any(String) },
  });
});

test.each([
  [-301, 401],
  [-300, 200],
  [300, 200],
  [301, 401],
])('a signature made %i seconds from now answers %i', (seconds, status) => {
  const shop = openTestShop();
  const authorization = shop.authorization('GET', PATHS.ordersheets, ACCEPT_TODAY, NOON + seconds * 1_000);
  const answered = shop.ask({ path: PATHS.ordersheets, query: ACCEPT_TODAY, headers: { authorization } });
  expect(answered.status).toBe(status);
  if (status === 401) expect(at(answered.body, 'message')).toBe('Specified signature is expired.');
});

test('a key dies after 180 days, or at once when told, and a new one takes its place', () => {
  const shop = openTestShop();
  const ask = () => shop.get(PATHS.sellerProducts, `vendorId=${VENDOR_ID}`).status;
  shop.now = NOON + 180 * 24 * 3_600_000 - 1;
  expect(ask()).toBe(200);
  shop.now += 1;
  expect(ask()).toBe(401);
  shop.act('reissueKey', { accessKey: '12345678-abcd-4ef0-9876-0123456789ab', secretKey: SECRET_KEY });
  expect(ask()).toBe(200);
  shop.act('expireKey', {});
  expect(ask()).toBe(401);
});

test('a source address that is not registered is refused', () => {
  const shop = openTestShop({ allowedIps: ['10.9.9.9'] });
  const refused = shop.get(PATHS.ordersheets, ACCEPT_TODAY);
  expect(refused).toMatchObject({
    status: 403,
    body: { code: 'ERROR', message: 'Your ip address 10.0.0.1 is not allowed' },
  });
  shop.act('setAllowedIps', { allowedIps: ['10.0.0.1'] });
  expect(shop.get(PATHS.ordersheets, ACCEPT_TODAY).status).toBe(200);
  shop.fault('ip_not_allowed', { times: 1 });
  expect(shop.get(PATHS.ordersheets, ACCEPT_TODAY).status).toBe(403);
});

test('a vendorId that is not the key’s own', () => {
  const shop = openTestShop();
  expect(shop.get(PATHS.ordersheets.replace(VENDOR_ID, 'A00099999'), ACCEPT_TODAY)).toMatchObject({
    status: 404,
    body: undefined,
  });
  expect(shop.get(PATHS.ordersheets.replace(VENDOR_ID, 'seller'), ACCEPT_TODAY)).toMatchObject({
    status: 400,
    body: { code: 400, message: 'Invalid vendor ID' },
  });
  expect(shop.get(PATHS.sellerProducts, 'vendorId=A00099999').status).toBe(404);
  expect(shop.get(PATHS.sellerProducts).status).toBe(400);
});

test.each([
  ['POST', PATHS.ordersheets],
  ['POST', PATHS.acknowledgement],
  ['PUT', PATHS.invoices],
  ['GET', '/v2/providers/seller_api/apis/api/v1/orders'],
  ['GET', `${PATHS.ordersheets}/`],
])('%s %s is in no specification', (method, path) => {
  expect(openTestShop().send(method, path, {})).toMatchObject({
    status: 404,
    body: { code: 'ERROR', message: 'No exactly matching API specification' },
    call: { operation: 'unknown' },
  });
});

test('the sixth call within a second is refused, and the fifth is warned', () => {
  const shop = openTestShop({ limits: true });
  const calls = Array.from({ length: 6 }, () => shop.get(PATHS.returnCenters).call);
  expect(calls.map(({ answer }) => answer.status)).toEqual([200, 200, 200, 200, 200, 429]);
  expect(calls.map(({ answer }) => answer.headers?.['X-CAG-Warnings'] !== undefined)).toEqual([
    false,
    false,
    false,
    false,
    true,
    true,
  ]);
  expect(calls.at(-1)).toMatchObject({ bucket: `vendor:${VENDOR_ID}`, overLimit: true });
  shop.act('setLimits', { limits: false });
  expect(shop.get(PATHS.returnCenters).status).toBe(200);
});

test('an injected 429 is not the caller’s fault', () => {
  const shop = openTestShop();
  shop.fault('rate_limited', { times: 1 });
  const { call } = shop.get(PATHS.returnCenters);
  expect(call.answer.status).toBe(429);
  expect(call.overLimit).toBeUndefined();
});

test('server errors come in four sorts, and only the 504 applies the call', () => {
  const shop = openTestShop();
  const seen = new Set<number>();
  shop.fault('server_error');
  for (const orderId of shop.buy(60)) {
    const [box] = shop.truth(orderId);
    const body = { vendorId: VENDOR_ID, shipmentBoxIds: [box?.shipmentBoxId] };
    const { status } = shop.send('PUT', PATHS.acknowledgement, body);
    seen.add(status);
    expect(shop.truth(orderId)[0]?.status).toBe(status === 504 ? 'INSTRUCT' : 'ACCEPT');
  }
  expect([...seen].sort()).toEqual([500, 502, 503, 504]);
});

let sandbox: Sandbox | undefined;
afterEach(() => sandbox?.close());

test('over the network: signed without the prefix of the sandbox', async () => {
  sandbox = await startSandbox({ marketplaces: [coupangMarketplace()] });
  const opened = await fetch(`${sandbox.url}/_control/coupang/shops`, {
    method: 'POST',
    body: JSON.stringify({ orders: 3, vendorId: VENDOR_ID, accessKey: 'key', secretKey: SECRET_KEY }),
  });
  expect(await opened.json()).toEqual({
    shop: VENDOR_ID,
    credentials: {
      vendor_id: VENDOR_ID,
      access_key: 'key',
      secret_key: SECRET_KEY,
      wing_id: 'wing-a00012345',
    },
    base_url: `${sandbox.url}/coupang`,
  });
  const signedDate = `${new Date().toISOString().slice(2, 19).replaceAll(/[-:]/g, '')}Z`;
  const query = `vendorId=${VENDOR_ID}&maxPerPage=2`;
  const signature = signatureOf(SECRET_KEY, signedDate, { method: 'GET', path: PATHS.sellerProducts, query });
  const response = await fetch(`${sandbox.url}/coupang${PATHS.sellerProducts}?${query}`, {
    headers: {
      authorization: `CEA algorithm=HmacSHA256, access-key=key, signed-date=${signedDate}, signature=${signature}`,
    },
  });
  expect(await response.json()).toMatchObject({ code: 'SUCCESS', nextToken: '2' });
});
