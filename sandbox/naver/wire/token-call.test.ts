import { beforeEach, describe, expect, it } from 'vitest';
import { openTestShop, START, type TestShop } from '../test-shop.ts';
import { HOUR_MS, MINUTE_MS } from './time.ts';

describe('token', () => {
  let shop: TestShop;
  beforeEach(() => {
    shop = openTestShop({ orders: 0 });
  });

  const works = () => shop.get('/v1/seller/account').status;

  it('grants a token without rate or trace headers', () => {
    const { status, json, headers, call } = shop.askToken();
    expect(status).toBe(200);
    expect(json).toEqual({ access_token: expect.any(String), expires_in: 10_800, token_type: 'Bearer' });
    expect(Object.keys(headers)).toEqual(['content-type']);
    expect(call).toMatchObject({ operation: 'token', shop: 'test' });
  });

  it('gives the same token while it has 30 minutes left, and then a new one beside it', () => {
    const first = shop.askToken().json;
    shop.clock.advance(150 * MINUTE_MS);
    const second = shop.askToken().json;
    expect(second).toEqual({ ...first, expires_in: 1_800 });
    shop.clock.advance(1_000);
    const third = shop.askToken().json;
    expect(third).toMatchObject({ expires_in: 10_800 });
    expect(third.access_token).not.toBe(first.access_token);
    const withFirst = () =>
      shop.send('GET', '/v1/seller/account', {
        headers: { authorization: `Bearer ${String(first.access_token)}` },
      }).status;
    expect(withFirst()).toBe(200);
    shop.clock.advance(30 * MINUTE_MS);
    expect(withFirst()).toBe(401);
  });

  it.each([
    ['client_id', 400, { client_id: 'nobody' }],
    ['grant_type', 400, { grant_type: 'password' }],
    ['type', 400, { type: 'SELLER', account_id: 'x' }],
    ['type', 400, { type: undefined }],
    ['timestamp', 400, { timestamp: 'soon' }],
    ['timestamp', 400, { timestamp: String(START - 5 * MINUTE_MS - 1) }],
    ['timestamp', 400, { timestamp: String(START + 5 * MINUTE_MS + 1) }],
    ['client_secret_sign', 400, { client_secret_sign: 'short' }],
    ['client_secret_sign', 403, { client_secret_sign: 'A'.repeat(80) }],
  ])('names %s when it is wrong (%i)', (name, status, fields) => {
    const answer = shop.askToken(fields);
    expect(answer.status).toBe(status);
    expect(answer.json).toMatchObject({ invalidInputs: [{ name }], timestamp: expect.any(String) });
    expect(works()).toBe(200);
  });

  it('accepts a timestamp up to five minutes off', () => {
    expect(shop.askToken({ timestamp: String(START - 5 * MINUTE_MS) }).status).toBe(200);
    expect(shop.askToken({ timestamp: String(START + 5 * MINUTE_MS) }).status).toBe(200);
  });

  it.each<[string, () => number]>([
    ['parameters in the query', () => shop.askToken({}, { query: { client_id: shop.clientId } }).status],
    [
      'another content type',
      () =>
        shop.askToken(
          {},
          {
            headers: { 'content-type': 'application/json' },
            body: { client_id: shop.clientId, grant_type: 'client_credentials' },
          },
        ).status,
    ],
    ['account_id with SELF', () => shop.askToken({ account_id: 'ncp_1' }).status],
    ['no grant_type', () => shop.askToken({ grant_type: undefined }).status],
  ])('throttles the whole application to one call an hour after %s', (_offence, offend) => {
    const authorization = `Bearer ${String(shop.askToken().json.access_token)}`;
    const read = () => shop.send('GET', '/v1/seller/account', { headers: { authorization } });
    expect(read().status).toBe(200);
    expect(offend()).toBeGreaterThanOrEqual(400);
    const refused = read();
    expect(refused.status).toBe(429);
    expect(refused.json).toMatchObject({ code: 'GW.QUOTA_LIMIT' });
    expect(refused.headers).toMatchObject({
      'gncp-gw-quota-limit': '1',
      'gncp-gw-quota-period': 'HOURS',
      'gncp-gw-quota-remaining': '0',
    });
    expect(refused.call.overLimit).toBe(true);
    expect(shop.askToken().status).toBe(429);
    shop.clock.advance(HOUR_MS);
    expect(read().status).toBe(200);
    expect(read().status).toBe(429);
    shop.act('liftPenalty');
    expect(read().status).toBe(200);
  });

  it('refuses the previous secret once it is re-issued', () => {
    shop.act('reissueSecret', { clientSecret: '$2a$04$AAAAAAAAAAAAAAAAAAAAAO' });
    expect(shop.askToken().status).toBe(403);
  });

  it('refuses an application that was not re-authenticated for 180 days', () => {
    expect(works()).toBe(200);
    shop.clock.advance(180 * 24 * HOUR_MS);
    expect(shop.askToken().status).toBe(403);
    shop.act('renewApplication');
    expect(works()).toBe(200);
    const authorization = `Bearer ${String(shop.askToken().json.access_token)}`;
    shop.act('expireApplication');
    expect(shop.askToken().json).toMatchObject({ invalidInputs: [{ name: 'client_id' }] });
    expect(shop.send('GET', '/v1/seller/account', { headers: { authorization } }).status).toBe(401);
  });

  it('is granted from any address', () => {
    shop.act('setAllowedIps', { ips: ['203.0.113.7'] });
    expect(shop.askToken().status).toBe(200);
    expect(works()).toBe(403);
  });

  it('plays gateway faults', () => {
    shop.fault('rate_limited', 'token');
    expect(shop.askToken().status).toBe(429);
    shop.fault('server_error', 'token');
    expect(shop.askToken().status).toBe(500);
    shop.fault('ip_not_allowed', 'token');
    expect(shop.askToken().status).toBe(403);
    expect(shop.askToken().status).toBe(200);
  });
});
