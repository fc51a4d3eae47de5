import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Hub } from '../../src/engine/hub.ts';
import { workInbox } from '../../src/engine/inbox/work-inbox.ts';
import { openShop } from '../../src/engine/open-shop.ts';
import { pullOrders } from '../../src/engine/pull/pull-orders.ts';
import { rereadOrders } from '../../src/engine/reread/reread-orders.ts';
import { unlimitedBudget } from '../../src/marketplaces/kit/budget.ts';
import { setHook } from '../../src/store/account-hooks.ts';
import { asOwner } from '../../src/store/scope.ts';
import { knownOrders } from '../conformance/known.ts';
import type { Market, TrueOrder } from '../conformance/world.ts';
import { CASTS } from '../conformance/worlds/all.ts';
import { DATABASE_KINDS, type DatabaseKind, newDatabase } from '../harness/databases.ts';
import { connectShop, newHub, type SellerShop } from '../harness/hub.ts';
import { watchSecrets } from '../harness/log-watch.ts';
import { openTestServer, type TestServer } from '../harness/rest.ts';
import { newSandbox } from '../harness/sandbox.ts';
import type { SandboxControl } from '../harness/sandbox-control.ts';

type Step =
  | { readonly what: 'buy' | 'pull' | 'work' }
  /** `nth` picks one of what there is. */
  | { readonly what: 'deliver' | 'cancel' | 'push' | 'replay'; readonly nth: number; readonly times: number };

const picked = (what: 'deliver' | 'cancel' | 'push' | 'replay') =>
  fc.record({ what: fc.constant(what), nth: fc.nat(50), times: fc.integer({ min: 1, max: 3 }) });
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ what: fc.constantFrom('buy' as const, 'pull' as const, 'work' as const) }),
  picked('deliver'),
  picked('cancel'),
  picked('push'),
  picked('replay'),
);

const BOUGHT = z.object({ orders: z.array(z.string()) });
const never = new AbortController().signal;

/** The statements are the same on both: what they do together is tried on the one where more may happen at once. */
const RUNS: Readonly<Record<DatabaseKind, number>> = { PostgreSQL: 12, PGlite: 4 };

