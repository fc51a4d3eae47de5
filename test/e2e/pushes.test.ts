import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Hub } from '../../src/engine/hub.ts';
import { createServer } from '../../src/http/server.ts';
import { startWorker, type Worker } from '../../src/jobs/worker.ts';
import { unlimitedBudget } from '../../src/marketplaces/kit/budget.ts';
import { DATABASE_KINDS, newDatabase } from '../harness/databases.ts';
import { connectShop, newHub, type SellerShop } from '../harness/hub.ts';
import { watchSecrets } from '../harness/log-watch.ts';
import { openBusiness, TEST_SECRET, type TestBusiness } from '../harness/rest.ts';
import { newSandbox } from '../harness/sandbox.ts';
import type { SandboxControl, SandboxShop } from '../harness/sandbox-control.ts';

const BOUGHT = z.object({ orders: z.array(z.string()) });
const PUSHES = z.object({ pushes: z.array(z.object({ status: z.number().nullable() })) });
const ADDRESS = z.object({ url: z.string() });

/** The pull is kept out of the way, so that only pushes can bring what is new. */
const SELDOM_MS = 3_600_000;

describe.each(DATABASE_KINDS)('pushes over the wire on %s', (kind) => {
  let hub: Hub;
  let sandbox: SandboxControl & { close(): Promise<void> };
  let worker: Worker;
  let server: Awaited<ReturnType<typeof createServer>>;
  let business: TestBusiness;
  let url: string;

  beforeAll(async () => {
    sandbox = await newSandbox();
    hub = await newHub(await newDatabase(kind), { budget: unlimitedBudget });
    business = await openBusiness(hub, 'seller');
    server = await createServer(hub, { secret: TEST_SECRET });
    url = await server.listen({ port: 0, host: '127.0.0.1' });
    worker = await startWorker(hub, { pullEveryMs: SELDOM_MS, width: 2 });
  });
  afterAll(async () => {
    await server.close();
    await worker.stop();
    await hub.close();
    await hub.db.close();
    await sandbox.close();
  });

  const known = async (shop: SellerShop) =>
    (
      await sql<{ native_order_id: string }>`
        select native_order_id from orders where account_id = ${shop.account.id} order by 1`.execute(
        hub.db.root,
      )
    ).rows.map((row) => row.native_order_id);

  async function openShop(platform: string): Promise<{ market: SandboxShop; shop: SellerShop }> {
    const market = await sandbox.openShop(platform, {
      orders: 2,
      quiet: true,
      limits: false,
      publicationDelayMs: 0,
    });
    const shop = await connectShop(hub, { ...market, owner: business.owner });
    await expect.poll(async () => (await known(shop)).length, { timeout: 20_000 }).toBe(2);
    await expect
      .poll(
        async () =>
          (
            await sql<{ open: number }>`
              select count(*) as open from sync_runs
              where account_id = ${shop.account.id} and status in ('queued', 'running')`.execute(hub.db.root)
          ).rows[0]?.open,
        { timeout: 20_000 },
      )
      .toBe(0);
    return { market, shop };
  }
  const at = (market: SandboxShop) => `/${market.platform}/shops/${market.shop}`;
  const buy = async (market: SandboxShop, count: number) =>
    BOUGHT.parse(await sandbox.post(`${at(market)}/buy`, { count })).orders;

  test.each(['coupang', 'naver'])(
    'orders of %s arrive by pushes alone, doubled and in any order',
    { timeout: 60_000 },
    async (platform) => {
      const { market, shop } = await openShop(platform);
      const made = await fetch(`${url}/api/v1/platform-accounts/${shop.account.id}/webhook`, {
        method: 'POST',
        headers: { authorization: `Bearer ${business.tokens.owner}` },
      });
      const address = ADDRESS.parse(await made.json()).url;
      watchSecrets([new URL(address).pathname.slice('/hooks/'.length)]);
      await sandbox.post(`${at(market)}/hook`, { url: address });
      const before = await known(shop);
      const bought = await buy(market, 4);
      await sandbox.post(`${at(market)}/push`, { orders: bought, times: 3, reversed: true });
      await sandbox.post(`${at(market)}/push`, { replay: true });
      await sandbox.post(`${at(market)}/push`, { body: '{"not":' });
      await expect.poll(() => known(shop), { timeout: 20_000 }).toEqual([...before, ...bought].sort());
      const statuses = async () =>
        PUSHES.parse(await sandbox.get(`${at(market)}/pushes`)).pushes.map(({ status }) => status);
      await expect.poll(statuses, { timeout: 20_000 }).not.toContain(null);
      const counts = Map.groupBy(await statuses(), (status) => status);
      expect([...counts].map(([status, all]) => [status, all.length])).toEqual([
        [202, 24],
        [400, 1],
      ]);
    },
  );

  test("the guide's own address takes them with an API token", { timeout: 60_000 }, async () => {
    const { market, shop } = await openShop('coupang');
    await sandbox.post(`${at(market)}/hook`, {
      url: `${url}/api/v1/sync/webhook`,
      token: business.tokens.staff,
    });
    const before = await known(shop);
    const bought = await buy(market, 1);
    await sandbox.post(`${at(market)}/push`, { orders: bought, event_type: 'order.created' });
    await expect.poll(() => known(shop), { timeout: 20_000 }).toEqual([...before, ...bought].sort());
  });
});
