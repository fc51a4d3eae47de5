import { expect, test } from 'vitest';
import { openDatabase } from '../../src/store/database.ts';
import { killAgainAndAgain } from './kill.ts';

test('a hub on the embedded database, killed at 12 random moments, loses and doubles nothing', {
  timeout: 300_000,
}, async () => {
  const count = await killAgainAndAgain({
    kills: 12,
    seed: 261_123,
    env: { DATABASE_URL: '' },
    open: (home) => openDatabase({ kind: 'embedded', home }),
    expireLeases: false,
  });
  console.log(`kills on PGlite: ${JSON.stringify(count)}`);
  expect(count.cutPulls).toBeGreaterThan(4);
  expect(count.cutWrites).toBeGreaterThan(2);
});
