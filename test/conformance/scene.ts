import { sql } from 'kysely';
import { z } from 'zod';
import type { CommandState } from '../../src/domain/command.ts';
import { type AccountId, type OrderId, type OwnerId, orderId } from '../../src/domain/ids.ts';
import { carryOutCommands } from '../../src/engine/commands/carry-out.ts';
import type { Wish } from '../../src/engine/commands/order-wish.ts';
import { type WishAnswer, wishFor } from '../../src/engine/commands/wish.ts';
import type { Hub } from '../../src/engine/hub.ts';
import { type OpenedShop, openShop } from '../../src/engine/open-shop.ts';
import { pullOrders } from '../../src/engine/pull/pull-orders.ts';
import { rereadOrders } from '../../src/engine/reread/reread-orders.ts';
import { type Account, changeAccount, findAccount } from '../../src/store/accounts.ts';
import type { Command } from '../../src/store/commands/command.ts';
import { commandsOfOrder } from '../../src/store/commands/read.ts';
import { asOwner } from '../../src/store/scope.ts';
import { listLogs } from '../../src/store/sync-logs.ts';
import type { SyncRun } from '../../src/store/sync-runs.ts';
import { knownOrders } from './known.ts';
import type { FaultWish, Stage } from './stage.ts';
import type { Market, TrueOrder } from './world.ts';
import type { Cast } from './worlds/all.ts';

export interface SceneParts {
  readonly stage: Stage;
  readonly cast: Cast;
  readonly market: Market;
  readonly owner: OwnerId;
  readonly account: AccountId;
}

/** One connected shop, with all that a test does with it. Work is done by the stage's hub, or by another one. */
export interface Scene extends SceneParts {
  /** Pulls once, reads the orders that lists only named, and answers the run with what both brought. */
  pull(by?: Hub): Promise<SyncRun>;
  /** Buyers buy, and so much time passes that the next pull may see it. Answers native order ids. */
  buy(count: number): Promise<readonly string[]>;
  /** The hub's orders in the form of the truth. */
  known(): Promise<readonly TrueOrder[]>;
  knownOrder(native: string): Promise<TrueOrder>;
  /** The hub's number of an order. */
  hubId(native: string): Promise<OrderId>;
  readAccount(): Promise<Account>;
  connected(): Promise<OpenedShop>;
  /** What the seller has told about the end of the key. */
  setKeyExpiry(at: Date | null): Promise<void>;
  /** How often a call of the sandbox was made for this shop. */
  callsOf(operation: string): Promise<number>;
  /** Wishes something for some orders in one transaction; `nth` counts them. */
  wish(natives: readonly string[], wish: (nth: number) => Wish): Promise<readonly WishAnswer[]>;
  commands(native: string): Promise<readonly Command[]>;
  states(native: string): Promise<readonly CommandState[]>;
  /** Carries out the commands that are due now. */
  step(by?: Hub): Promise<void>;
  /** Lets commands that wait be due now, as if their time had come. */
  bringForward(): Promise<void>;
  /** Carries out commands, whatever they wait for, until none is open. */
  work(): Promise<void>;
  fault(fault: FaultWish): Promise<void>;
  calm(): Promise<void>;
}

/** Longer than any feed lags behind, and than any feed waits for its next sweep. */
export const A_WHILE_MS = 61 * 60_000;
/** Feeds hold their newest rows back for some seconds. */
export const MOMENT_MS = 10_000;
const MOST_ROUNDS = 25;
const NEWEST = { limit: 1, after: null };
const CALLS = z.object({
  operations: z.array(z.object({ operation: z.string(), calls: z.number(), shop: z.string().optional() })),
});
const BOUGHT = z.object({ orders: z.array(z.string()) });

