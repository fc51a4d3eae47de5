import { readFileSync } from 'node:fs';
import { type Kysely, sql } from 'kysely';
import { Agent, request } from 'undici';
import { z } from 'zod';
import { gather } from '../src/engine/pull/gather.ts';
import { openDatabase, type Tables } from '../src/store/database.ts';
import { watchMemory } from './child.ts';
import { PLACE } from './ingest-place.ts';
import { RECORDED_CALLS, type RecordedCall } from './recorded-calls.ts';

/**
 * The floor: the calls the hub made, fetched again, parsed with `JSON.parse` and inserted as plain rows in bulk,
 * with the next page fetched meanwhile. No signatures, no decoding, no identity, no encryption, no history.
 */
const args = z.object({ place: PLACE, record: z.string() }).parse(JSON.parse(process.argv[2] ?? ''));
const calls = RECORDED_CALLS.parse(JSON.parse(readFileSync(args.record, 'utf8')));

const db = await openDatabase(args.place);
await sql`create table floor_orders (payload jsonb not null)`.execute(db.root);
await sql`create table floor_lines (payload jsonb not null)`.execute(db.root);
const dispatcher = new Agent({ connections: 8 });

const peak = watchMemory();
const startedAt = performance.now();
let rows = 0;
for await (const group of gather(fetchAll(calls), { maxItems: 600, lingerMs: 20 })) {
  const orders = group.flatMap(({ items }) => items);
  if (orders.length === 0) continue;
  await db.root.transaction().execute((trx) => insert(trx, orders));
  rows += orders.length;
}
const seconds = (performance.now() - startedAt) / 1000;
process.send?.({ seconds, peakMb: peak(), rows });
await dispatcher.close();
await db.close();
process.exit(0);

async function* fetchAll(list: readonly RecordedCall[]): AsyncGenerator<{ items: readonly unknown[] }> {
  for (const { url, method, headers, body } of list) {
    const answer = await request(url, { method, headers, dispatcher, ...(body === null ? {} : { body }) });
    const text = await answer.body.text();
    if (answer.statusCode !== 200) throw new Error(`${url} gave ${answer.statusCode}: ${text.slice(0, 200)}`);
    yield { items: rowsOf(JSON.parse(text)) };
  }
}

/** Order documents of an answer: Coupang boxes and Naver product orders both come as a list under `data`. */
function rowsOf(answer: unknown): readonly unknown[] {
  const data = typeof answer === 'object' && answer !== null && 'data' in answer ? answer.data : undefined;
  if (Array.isArray(data)) return data;
  const contents =
    typeof data === 'object' && data !== null && 'contents' in data ? data.contents : undefined;
  return Array.isArray(contents) ? contents : [];
}

async function insert(trx: Kysely<Tables>, orders: readonly unknown[]): Promise<void> {
  const lines = orders.flatMap((order) =>
    typeof order === 'object' && order !== null && 'orderItems' in order && Array.isArray(order.orderItems)
      ? order.orderItems
      : [order],
  );
  await sql`insert into floor_orders select jsonb_array_elements(${JSON.stringify(orders)}::jsonb)`.execute(
    trx,
  );
  await sql`insert into floor_lines select jsonb_array_elements(${JSON.stringify(lines)}::jsonb)`.execute(
    trx,
  );
}
