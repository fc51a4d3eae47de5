import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';

const MAIN = join(import.meta.dirname, '..', '..', 'src', 'main.ts');
const REMEMBERED = z.object({
  url: z.url(),
  token: z.string(),
  email: z.string(),
  password: z.string(),
  sandboxUrl: z.url(),
});
const ORDERS = z.object({
  orders: z.array(z.object({ id: z.number(), native_order_id: z.string(), status: z.string().nullable() })),
});
const SHIPPED = z.object({ commands: z.array(z.object({ kind: z.string(), state: z.string() })) });

/** What a newcomer does with `npm start`: list, ship, stop, start again. */
describe('the demo', () => {
  let home: string;
  let demo: Demo;
  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'moa-demo-'));
    demo = await startDemo(home);
  });
  afterAll(async () => {
    await demo.stop();
    rmSync(home, { recursive: true, force: true });
  });

  test('fills one list with the orders of both shops, and new ones keep coming', async () => {
    for (const platform of ['coupang', 'naver']) {
      await until(async () => (await demo.orders(`platform=${platform}&limit=200`)).length >= 150);
    }
    const [newest] = await demo.orders('limit=1');
    await until(async () => (await demo.orders('limit=1'))[0]?.id !== newest?.id);
  });

  test.each(['coupang', 'naver'])(
    'ships an order of %s with the body of the guide, and the marketplace knows',
    async (platform) => {
      const [order] = await demo.orders(`platform=${platform}&status=PAID&limit=1`);
      if (order === undefined) throw new Error('no paid order');
      const answer = await demo.rest('PUT', `/orders/${order.id}/status?wait=30`, {
        status: 'shipped',
        shipping_info: {
          deliveryCompanyCode: 'KOREX',
          trackingNumber: '640055501234',
          sendDate: new Date().toISOString(),
        },
      });
      const { commands } = SHIPPED.parse(answer);
      expect(commands.map(({ kind, state }) => `${kind} ${state}`)).toEqual([
        'acknowledge done',
        'ship done',
      ]);
      const truth = JSON.stringify(
        await demo.sandbox(`/${platform}/shops/demo/orders?id=${order.native_order_id}`),
      );
      expect(truth).toContain('640055501234');
      expect(truth).toContain('CJGLS');
      const [shipped] = (await demo.orders(`q=${order.native_order_id}`)).filter(({ id }) => id === order.id);
      expect(shipped?.status).toBe('SHIPPED');
    },
  );

  test('stops within five seconds, and the next start finds everything again', async () => {
    const [, before] = await demo.orders('limit=2');
    const login = { token: demo.facts.token, password: demo.facts.password };
    const startedAt = performance.now();
    await demo.stop();
    expect(performance.now() - startedAt).toBeLessThan(5_000);

    demo = await startDemo(home);
    expect({ token: demo.facts.token, password: demo.facts.password }).toEqual(login);
    const known = await demo.orders('limit=200');
    expect(known.map(({ id }) => id)).toContain(before?.id);
    // The marketplaces remember too, so an order of the first run can be shipped in the second.
    const order = known.find(({ status, id }) => status === 'PAID' && id <= (before?.id ?? 0));
    const answer = await demo.rest('PUT', `/orders/${order?.id}/status?wait=30`, {
      status: 'shipped',
      shipping_info: { deliveryCompanyCode: '한진택배', trackingNumber: '502512345678' },
    });
    expect(SHIPPED.parse(answer).commands.every(({ state }) => state === 'done')).toBe(true);
  });

  test('lets the demo seller sign in', async () => {
    const answer = await fetch(`${demo.facts.url}/api/auth/sign-in/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: demo.facts.url },
      body: JSON.stringify({ email: demo.facts.email, password: demo.facts.password }),
    });
    expect(answer.status).toBe(200);
  });
});

interface Demo {
  readonly facts: z.infer<typeof REMEMBERED>;
  orders(query: string): Promise<z.infer<typeof ORDERS>['orders']>;
  rest(method: string, path: string, body?: unknown): Promise<unknown>;
  sandbox(path: string): Promise<unknown>;
  stop(): Promise<void>;
}

async function startDemo(home: string): Promise<Demo> {
  const child = spawn(process.execPath, [MAIN, 'demo'], {
    env: { ...process.env, MOA_HOME: home, PORT: '0', DATABASE_URL: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await saysReady(child);
  const file = join(home, 'demo.json');
  if (!existsSync(file)) throw new Error('the demo wrote no demo.json');
  const facts = REMEMBERED.parse(JSON.parse(readFileSync(file, 'utf8')));
  const rest = async (method: string, path: string, body?: unknown) => {
    const answer = await fetch(`${facts.url}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${facts.token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${path} gave ${answer.status}: ${await answer.text()}`);
    return answer.json();
  };
  return {
    facts,
    rest,
    orders: async (query) => ORDERS.parse(await rest('GET', `/orders?${query}`)).orders,
    sandbox: async (path) => (await fetch(`${facts.sandboxUrl}/_control${path}`)).json(),
    async stop() {
      const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
      child.kill('SIGINT');
      await exited;
    },
  };
}

function saysReady(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout?.on('data', (text: Buffer) => {
      said += text.toString();
      if (said.includes('Ctrl-C')) resolve();
    });
    child.once('exit', (code) => reject(new Error(`the demo ended with code ${code}: ${said}`)));
  });
}

/** Asks again until it is so; the test's own time-out is the limit. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await pause(200);
}