describe.each(DATABASE_KINDS)('on %s', (kind) => {
  let hub: Hub;
  let api: TestServer;
  let sandbox: SandboxControl & { close(): Promise<void> };

  beforeAll(async () => {
    sandbox = await newSandbox();
    hub = await newHub(await newDatabase(kind), { budget: unlimitedBudget });
    api = await openTestServer(hub);
  });
  afterAll(async () => {
    await api.server.close();
    await hub.close();
    await hub.db.close();
    await sandbox.close();
  });

  /** One shop with its pushes, of which some are still on their way. */
  async function openStory(market: Market, shop: SellerShop, platform: string) {
    const token = await asOwner(hub.db, shop.owner, (scope) => setHook(scope, shop.account.id));
    watchSecrets([token]);
    const sent: string[] = [];
    /** Orders that changed since they were last pushed. */
    const untold = new Set<string>();

    const send = async (order: string) => {
      const body = { platform, event_type: 'order.changed', data: { orderId: order } };
      expect((await api.ask(`POST /hooks/${token}`, { body })).statusCode).toBe(202);
    };
    const lines = async () =>
      (await market.orders()).flatMap((order) =>
        order.lines
          .filter(({ status }) => status === 'PAID' || status === 'PREPARING')
          .map(({ id }) => ({ order: order.id, line: id })),
      );
    const buy = async () => {
      if (market.buy !== undefined) return market.buy(1);
      return BOUGHT.parse(await sandbox.post(`/${platform}/shops/${market.shop.shop}/buy`, { count: 1 }))
        .orders;
    };
    const work = async () => {
      await workInbox(hub, shop.owner, never);
      await rereadOrders(hub, { owner: shop.owner, account: shop.account.id });
    };

    return {
      async take(next: Step): Promise<void> {
        switch (next.what) {
          case 'buy': {
            for (const order of await buy()) untold.add(order);
            return;
          }
          case 'pull':
            await pullOrders(hub, shop.owner, shop.account.id);
            return;
          case 'work':
            return work();
          case 'deliver':
          case 'cancel': {
            const there = await lines();
            const one = there[next.nth % Math.max(1, there.length)];
            if (one === undefined) return;
            await market[next.what](one.line, one.order);
            untold.add(one.order);
            return;
          }
          case 'push': {
            const order = [...untold][next.nth % Math.max(1, untold.size)];
            if (order === undefined) return;
            untold.delete(order);
            sent.push(order);
            for (let time = 0; time < next.times; time++) await send(order);
            return;
          }
          case 'replay':
            for (const order of sent.toReversed().slice(0, next.nth)) await send(order);
        }
      },
      /** The pushes that are still on their way arrive, and are worked through. */
      async end(): Promise<void> {
        for (const order of [...untold].reverse()) await send(order);
        untold.clear();
        for (let quiet = false; !quiet; ) {
          await sql`update inbox set due_at = now() where account_id = ${shop.account.id}`.execute(
            hub.db.root,
          );
          await work();
          const { rows } = await sql<{ left: number }>`
            select (select count(*) from inbox where account_id = ${shop.account.id} and processed_at is null)
              + (select count(*) from order_hints where account_id = ${shop.account.id} and due_at <= now()) as left`.execute(
            hub.db.root,
          );
          quiet = rows[0]?.left === 0;
        }
      },
      /** The truth, without orders that were over before anybody read them and that the marketplace will not show. */
      async tellable(): Promise<readonly TrueOrder[]> {
        const truth = await market.orders();
        const held = new Set((await knownOrders(hub, shop.owner, shop.account.id)).map(({ id }) => id));
        const never = truth.map(({ id }) => id).filter((id) => !held.has(id));
        if (never.length === 0) return truth;
        const { shop: opened } = await openShop(hub, shop.owner, shop.account, 'fresh');
        const { reads } = await opened.orders.read(never);
        expect(reads.filter((read) => read.kind === 'order')).toEqual([]);
        return truth.filter(({ id }) => held.has(id));
      },
      /** What the hub holds, without what it says the marketplace shows no more. */
      async shown(): Promise<readonly TrueOrder[]> {
        const { rows } = await sql<{ order: string; line: string | null }>`
          select native_order_id as order, null as line from orders
          where account_id = ${shop.account.id} and vanished_because in ('ended', 'not_shown')
          union all select o.native_order_id, l.native_line_id from orders o join order_lines l on l.order_id = o.id
          where o.account_id = ${shop.account.id} and l.vanished_at is not null`.execute(hub.db.root);
        const gone = new Set(rows.map(({ order, line }) => `${order} ${line ?? ''}`));
        return (await knownOrders(hub, shop.owner, shop.account.id))
          .filter(({ id }) => !gone.has(`${id} `))
          .map((order) => {
            const left = order.lines.filter(({ id }) => !gone.has(`${order.id} ${id}`));
            const keys = new Set(left.map(({ packageKey }) => packageKey));
            return { ...order, lines: left, packages: order.packages.filter(({ key }) => keys.has(key)) };
          });
      },
    };
  }

  test.each(CASTS)(
    'any order of pushes, repetitions, replays, pulls and changes ends in the state of $name',
    { timeout: 120_000 },
    async ({ world, edition }) => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 24 }), async (steps) => {
          const market = await world.open(sandbox, { orders: 3 });
          const shop = await connectShop(hub, { ...market.shop, edition: edition.name });
          await pullOrders(hub, shop.owner, shop.account.id);
          const story = await openStory(market, shop, world.platform);
          for (const next of steps) await story.take(next);
          await story.end();
          expect(await story.shown()).toEqual(await story.tellable());
        }),
        { numRuns: RUNS[kind], seed: 20_261_122 },
      );
    },
  );
});
