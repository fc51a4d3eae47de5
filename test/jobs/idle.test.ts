import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { startWorker } from '../../src/jobs/worker.ts';
import { newDatabase } from '../harness/databases.ts';
import { newHub } from '../harness/hub.ts';

const MEASURED_MS = 15_000;

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
    // Backends tell their counts a second late.
    await pause(3_000);
    const before = await transactions();
    await pause(MEASURED_MS);
    const perSecond = ((await transactions()) - before) / (MEASURED_MS / 1000);
    console.log(`an idle worker makes ${perSecond.toFixed(1)} transactions a second`);
    expect(perSecond).toBeLessThan(10);
  } finally {
    await worker.stop();
    await hub.close();
    await hub.db.close();
  }
});
