import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { startWorker } from '../../src/jobs/worker.ts';
import { newDatabase } from '../harness/databases.ts';
import { newHub } from '../harness/hub.ts';

const MEASURED_MS = 15_000;
/** PostgreSQL's backends keep their counts to themselves until they have been idle for ten seconds. */
const COUNTS_LATE_MS = 12_000;

test('a worker with nothing to do hardly asks the database', { timeout: 60_000 }, async () => {
  const hub = await newHub(await newDatabase('PostgreSQL'));
  const worker = await startWorker(hub, { pullEveryMs: 60_000, width: 8 });
  try {
    const transactions = async () => {
      const { rows } = await sql<{ n: number }>`
        select xact_commit + xact_rollback as n from pg_stat_database where datname = current_database()`.execute(
        hub.db.root,
      );
      return rows[0]?.n ?? 0;
    };
    await pause(COUNTS_LATE_MS);
    const before = await transactions();
    await pause(MEASURED_MS);
    const perSecond = ((await transactions()) - before) / (MEASURED_MS / 1000);
    console.log(`an idle worker makes ${perSecond.toFixed(1)} transactions a second`);
    expect(perSecond).toBeLessThan(5);
  } finally {
    await worker.stop();
    await hub.close();
    await hub.db.close();
  }
});
