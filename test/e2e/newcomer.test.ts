import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { cutOffStart, type Demo, startDemo } from './demo-process.ts';

/** The demo's shops. */
const SHOPS = ['naver', 'coupang', 'eleventh_street', 'esm'] as const;

const ACCOUNTS = z.object({
  platform_accounts: z.array(z.object({ id: z.number(), platform: z.string(), health: z.string() })),
});
const ORDERS = z.object({
  orders: z.array(
    z.object({
      id: z.number(),
      native_order_id: z.string(),
      status: z.string().nullable(),
      due_at: z.string().nullable(),
    }),
  ),
});
const CLAIMS = z.object({
  claims: z.array(
    z.object({
      state: z.string().nullable(),
      order_id: z.number().nullable(),
      due_at: z.string().nullable(),
      due_for: z.string().nullable(),
    }),
  ),
});
const PLATFORMS = z.object({
  platforms: z.array(
    z.object({
      id: z.string(),
      editions: z.array(
        z.object({
          name: z.string(),
          capabilities: z.array(z.object({ operation: z.string() })),
          carriers: z.record(z.string(), z.string()),
        }),
      ),
    }),
  ),
});
const PRODUCTS = z.object({
  products: z.array(z.object({ id: z.number(), available_quantity: z.number().nullable() })),
});
const LISTED = z.object({
  listings: z.array(
    z.object({
      platform: z.string(),
      listing: z
        .object({ id: z.number(), native_listing_id: z.string().nullable(), link_state: z.string() })
        .nullable(),
    }),
  ),
});
const LISTING = z.object({ items: z.array(z.object({ native_item_id: z.string().nullable() })) });
const WINDOWS = z.object({
  windows: z.array(
    z.object({
      from_account_id: z.number(),
      to_account_id: z.number(),
      open: z.number(),
      max_ms: z.number().nullable(),
    }),
  ),
});
const SHIPPED = z.object({ commands: z.array(z.object({ kind: z.string(), state: z.string() })) });

/**
 * What a newcomer does with `npm start`: look around, ship, stop, start again. ESM lets its lists of orders be read once in
 * five seconds, so that the first reading of both sites takes minutes.
 */
