import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import type { OwnerId } from '../../src/domain/ids.ts';
import type { Hub } from '../../src/engine/hub.ts';
import { tellShops } from '../../src/engine/inventory/tell-shops.ts';
import { fanOut } from '../../src/engine/webhooks/fan-out.ts';
import { type JobQueue, startJobQueue } from '../../src/jobs/job-queue.ts';
import { openDatabase } from '../../src/store/database.ts';
import { askForJob } from '../../src/store/job-wishes.ts';
import { migrate } from '../../src/store/migrate.ts';
import { createOwner } from '../../src/store/owners.ts';
import { asOwner } from '../../src/store/scope.ts';
import { newHub } from '../../test/harness/hub.ts';
import { DURABLE, startPostgres } from '../../test/harness/postgres.ts';
import { countDatabaseTime, readDatabaseTime, TIMED } from './database-time.ts';
import { type FourShops, fourShops } from './four-shops.ts';
import { plainWorkMs } from './plain-sales.ts';
import { type SeenBatch, sell, shopsTake } from './selling.ts';

const SHOPS = 4;
const SKUS = 25_000;
const SALES = { skus: SKUS, perMinute: 1_000, seconds: 60 };
/** Writes a second that each shop takes, about what marketplaces allow. */
const TAKEN_PER_SECOND = 5;
const IDLE_ROUNDS = 30;

/** When a turn of telling ended, by whom. Times are those of `Date.now()`. */
interface Turn {
  readonly owner: OwnerId;
  readonly endedAt: number;
}

/**
 * 100,000 listings in four shops, all told how many there are, and 1,000 sales a minute: how long it takes from the moment
 * when sales were read until the commands for the other shops are ready, beside the same queue with nothing to do; how many
 * changes of offers one command stands for; and what a sale costs the database, beside the plainest writing of the same.
 */
export async function telling(): Promise<Record<string, unknown>> {
  const server = await startPostgres([...DURABLE, ...TIMED]);
  const db = await openDatabase({ kind: 'server', url: server.url });
  await migrate(db);
  const hub = await newHub(db);
  try {
    const shops = await fourShops(hub, SKUS);
    const turns: Turn[] = [];
    const queue = await startTelling(hub, turns);
    const idleMs = await idleTurns(hub, turns);
    await countDatabaseTime(db);
    const stopTaking = shopsTake(hub, shops, TAKEN_PER_SECOND);
    const batches = await soldAndTold(hub, shops).finally(async () => {
      await stopTaking();
      await queue.stop();
    });
    const time = await readDatabaseTime(db);
    const sales = batches.reduce((sum, batch) => sum + batch.sales, 0);
    const waits = await waitsOf(hub, shops, batches, turns);
    const commands = await commandCounts(hub);
    const changes = sales * (SHOPS - 1);
    const plainMs = await plainWorkMs(db, sales, SHOPS - 1);
    const measured = {
      database: 'PostgreSQL',
      listings: SKUS * SHOPS,
      sales,
      batches: batches.length,
      ingestMs: percentiles(batches.map(({ begunAt, endedAt }) => endedAt - begunAt)),
      seenToReadyMs: percentiles(waits),
      idleQueueMs: percentiles(idleMs),
      p50ToIdle: ratio(percentile(waits, 0.5), percentile(idleMs, 0.5)),
      p95ToIdle: ratio(percentile(waits, 0.95), percentile(idleMs, 0.5)),
      changesPerCommand: ratio(changes, commands.stored),
      changesPerCommandTaken: ratio(changes, commands.done + commands.pending),
      databaseMsPerSale: ratio(time.hubMs, sales),
      plainDatabaseMsPerSale: ratio(plainMs, sales),
      databaseToPlain: ratio(time.hubMs, plainMs),
      databaseBusy: ratio(time.hubMs, SALES.seconds * 1_000),
    };
    for (const one of time.dearest) console.log(JSON.stringify(one));
    console.log(JSON.stringify(measured));
    return measured;
  } finally {
    await hub.close();
    await db.close();
    await server.stop();
  }
}

/** The job queue of a hub, with what sales ask for. */
async function startTelling(hub: Hub, turns: Turn[]): Promise<JobQueue> {
  const queue = await startJobQueue(hub, {
    owners: {
      stock: async (of, owner, signal) => {
        const next = await tellShops(of, owner, signal);
        turns.push({ owner, endedAt: Date.now() });
        return next;
      },
      'fan-out': fanOut,
    },
    chores: [],
  });
  hub.notices.follow({
    onNotice: (channel) => channel === 'moa_jobs' && queue.look(),
    onGap: () => queue.look(),
  });
  return queue;
}

/** How long a queue that has nothing to do takes from a wish to the end of its turn. */
async function idleTurns(hub: Hub, turns: readonly Turn[]): Promise<readonly number[]> {
  const idle = await createOwner(hub.db, 'idle');
  const took: number[] = [];
  for (let round = 0; round < IDLE_ROUNDS; round++) {
    const before = turns.length;
    const askedAt = Date.now();
    await asOwner(hub.db, idle, async (scope) => askForJob(scope, 'stock', null));
    while (turns.length === before) await pause(1);
    took.push((turns.at(-1)?.endedAt ?? askedAt) - askedAt);
    // The wish is settled after its turn; one made before that would wait for it.
    await pause(150);
  }
  return took;
}

async function soldAndTold(hub: Hub, shops: FourShops): Promise<readonly SeenBatch[]> {
  const batches = await sell(hub, shops, SALES);
  for (;;) {
    const { rows } = await sql`select from stock_changes as bench_left limit 1`.execute(hub.db.root);
    if (rows.length === 0) return batches;
    await pause(20);
  }
}

/** For every shop told of a sale in another one: from the begin of the batch it came with to the end of the turn that told. */
async function waitsOf(
  hub: Hub,
  { owner }: FourShops,
  batches: readonly SeenBatch[],
  turns: readonly Turn[],
): Promise<readonly number[]> {
  const { rows } = await sql<{ account: number; seen: number; decided: number }>`
    select from_account_id as account, (extract(epoch from seen_at) * 1000)::float8 as seen,
      (extract(epoch from decided_at) * 1000)::float8 as decided
    from stock_pushes order by id`.execute(hub.db.root);
  const ends = turns.filter((turn) => turn.owner === owner).map(({ endedAt }) => endedAt);
  return rows.map(({ account, seen, decided }) => {
    const batch = batches.findLast((one) => one.account === account && one.begunAt <= seen);
    const ready = ends.find((end) => end >= decided);
    if (batch === undefined || ready === undefined) throw new Error('a shop was told of a sale nobody saw');
    return ready - batch.begunAt;
  });
}

async function commandCounts({ db }: Hub) {
  const { rows } = await sql<{ stored: number; done: number; pending: number }>`
    select count(*) as stored, count(*) filter (where state = 'done') as done,
      count(*) filter (where state = 'pending') as pending
    from commands`.execute(db.root);
  const [counts] = rows;
  if (counts === undefined) throw new Error('a count has a row');
  return counts;
}

function percentile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}

function percentiles(values: readonly number[]) {
  return { p50: Math.round(percentile(values, 0.5)), p95: Math.round(percentile(values, 0.95)) };
}

function ratio(value: number, floor: number): number {
  return Number((value / floor).toFixed(2));
}
