import { expect, test } from 'vitest';
import { openDatabase } from '../../src/store/database.ts';
import { newServerDatabase } from '../harness/databases.ts';
import { killAgainAndAgain } from './kill.ts';

test('a hub on PostgreSQL, killed at 20 random moments, loses and doubles nothing', {
  timeout: 300_000,
}, async () => {
  const url = await newServerDatabase();
  const count = await killAgainAndAgain({
    kills: 20,
    seed: 261_122,
    env: { DATABASE_URL: url },
    open: () => openDatabase({ kind: 'server', url, connections: 2 }),
    expireLeases: true,
  });
  console.log(`kills on PostgreSQL: ${JSON.stringify(count)}`);
  expect(count.cutPulls).toBeGreaterThan(5);
  expect(count.cutWrites).toBeGreaterThan(5);
});
