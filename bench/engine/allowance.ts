import { type ChildProcess, fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { editionOf } from '../../src/engine/open-shop.ts';
import { type Database, openDatabase } from '../../src/store/database.ts';
import { migrate } from '../../src/store/migrate.ts';
import { parseKeyring } from '../../src/store/vault/keyring.ts';
import { openVault } from '../../src/store/vault/vault.ts';
import { connectShop, newHub } from '../../test/harness/hub.ts';
import { DURABLE, startPostgres } from '../../test/harness/postgres.ts';
import { CALLS_COUNTED, sandboxProcess } from '../sandbox.ts';

export interface AllowanceRun {
  readonly workers: number;
  readonly stalls: number;
  readonly stalledSeconds: number;
  readonly calls: number;
  readonly seconds: number;
  /** Share of the allowance (published limit times margin) that was used, by the sandbox's count. */
  readonly shareUsed: number;
  /** Most calls in any window of a second, by the sandbox's count; `published` is what it lets through. */
  readonly worstWindow: number;
  readonly published: number;
  /** Calls the sandbox turned away: breaches of its limit. */
  readonly breaches: number;
}

const ENDED = z.object({ failed: z.number() });
const CALLERS = 4;
/** A worker stands still for between one and four seconds, about every two seconds somebody does. */
const STALL_MS = { least: 1_000, most: 4_000, every: 2_000 } as const;

interface Ground {
  readonly db: Database;
  readonly url: string;
  readonly keys: string;
  readonly sandbox: Awaited<ReturnType<typeof sandboxProcess>>;
}

/**
 * One account that always has more to ask than it may, worked on by 1, 2 and 4 processes on one PostgreSQL; first
 * undisturbed, then with processes stopped (SIGSTOP) for seconds at random moments. The sandbox counts what arrives.
 */
export async function allowance(secondsEach = 20, seed = 20261122): Promise<readonly AllowanceRun[]> {
  const server = await startPostgres(DURABLE);
  const sandbox = await sandboxProcess();
  const db = await openDatabase({ kind: 'server', url: server.url });
  try {
    await migrate(db);
    const keys = `1:${randomBytes(32).toString('base64')}`;
    const ground: Ground = { db, url: server.url, keys, sandbox };
    const runs: AllowanceRun[] = [];
    for (const stalling of [false, true]) {
      for (const workers of [1, 2, 4]) {
        const run = await measure(ground, workers, stalling ? seed + workers : null, secondsEach);
        console.log(JSON.stringify(run));
        runs.push(run);
      }
    }
    return runs;
  } finally {
    await db.close();
    await sandbox.stop();
    await server.stop();
  }
}

async function measure(
  { db, url, keys, sandbox }: Ground,
  workers: number,
  stallSeed: number | null,
  seconds: number,
): Promise<AllowanceRun> {
  const shop = await sandbox.openShop('coupang', { orders: 10, quiet: true });
  const hub = await newHub(db, { vault: await openVault(db, parseKeyring(keys)) });
  const { owner, account } = await connectShop(hub, shop);
  await hub.close();
  const args = JSON.stringify({ url, keys, owner, account: account.id, callers: CALLERS });
  const children = Array.from({ length: workers }, () =>
    fork(join(import.meta.dirname, 'allowance-worker.ts'), [args], { stdio: 'inherit' }),
  );
  await Promise.all(children.map((child) => once(child, 'message')));
  const stalls = stallSeed === null ? [] : await stall(children, seconds * 1000, stallSeed);
  if (stallSeed === null) await pause(seconds * 1000);
  const failures = await Promise.all(children.map(stop));
  const failed = failures.reduce((sum, each) => sum + each, 0);
  if (failed > 0) throw new Error(`${failed} calls failed`);

  const { buckets } = CALLS_COUNTED.parse(await sandbox.get('/coupang/calls'));
  const counted = buckets.find(({ bucket }) => bucket === `vendor:${shop.credentials.vendor_id}`);
  const rule = editionOf(account).edition.buckets.vendor;
  const published = rule?.limits[0]?.calls;
  if (counted === undefined || rule === undefined || published === undefined) {
    throw new Error('the sandbox counted no calls');
  }
  const span = (counted.lastAt.getTime() - counted.firstAt.getTime()) / 1000;
  return {
    workers,
    stalls: stalls.length,
    stalledSeconds: Number((stalls.reduce((sum, ms) => sum + ms, 0) / 1000).toFixed(1)),
    calls: counted.calls,
    seconds: Number(span.toFixed(1)),
    shareUsed: Number(((counted.calls - 1) / span / (published * rule.margin)).toFixed(3)),
    worstWindow: counted.worstWindow,
    published,
    breaches: counted.overLimit,
  };
}

/** Stops one process after the other at random moments; answers how long each stood still. */
async function stall(
  children: readonly ChildProcess[],
  forMs: number,
  seed: number,
): Promise<readonly number[]> {
  const random = numbersFrom(seed);
  const endsAt = performance.now() + forMs;
  const stalled = new Map<ChildProcess, Promise<void>>();
  const lengths: number[] = [];
  while (performance.now() < endsAt) {
    await pause(2 * STALL_MS.every * random());
    const child = children[Math.floor(random() * children.length)];
    if (child === undefined || stalled.has(child)) continue;
    const ms = STALL_MS.least + (STALL_MS.most - STALL_MS.least) * random();
    lengths.push(ms);
    child.kill('SIGSTOP');
    stalled.set(
      child,
      pause(ms).then(() => {
        child.kill('SIGCONT');
        stalled.delete(child);
      }),
    );
  }
  await Promise.all(stalled.values());
  return lengths;
}

async function stop(child: ChildProcess): Promise<number> {
  const ended = once(child, 'message');
  const gone = once(child, 'exit');
  child.send({ do: 'stop' });
  const [message] = await ended;
  await gone;
  return ENDED.parse(message).failed;
}

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
