import { writeFileSync } from 'node:fs';
import { sql } from 'kysely';
import { z } from 'zod';
import { importListings } from '../../src/engine/listings/import-listings.ts';
import { unlimitedBudget } from '../../src/marketplaces/kit/budget.ts';
import { openDatabase } from '../../src/store/database.ts';
import { migrate } from '../../src/store/migrate.ts';
import { asOwner } from '../../src/store/scope.ts';
import { findRun, queueRuns } from '../../src/store/sync-runs.ts';
import { connectShop, newHub, type SellerShop } from '../../test/harness/hub.ts';
import { watchMemory } from '../child.ts';
import { PLACE } from '../ingest-place.ts';
import { type RecordedImport, recordCalls } from '../recorded-calls.ts';

/**
 * Reads one shop's listings with the whole hub: what a first import does. A hub runs for months and has other shops, so
 * it has read one before.
 */
const SHOP = z.object({
  platform: z.string(),
  baseUrl: z.string(),
  credentials: z.record(z.string(), z.string()),
});
const args = z
  .object({ place: PLACE, before: SHOP, shop: SHOP, record: z.string() })
  .parse(JSON.parse(process.argv[2] ?? ''));

const db = await openDatabase(args.place);
await migrate(db);
const plain = await newHub(db, { budget: unlimitedBudget });
const { dispatcher, calls } = recordCalls(plain.dispatcher);
const hub = { ...plain, dispatcher };
const other = await connectShop(hub, args.before);
const measured = await connectShop(hub, { ...args.shop, owner: other.owner });

await secondsOf(other);
const before = calls();
const peak = watchMemory();
const seconds = await secondsOf(measured);
const peakMb = peak();
const made = calls().slice(before.length);
const secondsAgain = await secondsOf(measured);

const { rows } = await sql<{ listings: number; items: number }>`
  select count(distinct listing_id) as listings, count(*) as items from listing_items
  where account_id = ${measured.account.id}`.execute(db.root);
writeFileSync(args.record, JSON.stringify({ before, made } satisfies RecordedImport));
process.send?.({ seconds, secondsAgain, peakMb, ...rows[0] });
await plain.close();
await db.close();
process.exit(0);

async function secondsOf({ owner, account }: SellerShop): Promise<number> {
  const [run] = await asOwner(db, owner, (scope) =>
    queueRuns(scope, [account.id], 'request', null, 'products'),
  );
  if (run === undefined) throw new Error('the import was not queued');
  const startedAt = performance.now();
  await importListings(hub, { owner, account: account.id });
  const taken = (performance.now() - startedAt) / 1000;
  const done = await asOwner(db, owner, (scope) => findRun(scope, run));
  if (done?.status !== 'success') throw new Error(`the import failed: ${JSON.stringify(done?.trouble)}`);
  return taken;
}
