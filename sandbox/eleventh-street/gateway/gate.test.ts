import { describe, expect, test } from 'vitest';
import { openTestShop, sell, shipAll, WINDOW } from '../test-shop.ts';

const HEALTH = '/rest/areaservice/outboundarea';

describe('the gate', () => {
  test('lets the key in, whatever the case of its header', () => {
    expect(openTestShop().get('areaservice/outboundarea').message).toBe('SUCCESS');
  });

  test('tells a wrong key with HTTP 200 in the shape of what was asked', () => {
    const shop = openTestShop();
    shop.act('expireKey');
    const list = shop.get(`ordservices/complete/${WINDOW}`);
    expect([list.status, list.root, list.code]).toEqual([200, 'orders', '-1']);
    expect(list.message).toContain('OpenAPI Key 에 해당하는 유저가 없습니다');
    const action = shop.get('ordservices/reqpackaging/1/1/N/null/1');
    expect([action.status, action.root, action.code]).toEqual([200, 'ResultOrder', '-1']);
    expect(shop.get('areaservice/outboundarea').message).toContain('OpenAPI Key');
    expect(shop.guide('GET', 'orders/1').status).toBe(401);
  });

  test('refuses an address that is not registered with HTTP 500 and -500', () => {
    const shop = openTestShop({ allowedIps: ['10.0.0.2'] });
    const refused = shop.get('areaservice/outboundarea');
    expect([refused.status, refused.root, refused.code]).toEqual([500, 'AuthMessage', '-500']);
    expect(refused.message).toMatch(/^\[IP\]/);
    expect(shop.guide('GET', 'orders/1').status).toBe(403);
    shop.act('setAllowedIps', { allowedIps: ['10.0.0.1'] });
    expect(shop.get('areaservice/outboundarea').status).toBe(200);
  });

  test('plays an address that lost its registration', () => {
    const shop = openTestShop();
    shop.fault('ip_not_allowed', undefined, { times: 1 });
    expect(shop.get('areaservice/outboundarea').code).toBe('-500');
    expect(shop.get('areaservice/outboundarea').message).toBe('SUCCESS');
  });

  test('knows no other paths: the exchange without an invoice is none of them', () => {
    const shop = openTestShop();
    for (const path of [
      'nowhere',
      'claimservice/exchangereqconf/1/2/3',
      'cateservice/categoryAttributes/1',
    ]) {
      const refused = shop.get(path);
      expect([refused.status, refused.root, refused.code]).toEqual([500, 'AuthMessage', '-997']);
    }
    expect(shop.market.operationOf({ ...blank, path: '/rest/nowhere' })).toBe('unknown');
  });

  test('counts calls by the limit that the shop was opened with', () => {
    const shop = openTestShop({ limits: true, callsPerSecond: 3 });
    const calls = Array.from({ length: 5 }, () => shop.ask({ path: HEALTH }));
    expect(calls.map(({ answer }) => answer.status)).toEqual([200, 200, 200, 429, 429]);
    expect(calls.map(({ overLimit }) => overLimit ?? false)).toEqual([false, false, false, true, true]);
    expect(calls[4]?.answer.headers?.['retry-after']).toBe('1');
    shop.now += 1_001;
    expect(shop.ask({ path: HEALTH }).answer.status).toBe(200);
  });

  test('counts 300 calls a minute in the guide, apart from the others', () => {
    const shop = openTestShop({ limits: true, callsPerSecond: 1 });
    for (let call = 0; call < 300; call += 1) expect(shop.guide('GET', 'orders/1').status).toBe(404);
    expect(shop.guide('GET', 'orders/1').status).toBe(429);
    expect(shop.ask({ path: HEALTH }).answer.status).toBe(200);
  });

  test('breaks down in several ways, one of which has done the work', () => {
    const shop = openTestShop();
    const outcomes = new Set<string>();
    for (let round = 0; round < 40; round += 1) {
      const place = sell(shop);
      shop.get(`ordservices/reqpackaging/${place.ordNo}/1/N/null/${place.dlvNo}`);
      shop.fault('server_error', 'orders.ship', { times: 1 });
      const { status, code } = shipAll(shop, place, `6900000${String(round).padStart(5, '0')}`);
      const isDone = shop.lines(place.ordNo)[0]?.stage === '401';
      expect(isDone).toBe(status === 504);
      outcomes.add(`${status} ${code}`.trim());
    }
    expect([...outcomes].sort()).toEqual(['200 -1000', '500', '503', '504']);
  });

  test('says 429 when told to, without counting it as the caller’s fault', () => {
    const shop = openTestShop();
    shop.fault('rate_limited');
    const call = shop.ask({ path: HEALTH });
    expect([call.answer.status, call.overLimit]).toEqual([429, undefined]);
  });
});

const blank = {
  method: 'GET',
  query: '',
  headers: {},
  body: Buffer.alloc(0),
  remoteAddress: '',
};
