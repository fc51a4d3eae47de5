import { flushCompileCache } from 'node:module';
import { z } from 'zod';
import { openHouse } from '../../src/cli/house.ts';
import { readSettings } from '../../src/cli/settings.ts';
import { deliver } from '../../src/engine/webhooks/deliver.ts';
import { fanOut } from '../../src/engine/webhooks/fan-out.ts';
import { startJobQueue } from '../../src/jobs/job-queue.ts';
import { recordEvents } from '../../src/store/events.ts';
import { createOwner } from '../../src/store/owners.ts';
import { asOwner } from '../../src/store/scope.ts';
import { createWebhook } from '../../src/store/webhooks/endpoints.ts';
import { watchedLog } from '../harness/log-watch.ts';

/** A hub that only sends webhooks, for tests that kill it. Told to begin, it makes an owner with an endpoint and events. */
const BEGIN = z.object({ url: z.string(), events: z.number() });

const house = await openHouse({ ...readSettings(process.env), allowPrivateHosts: true }, watchedLog());
const { db, hub } = house;
const queue = await startJobQueue(hub, { owners: { 'fan-out': fanOut, deliver }, chores: [] });
const look = () => queue.look();
hub.notices.follow({ onNotice: look, onGap: look });

process.on('message', (raw) => {
  const { url, events } = BEGIN.parse(raw);
  begin(url, events).then(
    () => process.send?.('begun'),
    (error: unknown) => hub.log.error({ err: error }, 'could not begin'),
  );
});
// It may be killed any moment, and what was compiled is kept at a peaceful end only.
flushCompileCache();
process.send?.('ready');

async function begin(url: string, events: number): Promise<void> {
  const owner = await createOwner(db, 'seller');
  await asOwner(db, owner, async (scope) => {
    await createWebhook(scope, hub.vault, { url, description: '', eventTypes: [], accounts: [] });
  });
  await asOwner(db, owner, (scope) =>
    recordEvents(
      scope,
      Array.from({ length: events }, (_, n) => ({
        type: 'order.created' as const,
        account: null,
        data: { order_id: n + 1 },
      })),
    ),
  );
}
