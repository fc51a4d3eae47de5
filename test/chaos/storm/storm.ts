import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { z } from 'zod';
import { createRandom } from '../../../sandbox/frame/random.ts';
import { orderId, ownerId } from '../../../src/domain/ids.ts';
import { wishFor } from '../../../src/engine/commands/wish.ts';
import { createHub, type Hub } from '../../../src/engine/hub.ts';
import { openDatabase } from '../../../src/store/database.ts';
import { migrate } from '../../../src/store/migrate.ts';
import { asOwner } from '../../../src/store/scope.ts';
import { parseKeyring } from '../../../src/store/vault/keyring.ts';
import { openVault } from '../../../src/store/vault/vault.ts';
import { connectShop, type SellerShop } from '../../harness/hub.ts';
import { watchedLog } from '../../harness/log-watch.ts';
import { newSandbox } from '../../harness/sandbox.ts';
import type { SandboxControl, SandboxShop } from '../../harness/sandbox-control.ts';
import { type Crew, startCrew } from './crew.ts';
import { afterCalm, type Reckoning } from './reckoning.ts';
import { type Gust, makeWeather } from './weather.ts';
import { layWire, type Wire } from './wire.ts';

export interface StormPlan {
  readonly seed: number;
  /** The storm lasts until it has seen at least this many of each. */
  readonly kills: number;
  readonly faults: number;
  readonly workers: number;
  readonly shopsPerPlatform: number;
  readonly ordersPerShop: number;
  /** A PostgreSQL server on which the storm makes a database of its own. */
  readonly databaseUrl: string;
  readonly say: (line: string) => void;
}

export interface StormReport extends Reckoning {
  readonly seed: number;
  readonly seconds: number;
  readonly kills: number;
  readonly faults: number;
  readonly faultKinds: Readonly<Record<string, number>>;
  readonly databaseCuts: number;
  readonly clockJumps: number;
  /** How the workers ended when they were asked to: 0 for one that put down all it held in time. */
  readonly exits: readonly (number | null)[];
}

const PLATFORMS = ['coupang', 'naver'] as const;
const FAULTS = z.object({ faults: z.array(z.unknown()) });
const MOST_FAULTS = 3;
const CALLS = z.object({
  faults: z.record(z.string(), z.number()),
});

/**
 * Lets real worker processes on one PostgreSQL work for several shops while the marketplaces misbehave in every way
 * they can, workers are killed, their database connections are cut or go silent, and clocks jump. Then all becomes
 * calm, and every order, line, status and invoice is compared with the marketplaces' own truth.
 */
