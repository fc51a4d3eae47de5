import { parseArgs } from 'node:util';
import pg from 'pg';
import { DURABLE, startPostgres } from '../harness/postgres.ts';
import { runStorm } from './storm/storm.ts';

/** `npm run chaos`: the long storm. Ends with the closing lines and, when anything differs, with exit code 1. */
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '261122' },
    kills: { type: 'string', default: '50' },
    faults: { type: 'string', default: '1000' },
    workers: { type: 'string', default: '3' },
  },
});

const server = await startPostgres(DURABLE);
const client = new pg.Client({ connectionString: server.url });
await client.connect();
await client.query('create database storm');
await client.end();
try {
  const report = await runStorm({
    seed: Number(values.seed),
    kills: Number(values.kills),
    faults: Number(values.faults),
    workers: Number(values.workers),
    shopsPerPlatform: 2,
    ordersPerShop: 100,
    databaseUrl: server.url.replace(/\/postgres$/, '/storm'),
    say: (line) => console.log(line),
  });
  const { differences, registeredTwice, hanging, limitBreaches, ...met } = report;
  console.log(`seed           ${met.seed}   (npm run chaos -- --seed ${met.seed})`);
  console.log(`kills          ${met.kills}`);
  console.log(`faults         ${met.faults}   ${JSON.stringify(met.faultKinds)}`);
  console.log(`database cuts  ${met.databaseCuts}`);
  console.log(`clock jumps    ${met.clockJumps}`);
  console.log(`orders         ${met.orders} with ${met.lines} lines, ${met.shipped} parcels`);
  console.log(`commands       ${JSON.stringify(met.commands)}`);
  console.log(`refused        ${JSON.stringify(met.refusals)}`);
  console.log(`calm after     ${met.calmAfterSeconds} s`);
  console.log(`hanging        ${hanging}`);
  console.log(`shipped twice  ${registeredTwice.length}`);
  console.log(`over limit     ${limitBreaches}`);
  console.log(`differences    ${differences.length === 0 ? 'none' : differences.length}`);
  for (const difference of differences.slice(0, 50)) console.log(`  ${difference}`);
  const good =
    differences.length + registeredTwice.length + hanging + limitBreaches === 0 &&
    met.exits.every((code) => code === 0);
  console.log(`RESULT ${JSON.stringify({ chaos: good ? 'calm' : 'broken', ...report })}`);
  process.exitCode = good ? 0 : 1;
} finally {
  await server.stop();
}
