import { flushCompileCache } from 'node:module';
import { sql } from 'kysely';
import { z } from 'zod';
import { openHouse } from '../../src/cli/house.ts';
import { readSettings } from '../../src/cli/settings.ts';
import { orderId, ownerId } from '../../src/domain/ids.ts';
import { wishFor } from '../../src/engine/commands/wish.ts';
import { startWorker } from '../../src/jobs/worker.ts';
import { asOwner } from '../../src/store/scope.ts';
import { connectShop } from '../harness/hub.ts';
import { watchedLog } from '../harness/log-watch.ts';

/**
 * A hub without the API, for tests that kill it: it pulls all the time, and takes orders from its parent. What it
 * says first is what its predecessor left unfinished.
 */
const MESSAGE = z.discriminatedUnion('do', [
  z.object({
    do: z.literal('connect'),
    platform: z.string(),
    baseUrl: z.string(),
    credentials: z.record(z.string(), z.string()),
  }),
  z.object({ do: z.literal('ship'), count: z.number(), invoice: z.number() }),
  z.object({ do: z.literal('report') }),
  z.object({ do: z.literal('stop') }),
]);

const settings = { ...readSettings(process.env), allowPrivateHosts: true };
const log = watchedLog();
const house = await openHouse(settings, log);
const { db, hub } = house;

async function count(query: ReturnType<typeof sql<{ n: number }>>): Promise<number> {
  return (await query.execute(db.root)).rows[0]?.n ?? 0;
}

const report = async () => ({
  running: await count(sql`select count(*) as n from sync_runs where status = 'running'`),
  sending: await count(sql`select count(*) as n from commands where state = 'sending'`),
  open: await count(sql`select count(*) as n from commands where state in ('pending', 'sending', 'unknown')`),
  finishedRuns: await count(sql`
    select coalesce(min(ended.n), 0) as n from accounts a cross join lateral (
      select coalesce(sum(r.repeats), 0) as n from sync_runs r where r.account_id = a.id and r.status in ('success', 'partial')) ended`),
});

// It may be killed any moment, and what was compiled is kept at a peaceful end only.
flushCompileCache();
process.send?.({ left: await report() });
const worker = await startWorker(hub, { pullEveryMs: 50, width: 4 });
process.send?.({ works: true });

process.on('message', (raw) => {
  obey(MESSAGE.parse(raw)).catch((error: unknown) => {
    log.error({ err: error }, 'the hub process could not do as it was told');
  });
});

async function obey(message: z.infer<typeof MESSAGE>): Promise<void> {
  switch (message.do) {
    case 'connect':
      await connectShop(hub, message);
      process.send?.({ connected: true });
      return;
    case 'ship':
      await shipSome(message.count, message.invoice);
      return;
    case 'report':
      process.send?.({ report: await report() });
      return;
    case 'stop':
      await worker.stop();
      await house.close();
      process.exit(0);
  }
}

/** Wishes to ship some orders that wait for it and have no open command. */
async function shipSome(limit: number, invoice: number): Promise<void> {
  const waiting = await sql<{ id: number; owner_id: number }>`
    select o.id, o.owner_id from orders o
    where o.status in ('PAID', 'PREPARING')
      and not exists (select from commands c where c.order_id = o.id)
      and not exists (select from order_lines l where l.order_id = o.id
        and (l.status not in ('PAID', 'PREPARING') or l.locked_because is not null or l.shippable_quantity < l.quantity))
    order by o.id desc limit ${limit}`.execute(db.root);
  for (const [n, row] of waiting.rows.entries()) {
    await asOwner(db, ownerId(row.owner_id), (scope) =>
      wishFor(
        scope,
        [
          {
            order: orderId(row.id),
            lines: null,
            wish: {
              kind: 'ship',
              carrier: 'CJ대한통운',
              invoice: String(invoice + n),
              shippedAt: new Date(),
            },
          },
        ],
        { actor: 'test', cause: 'chaos' },
      ),
    );
    hub.nudges.emit('nudge', 'commands');
  }
}