describe('the demo', { timeout: 300_000 }, () => {
  let home: string;
  let demo: Demo;
  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'moa-demo-'));
    // Whoever has enough of waiting and begins again finds nothing broken.
    await cutOffStart(home);
    demo = await startDemo(home);
  }, 180_000);
  afterAll(async () => {
    await demo.stop();
    rmSync(home, { recursive: true, force: true });
  });

  const ordersOf = async (query: string) => (await demo.get(`/orders?${query}`, ORDERS)).orders;
  const claimsOf = async (query: string) => (await demo.get(`/claims?${query}`, CLAIMS)).claims;

  test('has a shop at each of the four marketplaces', async () => {
    const { platform_accounts: shops } = await demo.get('/platform-accounts', ACCOUNTS);
    expect(shops.map(({ platform }) => platform).sort()).toEqual([...SHOPS].sort());
  });

  test('sells one product in all four shops: all but one bought at Coupang leave one in each', async () => {
    const shared = async () => (await demo.get('/products?q=MOA-BOARD', PRODUCTS)).products[0];
    const listed = async () =>
      (await demo.get(`/products/${(await shared())?.id}/listings`, LISTED)).listings.flatMap(
        ({ platform, listing }) => (listing?.link_state === 'linked' ? [{ platform, ...listing }] : []),
      );
    await until(async () => (await shared()) !== undefined && (await listed()).length === SHOPS.length);
    const left = (await shared())?.available_quantity ?? 0;
    expect(left).toBeGreaterThan(1);
    const listings = await listed();
    const atCoupang = listings.find(({ platform }) => platform === 'coupang');
    const { items } = await demo.get(`/listings/${atCoupang?.id}`, LISTING);
    const item = items[0]?.native_item_id;
    await demo.sandbox('/coupang/shops/demo/acts/story.sell', { item, quantity: left - 1 });

    const accounts = (await demo.get('/platform-accounts', ACCOUNTS)).platform_accounts;
    const coupang = accounts.find(({ platform }) => platform === 'coupang')?.id;
    const windows = await until(async () => {
      const all = (await demo.get('/inventory/windows', WINDOWS)).windows;
      const told = all.filter(({ from_account_id }) => from_account_id === coupang);
      return told.length === SHOPS.length - 1 && told.every(({ open }) => open === 0) && told;
    });
    for (const { max_ms } of windows) expect(max_ms).toBeGreaterThan(0);
    for (const { platform, native_listing_id: native } of listings) {
      const truth = await demo.sandbox(`/${platform}/shops/demo/listings?id=${native}`);
      expect(quantitiesIn(truth)).toEqual(platform === 'esm' ? [1, 1] : [1]);
    }
  });

  test.each(SHOPS)(
    'fills the list with the orders of %s, and tells by when they must leave',
    async (platform) => {
      await until(async () => (await ordersOf(`platform=${platform}&limit=200`)).length >= 150);
      const toShip = await ordersOf(`platform=${platform}&status=PAID&limit=20`);
      expect(toShip.length).toBeGreaterThan(0);
      for (const { due_at } of toShip) expect(due_at).not.toBeNull();
    },
  );

  test.each(SHOPS)('shows the claims at %s with their orders and their clocks', async (platform) => {
    await until(async () => {
      const open = await claimsOf(`platform=${platform}&open=true&limit=200`);
      return open.some(({ due_at }) => due_at !== null);
    });
    await until(async () => {
      const all = await claimsOf(`platform=${platform}&limit=200`);
      return all.some(({ order_id }) => order_id !== null);
    });
    for (const { state, due_at, due_for } of await claimsOf(`platform=${platform}&limit=200`)) {
      expect(state).not.toBeNull();
      expect(due_for === null).toBe(due_at === null);
    }
    // What ends first comes first.
    const ends = (await claimsOf(`platform=${platform}&due=soon&limit=200`)).map(({ due_at }) =>
      String(due_at),
    );
    expect(ends).toEqual([...ends].sort());
  });

  test('goes on: new orders keep coming', async () => {
    const [newest] = await ordersOf('limit=1');
    await until(async () => (await ordersOf('limit=1'))[0]?.id !== newest?.id);
  });

  test.each(SHOPS)(
    'ships an order of %s with the body of the guide, and the marketplace knows',
    async (platform) => {
      const { platforms } = await demo.get('/platforms', PLATFORMS);
      const official = platforms
        .find(({ id }) => id === platform)
        ?.editions.find(({ name }) => name === 'official');
      const acknowledges = official?.capabilities.some(({ operation }) => operation === 'orders.acknowledge');
      const [order] = await ordersOf(`platform=${platform}&status=PAID&limit=1`);
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
        ...(acknowledges ? ['acknowledge done'] : []),
        'ship done',
      ]);
      // The number that the seller sees on the marketplace's own pages, which finds the order here too.
      const number = order.native_order_id.split(':').at(-1);
      const truth = JSON.stringify(await demo.sandbox(`/${platform}/shops/demo/orders?id=${number}`));
      expect(truth).toContain('640055501234');
      expect(truth).toContain(official?.carriers.cj);
      const [shipped] = await ordersOf(`platform=${platform}&q=${number}`);
      expect(shipped).toMatchObject({
        id: order.id,
        status: expect.stringMatching(/^(SHIPPED|DELIVERING)$/),
      });
    },
  );

  test('finds every shop in good health', async () => {
    await until(async () => {
      const { platform_accounts: shops } = await demo.get('/platform-accounts', ACCOUNTS);
      return shops.every(({ health }) => health === 'healthy');
    });
  });

  test('stops within five seconds, and the next start finds everything again', async () => {
    const [, before] = await ordersOf('limit=2');
    const login = { token: demo.facts.token, password: demo.facts.password };
    const startedAt = performance.now();
    await demo.stop();
    expect(performance.now() - startedAt).toBeLessThan(5_000);

    demo = await startDemo(home);
    expect({ token: demo.facts.token, password: demo.facts.password }).toEqual(login);
    const known = await ordersOf('limit=200');
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

/** Asks again until it is so; the test's own time-out is the limit. */
async function until<Answer>(ask: () => Promise<Answer | false>): Promise<Answer> {
  for (;;) {
    const answer = await ask();
    if (answer !== false) return answer;
    await pause(1_000);
  }
}

/** How many each marketplace would sell of a listing without options, each in its own words. */
const QUANTITIES = z.object({
  listings: z.tuple([
    z.union([
      z
        .object({ items: z.array(z.object({ amountInStock: z.number() })) })
        .transform(({ items }) => items.map(({ amountInStock }) => amountInStock)),
      z
        .object({ items: z.array(z.object({ stockQuantity: z.number() })) })
        .transform(({ items }) => items.map(({ stockQuantity }) => stockQuantity)),
      z
        .object({ options: z.array(z.object({ stckQty: z.number() })).min(1) })
        .transform(({ options }) => options.map(({ stckQty }) => stckQty)),
      z
        .object({ sites: z.array(z.object({ stock: z.number() })) })
        .transform(({ sites }) => sites.map(({ stock }) => stock)),
    ]),
  ]),
});

function quantitiesIn(truth: unknown): readonly number[] {
  return QUANTITIES.parse(truth).listings[0];
}
