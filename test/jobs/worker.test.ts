import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { RunId } from '../../src/domain/ids.ts';
import { EVERY_DAY } from '../../src/domain/schedule.ts';
import { tellDeadlines } from '../../src/engine/deadlines/tell-deadlines.ts';
import type { Hub } from '../../src/engine/hub.ts';
import { startWorker, type Worker } from '../../src/jobs/worker.ts';
import { unlimitedBudget } from '../../src/marketplaces/kit/budget.ts';
import { wakeLane } from '../../src/store/lanes.ts';
import {
  createSchedule,
  deleteSchedule,
  pauseSchedule,
  type ScheduleFields,
} from '../../src/store/schedules.ts';
import { asOwner, type OwnerScope } from '../../src/store/scope.ts';
import { cancelRun, findRun, queueRun, type SyncRun } from '../../src/store/sync-runs.ts';
import { DATABASE_KINDS, newDatabase } from '../harness/databases.ts';
import { connectShop, newHub, type SellerShop } from '../harness/hub.ts';
import { newSandbox } from '../harness/sandbox.ts';
import type { SandboxControl } from '../harness/sandbox-control.ts';
import { until } from './until.ts';

const HOUR_MS = 3_600_000;

describe.each(DATABASE_KINDS)('a worker on %s', (kind) => {
  let hub: Hub;
  let sandbox: SandboxControl & { close(): Promise<void> };
  let shop: SellerShop;
  let worker: Worker | undefined;

  beforeAll(async () => {
    hub = await newHub(await newDatabase(kind), { budget: unlimitedBudget });
    sandbox = await newSandbox();
  });
  beforeEach(async () => {
    const opened = await sandbox.openShop('coupang', {
      orders: 40,
      quiet: true,
      limits: false,
      publicationDelayMs: 0,
    });
    shop = await connectShop(hub, opened);
  });
  afterEach(async () => {
    await worker?.stop();
    worker = undefined;
    await sandbox.delete('/coupang/faults');
  });
  afterAll(async () => {
    await hub.close();
    await hub.db.close();
    await sandbox.close();
  });

  const start = async (pullEveryMs = HOUR_MS) => {
    worker = await startWorker(hub, { pullEveryMs, width: 4 });
  };
  const asSeller = <Result>(work: (scope: OwnerScope) => Promise<Result>) =>
    asOwner(hub.db, shop.owner, work);
  const runs = async (where: 'schedule' | 'request') =>
    (
      await sql<{ status: SyncRun['status']; repeats: number }>`
        select status, repeats from sync_runs where account_id = ${shop.account.id} and cause = ${where}
        order by id`.execute(hub.db.root)
    ).rows;
  const lane = async () => {
    const { rows } = await sql<{ due_in: number | null; held: boolean; turn: boolean }>`
      select extract(epoch from nullif(due_at, 'infinity') - now())::float8 as due_in, holder is not null as held,
        turn_at is not null as turn
      from lanes where account_id = ${shop.account.id} and kind = 'pull'`.execute(hub.db.root);
    const [row] = rows;
    if (row === undefined) throw new Error('the account has no lane');
    return row;
  };
  const schedule = (fields: Partial<ScheduleFields>) =>
    asSeller(async (scope) => {
      const made = await createSchedule(scope, {
        name: 'test',
        account: null,
        platform: null,
        intervalMinutes: 60,
        syncTypes: ['orders'],
        activeHours: null,
        activeDays: EVERY_DAY,
        ...fields,
      });
      if (made === undefined) throw new Error('the schedule was not stored');
      return made;
    });
  const request = (range: { from: Date; to: Date } | null = null): Promise<RunId> =>
    asSeller(async (scope) => {
      const id = await queueRun(scope, { account: shop.account.id, cause: 'request', range });
      await wakeLane(scope, shop.account.id, 'pull', null);
      return id;
    });
  const seen = (id: RunId) => asSeller((scope) => findRun(scope, id));
  const ended = (id: RunId) =>
    until(async () => {
      const run = await seen(id);
      return run?.finishedAt === null ? undefined : run;
    });

  test('reads a new shop at once, then by its schedule', async () => {
    await schedule({ intervalMinutes: 60 });
    await start();
    await until(async () => (await runs('schedule'))[0]?.status === 'success');
    await until(async () => !(await lane()).held);
    const { due_in, turn } = await lane();
    expect(turn).toBe(true);
    expect(due_in).toBeGreaterThan(0);
    expect(due_in).toBeLessThanOrEqual(3_600);
  });

  test('runs nothing by the clock outside the hours or while paused, but does what a person asks', async () => {
    const utcHour = Number(
      new Intl.DateTimeFormat('en', { timeZone: 'Asia/Seoul', hour: 'numeric', hourCycle: 'h23' }).format(),
    );
    // Hours that lie on the other side of the day.
    const away = { start: ((utcHour + 8) % 24) * 60, end: ((utcHour + 12) % 24) * 60 };
    const { id } = await schedule({ intervalMinutes: 1, activeHours: away });
    await start();
    const asked = await ended(await request());
    expect(asked.status).toBe('success');
    await until(async () => !(await lane()).held && ((await lane()).due_in ?? 0) > 60);
    expect((await lane()).due_in).toBeGreaterThan(6 * 3_600);
    expect(await runs('schedule')).toEqual([]);

    await asSeller((scope) => pauseSchedule(scope, id, true));
    await until(async () => !(await lane()).held && (await lane()).due_in === null);
    expect((await ended(await request())).status).toBe('success');
    expect(await runs('schedule')).toEqual([]);

    // Without it, the pause of the installation counts again, and a turn is overdue.
    await asSeller((scope) => deleteSchedule(scope, id));
    await until(async () => (await runs('schedule'))[0]?.status === 'success');
  });

  test('takes up a changed schedule by itself, and runs once in a slot', async () => {
    const { id } = await schedule({ intervalMinutes: 10_080 });
    await start();
    await until(async () => (await runs('schedule'))[0]?.status === 'success');
    for (let n = 0; n < 5; n++) {
      await asSeller((scope) => pauseSchedule(scope, id, n % 2 === 0));
      await until(async () => !(await lane()).held && ((await lane()).due_in === null) === (n % 2 === 0));
    }
    expect((await runs('schedule')).reduce((sum, { repeats }) => sum + repeats, 0)).toBe(1);
  });

  test('cancels a run that waits, and one at work between two transactions', async () => {
    const waiting = await request();
    expect((await asSeller((scope) => cancelRun(scope, waiting)))?.status).toBe('canceled');
    await sandbox.post('/coupang/faults', { kind: 'slow', delay_ms: 100 });
    await start();
    const day = 86_400_000;
    const range = { from: new Date(Date.now() - 12 * day), to: new Date() };
    const working = await request(range);
    await until(async () => (await seen(working))?.status === 'running');
    const asked = await asSeller((scope) => cancelRun(scope, working));
    expect(asked?.status).toBe('running');
    const stopped = await ended(working);
    expect(stopped).toMatchObject({ status: 'canceled', trouble: null });
    expect((await seen(waiting))?.startedAt).toBeNull();
    // Nothing is left to cancel.
    expect(await asSeller((scope) => cancelRun(scope, working))).toBeUndefined();
  });

  test('tells how far a run is while it works', async () => {
    await sandbox.post('/coupang/faults', { kind: 'slow', delay_ms: 150 });
    // Before the worker starts: its first turn would read everything under a run of its own.
    const id = await request();
    await start();
    const busy = await until(async () => {
      const run = await seen(id);
      return run !== undefined && run.status === 'running' && run.created > 0 ? run : undefined;
    });
    expect(busy.feed).not.toBeNull();
    expect(busy.updatedAt?.getTime()).toBeGreaterThan(busy.startedAt?.getTime() ?? 0);
    await sandbox.delete('/coupang/faults');
    expect((await ended(id)).created).toBeGreaterThanOrEqual(busy.created);
  });

  test('reads a range again and writes nothing that is there already', async () => {
    await start();
    const range = { from: new Date(Date.now() - 12 * 86_400_000), to: new Date() };
    const first = await ended(await request(range));
    // The clock of the job queue may tell of deadlines at any moment, which is noted in the orders.
    await tellDeadlines(hub, new AbortController().signal);
    // An order that a claim is about is read again by its number as well, in a turn of its own.
    const versions = async () =>
      (
        await sql`
          select id, xmin::text from orders o where account_id = ${shop.account.id}
            and not exists (select from claims c where c.order_id = o.id)
          union all select id, xmin::text from order_lines where account_id = ${shop.account.id} order by 1, 2`.execute(
          hub.db.root,
        )
      ).rows;
    const before = await versions();
    expect(before.length).toBeGreaterThan(40);
    const second = await ended(await request(range));
    expect(second).toMatchObject({ created: 0, updated: 0 });
    expect(second.unchanged).toBe(first.created + first.updated + first.unchanged);
    expect(await versions()).toEqual(before);
  });

  test('lets the call in flight end when it stops, and gives its lane back', async () => {
    await sandbox.post('/coupang/faults', { kind: 'slow', delay_ms: 700 });
    // Before the worker starts: its first turn would read everything under a run of its own.
    const id = await request();
    await start();
    await until(async () => (await seen(id))?.status === 'running');
    const stoppedAt = performance.now();
    await worker?.stop();
    worker = undefined;
    // Longer than one slow call, and far from what the whole reading takes.
    expect(performance.now() - stoppedAt).toBeLessThan(3_000);
    expect(await lane()).toMatchObject({ held: false });
    expect((await lane()).due_in).toBeLessThanOrEqual(0);
    await sandbox.delete('/coupang/faults');
    await start();
    expect((await ended(id)).status).toBe('success');
  });
});

