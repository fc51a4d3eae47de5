import type { Dispatcher } from 'undici';
import type { Hub } from '../../src/engine/hub.ts';
import { unlimitedBudget } from '../../src/marketplaces/kit/budget.ts';
import { newDatabase } from '../harness/databases.ts';
import { connectShop, newHub } from '../harness/hub.ts';
import { newSandbox } from '../harness/sandbox.ts';
import type { SandboxControl } from '../harness/sandbox-control.ts';
import { shareClock } from '../harness/shared-clock.ts';
import { newScene, type Scene } from './scene.ts';
import type { Cast } from './worlds/all.ts';

/** A fault as a test sets it; without `times` it strikes until it is lifted. */
export interface FaultWish {
  readonly kind: string;
  readonly operation?: string;
  readonly times?: number;
  readonly probability?: number;
  readonly delay_ms?: number;
}

/** A hub beside a sandbox, on one clock that tests push forward. One per test file. */
export interface Stage {
  readonly hub: Hub;
  readonly sandbox: SandboxControl;
  /** Opens a shop in the cast's world and connects it; faults of its marketplace are lifted. */
  open(cast: Cast, options?: { readonly orders?: number }): Promise<Scene>;
  passTime(ms: number): Promise<void>;
  fault(platform: string, fault: FaultWish): Promise<void>;
  /** Lifts every fault of a marketplace. */
  calm(platform: string): Promise<void>;
  close(): Promise<void>;
}

const DAY_MS = 86_400_000;

export async function openStage(): Promise<Stage> {
  const sandbox = await newSandbox();
  const db = await newDatabase('PostgreSQL');
  const clock = shareClock(sandbox);
  const hub: Hub = { ...(await newHub(db, { budget: unlimitedBudget })), clock: clock.now };
  const stage: Stage = {
    hub,
    sandbox,
    async open(cast, { orders = 0 } = {}) {
      await stage.calm(cast.world.platform);
      const market = await cast.world.open(sandbox, { orders });
      const { owner, account } = await connectShop(hub, {
        ...market.shop,
        edition: cast.edition.name,
        ordersSince: new Date(clock.now().getTime() - 12 * DAY_MS),
      });
      return newScene({ stage, cast, market, owner, account: account.id });
    },
    passTime: clock.pass,
    async fault(platform, fault) {
      await sandbox.post(`/${platform}/faults`, fault);
    },
    async calm(platform) {
      await sandbox.delete(`/${platform}/faults`);
    },
    async close() {
      await hub.close();
      await db.close();
      await sandbox.close();
    },
  };
  return stage;
}

const SHORT_MS = 400;

/** The hub with little patience, so that a slow marketplace need not be waited for. */
export function impatient(hub: Hub): Hub {
  const hurried: Dispatcher.DispatcherComposeInterceptor = (dispatch) => (options, handler) =>
    dispatch({ ...options, headersTimeout: SHORT_MS, bodyTimeout: SHORT_MS }, handler);
  return { ...hub, dispatcher: hub.dispatcher.compose(hurried) };
}
