import { beforeEach, describe, expect, it } from 'vitest';
import { BASE, type GuideShop, openGuideShop } from './test-guide.ts';

describe('the door of edition guide', () => {
  let shop: GuideShop;
  beforeEach(() => {
    shop = openGuideShop();
  });
  const anything = `${BASE}/pay-orders/1`;
  const withToken = (token: unknown) =>
    shop.send('GET', anything, { headers: { authorization: `Bearer ${String(token)}` } });

  it('grants a token for 3600 seconds', () => {
    const { status, json, call } = shop.askGuideToken();
    expect(status).toBe(200);
    expect(json).toEqual({ access_token: expect.any(String), token_type: 'Bearer', expires_in: 3_600 });
    expect(call).toMatchObject({ operation: 'guide.token', shop: 'test' });
    expect(withToken(json.access_token).status).toBe(404);
    shop.clock.advance(3_600_000);
    expect(withToken(json.access_token)).toMatchObject({ status: 401, json: { code: 'INVALID_TOKEN' } });
  });

  it.each([
    [401, 'INVALID_TOKEN', { client_secret: 'wrong' }],
    [401, 'INVALID_TOKEN', { client_id: 'nobody' }],
    [400, 'INVALID_PARAMETER', { grant_type: 'password' }],
    [400, 'INVALID_PARAMETER', { grant_type: undefined }],
    [400, 'INVALID_PARAMETER', { client_secret: undefined }],
  ])('answers %i %s to a form with %j', (status, code, fields) => {
    expect(shop.askGuideToken(fields)).toMatchObject({ status, json: { code, message: expect.any(String) } });
  });

  it('wants a form', () => {
    expect(shop.send('POST', '/oauth/token', { body: { client_id: shop.clientId } })).toMatchObject({
      status: 400,
      json: { code: 'INVALID_PARAMETER' },
    });
  });

  it('keeps the tokens of the two editions apart', () => {
    expect(withToken(shop.askToken().json.access_token).status).toBe(401);
    const guideToken = String(shop.askGuideToken().json.access_token);
    const headers = { authorization: `Bearer ${guideToken}` };
    expect(shop.send('GET', '/v1/seller/account', { headers }).status).toBe(401);
    expect(shop.get('/v1/seller/account').status).toBe(200);
  });

  it('refuses the old secret, another address and unknown paths', () => {
    expect(shop.ask('GET', '/pay-orders')).toMatchObject({ status: 404, json: { code: 'NOT_FOUND' } });
    expect(shop.ask('POST', '/pay-orders/hold', { body: {} }).status).toBe(404);
    shop.act('setAllowedIps', { ips: ['203.0.113.7'] });
    expect(shop.ask('GET', '/pay-orders/1')).toMatchObject({ status: 403, json: { code: 'FORBIDDEN' } });
    shop.act('reissueSecret', { clientSecret: '$2a$04$AAAAAAAAAAAAAAAAAAAAAO' });
    expect(shop.askGuideToken().status).toBe(401);
  });

  it('takes 1000 calls in any minute', () => {
    const limited = openGuideShop({ limits: true });
    const headers = { authorization: `Bearer ${String(limited.askGuideToken().json.access_token)}` };
    const answers = Array.from({ length: 1_001 }, () => limited.send('GET', anything, { headers }));
    expect(answers.slice(0, 1_000).every(({ status }) => status === 404)).toBe(true);
    expect(answers.at(-1)).toMatchObject({
      status: 429,
      json: { code: 'TOO_MANY_REQUESTS' },
      call: { overLimit: true, bucket: `app:${limited.clientId}:guide` },
    });
  });

  it.each([
    ['rate_limited', 429],
    ['server_error', 500],
    ['token_dies', 401],
    ['ip_not_allowed', 403],
  ] as const)('plays %s', (kind, status) => {
    shop.fault(kind, 'guide.product-orders.read');
    expect(shop.ask('GET', '/pay-orders/1').status).toBe(status);
    expect(shop.ask('GET', '/pay-orders/1').status).toBe(404);
  });

  it('says which operations leave a trace', () => {
    expect(shop.market.changesState('guide.ship')).toBe(true);
    expect(shop.market.changesState('claims.return.approve')).toBe(true);
    expect(shop.market.changesState('product-orders.confirm')).toBe(true);
    expect(shop.market.changesState('guide.orders.changed')).toBe(false);
  });
});
