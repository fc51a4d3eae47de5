import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Agent } from 'undici';
import { afterEach, expect, it } from 'vitest';
import { unlimitedBudget } from '../../kit/budget.ts';
import { openGate } from '../../kit/gate.ts';
import { askerFor } from './calls.ts';
import { BUCKETS, OPERATIONS } from './operations.ts';

const seen: { readonly authorization: string; readonly patience: string | undefined }[] = [];
const server = createServer((request, response) => {
  const patience = request.headers['x-extended-timeout'];
  seen.push({
    authorization: request.headers.authorization ?? '',
    patience: typeof patience === 'string' ? patience : undefined,
  });
  response.statusCode = seen.length < 3 ? 504 : 200;
  response.end(seen.length < 3 ? '{"code":"ERROR","message":"Request timed out"}' : '{"code":200,"data":[]}');
});

afterEach(() => {
  server.close();
  server.closeAllConnections();
});

it('signs every attempt anew and asks for patience from the second one on', async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  let seconds = 0;
  const clock = () => new Date(Date.UTC(2026, 10, 21, 1, 2, seconds++));
  const gate = openGate({
    baseUrl: `http://127.0.0.1:${port}`,
    operations: OPERATIONS,
    buckets: BUCKETS,
    budget: unlimitedBudget,
    lane: 'click',
    tokens: { current: () => Promise.reject(new Error('no tokens here')), drop: () => Promise.resolve() },
    dispatcher: new Agent(),
    clock,
    closedIntents: new Set(),
  });
  const keys = { accessKey: 'a', secretKey: 's', vendorId: 'A00012345' };
  const ask = askerFor({ gate, clock, credentials: {}, keyExpiresAt: null }, keys);
  await ask({ operation: 'ordersheets', query: 'status=ACCEPT', decode: () => null });
  expect(seen.map(({ patience }) => patience)).toEqual([undefined, '30000', '30000']);
  expect(new Set(seen.map(({ authorization }) => authorization)).size).toBe(3);
});
