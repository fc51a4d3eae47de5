import { describe, expect, it } from 'vitest';
import { ORDERS, openTestShop } from '../test-shop.ts';

const ACCOUNT = '/v1/seller/account';

describe('gateway', () => {
  it('answers the account and the channels', () => {
    const shop = openTestShop({ orders: 0 });
    const account = shop.get(ACCOUNT);
    expect(account.json).toEqual({
      accountId: expect.any(String),
      accountUid: expect.any(String),
      grade: expect.any(String),
    });
    expect(account.headers).toMatchObject({
      'GNCP-GW-Trace-ID': expect.stringMatching(/^cr3-/),
      'GNCP-GW-RateLimit-Replenish-Rate': '2',
      'GNCP-GW-RateLimit-Burst-Capacity': '4',
    });
    const channels = shop.get('/v1/seller/channels').json.list;
    expect(channels).toMatchObject([{ channelType: 'STOREFARM' }, { channelType: 'WINDOW' }]);
  });

  it.each([
    ['none', undefined],
    ['another scheme', 'Basic abc'],
    ['two blanks', 'Bearer  token'],
    ['an unknown token', 'Bearer token'],
  ])('refuses an authorization header with %s', (_what, authorization) => {
    const shop = openTestShop({ orders: 0 });
    const answer = shop.send('GET', ACCOUNT, { headers: authorization ? { authorization } : {} });
    expect(answer.status).toBe(401);
    expect(answer.json).toMatchObject({
      code: 'GW.AUTHN',
      message: expect.any(String),
      timestamp: expect.stringMatching(/\+09:00$/),
      traceId: answer.headers['GNCP-GW-Trace-ID'],
    });
  });

  it('refuses dead tokens, unticked groups and foreign addresses', () => {
    const shop = openTestShop({ orders: 0 });
    const authorization = `Bearer ${String(shop.askToken().json.access_token)}`;
    shop.act('expireTokens');
    expect(shop.send('GET', ACCOUNT, { headers: { authorization } }).json.code).toBe('GW.AUTHN');
    expect(shop.get(ACCOUNT).status).toBe(200);

    shop.act('setApiGroups', { groups: ['seller-info'] });
    expect(shop.get(ACCOUNT).status).toBe(200);
    expect(shop.get(`${ORDERS}/product-orders`, { from: 'x' }).json.code).toBe('GW.AUTHN');
    shop.act('setApiGroups');

    shop.act('setAllowedIps', { ips: ['203.0.113.7'] });
    expect(shop.get(ACCOUNT).json.code).toBe('GW.IP_NOT_ALLOWED');
    const headers = { authorization: `Bearer ${String(shop.askToken().json.access_token)}` };
    expect(shop.send('GET', ACCOUNT, { headers, from: '203.0.113.7' }).status).toBe(200);
  });

  it('knows no other path and no other method', () => {
    const shop = openTestShop({ orders: 0 });
    for (const [method, path] of [
      ['GET', '/v1/nothing'],
      ['POST', ACCOUNT],
      ['GET', '/v1/oauth2/token'],
      ['POST', `${ORDERS}/product-orders/1/claim/cancel/reject`],
    ] as const) {
      const answer = shop.send(method, path);
      expect(answer.status).toBe(404);
      expect(answer.json.code).toBe('GW.NOT_FOUND');
      expect(answer.call.operation).toBe('unknown');
    }
  });

  it('reports the operation it announced', () => {
    const shop = openTestShop({ orders: 0 });
    const request = {
      method: 'POST',
      path: `${ORDERS}/product-orders/2026112110000011/delay`,
      query: '',
      headers: {},
      body: Buffer.alloc(0),
      remoteAddress: '127.0.0.1',
    };
    expect(shop.market.operationOf(request)).toBe('product-orders.delay');
    expect(shop.market.answer(request, shop.frame).operation).toBe('product-orders.delay');
  });

  it('admits a burst of four calls per API and refuses the fifth', () => {
    const shop = openTestShop({ orders: 0, limits: true });
    const answers = Array.from({ length: 5 }, () => shop.get(ACCOUNT));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 429]);
    expect(answers.map(({ headers }) => headers['GNCP-GW-RateLimit-Remaining'])).toEqual([
      '3',
      '2',
      '1',
      '0',
      '0',
    ]);
    const refused = answers.at(-1);
    expect(refused?.json.code).toBe('GW.RATE_LIMIT');
    expect(refused?.call).toMatchObject({
      overLimit: true,
      bucket: `app:${shop.clientId}:seller.account`,
    });
    expect(shop.get('/v1/seller/channels').status).toBe(200);
    shop.act('setLimits', { limits: false });
    expect(shop.get(ACCOUNT).status).toBe(200);
    shop.act('setLimits', { perSecond: 1, capacity: 1 });
    expect([shop.get(ACCOUNT).status, shop.get(ACCOUNT).status]).toEqual([200, 429]);
  });

  it('plays gateway faults', () => {
    const shop = openTestShop({ orders: 0 });
    shop.fault('rate_limited');
    shop.askToken();
    expect(shop.get(ACCOUNT).status).toBe(200);
    shop.fault('rate_limited', 'seller.account');
    const limited = shop.get(ACCOUNT);
    expect(limited.status).toBe(429);
    expect(limited.call.overLimit).toBeUndefined();
    shop.fault('server_error', 'seller.account');
    expect(shop.get(ACCOUNT).status).toBeGreaterThanOrEqual(500);
    shop.fault('ip_not_allowed', 'seller.account');
    expect(shop.get(ACCOUNT).json.code).toBe('GW.IP_NOT_ALLOWED');
  });

  it('lets all tokens die on a fault', () => {
    const shop = openTestShop({ orders: 0 });
    const before = shop.askToken().json.access_token;
    shop.fault('token_dies', 'seller.account');
    expect(shop.get(ACCOUNT).json.code).toBe('GW.AUTHN');
    expect(shop.askToken().json.access_token).not.toBe(before);
    expect(shop.get(ACCOUNT).status).toBe(200);
  });
});