export async function runStorm(plan: StormPlan): Promise<StormReport> {
  const startedAt = performance.now();
  const random = createRandom(plan.seed);
  const folder = mkdtempSync(join(tmpdir(), 'moa-storm-'));
  const vaultKeys = `1:${randomBytes(32).toString('base64')}`;
  const db = await openDatabase({ kind: 'server', url: plan.databaseUrl, connections: 4 });
  const wire = await layWire(Number(new URL(plan.databaseUrl).port));
  const sandbox = await newSandbox();
  let crew: Crew | undefined;
  try {
    await migrate(db);
    const vault = await openVault(db, parseKeyring(vaultKeys));
    const hub = createHub({ db, vault, log: watchedLog(), allowPrivateHosts: true });
    const shops = await openShops(plan, sandbox, hub);
    crew = startCrew({
      size: plan.workers,
      folder,
      env: {
        DATABASE_URL: throughWire(plan.databaseUrl, wire),
        MOA_HOME: folder,
        MOA_VAULT_KEYS: vaultKeys,
        MOA_ALLOW_PRIVATE_HOSTS: 'on',
        MOA_PULL_SECONDS: '1',
      },
    });
    const scene: Scene = {
      plan,
      sandbox,
      hub,
      shops,
      crew,
      wire,
      count: { kills: 0, cuts: 0, jumps: 0 },
      invoice: 0,
    };
    const weather = makeWeather(random, {
      shops: shops.length,
      platforms: PLATFORMS.length,
      workers: plan.workers,
    });
    for (let faults = 0, gusts = 0; scene.count.kills < plan.kills || faults < plan.faults; gusts++) {
      if (gusts % 50 === 0) plan.say(`${gusts} gusts, ${scene.count.kills} kills, ${faults} faults`);
      const { gust, afterMs } = weather.next();
      await pause(afterMs);
      await blow(scene, gust);
      ({ faults } = await faultsOf(sandbox));
    }
    const struck = await faultsOf(sandbox);
    plan.say(
      `the storm is over after ${scene.count.kills} kills and ${struck.faults} faults; waiting for calm`,
    );
    await calmDown(scene);
    const reckoning = await afterCalm({ hub, sandbox, shops, say: plan.say });
    const exits = await crew.stop();
    crew = undefined;
    await hub.close();
    return {
      seed: plan.seed,
      seconds: Math.round((performance.now() - startedAt) / 1_000),
      kills: scene.count.kills,
      faults: struck.faults,
      faultKinds: struck.byKind,
      databaseCuts: scene.count.cuts,
      clockJumps: scene.count.jumps,
      ...reckoning,
      exits,
    };
  } finally {
    await crew?.stop();
    await sandbox.close();
    await wire.close();
    await db.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A shop on both sides of the wire. */
export interface StormShop extends SandboxShop, SellerShop {}

interface Scene {
  readonly plan: StormPlan;
  readonly sandbox: SandboxControl;
  readonly hub: Hub;
  readonly shops: readonly StormShop[];
  readonly crew: Crew;
  readonly wire: Wire;
  readonly count: { kills: number; cuts: number; jumps: number };
  invoice: number;
}

async function openShops(plan: StormPlan, sandbox: SandboxControl, hub: Hub): Promise<readonly StormShop[]> {
  const shops: StormShop[] = [];
  for (const platform of PLATFORMS) {
    for (let nth = 0; nth < plan.shopsPerPlatform; nth++) {
      const shop = await sandbox.openShop(platform, {
        orders: plan.ordersPerShop,
        quiet: true,
        publicationDelayMs: 0,
        seed: plan.seed + nth,
      });
      shops.push({ ...shop, ...(await connectShop(hub, shop)) });
    }
  }
  return shops;
}

function throughWire(databaseUrl: string, wire: Wire): string {
  const url = new URL(databaseUrl);
  url.hostname = '127.0.0.1';
  url.port = String(wire.port);
  return url.href;
}

async function faultsOf(
  sandbox: SandboxControl,
): Promise<{ readonly faults: number; readonly byKind: Readonly<Record<string, number>> }> {
  const byKind: Record<string, number> = {};
  for (const platform of PLATFORMS) {
    const { faults } = CALLS.parse(await sandbox.get(`/${platform}/calls`));
    for (const [kind, times] of Object.entries(faults)) byKind[kind] = (byKind[kind] ?? 0) + times;
  }
  return { faults: Object.values(byKind).reduce((sum, times) => sum + times, 0), byKind };
}

async function blow(scene: Scene, gust: Gust): Promise<void> {
  const { sandbox, shops, crew, wire, count } = scene;
  switch (gust.kind) {
    case 'buy': {
      const shop = shops[gust.shop];
      if (shop !== undefined)
        await sandbox.post(`/${shop.platform}/shops/${shop.shop}/buy`, { count: gust.count });
      return;
    }
    case 'ship':
      return wishSome(scene, 'ship', gust.count);
    case 'change_invoice':
      return wishSome(scene, 'change_invoice', gust.count);
    case 'fault': {
      const faults = `/${PLATFORMS[gust.platform]}/faults`;
      const { faults: standing } = FAULTS.parse(await sandbox.get(faults));
      // Where nothing at all gets through, nothing can go wrong half way.
      if (standing.length >= MOST_FAULTS) return;
      await sandbox.post(faults, {
        kind: gust.fault,
        times: gust.times,
        probability: gust.probability,
        ...(gust.fault === 'slow' ? { delay_ms: gust.delayMs } : {}),
      });
      return;
    }
    case 'kill':
      count.kills += 1;
      return crew.kill(gust.worker);
    case 'cut_database':
      count.cuts += 1;
      wire.cut();
      return;
    case 'silence_database':
      count.cuts += 1;
      wire.silence();
      await pause(gust.forMs);
      wire.restore();
      return;
    case 'jump_clock':
      count.jumps += 1;
      crew.setClock(gust.worker, gust.aheadMs);
      return;
    case 'jump_market_clock':
      count.jumps += 1;
      await sandbox.post('/clock', { advance_ms: gust.byMs });
      return;
  }
}

const OPEN = { ship: ['PAID', 'PREPARING'], change_invoice: ['SHIPPED'] } as const;

/** A seller wishes to ship some orders, or to correct some invoices, without looking whether the hub is well. */
async function wishSome(scene: Scene, kind: keyof typeof OPEN, limit: number): Promise<void> {
  const { db } = scene.hub;
  const { rows } = await sql<{ id: number; owner_id: number }>`
    select o.id, o.owner_id from orders o
    where (${kind} = 'ship' or o.platform = 'coupang')
      and not exists (select from commands c where c.order_id = o.id and c.state in ('pending', 'sending', 'unknown'))
      and not exists (select from order_lines l where l.order_id = o.id
        and (l.status <> all(${[...OPEN[kind]]}::text[]) or l.status is null or l.locked_because is not null
          or l.shippable_quantity < l.quantity and ${kind} = 'ship'))
    order by md5(o.id::text || ${String(scene.plan.seed)}) limit ${limit}`.execute(db.root);
  for (const row of rows) {
    scene.invoice += 1;
    const wish = {
      kind,
      carrier: 'CJ대한통운',
      invoice: String(640_000_000_000 + (scene.plan.seed % 1_000) * 1_000_000 + scene.invoice),
      shippedAt: new Date(),
    };
    await asOwner(db, ownerId(row.owner_id), (scope) =>
      wishFor(scope, [{ order: orderId(row.id), lines: null, wish }], { actor: 'test', cause: 'storm' }),
    );
  }
}

/** All troubles end: what stays is what the hub has to put right by itself. */
async function calmDown({ sandbox, crew, wire }: Scene): Promise<void> {
  wire.restore();
  for (const platform of PLATFORMS) await sandbox.delete(`/${platform}/faults`);
  await sandbox.post('/clock', { set: new Date().toISOString() });
  for (let member = 0; member < crew.size; member++) crew.setClock(member, 0);
}
