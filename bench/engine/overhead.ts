import { execFileSync } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { startWorker } from '../../src/jobs/worker.ts';
import { openDatabase } from '../../src/store/database.ts';
import { migrate } from '../../src/store/migrate.ts';
import { connectShop, newHub } from '../../test/harness/hub.ts';
import { DURABLE, startPostgres } from '../../test/harness/postgres.ts';
import { sandboxProcess } from '../sandbox.ts';

export interface OverheadRun {
  readonly accounts: number;
  readonly seconds: number;
  readonly pulls: number;
  /** Processor time of the hub's process, as a share of one core. */
  readonly hubCore: number;
  /** The same of all processes of the PostgreSQL server. */
  readonly databaseCore: number;
  readonly transactionsPerSecond: number;
  readonly failedRuns: number;
}

const ACCOUNTS = 1_000;
const MINUTE_MS = 60_000;

/** One process that pulls a thousand quiet shops every minute: what the machinery itself costs. */
export async function overhead(): Promise<OverheadRun> {
  const server = await startPostgres(DURABLE);
  const sandbox = await sandboxProcess();
  const db = await openDatabase({ kind: 'server', url: server.url });
  try {
    await migrate(db);
    const hub = await newHub(db);
    for (let nth = 0; nth < ACCOUNTS; nth++) {
      const shop = await sandbox.openShop('naver', { orders: 0, quiet: true });
      await connectShop(hub, shop);
    }
    const worker = await startWorker(hub, { pullEveryMs: MINUTE_MS, width: 16 });
    await everyAccountHasBeenRead();
    // The first pulls read history; the minute after them has evened out.
    await pause(MINUTE_MS);

    const before = await facts(server.url);
    await pause(MINUTE_MS);
    const after = await facts(server.url);
    await worker.stop();
    await hub.close();
    const seconds = (after.atMs - before.atMs) / 1_000;
    const run: OverheadRun = {
      accounts: ACCOUNTS,
      seconds: Math.round(seconds),
      pulls: after.pulls - before.pulls,
      hubCore: round((after.hubMs - before.hubMs) / 1_000 / seconds),
      databaseCore: round((after.databaseSeconds - before.databaseSeconds) / seconds),
      transactionsPerSecond: round((after.transactions - before.transactions) / seconds),
      failedRuns: after.failed - before.failed,
    };
    console.log(JSON.stringify(run));
    return run;
  } finally {
    await db.close();
    await sandbox.stop();
    await server.stop();
  }

  async function everyAccountHasBeenRead(): Promise<void> {
    for (;;) {
      const { rows } = await sql<{ unread: number }>`
        select count(*) as unread from accounts a
        where not exists (select from sync_runs r where r.account_id = a.id and r.status = 'success')`.execute(
        db.root,
      );
      if (rows[0]?.unread === 0) return;
      await pause(500);
    }
  }

  async function facts(serverUrl: string) {
    const { rows } = await sql<{ pulls: number; failed: number; transactions: number }>`
      select (select coalesce(sum(repeats), 0) from sync_runs where status = 'success')::float8 as pulls,
        (select count(*) from sync_runs where status = 'failed') as failed,
        (select xact_commit from pg_stat_database where datname = current_database())::float8 as transactions`.execute(
      db.root,
    );
    const { user, system } = process.cpuUsage();
    const { pulls = 0, failed = 0, transactions = 0 } = rows[0] ?? {};
    return {
      atMs: performance.now(),
      hubMs: (user + system) / 1_000,
      databaseSeconds: postgresSeconds(new URL(serverUrl).port),
      pulls,
      failed,
      transactions,
    };
  }
}

/** Processor seconds that the server on a port and all its children have used. */
function postgresSeconds(port: string): number {
  const listing = execFileSync('ps', ['-eo', 'pid=,ppid=,cputimes=,args='], { encoding: 'utf8' });
  const processes = listing.split('\n').flatMap((line) => {
    const [pid, parent, seconds, ...command] = line.trim().split(/\s+/);
    return pid === undefined || parent === undefined
      ? []
      : [{ pid, parent, seconds: Number(seconds), command: command.join(' ') }];
  });
  const head = processes.find(
    ({ command }) => command.includes(`-p ${port}`) && command.includes('postgres'),
  );
  if (head === undefined) throw new Error(`no postgres process for port ${port}`);
  return processes
    .filter(({ pid, parent }) => pid === head.pid || parent === head.pid)
    .reduce((sum, { seconds }) => sum + seconds, 0);
}

function round(value: number): number {
  return Number(value.toFixed(3));
}
