import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { RunId } from '../../src/domain/ids.ts';
import type { Hub } from '../../src/engine/hub.ts';
import { startWorker, type Worker, type WorkerSettings } from '../../src/jobs/worker.ts';
import { unlimitedBudget } from '../../src/marketplaces/kit/budget.ts';
import type { WindowCount } from '../../src/marketplaces/kit/windows.ts';
import { wakeLane } from '../../src/store/lanes.ts';
import { asOwner, type OwnerScope } from '../../src/store/scope.ts';
import { cancelRun, findRun, queueRun, type RunWish } from '../../src/store/sync-runs.ts';
import { DATABASE_KINDS, newDatabase } from '../harness/databases.ts';
import { connectShop, newHub, type SellerShop } from '../harness/hub.ts';
import { newSandbox } from '../harness/sandbox.ts';
import type { SandboxControl } from '../harness/sandbox-control.ts';
import { until } from './until.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const ORDERS_DAYS = 12;

const CASES = DATABASE_KINDS.flatMap((kind) => [
  { kind, platform: 'coupang', days: 120 },
  { kind, platform: 'naver', days: 25 },
]);

describe.each(CASES)('a long range of $platform on $kind', ({ kind, platform, days }) => {
  let hub: Hub;
  let sandbox: SandboxControl & { close(): Promise<void> };
  let shop: SellerShop;
  let worker: Worker | undefined;

  beforeAll(async () => {
    hub = await newHub(await newDatabase(kind), { budget: unlimitedBudget });
    sandbox = await newSandbox();
  });
  beforeEach(async () => {
    const opened = await sandbox.openShop(platform, {
      orders: 40,
      quiet: true,
      limits: false,
      publicationDelayMs: 0,
    });
    shop = await connectShop(hub, { ...opened, ordersSince: new Date(Date.now() - ORDERS_DAYS * DAY_MS) });
  });
  afterEach(async () => {
    await worker?.stop();
    worker = undefined;
    await sandbox.delete(`/${platform}/faults`);
  });
  afterAll(async () => {
    await hub.close();
    await hub.db.close();
    await sandbox.close();
  });

  const start = async (pace: Partial<WorkerSettings>) => {
    worker = await startWorker(hub, { pullEveryMs: HOUR_MS, width: 4, ...pace });
  };
  const asSeller = <Result>(work: (scope: OwnerScope) => Promise<Result>) =>
    asOwner(hub.db, shop.owner, work);
  const request = (range: RunWish['range']): Promise<RunId> =>
    asSeller(async (scope) => {
      const id = await queueRun(scope, { account: shop.account.id, cause: 'request', range });
      await wakeLane(scope, shop.account.id, 'pull', null);
      return id;
    });
  const wholeRange = () => ({ from: new Date(Date.now() - days * DAY_MS), to: new Date() });
  const seen = async (id: RunId) => {
    const run = await asSeller((scope) => findRun(scope, id));
    if (run === undefined) throw new Error('the run is gone');
    return run;
  };
  /** Turns by the clock that went well. */
  const turns = async () => {
    const { rows } = await sql<{ n: number }>`
      select coalesce(sum(repeats), 0)::int as n from sync_runs
      where account_id = ${shop.account.id} and cause = 'schedule' and status = 'success'`.execute(
      hub.db.root,
    );
    return rows[0]?.n ?? 0;
  };
  const ended = (id: RunId) => until(async () => ((await seen(id)).finishedAt === null ? false : seen(id)));

  test('tells how far it is, to its end', async () => {
    const id = await request(wholeRange());
    await sandbox.post(`/${platform}/faults`, { kind: 'slow', delay_ms: 60 });
    await start({});
    const counts: WindowCount[] = [];
    const last = await until(async () => {
      const run = await seen(id);
      if (run.windows !== null && run.windows.done !== counts.at(-1)?.done) counts.push(run.windows);
      return run.finishedAt === null ? undefined : run;
    });
    expect(last.status).toBe('success');
    expect(last.windows?.done).toBe(last.windows?.total);
    expect(counts.length).toBeGreaterThan(2);
    expect(new Set(counts.map(({ total }) => total)).size).toBe(1);
    for (const [at, { done }] of counts.entries()) expect(done).toBeGreaterThan(counts[at - 1]?.done ?? -1);
  });

  test('lets what changed be read in between when its turn comes, and goes on where it was', async () => {
    const range = wholeRange();
    const id = await request(range);
    await sandbox.post(`/${platform}/faults`, { kind: 'slow', delay_ms: 40 });
    await start({ pullEveryMs: 1, rangeSliceMs: 0 });
    await until(async () => ((await seen(id)).windows?.done ?? 0) > 0);
    const before = await turns();
    await until(async () => (await turns()) > before + 2);
    expect((await seen(id)).status).toBe('running');
    // What a person asks for goes first too.
    const asked = await ended(await request(null));
    expect(asked.status).toBe('success');
    expect((await seen(id)).status).toBe('running');

    await sandbox.delete(`/${platform}/faults`);
    const whole = await ended(id);
    expect(whole).toMatchObject({ status: 'success', cause: 'request', failed: 0 });
    expect(whole.windows?.done).toBe(whole.windows?.total);
    // It skipped nothing and met nothing twice, as a range shows that nothing interrupts.
    await worker?.stop();
    await start({ rangeSliceMs: 0 });
    const again = await ended(await request(range));
    expect(again).toMatchObject({ created: 0, updated: 0, windows: whole.windows });
    expect(again.unchanged).toBe(whole.created + whole.updated + whole.unchanged);
    expect(again.unchanged).toBeGreaterThan(30);
  });

  test('is not interrupted while no turn comes, and can be canceled in between', async () => {
    const id = await request(wholeRange());
    await sandbox.post(`/${platform}/faults`, { kind: 'slow', delay_ms: 40 });
    await start({ rangeSliceMs: 0 });
    await until(async () => ((await seen(id)).windows?.done ?? 0) > 3);
    expect(await turns()).toBe(1);
    await asSeller((scope) => cancelRun(scope, id));
    const stopped = await ended(id);
    expect(stopped).toMatchObject({ status: 'canceled', trouble: null });
    expect(stopped.windows?.done).toBeLessThan(stopped.windows?.total ?? 0);
    expect(await turns()).toBe(1);
  });
});
