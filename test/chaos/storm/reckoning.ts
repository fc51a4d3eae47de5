import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Hub } from '../../../src/engine/hub.ts';
import { wakeLane } from '../../../src/store/lanes.ts';
import { asOwner } from '../../../src/store/scope.ts';
import { queueRun } from '../../../src/store/sync-runs.ts';
import type { SandboxControl } from '../../harness/sandbox-control.ts';
import { differences, hubFacts, marketFacts } from '../truth.ts';
import type { StormShop } from './storm.ts';

/** What the hub and the marketplaces hold when all is calm again. */
export interface Reckoning {
  readonly orders: number;
  readonly lines: number;
  /** Boxes and product orders with an invoice at the marketplace. */
  readonly shipped: number;
  readonly commands: Readonly<Record<string, number>>;
  /** What marketplaces said no to, and why. */
  readonly refusals: Readonly<Record<string, number>>;
  /** Lines that differ between hub and marketplace; what was registered twice; commands still open; limits broken. */
  readonly differences: readonly string[];
  readonly registeredTwice: readonly string[];
  readonly hanging: number;
  readonly limitBreaches: number;
  /** From the end of the storm until nothing differed any more. */
  readonly calmAfterSeconds: number;
}

interface Shore {
  readonly hub: Hub;
  readonly sandbox: SandboxControl;
  readonly shops: readonly StormShop[];
  readonly say: (line: string) => void;
}

const LONGEST_CALM_MS = 240_000;
const LOOK_EVERY_MS = 1_000;
/** Orders of the whole storm and of the shops' opening are read once more, as a seller can ask for at any time. */
const RANGE_MS = 12 * 86_400_000;

const BUCKETS = z.object({ buckets: z.array(z.object({ overLimit: z.number() })) });

/** Waits until the hub holds what the marketplaces hold, for some minutes at the most, then counts. */
export async function afterCalm(shore: Shore): Promise<Reckoning> {
  const startedAt = performance.now();
  await readEverythingAgain(shore);
  let open = await openWork(shore.hub);
  let compared = await compare(shore);
  while (open.commands + open.runs > 0 || compared.differences.length > 0) {
    if (performance.now() - startedAt > LONGEST_CALM_MS) break;
    await pause(LOOK_EVERY_MS);
    open = await openWork(shore.hub);
    if (open.commands + open.runs === 0) compared = await compare(shore);
  }
  const calmAfterSeconds = Math.round((performance.now() - startedAt) / 1_000);
  shore.say(`calm after ${calmAfterSeconds} s`);
  const { rows: states } = await sql<{ state: string; n: number }>`
    select state, count(*) as n from commands group by state order by state`.execute(shore.hub.db.root);
  const { rows: refusals } = await sql<{ why: string; n: number }>`
    select c.kind || ': ' || coalesce(i.reason, '?') || ' ' || coalesce(i.native_code, '') as why, count(*) as n
    from command_items i join commands c on c.id = i.command_id
    where i.state = 'refused' group by 1 order by 2 desc`.execute(shore.hub.db.root);
  const { rows: orders } = await sql<{ n: number }>`select count(*) as n from orders`.execute(
    shore.hub.db.root,
  );
  let limitBreaches = 0;
  for (const platform of new Set(shore.shops.map((shop) => shop.platform))) {
    const { buckets } = BUCKETS.parse(await shore.sandbox.get(`/${platform}/calls`));
    limitBreaches += buckets.reduce((sum, { overLimit }) => sum + overLimit, 0);
  }
  return {
    orders: orders[0]?.n ?? 0,
    ...compared,
    commands: Object.fromEntries(states.map(({ state, n }) => [state, n])),
    refusals: Object.fromEntries(refusals.map(({ why, n }) => [why, n])),
    hanging: open.commands,
    limitBreaches,
    calmAfterSeconds,
  };
}

async function readEverythingAgain({ hub, shops }: Shore): Promise<void> {
  const to = new Date();
  const range = { from: new Date(to.getTime() - RANGE_MS), to };
  for (const { owner, account } of shops) {
    await asOwner(hub.db, owner, async (scope) => {
      await queueRun(scope, { account: account.id, cause: 'request', range });
      await wakeLane(scope, account.id, 'pull', null);
    });
  }
}

async function openWork(hub: Hub): Promise<{ readonly commands: number; readonly runs: number }> {
  const { rows } = await sql<{ commands: number; runs: number }>`
    select (select count(*) from commands where state in ('pending', 'sending', 'unknown')) as commands,
      (select count(*) from sync_runs where status in ('queued', 'running') and cause = 'request') as runs`.execute(
    hub.db.root,
  );
  return rows[0] ?? { commands: 0, runs: 0 };
}

async function compare({
  hub,
  sandbox,
  shops,
}: Shore): Promise<Pick<Reckoning, 'lines' | 'shipped' | 'differences' | 'registeredTwice'>> {
  const found: string[] = [];
  const registeredTwice: string[] = [];
  let lines = 0;
  let shipped = 0;
  for (const shop of shops) {
    const market = await marketFacts(sandbox, shop);
    const known = await hubFacts(hub.db, shop.account.id);
    found.push(...differences(known, market.lines).map((text) => `${shop.platform}/${shop.shop}: ${text}`));
    registeredTwice.push(...[...market.registrations].filter(([, times]) => times > 1).map(([what]) => what));
    lines += known.length;
    shipped += [...market.registrations].filter(([, times]) => times === 1).length;
  }
  return { lines, shipped, differences: found, registeredTwice };
}
