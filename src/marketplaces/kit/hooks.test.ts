import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type HookRequest, type HooksPort, hintsAnywhere } from './hooks.ts';
import { parseLossless } from './lossless.ts';

const ids = (text: string) => hintsAnywhere(parseLossless(text)).map(({ nativeOrderId }) => nativeOrderId);

describe('order numbers in pushes', () => {
  test("are found in the guide's example, with the kind of event", () => {
    const pushed = {
      platform: 'coupang',
      event_type: 'order.created',
      data: { orderId: '5000000123', orderItems: [{ vendorItemId: '70000123', orderPrice: 149000 }] },
    };
    expect(hintsAnywhere(pushed)).toEqual([{ nativeOrderId: '5000000123', kind: 'order.created' }]);
  });

  test.each([
    ['Ozon', '{"message_type":"TYPE_NEW_POSTING","posting_number":"24319409-0021-1"}', ['24319409-0021-1']],
    ['Yandex', '{"notificationType":"ORDER_CREATED","orderId":51265417001}', ['51265417001']],
    [
      'Cafe24 in bulk',
      '{"event_no":90071,"resource":{"order_id":"20261120-0000011, 20261120-0000012"}}',
      ['20261120-0000011', '20261120-0000012'],
    ],
    ['longer than a double', '{"order_no":642538971006401429}', ['642538971006401429']],
    ['a list', '[{"ordNo":"1"},{"ordNo":"2"},{"ordNo":"1"}]', ['1', '2']],
    // A product order is no order number; the change itself comes with the feed.
    ['a Naver product order', '{"productOrderId":"2026112012345671"}', []],
  ])('are found as %s writes them', (_name, body, expected) => {
    expect(ids(body)).toEqual(expected);
  });

  test('never make it throw or go on for ever, whatever comes', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 12 }), (value) => {
        for (const { nativeOrderId } of hintsAnywhere(value)) expect(nativeOrderId).toMatch(/^[\w-]{1,64}$/);
      }),
    );
    let deep: unknown = { orderId: '1' };
    for (let depth = 0; depth < 10_000; depth++) deep = [deep];
    expect(hintsAnywhere(deep)).toEqual([]);
    expect(hintsAnywhere(Array.from({ length: 100_000 }, (_, n) => ({ orderId: `o${n}` })))).toHaveLength(
      200,
    );
  });
});

/** The three that push can be told with the port; their connectors come later. */
describe('the port of pushes', () => {
  const request = (facts: Partial<HookRequest>): HookRequest => ({
    headers: {},
    remoteAddress: '203.0.113.9',
    body: Buffer.from('{}'),
    json: {},
    ...facts,
  });

  test('says what Cafe24 checks: an API key in a header (sheet §3.10)', () => {
    const cafe24: HooksPort = {
      verify: ({ headers }, { webhook_api_key: key }) =>
        key === undefined || headers['x-api-key'] === key
          ? { genuine: true }
          : { genuine: false, because: 'X-API-Key' },
      hintsOf: hintsAnywhere,
    };
    expect(
      cafe24.verify?.(request({ headers: { 'x-api-key': 'k' } }), { webhook_api_key: 'k' }).genuine,
    ).toBe(true);
    expect(cafe24.verify?.(request({}), { webhook_api_key: 'k' }).genuine).toBe(false);
  });

  test('says what Yandex wants to hear: name, version and time, also on its ping (sheet §3.10)', () => {
    const yandex: HooksPort = {
      verify: ({ remoteAddress }) =>
        remoteAddress.startsWith('5.45.207.') ? { genuine: true } : { genuine: false, because: 'address' },
      hintsOf: hintsAnywhere,
      answer: (_json, now) => ({
        status: 200,
        body: { version: '1.0.0', name: 'moa', time: now.toISOString() },
      }),
    };
    expect(yandex.answer?.({ notificationType: 'PING' }, new Date(0)).body).toEqual({
      version: '1.0.0',
      name: 'moa',
      time: '1970-01-01T00:00:00.000Z',
    });
    expect(yandex.verify?.(request({}), {}).genuine).toBe(false);
  });

  test('says what Ozon wants: another answer to a ping, and its seller named in the body (sheet §3.13)', () => {
    const sellerOf = (json: unknown) =>
      typeof json === 'object' && json !== null && 'seller_id' in json ? String(json.seller_id) : null;
    const isPing = (json: unknown) =>
      typeof json === 'object' &&
      json !== null &&
      'message_type' in json &&
      json.message_type === 'TYPE_PING';
    const ozon: HooksPort = {
      verify: ({ json }, { client_id: client }) =>
        isPing(json) || sellerOf(json) === client
          ? { genuine: true }
          : { genuine: false, because: 'seller_id' },
      hintsOf: hintsAnywhere,
      answer: (json, now) =>
        isPing(json)
          ? { status: 200, body: { version: '1.0', name: 'moa', time: now.toISOString() } }
          : { status: 200, body: { result: true } },
    };
    expect(ozon.verify?.(request({ json: { seller_id: 7 } }), { client_id: '7' }).genuine).toBe(true);
    expect(ozon.verify?.(request({ json: { seller_id: 8 } }), { client_id: '7' }).genuine).toBe(false);
    expect(ozon.answer?.({ message_type: 'TYPE_NEW_POSTING' }, new Date(0)).body).toEqual({ result: true });
  });
});
