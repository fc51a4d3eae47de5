import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { startSandboxProcess } from '../../src/cli/sandbox-process.ts';
import type { Hub } from '../../src/engine/hub.ts';
import { startWorker, type Worker } from '../../src/jobs/worker.ts';
import { unlimitedBudget } from '../../src/marketplaces/kit/budget.ts';
import { asOwner } from '../../src/store/scope.ts';
import { DATABASE_KINDS, newDatabase } from '../harness/databases.ts';
import { connectShop, newHub, type SellerShop } from '../harness/hub.ts';
import { openBusiness, openTestServer, type TestBusiness, type TestServer } from '../harness/rest.ts';
import { controlOf, type SandboxShop } from '../harness/sandbox-control.ts';

type Sandbox = Awaited<ReturnType<typeof startSandboxProcess>>;

const BOUGHT = z.object({ orders: z.array(z.string()) });
const PULL_EVERY_MS = 400;

const until = (condition: () => Promise<boolean>) =>
  vi.waitUntil(condition, { timeout: 60_000, interval: 100 });

describe.each(DATABASE_KINDS)('a marketplace that is unplugged for a while, on %s', (kind) => {
  const folder = mkdtempSync(join(tmpdir(), 'moa-outage-'));
  let sandbox: Sandbox;
  let place: SandboxShop;
  let hub: Hub;
  let api: TestServer;
  let worker: Worker;
  let business: TestBusiness;
  let shop: SellerShop;

  const plugIn = (port: number) => startSandboxProcess(port, join(folder, 'diary.jsonl'));

  beforeAll(async () => {
    sandbox = await plugIn(0);
    place = await controlOf(sandbox.url).openShop('naver', {
      orders: 5,
      quiet: true,
      limits: false,
      publicationDelayMs: 0,
    });
    hub = await newHub(await newDatabase(kind), { budget: unlimitedBudget });
    api = await openTestServer(hub);
    business = await openBusiness(hub, 'seller');
    shop = await connectShop(hub, { ...place, owner: business.owner });
    worker = await startWorker(hub, { pullEveryMs: PULL_EVERY_MS, width: 2 });
  });
  afterAll(async () => {
    await worker.stop();
    await api.server.close();
    await hub.close();
    await hub.db.close();
    await sandbox.stop();
    rmSync(folder, { recursive: true });
  });

  const health = async () =>
    (
      await api.ask(`GET /api/v1/platform-accounts/${shop.account.id}/health`, {
        as: business.tokens.viewer,
      })
    ).json();
  const events = () =>
    asOwner(hub.db, business.owner, async ({ trx }) => {
      const { rows } = await sql<{ type: string }>`
        select type from events where type like 'account.%' order by id`.execute(trx);
      return rows.map(({ type }) => type);
    });
  const known = () =>
    asOwner(hub.db, business.owner, async ({ trx }) => {
      const { rows } = await sql<{ id: string }>`select native_order_id as id from orders`.execute(trx);
      return rows.map(({ id }) => id);
    });

  test('turns unhealthy, is told so once, and recovers by itself with nothing lost', {
    timeout: 200_000,
  }, async () => {
    await until(async () => (await health()).state === 'healthy');
    const before = await health();
    expect(before.feeds.every(({ last_read_at }: { last_read_at: string | null }) => last_read_at)).toBe(
      true,
    );

    const port = Number(new URL(sandbox.url).port);
    await sandbox.stop();
    await until(async () => (await health()).state === 'unhealthy');
    const during = await health();
    expect(during).toMatchObject({ trouble: { code: 'down' }, last_success_at: expect.any(String) });
    expect(during.trouble.todo.length).toBeGreaterThan(10);
    expect(Date.parse(during.last_success_at)).toBeGreaterThanOrEqual(Date.parse(before.last_success_at));
    const failed = during.operations.flatMap(({ failures }: { failures: { code: string }[] }) => failures);
    expect(failed).toContainEqual(expect.objectContaining({ code: 'down' }));

    sandbox = await plugIn(port);
    expect(sandbox.url).toContain(String(port));
    const bought = await controlOf(sandbox.url).post(`/naver/shops/${place.shop}/buy`, { count: 3 });
    const { orders } = BOUGHT.parse(bought);
    await until(async () => (await health()).state === 'healthy');
    await until(async () => (await known()).filter((id) => orders.includes(id)).length === orders.length);
    expect(await events()).toEqual(['account.unhealthy', 'account.recovered']);
    const after = await health();
    expect(after.trouble).toBeNull();
    expect(Date.parse(after.since)).toBeGreaterThan(Date.parse(during.since));
  });
});
