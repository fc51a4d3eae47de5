import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createClock } from './clock.ts';
import { counterMarketplace } from './counter-marketplace.ts';
import { type Sandbox, startSandbox } from './server.ts';

let sandbox: Sandbox;

beforeEach(async () => {
  const clock = createClock();
  clock.freeze();
  clock.set(Date.parse('2026-11-20T00:00:00Z'));
  sandbox = await startSandbox({ marketplaces: [counterMarketplace()], clock });
});

afterEach(() => sandbox.close());

async function call(
  method: string,
  path: string,
  body?: unknown,
): Promise<{ status: number; content: unknown }> {
  const response = await fetch(`${sandbox.url}/_control/${path}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, content: await response.json() };
}

async function answered(method: string, path: string, body?: unknown): Promise<unknown> {
  const { status, content } = await call(method, path, body);
  expect(status, JSON.stringify(content)).toBe(200);
  return content;
}

test('health and the marketplaces', async () => {
  expect(await answered('GET', 'health')).toEqual({ status: 'ok' });
  expect(await answered('GET', 'marketplaces')).toEqual({ marketplaces: ['counter'] });
});

test('the clock is read, moved, set, frozen and let go', async () => {
  expect(await answered('GET', 'clock')).toEqual({ now: '2026-11-20T00:00:00.000Z', frozen: true });
  expect(await answered('POST', 'clock', { advance_ms: 60_000 })).toMatchObject({
    now: '2026-11-20T00:01:00.000Z',
  });
  const set = { set: '2026-12-01T09:00:00+09:00' };
  expect(await answered('POST', 'clock', set)).toEqual({ now: '2026-12-01T00:00:00.000Z', frozen: true });
  expect(await answered('POST', 'clock', { freeze: false })).toMatchObject({ frozen: false });
});

test('opening a shop answers what is needed to connect it', async () => {
  expect(await answered('POST', 'counter/shops', {})).toEqual({
    shop: 'only',
    credentials: { key: 'secret' },
    base_url: `${sandbox.url}/counter`,
  });
  expect(await answered('GET', 'counter/shops')).toEqual({ shops: ['only'] });
});

test('buyers buy, and the truth shows it', async () => {
  expect(await answered('POST', 'counter/shops/only/buy', { count: 2 })).toEqual({ orders: ['1', '2'] });
  expect(await answered('GET', 'counter/shops/only/orders')).toEqual({
    orders: [{ orderId: '1' }, { orderId: '2' }],
  });
  expect(await answered('GET', 'counter/shops/only/orders?id=2')).toEqual({ orders: [{ orderId: '2' }] });
});

test('traffic keeps buying until it is stopped', async () => {
  await answered('POST', 'counter/shops/only/traffic', { every_ms: 10, count: 1 });
  const orders = async () => JSON.stringify(await answered('GET', 'counter/shops/only/orders'));
  await vi.waitFor(async () => expect(await orders()).toContain('"3"'));
  await answered('POST', 'counter/shops/only/traffic', { every_ms: 0 });
  const settled = await orders();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(await orders()).toBe(settled);
});

test('an act is played, and its refusal is told', async () => {
  expect(await answered('POST', 'counter/shops/only/acts/forget')).toEqual({ forgotten: true });
  expect(await call('POST', 'counter/shops/only/acts/forget', { keep: 5 })).toEqual({
    status: 400,
    content: { error: 'there are fewer' },
  });
});

test('faults are set, listed and removed', async () => {
  expect(
    await answered('POST', 'counter/faults', { kind: 'slow', operation: 'count.add', delay_ms: 5 }),
  ).toEqual({
    id: 1,
    kind: 'slow',
    operation: 'count.add',
    probability: 1,
    delay_ms: 5,
  });
  await answered('POST', 'counter/faults', { kind: 'html', times: 3 });
  expect(await answered('DELETE', 'counter/faults/1')).toEqual({ removed: 1 });
  expect(await answered('GET', 'counter/faults')).toEqual({
    faults: [{ id: 2, kind: 'html', probability: 1, times: 3 }],
  });
  expect(await answered('DELETE', 'counter/faults')).toEqual({ faults: [] });
});

test('calls are counted per operation and bucket', async () => {
  await answered('POST', 'counter/faults', { kind: 'server_error', times: 1 });
  for (let round = 0; round < 3; round += 1) await fetch(`${sandbox.url}/counter/count`);
  await fetch(`${sandbox.url}/counter/elsewhere`);
  expect(await answered('GET', 'counter/calls')).toMatchObject({
    operations: [
      { shop: 'only', operation: 'count.read', calls: 3, byStatus: { 200: 2, 500: 1 } },
      { operation: 'unknown', calls: 1, byStatus: { 404: 1 } },
    ],
    buckets: [{ bucket: 'all', calls: 3, overLimit: 0, worstWindow: 3 }],
    recent: [
      { operation: 'unknown' },
      { status: 200, faults: [] },
      { status: 200 },
      { at: '2026-11-20T00:00:00.000Z', status: 500, faults: ['server_error'] },
    ],
  });
  expect(await answered('DELETE', 'counter/calls')).toEqual({
    operations: [],
    buckets: [],
    recent: [],
    faults: {},
  });
});

test('a tick happens when asked', async () => {
  await answered('POST', 'tick');
  expect(await answered('GET', 'counter/shops/only/orders?id=1000')).toEqual({
    orders: [{ orderId: '1000' }],
  });
});

test.each([
  ['GET', 'nowhere/shops', undefined, 404],
  ['GET', 'counter/shops/other/orders', undefined, 404],
  ['POST', 'counter/shops/only/acts/toString', undefined, 404],
  ['DELETE', 'counter/faults/9', undefined, 404],
  ['POST', 'counter/faults', { kind: 'gremlin' }, 400],
  ['POST', 'counter/faults', { kind: 'slow', probability: 2 }, 400],
  ['POST', 'counter/shops/only/buy', { count: -1 }, 400],
  ['POST', 'clock', { set: 'yesterday' }, 400],
])('%s %s with %j is refused with %i', async (method, path, body, status) => {
  expect(await call(method, path, body)).toEqual({ status, content: { error: expect.any(String) } });
});
