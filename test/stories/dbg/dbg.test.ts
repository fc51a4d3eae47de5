import { test } from 'vitest';
import { normalSale } from '../normal-sale.ts';
import { CASTS, openStage } from './stage.ts';
test('x', { timeout: 120_000 }, async () => {
  const casts = CASTS.filter((c) => c.platform === 'esm' && c.edition === 'official');
  const stage = await openStage('PGlite', casts);
  const dump = setInterval(async () => console.log(JSON.stringify(await stage.dbg())), 4000);
  await stage.time.passUntil(new Date(Date.now() + 5 * 3600_000));
  try { await normalSale.play(stage.scene(casts[0]!)); } finally { clearInterval(dump); await stage.close(); }
});
