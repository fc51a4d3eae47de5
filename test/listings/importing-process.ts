import { flushCompileCache } from 'node:module';
import { z } from 'zod';
import { openHouse } from '../../src/cli/house.ts';
import { readSettings } from '../../src/cli/settings.ts';
import { accountId, ownerId } from '../../src/domain/ids.ts';
import { importListings } from '../../src/engine/listings/import-listings.ts';
import { unlimitedBudget } from '../../src/marketplaces/kit/budget.ts';
import { asOwner } from '../../src/store/scope.ts';
import { queueRuns } from '../../src/store/sync-runs.ts';
import { connectShop } from '../harness/hub.ts';
import { watchedLog } from '../harness/log-watch.ts';

/** A hub that only reads listings, for tests that kill it: of a shop that it is told to connect, or of one it has. */
const TASK = z.union([
  z.object({
    platform: z.string(),
    baseUrl: z.string(),
    credentials: z.record(z.string(), z.string()),
  }),
  z.object({ owner: z.number(), account: z.number() }),
]);

const { hub: limited } = await openHouse(
  { ...readSettings(process.env), allowPrivateHosts: true },
  watchedLog(),
);
const hub = { ...limited, budgetOf: () => unlimitedBudget };

process.on('message', (raw) => {
  work(TASK.parse(raw)).catch((error: unknown) => hub.log.error({ err: error }, 'could not import'));
});
// It may be killed any moment, and what was compiled is kept at a peaceful end only.
flushCompileCache();
process.send?.({ ready: true });

async function work(task: z.infer<typeof TASK>): Promise<void> {
  if ('owner' in task) {
    await importListings(hub, { owner: ownerId(task.owner), account: accountId(task.account) });
    process.send?.({ done: true, peakMb: Math.round(process.resourceUsage().maxRSS / 1024) });
    return;
  }
  const { owner, account } = await connectShop(hub, task);
  const [run] = await asOwner(hub.db, owner, (scope) =>
    queueRuns(scope, [account.id], 'request', null, 'products'),
  );
  process.send?.({ owner, account: account.id, run });
  await importListings(hub, { owner, account: account.id });
}