export function newScene(parts: SceneParts): Scene {
  const { stage, cast, market, owner, account } = parts;
  const { hub, sandbox } = stage;
  const { platform } = cast.world;

  async function hubIds(natives: readonly string[]): Promise<readonly OrderId[]> {
    const { rows } = await sql<{ id: number; native_order_id: string }>`
      select id, native_order_id from orders
      where account_id = ${account} and native_order_id = any(${[...natives]}::text[])`.execute(hub.db.root);
    const ids = new Map(rows.map((row) => [row.native_order_id, orderId(row.id)]));
    return natives.map((native) => ids.get(native) ?? none(`order ${native}`));
  }

  async function openCommands(): Promise<number> {
    const { rows } = await sql`
      select from commands
      where account_id = ${account} and state in ('pending', 'sending', 'unknown')`.execute(hub.db.root);
    return rows.length;
  }

  /** Reads the orders that lists and claims only named; answers how many of them are new. */
  async function readNamed(by: Hub): Promise<number> {
    const before = await orderCount();
    for (let round = 0; round < MOST_ROUNDS && (await someAreNamed()); round++)
      await rereadOrders(by, { owner, account });
    return (await orderCount()) - before;
  }

  async function someAreNamed(): Promise<boolean> {
    const { rows } = await sql`
      select from order_hints
      where account_id = ${account} and cause in ('list', 'claim') and due_at <= now() limit 1`.execute(
      hub.db.root,
    );
    return rows.length > 0;
  }

  async function orderCount(): Promise<number> {
    const { rows } = await sql<{ n: number }>`
      select count(*) as n from orders where account_id = ${account}`.execute(hub.db.root);
    return rows[0]?.n ?? 0;
  }

  async function buyAt(count: number): Promise<readonly string[]> {
    const path = `/${platform}/shops/${market.shop.shop}/buy`;
    return BOUGHT.parse(await sandbox.post(path, { count })).orders;
  }

  const scene: Scene = {
    ...parts,
    async pull(by = hub) {
      await pullOrders(by, owner, account);
      const [run] = await asOwner(hub.db, owner, (scope) => listLogs(scope, { account }, NEWEST));
      if (run === undefined) return none('run');
      return { ...run, created: run.created + (await readNamed(by)) };
    },
    async buy(count) {
      const orders = market.buy === undefined ? await buyAt(count) : await market.buy(count);
      await stage.passTime(MOMENT_MS);
      return orders;
    },
    known: () => knownOrders(hub, owner, account),
    async knownOrder(native) {
      return (await scene.known()).find(({ id }) => id === native) ?? none(`order ${native}`);
    },
    async hubId(native) {
      return (await hubIds([native]))[0] ?? none(`order ${native}`);
    },
    readAccount: async () =>
      (await asOwner(hub.db, owner, (scope) => findAccount(scope, account))) ?? none('account'),
    connected: async () => openShop(hub, owner, await scene.readAccount(), 'fresh'),
    async setKeyExpiry(keyExpiresAt) {
      await asOwner(hub.db, owner, (scope) => changeAccount(scope, hub.vault, account, { keyExpiresAt }));
    },
    async callsOf(operation) {
      const { operations } = CALLS.parse(await sandbox.get(`/${platform}/calls`));
      const own = operations.filter((one) => one.operation === operation && one.shop === market.shop.shop);
      return own.reduce((sum, { calls }) => sum + calls, 0);
    },
    async wish(natives, wish) {
      const orders = await hubIds(natives);
      const wishes = orders.map((order, nth) => ({ order, lines: null, wish: wish(nth) }));
      return asOwner(hub.db, owner, (scope) =>
        wishFor(scope, wishes, { actor: 'test', cause: 'conformance' }),
      );
    },
    async commands(native) {
      const [order] = await hubIds([native]);
      return order === undefined ? [] : asOwner(hub.db, owner, (scope) => commandsOfOrder(scope, order));
    },
    states: async (native) => (await scene.commands(native)).map(({ state }) => state),
    async step(by = hub) {
      await carryOutCommands(by, { owner, account });
    },
    async bringForward() {
      await sql`
        update commands set not_before = now() - interval '1 second'
        where account_id = ${account} and state in ('pending', 'unknown')`.execute(hub.db.root);
      await sql`update command_pauses set until = now() where account_id = ${account}`.execute(hub.db.root);
    },
    async work() {
      for (let round = 0; round < MOST_ROUNDS; round++) {
        await scene.step();
        if ((await openCommands()) === 0) return;
        await scene.bringForward();
        // Some wait until reads must show what was done.
        await stage.passTime(cast.edition.effectLagMs);
      }
      throw new Error('commands stayed open');
    },
    fault: (fault) => stage.fault(platform, fault),
    calm: () => stage.calm(platform),
  };
  return scene;
}

function none(what: string): never {
  throw new Error(`the hub has no ${what}`);
}
