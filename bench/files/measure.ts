import { monitorEventLoopDelay } from 'node:perf_hooks';
import { sql } from 'kysely';
import pg from 'pg';
import { z } from 'zod';
import { readXml } from '../../src/engine/spreadsheets/xlsx/xml-reader.ts';
import { openZip } from '../../src/engine/spreadsheets/xlsx/zip-parts.ts';
import { type Database, openDatabase } from '../../src/store/database.ts';
import { migrate } from '../../src/store/migrate.ts';
import { newHub } from '../../test/harness/hub.ts';
import { openBusiness, openTestServer } from '../../test/harness/rest.ts';
import { bigRows, bigWorkbook } from '../../test/imports/big-file.ts';
import { importOffice } from '../../test/imports/office.ts';
import { watchMemory } from '../child.ts';
import { PLACE } from '../ingest-place.ts';

/** Imports one workbook of so many rows, one in 150 bad, and exports what has become of it. */
const args = z
  .object({ place: PLACE, rows: z.number(), server: z.string() })
  .parse(JSON.parse(process.argv[2] ?? ''));
const file = { rows: args.rows, bad: Math.floor(args.rows / 150) };
const NANOS_PER_MS = 1e6;
const ROWS_AT_ONCE = 500;
const MOST_BYTES = 512 * 1024 * 1024;

if (args.place.kind === 'server') await createDatabase(args.server, args.place.url);
const db = await openDatabase(args.place);
await migrate(db);
const hub = await newHub(db, { allowPrivateHosts: false });
const api = await openTestServer(hub);
const business = await openBusiness(hub, 'seller');
const office = importOffice(hub, api, () => business);
const workbook = await bigWorkbook(file);

const floorSeconds = await timed(() => floor(db));
const peak = watchMemory();
const pauses = monitorEventLoopDelay({ resolution: 10 });
pauses.enable();
let shown = { id: 0, rows: { bad: 0 } };
const checkedSeconds = await timed(async () => {
  shown = await office.send(workbook);
});
pauses.disable();
if (shown.rows.bad !== file.bad) throw new Error(`${shown.rows.bad} rows are bad`);
const writtenSeconds = await timed(() => office.confirm(shown.id, { skip_bad: true }));
const exportedSeconds = await timed(() => office.file('GET /api/v1/products/export'));
process.send?.({
  bytes: workbook.length,
  floorSeconds,
  checkedSeconds,
  writtenSeconds,
  exportedSeconds,
  longestPauseMs: pauses.max / NANOS_PER_MS,
  peakMb: peak(),
});
await api.server.close();
await hub.close();
await db.close();
process.exit(0);

async function createDatabase(server: string, url: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(`create database ${new URL(url).pathname.slice(1)}`);
  await client.end();
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return (performance.now() - startedAt) / 1000;
}

async function floor({ root }: Database): Promise<void> {
  const parts = await openZip(workbook);
  const nothing = { open() {}, close() {}, text() {} };
  const sheet = await parts.stream('xl/worksheets/sheet1.xml', MOST_BYTES);
  for await (const _piece of readXml(sheet, nothing));
  await sql`create table floor_rows (document jsonb not null)`.execute(root);
  let part: unknown[] = [];
  const insert = async () => {
    await sql`insert into floor_rows select jsonb_array_elements(${JSON.stringify(part)}::jsonb)`.execute(
      root,
    );
    part = [];
  };
  for (const row of bigRows(file)) {
    part.push(row);
    if (part.length === ROWS_AT_ONCE) await insert();
  }
  await insert();
}
