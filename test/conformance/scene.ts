import { sql } from 'kysely';
import type { CommandState } from '../../src/domain/command.ts';
import { type AccountId, type OrderId, type OwnerId, orderId } from '../../src/domain/ids.ts';
import { carryOutCommands } from '../../src/engine/commands/carry-out.ts';
import { type Wish, type WishAnswer, wishFor } from '../../src/engine/commands/wish.ts';
import type { Hub } from '../../src/engine/hub.ts';
import { type OpenedShop, openShop } from '../../src/engine/open-shop.ts';
import { pullOrders } from '../../src/engine/pull/pull-orders.ts';
import { type Account, findAccount } from '../../src/store/accounts.ts';
import { type Command, commandsOfOrder } from '../../src/store/commands.ts';
import { asOwner } from '../../src/store/scope.ts';
import { listRuns, type SyncRun } from '../../src/store/sync-runs.ts';
import { type Known, knownOrders } from './known.ts';
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

/** One connected shop, with all that a test does with it. `using` lets another hub do the work. */
export interface Scene extends SceneParts {
  /** Pulls once and answers the run. */
  pull(using?: Hub): Promise<SyncRun>;
  /** Buyers buy, and so much time passes that the next pull may see it. */
  buy(count: number): Promise<readonly string[]>;
  /** The hub's view of its orders. */
  known(): Promise<Known>;
  /** One order of the hub by its native id. */
  order(native: string): Promise<TrueOrder>;
  connected(using?: Hub): Promise<OpenedShop>;
  account_(): Promise<Account>;
  /** Asks for something to be done with orders, in one transaction. */
  wish(natives: readonly string[], wish: (nth: number) => Wish): Promise<readonly WishAnswer[]>;
  commands(native: string): Promise<readonly Command[]>;
  states(native: string): Promise<readonly CommandState[]>;
  /** Carries out what is due now. */
  step(using?: Hub): Promise<void>;
  /** Lets waiting commands be due now, as if their time had come. */
  bringForward(): Promise<void>;
  /** Carries out commands, whatever they wait for, until none is open. */
  work(): Promise<void>;
  fault(fault: FaultWish): Promise<void>;
  calm(): Promise<void>;
}

/** Longer than any feed lags behind, and than any feed waits for its next sweep. */
export const A_WHILE_MS = 61 * 60_000;
/** Feeds hold their newest rows back for some seconds. */
const MOMENT_MS = 10_000;
const MOST_ROUNDS = 25;

export function newScene(parts: SceneParts): Scene {
  const { stage, cast, market, owner, account } = parts;
  const { hub } = stage;
  const inside = <Result>(work: Parameters<typeof asOwner<Result>>[2]) => asOwner(hub.db, owner, work);

  async function hubIds(natives: readonly string[]): Promise<readonly OrderId[]> {
    const { rows } = await sql<{ id: number; native_order_id: string }>`
      select id, native_order_id from orders
      where account_id = ${account} and native_order_id = any(${[...natives]}::text[])`.execute(hub.db.root);
    const byNative = new Map(rows.map((row) => [row.native_order_id, orderId(row.id)]));
    return natives.map((native) => byNative.get(native) ?? missing(native));
  }

  const scene: Scene = {
    ...parts,
    async pull(using = hub) {
      await pullOrders(using, owner, account);
      const [run] = await inside((scope) => listRuns(scope, { ...NEWEST, account }));
      return run ?? missing('a run');
    },
    async buy(count) {
      const bought = await stage.sandbox.post(`/${cast.world.platform}/shops/${market.shop.shop}/buy`, {
        count,
      });
      await stage.passTime(MOMENT_MS);
      return ORDERS_BOUGHT(bought);
    },
    known: () => knownOrders(hub, owner, account),
    async order(native) {
      const { orders } = await scene.known();
      return orders.find(({ id }) => id === native) ?? missing(native);
    },
    async connected(using = hub) {
      return openShop(using, owner, await scene.account_(), 'fresh');
    },
    account_: async () => (await inside((scope) => findAccount(scope, account))) ?? missing('the account'),
    async wish(natives, wish) {
      const orders = await hubIds(natives);
      const wishes = orders.map((order, nth) => ({ order, lines: null, wish: wish(nth) }));
      return inside((scope) => wishFor(scope, wishes, { actor: 'test', cause: 'conformance' }));
    },
    async commands(native) {
      const [order] = await hubIds([native]);
      return order === undefined ? [] : inside((scope) => commandsOfOrder(scope, order));
    },
    states: async (native) => (await scene.commands(native)).map(({ state }) => state),
    async step(using = hub) {
      await carryOutCommands(using, owner, account);
    },
    async bringForward() {
      await sql`
        update commands set not_before = now() - interval '1 second'
        where account_id = ${account} and state in ('pending', 'unknown')`.execute(hub.db.root);
    },
    async work() {
      for (let round = 0; round < MOST_ROUNDS; round++) {
        await scene.step();
        const open = await sql`
          select from commands where account_id = ${account} and state in ('pending', 'sending', 'unknown')`.execute(
          hub.db.root,
        );
        if (open.rows.length === 0) return;
        await scene.bringForward();
      }
      throw new Error('commands stayed open');
    },
    fault: (fault) => stage.fault(cast.world.platform, fault),
    calm: () => stage.calm(cast.world.platform),
  };
  return scene;
}

const NEWEST = { from: null, to: null, platform: null, status: null, limit: 1, before: null };

function missing(what: string): never {
  throw new Error(`the hub has no ${what}`);
}
