import { writeFileSync } from 'node:fs';
import { sql } from 'kysely';
import { z } from 'zod';
import { pullOrders } from '../src/engine/pull/pull-orders.ts';
import { unlimitedBudget } from '../src/marketplaces/kit/budget.ts';
import { openDatabase } from '../src/store/database.ts';
import { migrate } from '../src/store/migrate.ts';
import { asOwner } from '../src/store/scope.ts';
import { latestRuns } from '../src/store/sync-runs.ts';
import { connectShop, newHub } from '../test/harness/hub.ts';
import { watchMemory } from './child.ts';
import { PLACE } from './ingest-place.ts';
import { recordCalls } from './recorded-calls.ts';

/** Pulls one shop's orders with the whole hub: what a first connection does. */
const args = z
  .object({
    place: PLACE,
    platform: z.string(),
    baseUrl: z.string(),
    credentials: z.record(z.string(), z.string()),
    record: z.string(),
  })
  .parse(JSON.parse(process.argv[2] ?? ''));

const db = await openDatabase(args.place);
await migrate(db);
const plain = await newHub(db, { budget: unlimitedBudget });
const { dispatcher, calls } = recordCalls(plain.dispatcher);
const hub = { ...plain, dispatcher };
const { owner, account } = await connectShop(hub, args);

const peak = watchMemory();
const startedAt = performance.now();
const trouble = await pullOrders(hub, owner, account.id);
const seconds = (performance.now() - startedAt) / 1000;
const peakMb = peak();
if (trouble !== null) throw new Error(`the pull failed: ${JSON.stringify(trouble)}`);

const [run] = await asOwner(db, owner, latestRuns);
const stored = await sql<{ orders: number; lines: number }>`
  select (select count(*) from orders) as orders, (select count(*) from order_lines) as lines`.execute(
  db.root,
);
writeFileSync(args.record, JSON.stringify(calls()));
process.send?.({ seconds, peakMb, failed: run?.failed ?? -1, ...stored.rows[0] });
await plain.close();
await db.close();
process.exit(0);
