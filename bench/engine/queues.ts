import { sql } from 'kysely';
import { PgBoss } from 'pg-boss';
import { ownerId } from '../../src/domain/ids.ts';
import { openDatabase } from '../../src/store/database.ts';
import { lookForLanes, releaseLane } from '../../src/store/lanes.ts';
import { migrate } from '../../src/store/migrate.ts';
import { createOwner } from '../../src/store/owners.ts';
import { DURABLE, startPostgres } from '../../test/harness/postgres.ts';

export interface QueueCost {
  readonly by: 'lanes' | 'pg-boss';
  readonly turns: number;
  readonly msPerTurn: number;
  /** Processor time of this process for one turn. */
  readonly cpuMsPerTurn: number;
}

const ACCOUNTS = 1_000;
const ROUNDS = 5;
const AT_ONCE = 16;

/**
 * What it costs that an account gets its turn, by the two machines at hand: a lane that is taken and given back, and
 * a pg-boss job that is inserted, fetched and completed. The work itself is left out.
 */
export async function queues(): Promise<readonly QueueCost[]> {
  const server = await startPostgres(DURABLE);
  const db = await openDatabase({ kind: 'server', url: server.url });
  try {
    await migrate(db);
    const owner = ownerId(await createOwner(db, 'bench'));
    await sql`
      insert into accounts (owner_id, platform, edition, name, orders_since)
      select ${owner}, 'coupang', 'official', 'shop ' || n, now() from generate_series(1, ${ACCOUNTS}::integer) n`.execute(
      db.root,
    );
    await sql`
      insert into lanes (account_id, kind, owner_id, due_at)
      select id, 'pull', owner_id, now() from accounts`.execute(db.root);

    const boss = new PgBoss({ connectionString: server.url, max: 3, supervise: false, schedule: false });
    await boss.start();
    await boss.createQueue('pull', { policy: 'exclusive' });

    const costs = [
      await cost('lanes', async () => {
        for (;;) {
          const { taken } = await lookForLanes(db, [{ kind: 'pull', free: AT_ONCE }]);
          if (taken.length === 0) break;
          const dueAt = new Date(Date.now() + 3_600_000);
          await Promise.all(taken.map((lane) => releaseLane(db, lane, { dueAt })));
        }
        await sql`update lanes set due_at = now()`.execute(db.root);
      }),
      await cost('pg-boss', async () => {
        const jobs = Array.from({ length: ACCOUNTS }, (_, n) => ({
          singletonKey: String(n),
          data: { account: n },
        }));
        await boss.insert('pull', jobs);
        for (;;) {
          const fetched = await boss.fetch('pull', { batchSize: AT_ONCE });
          if (fetched.length === 0) break;
          await Promise.all(fetched.map(({ id }) => boss.complete('pull', id)));
        }
      }),
    ];
    await boss.stop({ graceful: false });
    for (const one of costs) console.log(JSON.stringify(one));
    return costs;
  } finally {
    await db.close();
    await server.stop();
  }
}

async function cost(by: QueueCost['by'], round: () => Promise<void>): Promise<QueueCost> {
  await round();
  const startedAt = performance.now();
  const before = process.cpuUsage();
  for (let nth = 0; nth < ROUNDS; nth++) await round();
  const used = process.cpuUsage(before);
  const turns = ROUNDS * ACCOUNTS;
  return {
    by,
    turns,
    msPerTurn: Number(((performance.now() - startedAt) / turns).toFixed(3)),
    cpuMsPerTurn: Number(((used.user + used.system) / 1_000 / turns).toFixed(3)),
  };
}
