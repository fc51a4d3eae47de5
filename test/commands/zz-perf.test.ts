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
  for (const n of [100, 400, 2000, 10000]) {
    const t = performance.now();
    await desk.store(...Array.from({ length: n }, (_, i) => desk.stock(String(n * 100000 + i), 1, 'bulk')));
    console.log(kind, 'store', n, Math.round(performance.now() - t), 'ms');
  }
  const a = desk.account.id, o = desk.business.owner;
  const show = async (q: any) => { const { rows } = await desk.as(({trx}) => sql<any>`explain (analyze, buffers off) ${q}`.execute(trx)); console.log(rows.map((r: any) => 'claim:' + Object.values(r)[0]).join('\n')); };
  for (const analyzed of [false, true]) {
    if (analyzed) await sql`analyze commands, command_items`.execute(hub.db.root);
    let t = performance.now(); let c = 0, s = 0;
    for (let i = 0; i < 10; i++) { t = performance.now(); const claim = await desk.claim(); c += performance.now() - t; t = performance.now(); await desk.settle(claim, 'done'); s += performance.now() - t; }
    console.log(kind, 'claim', analyzed, Math.round(c / 10), 'settle', Math.round(s/10), 'ms');
    const t1 = performance.now();
    await desk.as((s) => nextCommandAt(s, desk.account.id));
    console.log(kind, 'next', Math.round(performance.now() - t1));
    const t2 = performance.now();
    await desk.as((s) => listCommands(s, { states: ['pending'] }, { limit: 50, after: null }));
    console.log(kind, 'list', Math.round(performance.now() - t2));
    const t3 = performance.now();
    const n = await desk.as((s) => cancelCommands(s, {}, 10000));
    console.log(kind, 'cancel all', n.length, Math.round(performance.now() - t3));
    await desk.as(({trx}) => sql`update commands set state='dead' where state='canceled'`.execute(trx));
    const t4 = performance.now();
    const r = await desk.as((s) => retryCommands(s, {}, 10000));
    console.log(kind, 'retry all', r.length, Math.round(performance.now() - t4));
    const t5 = performance.now();
    await desk.store(...Array.from({ length: 10000 }, (_, i) => desk.stock(String(10000 * 100000 + i), 2, 'bulk')));
    console.log(kind, 'supersede 10000', Math.round(performance.now() - t5), 'ms');
  }
}, 300000);
