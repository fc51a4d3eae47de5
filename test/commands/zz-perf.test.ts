import { sql } from 'kysely';
import { test } from 'vitest';
import { newDatabase, DATABASE_KINDS } from '../harness/databases.ts';
import { newHub } from '../harness/hub.ts';
import { openDesk, RULES } from './desk.ts';
import { claimCommands, nextCommandAt } from '../../src/store/commands/claim.ts';
import { listCommands } from '../../src/store/commands/read.ts';
import { cancelCommands, retryCommands } from '../../src/store/commands/reopen.ts';
test.each(DATABASE_KINDS)('perf %s', async (kind) => {
  const hub = await newHub(await newDatabase(kind));
  const desk = await openDesk(hub);
  for (const n of [500, 1000, 2000]) {
    const t = performance.now();
    await desk.store(...Array.from({ length: n }, (_, i) => desk.stock(String(n * 100000 + i), 1, 'bulk')));
    console.log(kind, 'store', n, Math.round(performance.now() - t), 'ms');
  }
  for (const analyzed of [false, true]) {
    if (analyzed) await sql`analyze commands, command_items`.execute(hub.db.root);
    const t = performance.now();
    for (let i = 0; i < 10; i++) { const claim = await desk.claim(); await desk.settle(claim, 'done'); }
    console.log(kind, 'claim+settle each', analyzed, Math.round((performance.now() - t) / 10), 'ms');
    const t1 = performance.now();
    await desk.as((s) => nextCommandAt(s, desk.account.id));
    console.log(kind, 'next', Math.round(performance.now() - t1));
    const t2 = performance.now();
    await desk.as((s) => listCommands(s, { states: ['pending'] }, { limit: 50, after: null }));
    console.log(kind, 'list', Math.round(performance.now() - t2));
  }
  const t3 = performance.now();
  await desk.as((s) => cancelCommands(s, {}, 10000));
  console.log(kind, 'cancel all', Math.round(performance.now() - t3));
  await desk.as(({trx}) => sql`update commands set state='dead' where state='canceled'`.execute(trx));
  const t4 = performance.now();
  await desk.as((s) => retryCommands(s, {}, 10000));
  console.log(kind, 'retry all', Math.round(performance.now() - t4));
}, 300000);
