import { createServer, type Server } from 'node:http';
import { Agent } from 'undici';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accountId } from '../../domain/ids.ts';
import { SECOND_MS } from './bucket.ts';
import { type Ask, type Budget, type CallEnding, LaneLost, NoGrant } from './budget.ts';
import { type GateCall, type GateSettings, openGate } from './gate.ts';
import { MarketplaceError } from './trouble.ts';

const seen: string[] = [];
const connections = new Set<unknown>();
const dispatcher = new Agent({ connections: 1 });
let server: Server;
let baseUrl: string;

beforeAll(async () => {
  server = createServer((request, answer) => {
    seen.push(`${request.method} ${request.url}`);
    answer.setHeader('x-left', '7');
    answer.setHeader('content-type', 'application/json');
    answer.statusCode = request.url === '/busy' ? 429 : 200;
    answer.end('{"ok":true}');
  });
  server.on('connection', (socket) => connections.add(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  baseUrl = `http://127.0.0.1:${address.port}`;
});
afterAll(async () => {
  await dispatcher.destroy();
  server.close();
});

/** A budget that writes down what it was asked and told. The first `late` grants are too late when it comes to sending. */
function witness({ late = 0, refuse }: { readonly late?: number; readonly refuse?: Error } = {}) {
  const asks: Ask[] = [];
  const endings: CallEnding[] = [];
  const shut: (readonly [string, number, string])[] = [];
  const budget: Budget = {
    async grant(ask) {
      asks.push(ask);
      if (refuse !== undefined) throw refuse;
      const isLate = asks.length <= late;
      return { isLate: () => isLate, settle: (ending) => endings.push(ending) };
    },
    async shut(bucket, forMs, because) {
      shut.push([bucket, forMs, because]);
    },
  };
  return { asks, endings, shut, budget };
}

const OPERATIONS = {
  read: { method: 'GET', path: '/orders', intent: 'read', bucket: 'calls', idempotent: true, cost: 2 },
  busy: { method: 'POST', path: '/busy', intent: 'order-act', bucket: 'calls', idempotent: false },
} as const;

function gateWith(budget: Budget, more: Partial<GateSettings> = {}) {
  return openGate({
    baseUrl,
    operations: OPERATIONS,
    buckets: { calls: { limits: [{ calls: 5, perMs: SECOND_MS }], margin: 0.8, penaltyMs: 20_000 } },
    budget,
    lane: 'stock',
    tokens: { current: () => Promise.reject(new Error('no tokens here')), drop: () => Promise.resolve() },
    dispatcher,
    clock: () => new Date(),
    closedIntents: new Set(),
    ...more,
  });
}

const calling = (operation: keyof typeof OPERATIONS): GateCall<unknown> => ({
  operation,
  headers: () => ({}),
  classify: (answer) => (answer.status === 429 ? { reason: 'over_limit', waitMs: 1_000 } : undefined),
  decode: (json) => json,
});

test('a call asks with its cost, lane and fence, and tells how it ended', async () => {
  const { asks, endings, budget } = witness();
  const fence = { account: accountId(4), kind: 'commands', holder: 'somebody' };
  const gate = gateWith(budget, { fence });
  await gate.ask(calling('read'));
  await gate.ask({ ...calling('read'), cost: 30 });
  expect(asks).toMatchObject([
    { bucket: 'calls', lane: 'stock', cost: 2, fence, longestMs: 60_000 },
    { cost: 30 },
  ]);
  expect(endings).toMatchObject([
    { status: 200, headers: { 'x-left': '7' } },
    { status: 200, headers: { 'x-left': '7' } },
  ]);
});

test('a grant that came too late sends nothing, gives its slot back and is asked for anew', async () => {
  const { asks, endings, budget } = witness({ late: 2 });
  seen.length = 0;
  await gateWith(budget).ask(calling('read'));
  expect(seen).toEqual(['GET /orders']);
  expect(asks).toHaveLength(3);
  expect(endings.map(({ status }) => status)).toEqual([null, null, 200]);
  // The connection outlives the calls that did not leave on it.
  expect(connections.size).toBe(1);
});

test('a lost lane sends nothing', async () => {
  const fence = { account: accountId(4), kind: 'commands', holder: 'somebody' };
  const { budget } = witness({ refuse: new LaneLost(fence) });
  seen.length = 0;
  await expect(gateWith(budget).ask(calling('busy'))).rejects.toThrow(LaneLost);
  expect(seen).toEqual([]);
});

test('a bucket without calls for long fails the call with the reason and the wait, and is not shut for it', async () => {
  const { budget, shut } = witness({ refuse: new NoGrant('calls', 90_000, 'penalty') });
  const error = await gateWith(budget)
    .ask(calling('busy'))
    .catch((caught: unknown) => caught);
  if (!(error instanceof MarketplaceError)) throw new Error('it did not fail');
  expect(error.trouble).toMatchObject({ reason: 'penalty', waitMs: 90_000 });
  expect(error.maybeApplied).toBe(false);
  expect(shut).toEqual([]);
});

test('a limit that was hit shuts the bucket for the longer of both waits', async () => {
  const { budget, shut } = witness();
  await expect(gateWith(budget).ask(calling('busy'))).rejects.toMatchObject({ reason: 'over_limit' });
  expect(shut).toEqual([['calls', 20_000, 'over_limit']]);
});

test('a call may name another host of the edition, and nothing but that', async () => {
  const { budget } = witness();
  const other = { ...calling('read'), host: 'other' };
  const hosts = { other: `${baseUrl}/second` };
  seen.length = 0;
  await gateWith(budget, { hosts }).ask(other);
  await gateWith(budget, { hosts }).ask(calling('read'));
  // An account's own address stands for all of them.
  await gateWith(budget).ask(other);
  expect(seen).toEqual(['GET /second/orders', 'GET /orders', 'GET /orders']);
  await expect(gateWith(budget, { hosts }).ask({ ...other, host: 'toString' })).rejects.toThrow(
    'host not in',
  );
});
