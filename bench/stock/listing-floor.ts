import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { Agent, request } from 'undici';
import { z } from 'zod';
import { gather } from '../../src/engine/pull/gather.ts';
import { chunked } from '../../src/marketplaces/kit/windows.ts';
import { openDatabase } from '../../src/store/database.ts';
import { watchMemory } from '../child.ts';
import { PLACE } from '../ingest-place.ts';
import { RECORDED_IMPORT, type RecordedCall } from '../recorded-calls.ts';

/**
 * The floor: the calls the hub made, fetched again, as many side by side as the hub does, parsed with `JSON.parse` and
 * inserted as plain documents in bulk, with the next ones fetched meanwhile. What can be bought is a row of its own, like
 * the lines in the floor of orders: Coupang answers each by itself, Naver's options stand in their product. No decoding,
 * no identity, no links. It has done the same for another shop before, like the hub.
 */
const args = z
  .object({ place: PLACE, record: z.string(), sideBySide: z.number() })
  .parse(JSON.parse(process.argv[2] ?? ''));
const { before, made } = RECORDED_IMPORT.parse(JSON.parse(readFileSync(args.record, 'utf8')));

const db = await openDatabase(args.place);
await sql`create table floor_listings (payload jsonb not null)`.execute(db.root);
await sql`create table floor_options (payload jsonb not null)`.execute(db.root);
const dispatcher = new Agent({ connections: 8 });

await insertAll(before);
const peak = watchMemory();
const startedAt = performance.now();
const documents = await insertAll(made);
const seconds = (performance.now() - startedAt) / 1000;
process.send?.({ seconds, peakMb: peak(), documents });
await dispatcher.close();
await db.close();
process.exit(0);

async function insertAll(calls: readonly RecordedCall[]): Promise<number> {
  let documents = 0;
  for await (const group of gather(fetchAll(calls), { maxItems: 500, lingerMs: 20 })) {
    const rows = group.flatMap(({ items }) => items);
    const options = rows.flatMap(optionsOf);
    await db.root.transaction().execute(async (trx) => {
      await sql`insert into floor_listings select jsonb_array_elements(${JSON.stringify(rows)}::jsonb)`.execute(
        trx,
      );
      await sql`insert into floor_options select jsonb_array_elements(${JSON.stringify(options)}::jsonb)`.execute(
        trx,
      );
    });
    documents += rows.length;
  }
  return documents;
}

async function* fetchAll(list: readonly RecordedCall[]): AsyncGenerator<{ items: readonly unknown[] }> {
  for (const some of chunked(list, args.sideBySide)) yield { items: await Promise.all(some.map(fetchOne)) };
}

async function fetchOne({ url, method, headers, body }: RecordedCall): Promise<unknown> {
  const answer = await request(url, { method, headers, dispatcher, ...(body === null ? {} : { body }) });
  const text = await answer.body.text();
  if (answer.statusCode !== 200) throw new Error(`${url} gave ${answer.statusCode}: ${text.slice(0, 200)}`);
  return JSON.parse(text);
}

/** The options of Naver's products; nothing of other documents. */
function optionsOf(document: unknown): readonly unknown[] {
  const detail = inside(inside(document, 'originProduct'), 'detailAttribute');
  const options = inside(inside(detail, 'optionInfo'), 'optionCombinations');
  return Array.isArray(options) ? options : [];
}

function inside(outer: unknown, name: string): unknown {
  return typeof outer === 'object' && outer !== null ? Reflect.get(outer, name) : undefined;
}
