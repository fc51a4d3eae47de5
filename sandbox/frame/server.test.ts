import { afterEach, beforeEach, expect, test } from 'vitest';
import { counterMarketplace } from './counter-marketplace.ts';
import type { FaultKind } from './marketplace.ts';
import { type Sandbox, startSandbox } from './server.ts';

let sandbox: Sandbox;

beforeEach(async () => {
  sandbox = await startSandbox({ marketplaces: [counterMarketplace()] });
});

afterEach(() => sandbox.close());

const count = (method = 'GET', query = '') => fetch(`${sandbox.url}/counter/count${query}`, { method });

async function setFault(kind: FaultKind, rest: Record<string, unknown> = {}): Promise<void> {
  const body = JSON.stringify({ kind, times: 1, ...rest });
  const response = await fetch(`${sandbox.url}/_control/counter/faults`, { method: 'POST', body });
  expect(response.status).toBe(200);
}

async function ordersSoFar(): Promise<number> {
  const response = await fetch(`${sandbox.url}/_control/counter/shops/only/orders`);
  const truth: { orders: unknown[] } = JSON.parse(await response.text());
  return truth.orders.length;
}

test('a marketplace sees path and query as sent, without the prefix of the sandbox', async () => {
  const response = await count('GET', '?a=%2B09:00&b=~');
  expect(await response.json()).toMatchObject({ path: '/count', query: 'a=%2B09:00&b=~' });
});

test('nobody answers for an unknown marketplace', async () => {
  const response = await fetch(`${sandbox.url}/nowhere/count`);
  expect(response.status).toBe(404);
});

test('a body beyond the limit is refused', async () => {
  const response = await fetch(`${sandbox.url}/counter/count`, {
    method: 'POST',
    body: Buffer.alloc(21 * 1024 * 1024),
  });
  expect(response.status).toBe(413);
  expect(await ordersSoFar()).toBe(0);
});

test('closing does not wait for idle connections', async () => {
  await count();
  const startedAt = performance.now();
  await sandbox.close();
  expect(performance.now() - startedAt).toBeLessThan(500);
  sandbox = await startSandbox({ marketplaces: [] });
});

test('down: nothing is applied', async () => {
  await setFault('down');
  expect((await count('POST')).status).toBe(503);
  expect(await ordersSoFar()).toBe(0);
  expect((await count('POST')).status).toBe(200);
});

test('lost_answer: the call is applied but the connection breaks', async () => {
  await setFault('lost_answer');
  await expect(count('POST')).rejects.toThrow();
  expect(await ordersSoFar()).toBe(1);
});

test('reset: half of the body arrives, then the connection breaks', async () => {
  await setFault('reset');
  const response = await count('POST');
  expect(response.status).toBe(200);
  await expect(response.text()).rejects.toThrow();
  expect(await ordersSoFar()).toBe(1);
});

test('slow: the answer waits', async () => {
  await setFault('slow', { delay_ms: 150 });
  const startedAt = performance.now();
  expect((await count()).status).toBe(200);
  expect(performance.now() - startedAt).toBeGreaterThan(140);
});

test.each(['truncated', 'malformed'] as const)('%s: a complete answer that is not JSON', async (kind) => {
  await setFault(kind);
  const response = await count();
  const bytes = Buffer.from(await response.arrayBuffer());
  expect(response.status).toBe(200);
  expect(Number(response.headers.get('content-length'))).toBe(bytes.length);
  expect(() => JSON.parse(bytes.toString())).toThrow();
});

test('html: a page where JSON was due', async () => {
  await setFault('html');
  const response = await count();
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toMatch('text/html');
  expect(await response.text()).toMatch('<html>');
});

test('a fault strikes only its operation, and only as often as it may', async () => {
  await setFault('html', { operation: 'count.add', times: 2 });
  expect((await count()).headers.get('content-type')).toBe('application/json');
  const kinds = [];
  for (let call = 0; call < 3; call += 1) kinds.push((await count('POST')).headers.get('content-type'));
  expect(kinds).toEqual(['text/html;charset=UTF-8', 'text/html;charset=UTF-8', 'application/json']);
});

test('a fault with a probability strikes about as often', async () => {
  await setFault('server_error', { times: 10_000, probability: 0.3 });
  let struck = 0;
  for (let call = 0; call < 300; call += 1) if ((await count()).status === 500) struck += 1;
  expect(struck).toBeGreaterThan(60);
  expect(struck).toBeLessThan(120);
});