test('a worker goes on within ten seconds when every connection to PostgreSQL was cut', {
  timeout: 60_000,
}, async () => {
  const hub = await newHub(await newDatabase('PostgreSQL'), { budget: unlimitedBudget });
  const sandbox = await newSandbox();
  const opened = await sandbox.openShop('coupang', {
    orders: 60,
    quiet: true,
    limits: false,
    publicationDelayMs: 0,
  });
  await sandbox.post('/coupang/faults', { kind: 'slow', delay_ms: 60 });
  const shop = await connectShop(hub, opened);
  const worker = await startWorker(hub, { pullEveryMs: 100, width: 4 });
  const whole = async () =>
    (
      await sql<{ n: number }>`
        select coalesce(sum(repeats), 0)::int as n from sync_runs
        where account_id = ${shop.account.id} and status = 'success'`
        .execute(hub.db.root)
        .catch(() => undefined)
    )?.rows[0]?.n;
  try {
    await until(async () => ((await whole()) ?? 0) > 0);
    for (let cut = 0; cut < 5; cut++) {
      await sql`
        select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()`.execute(hub.db.root);
      const cutAt = performance.now();
      const before = (await until(whole)) ?? 0;
      await until(async () => ((await whole()) ?? 0) > before);
      expect(performance.now() - cutAt).toBeLessThan(10_000);
    }
    const troubles = await sql`
      select distinct trouble->>'reason' as reason from sync_runs
      where trouble is not null and trouble->>'reason' <> 'interrupted'`.execute(hub.db.root);
    expect(troubles.rows).toEqual([]);
  } finally {
    await worker.stop();
    await hub.close();
    await hub.db.close();
    await sandbox.close();
  }
});
