import { performance } from 'node:perf_hooks';
import { sql } from 'kysely';
import { z } from 'zod';
import { type CommandId, orderId } from '../../src/domain/ids.ts';
import { wishFor } from '../../src/engine/commands/wish.ts';
import type { Hub } from '../../src/engine/hub.ts';
import { startWorker } from '../../src/jobs/worker.ts';
import { unlimitedBudget } from '../../src/marketplaces/kit/budget.ts';
import { storeCommands } from '../../src/store/commands/store.ts';
import { type Database, openDatabase } from '../../src/store/database.ts';
import { wakeLane } from '../../src/store/lanes.ts';
import { migrate } from '../../src/store/migrate.ts';
import { asOwner } from '../../src/store/scope.ts';
import { connectShop, newHub, type SellerShop } from '../../test/harness/hub.ts';
import { DURABLE, startPostgres } from '../../test/harness/postgres.ts';
import type { SandboxShop } from '../../test/harness/sandbox-control.ts';
import { sandboxProcess } from '../sandbox.ts';

export interface DrainRun {
  readonly limits: boolean;
  readonly backlog: number;
  /** One call each: prices on Coupang go one by one. */
  readonly commandsPerSecond: number;
  /** From a person's click to the marketplace's yes, while the backlog drains. */
  readonly clickMs: { readonly count: number; readonly median: number; readonly worst: number };
  /** The same clicks with nothing else to do: the call itself, and the wait for a lawful moment. */
  readonly aloneMs: { readonly count: number; readonly median: number; readonly worst: number };
}

const BACKLOG = 10_000;
const CLICKS = 25;
const OFFERS = z.object({ offers: z.array(z.object({ vendorItemId: z.string(), salePrice: z.number() })) });

/** How a backlog of bulk writes drains, and what a click feels of it; without limits and with the marketplace's own. */
export async function drain(): Promise<readonly DrainRun[]> {
  const server = await startPostgres(DURABLE);
  const sandbox = await sandboxProcess();
  try {
    const runs: DrainRun[] = [];
    for (const limits of [false, true]) {
      const db = await openDatabase({
        kind: 'server',
        url: await newDatabaseOn(server.url, `drain_${limits}`),
      });
      await migrate(db);
      const hub = await newHub(db, limits ? {} : { budget: unlimitedBudget });
      const shop = await sandbox.openShop('coupang', { orders: 200, products: 4_000, quiet: true, limits });
      // Fresh orders for the clicks.
      await sandbox.post(`/coupang/shops/${shop.shop}/buy`, { count: 3 * CLICKS });
      const run = await measure(hub, shop, await connectShop(hub, shop), limits);
      console.log(JSON.stringify(run));
      runs.push(run);
      await hub.close();
      await db.close();
    }
    return runs;
  } finally {
    await sandbox.stop();
    await server.stop();
  }

  async function measure(
    hub: Hub,
    shop: SandboxShop,
    seller: SellerShop,
    limits: boolean,
  ): Promise<DrainRun> {
    const worker = await startWorker(hub, { pullEveryMs: 3_600_000, width: 8 });
    await until(async () => (await waiting(hub.db)).length > 2 * CLICKS);
    const clicks = await waiting(hub.db);
    const alone = await click(hub, seller, clicks.splice(0, CLICKS));
    const { offers } = OFFERS.parse(await sandbox.get(`/coupang/shops/${shop.shop}/offers`));
    const startedAt = performance.now();
    await asOwner(hub.db, seller.owner, async (scope) => {
      const commands = offers.slice(0, BACKLOG).map(({ vendorItemId, salePrice }) => ({
        account: seller.account.id,
        key: `set_price:${vendorItemId}`,
        lane: 'bulk' as const,
        actor: 'bench',
        cause: 'bench',
        payload: {
          kind: 'set_price' as const,
          nativeItemId: vendorItemId,
          price: salePrice + 100,
          currency: 'KRW' as const,
        },
      }));
      await storeCommands(scope, commands);
      await wakeLane(scope, seller.account.id, 'commands', null);
    });
    const busy = await click(hub, seller, clicks.splice(0, CLICKS));
    const drained = await drainRate(hub, startedAt, limits);
    await worker.stop();
    return {
      limits,
      backlog: Math.min(BACKLOG, offers.length),
      commandsPerSecond: drained,
      clickMs: summary(busy),
      aloneMs: summary(alone),
    };
  }
}

async function newDatabaseOn(serverUrl: string, name: string): Promise<string> {
  const db = await openDatabase({ kind: 'server', url: serverUrl, connections: 1 });
  await sql`create database ${sql.id(name)}`.execute(db.root);
  await db.close();
  return serverUrl.replace(/\/postgres$/, `/${name}`);
}

/** Orders that a click can acknowledge. */
async function waiting(db: Database): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select o.id from orders o where o.status = 'PAID'
      and not exists (select from order_lines l where l.order_id = o.id and l.status <> 'PAID')
    order by o.id`.execute(db.root);
  return rows.map(({ id }) => id);
}

/** Clicks one after the other, at uneven moments; answers how long each took until the marketplace had said yes. */
async function click(hub: Hub, seller: SellerShop, orders: readonly number[]): Promise<readonly number[]> {
  const took: number[] = [];
  for (const [nth, order] of orders.entries()) {
    await new Promise((resolve) => setTimeout(resolve, 300 + ((nth * 137) % 400)));
    const clickedAt = performance.now();
    const wishes = [{ order: orderId(order), lines: null, wish: { kind: 'acknowledge' as const } }];
    const [answer] = await asOwner(hub.db, seller.owner, (scope) =>
      wishFor(scope, wishes, { actor: 'bench', cause: 'bench' }),
    );
    hub.nudges.emit('nudge', 'commands');
    if (answer?.kind !== 'accepted') throw new Error('the click was declined');
    await until(() => allDone(hub.db, answer.commands));
    took.push(performance.now() - clickedAt);
  }
  return took;
}

async function allDone(db: Database, ids: readonly CommandId[]): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`
    select bool_and(state = 'done') as done from commands where id = any(${[...ids]}::bigint[])`.execute(
    db.root,
  );
  return rows[0]?.done === true;
}

const WATCH_MS = 15_000;

/** Commands carried out in a second: to the end without limits, for some seconds with them. */
async function drainRate(hub: Hub, startedAt: number, limits: boolean): Promise<number> {
  const count = async () => {
    const { rows } = await sql<{ done: number; open: number }>`
      select count(*) filter (where state = 'done' and kind = 'set_price') as done,
        count(*) filter (where state in ('pending', 'sending', 'unknown')) as open from commands`.execute(
      hub.db.root,
    );
    return rows[0] ?? { done: 0, open: 0 };
  };
  const from = limits ? { at: performance.now(), done: (await count()).done } : { at: startedAt, done: 0 };
  if (limits) await new Promise((resolve) => setTimeout(resolve, WATCH_MS));
  else await until(async () => (await count()).open === 0, 100);
  const { done } = await count();
  return Number(((done - from.done) / ((performance.now() - from.at) / 1_000)).toFixed(1));
}

async function until(holds: () => Promise<boolean>, lookEveryMs = 3): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
}

function summary(took: readonly number[]): DrainRun['clickMs'] {
  const sorted = [...took].sort((a, b) => a - b);
  return {
    count: sorted.length,
    median: Math.round(sorted[Math.floor(sorted.length / 2)] ?? 0),
    worst: Math.round(sorted.at(-1) ?? 0),
  };
}
