import { expect, test } from 'vitest';
import { openDatabase } from '../../src/store/database.ts';
import { killAgainAndAgain } from './zz-kill.ts';

test('a hub on the embedded database, killed at 25 random moments, loses and doubles nothing', {
  timeout: 300_000,
}, async () => {
  const count = await killAgainAndAgain({
    kills: 4,
    seed: 261_123,
    env: { DATABASE_URL: '' },
    open: (home) => openDatabase({ kind: 'embedded', home }),
    expireLeases: false,
  });
  console.log(`kills on PGlite: ${JSON.stringify(count)}`);
  expect(count.cutPulls).toBeGreaterThan(5);
  expect(count.cutWrites).toBeGreaterThan(0);
});
