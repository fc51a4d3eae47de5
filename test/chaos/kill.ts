import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { expect } from 'vitest';
import { z } from 'zod';
import { createRandom } from '../../sandbox/frame/random.ts';
import type { Database } from '../../src/store/database.ts';
import { newSandbox } from '../harness/sandbox.ts';
import { differences, hubFacts, marketFacts } from './truth.ts';

const REPORT = z.object({
  running: z.number(),
  sending: z.number(),
  open: z.number(),
  finishedRuns: z.number(),
});
const LEFT = z.object({ left: REPORT });
const REPORTED = z.object({ report: REPORT });
const WORKS = z.object({ works: z.literal(true) });
const CONNECTED = z.object({ connected: z.literal(true) });

const PLATFORMS = ['coupang', 'naver'] as const;
/** The sandbox's names of the calls that change an order. */
const WRITES = {
  coupang: ['ordersheets.acknowledge', 'invoices.upload'],
  naver: ['product-orders.confirm', 'product-orders.dispatch'],
} as const;

export interface KillPlan {
  readonly kills: number;
  readonly seed: number;
  /** Environment that tells the hub where its database is. */
  readonly env: Readonly<Record<string, string>>;
  /** Opens the hub's database when no hub runs. */
  readonly open: (home: string) => Promise<Database>;
  /** Lets the lanes of a killed hub be taken over at once, as if their lease had run out. */
  readonly expireLeases: boolean;
}

/** What the kills met: pulls and writes that were cut in the middle. */
export interface KillCount {
  readonly kills: number;
  readonly cutPulls: number;
  readonly cutWrites: number;
  readonly lines: number;
  readonly shipped: number;
}

/**
 * Kills a working hub again and again while buyers buy, orders are shipped and the marketplace is slow, then lets
 * it work in peace and compares every line and every invoice with the marketplace's own truth.
 */
export async function killAgainAndAgain(plan: KillPlan): Promise<KillCount> {
  const random = createRandom(plan.seed);
  const home = mkdtempSync(join(tmpdir(), 'moa-kill-'));
  const sandbox = await newSandbox();
  const shops = [];
  for (const platform of PLATFORMS) {
    shops.push(
      await sandbox.openShop(platform, {
        orders: 120,
        quiet: true,
        limits: false,
        publicationDelayMs: 0,
        seed: plan.seed,
      }),
    );
    // The marketplace carries a slow write out at once and answers late: a kill in between loses the answer.
    for (const operation of WRITES[platform]) {
      await sandbox.post(`/${platform}/faults`, { kind: 'slow', operation, delay_ms: 400 });
    }
    await sandbox.post(`/${platform}/faults`, { kind: 'slow', probability: 0.2, delay_ms: 120 });
    await sandbox.post(`/${platform}/faults`, { kind: 'lost_answer', probability: 0.03 });
  }
  const env = { ...process.env, ...plan.env, MOA_HOME: home };
  let invoice = 640_000_000_000 + random.int(0, 9_000_000) * 1_000;
  let cutPulls = 0;
  let cutWrites = 0;

  let hub = await startHub(env);
  for (const shop of shops) {
    hub.process.send({
      do: 'connect',
      platform: shop.platform,
      baseUrl: shop.baseUrl,
      credentials: shop.credentials,
    });
    await hub.hear(CONNECTED);
  }
  for (let kill = 0; kill < plan.kills; kill++) {
    for (const shop of shops) {
      await sandbox.post(`/${shop.platform}/shops/${shop.shop}/buy`, { count: random.int(1, 3) });
    }
    hub.process.send({ do: 'ship', count: 6, invoice });
    invoice += 10;
    // One in four is killed while it starts.
    if (kill % 4 > 0) await hub.works;
    await pause(random.int(0, 1_400));
    await hub.kill();
    if (plan.expireLeases) {
      const db = await plan.open(home);
      await sql`update lanes set held_until = '-infinity'`.execute(db.root);
      await db.close();
    }
    hub = await startHub(env);
    cutPulls += hub.left.running;
    cutWrites += hub.left.sending;
  }

  for (const shop of shops) await sandbox.delete(`/${shop.platform}/faults`);
  await settled(hub, Date.now() + FEED_SETTLE_MS);
  hub.process.send({ do: 'stop' });
  await hub.exited;

  const db = await plan.open(home);
  let lines = 0;
  let shipped = 0;
  try {
    for (const shop of shops) {
      const market = await marketFacts(sandbox, shop);
      const known = await hubFacts(db, await accountOf(db, shop.platform));
      expect(differences(known, market.lines)).toEqual([]);
      const twice = [...market.registrations].filter(([, times]) => times > 1);
      expect(twice).toEqual([]);
      lines += known.length;
      shipped += [...market.registrations].filter(([, times]) => times === 1).length;
    }
    const open =
      await sql`select id, state, trouble from commands where state not in ('done', 'refused', 'partial')`.execute(
        db.root,
      );
    expect(open.rows).toEqual([]);
  } finally {
    await db.close();
    await sandbox.close();
    rmSync(home, { recursive: true, force: true });
  }
  return { kills: plan.kills, cutPulls, cutWrites, lines, shipped };
}

async function accountOf(db: Database, platform: string): Promise<number> {
  const { rows } = await sql<{ id: number }>`select id from accounts where platform = ${platform}`.execute(
    db.root,
  );
  const [row] = rows;
  if (row === undefined) throw new Error(`no account on ${platform}`);
  return row.id;
}

interface RunningHub {
  readonly process: ChildProcess;
  readonly left: z.infer<typeof REPORT>;
  readonly works: Promise<unknown>;
  readonly exited: Promise<void>;
  hear<Message>(schema: z.ZodType<Message>): Promise<Message>;
  kill(): Promise<void>;
}

async function startHub(env: NodeJS.ProcessEnv): Promise<RunningHub> {
  const child = fork(join(import.meta.dirname, 'hub-process.ts'), [], {
    env,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const hear = <Message>(schema: z.ZodType<Message>) =>
    new Promise<Message>((resolve, reject) => {
      const listen = (raw: unknown) => {
        const message = schema.safeParse(raw);
        if (!message.success) return;
        child.off('message', listen);
        resolve(message.data);
      };
      child.on('message', listen);
      exited.then(() => reject(new Error('the hub process ended')));
    });
  const works = hear(WORKS);
  // Some are killed before, and nobody has waited for it then.
  works.catch(() => {});
  const { left } = await hear(LEFT);
  return {
    process: child,
    left,
    works,
    exited,
    hear,
    async kill() {
      child.kill('SIGKILL');
      await exited;
    },
  };
}

/** Feeds hold back their newest rows for some seconds (Naver sheet §3.2), so reading before is not reading to the end. */
const FEED_SETTLE_MS = 7_000;

/** Waits until no command is open and every shop was read to its end a few times after that. */
async function settled(hub: RunningHub, notBefore: number): Promise<void> {
  const look = async () => {
    hub.process.send({ do: 'report' });
    return (await hub.hear(REPORTED)).report;
  };
  let quietSince: number | undefined;
  for (;;) {
    const { open, finishedRuns } = await look();
    if (open > 0 || Date.now() < notBefore) quietSince = undefined;
    else quietSince ??= finishedRuns;
    if (quietSince !== undefined && finishedRuns >= quietSince + 3) return;
    await pause(100);
  }
}
