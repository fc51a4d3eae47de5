import { writeFileSync } from 'node:fs';
import { sql } from 'kysely';
import type { Dispatcher } from 'undici';
import { z } from 'zod';
import { importListings } from '../../src/engine/listings/import-listings.ts';
import { unlimitedBudget } from '../../src/marketplaces/kit/budget.ts';
import { openDatabase } from '../../src/store/database.ts';
import { migrate } from '../../src/store/migrate.ts';
import { asOwner } from '../../src/store/scope.ts';
import { findRun, queueRuns } from '../../src/store/sync-runs.ts';
import { connectShop, newHub } from '../../test/harness/hub.ts';
import { watchMemory } from '../child.ts';
import { PLACE, type RecordedCall } from '../ingest-place.ts';

/** Reads one shop's listings with the whole hub: what a first import does. */
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
const calls: RecordedCall[] = [];
const hub = { ...plain, dispatcher: plain.dispatcher.compose(noted(calls)) };
const { owner, account } = await connectShop(hub, args);
const [run] = await asOwner(db, owner, (scope) =>
  queueRuns(scope, [account.id], 'request', null, 'products'),
);
if (run === undefined) throw new Error('the import was not queued');

const peak = watchMemory();
const startedAt = performance.now();
await importListings(hub, { owner, account: account.id });
const seconds = (performance.now() - startedAt) / 1000;
const peakMb = peak();

const done = await asOwner(db, owner, (scope) => findRun(scope, run));
if (done?.status !== 'success') throw new Error(`the import failed: ${JSON.stringify(done?.trouble)}`);
const { rows } = await sql<{ listings: number; items: number }>`
  select (select count(*) from listings) as listings, (select count(*) from listing_items) as items`.execute(
  db.root,
);
const againAt = performance.now();
await asOwner(db, owner, (scope) => queueRuns(scope, [account.id], 'request', null, 'products'));
const recordedFirst = calls.length;
await importListings(hub, { owner, account: account.id });
const secondsAgain = (performance.now() - againAt) / 1000;
writeFileSync(args.record, JSON.stringify(calls.slice(0, recordedFirst)));
process.send?.({ seconds, secondsAgain, peakMb, ...rows[0] });
await plain.close();
await db.close();
process.exit(0);

/** Notes every call, so that the floor can fetch the same bytes. */
function noted(into: RecordedCall[]): Dispatcher.DispatcherComposeInterceptor {
  return (dispatch) => (options, handler) => {
    if (typeof options.origin === 'string' || options.origin instanceof URL) {
      into.push({
        url: `${String(options.origin).replace(/\/$/, '')}${options.path}`,
        method: options.method,
        headers: z.record(z.string(), z.string()).parse(options.headers ?? {}),
        body: typeof options.body === 'string' ? options.body : null,
      });
    }
    return dispatch(options, handler);
  };
}
