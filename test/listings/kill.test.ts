import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, test, vi } from 'vitest';
import { z } from 'zod';
import { type Database, openDatabase } from '../../src/store/database.ts';
import { DATABASE_KINDS, type DatabaseKind, newServerDatabase } from '../harness/databases.ts';
import { newSandbox } from '../harness/sandbox.ts';

/** A large shop; on the embedded database, which is slower, a part of it shows the same. */
const LISTINGS: Readonly<Record<DatabaseKind, number>> = { PostgreSQL: 3_000, PGlite: 1_600 };
const CALLS = z.object({ operations: z.array(z.object({ operation: z.string(), calls: z.number() })) });
const STARTED = z.object({ owner: z.number(), account: z.number(), run: z.number() });
const DONE = z.object({ done: z.literal(true), peakMb: z.number() });

/** Starts the process and waits until it is ready. */
async function start(env: NodeJS.ProcessEnv) {
  const child = fork(join(import.meta.dirname, 'importing-process.ts'), [], {
    env,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const hear = <Said>(schema: z.ZodType<Said>) =>
    new Promise<Said>((resolve, reject) => {
      child.on('message', (said) => {
        const heard = schema.safeParse(said);
        if (heard.success) resolve(heard.data);
      });
      exited.then(() => reject(new Error('the process ended before it said so')));
    });
  await hear(z.object({ ready: z.literal(true) }));
  return {
    hear,
    send: (task: object) => child.send(task),
    async kill() {
      child.kill('SIGKILL');
      await exited;
    },
  };
}

const counted = async (db: Database) => {
  const { rows } = await sql<{
    listings: number;
    items: number;
    numbers: number;
    status: string;
    created: number;
    reads: number;
  }>`
    select (select count(*) from listings) as listings, (select count(*) from listing_items) as items,
      (select count(distinct native_item_id) from listing_items) as numbers,
      (select status from sync_runs where sync_type = 'products') as status,
      (select created from sync_runs where sync_type = 'products') as created,
      (select count(*) from listing_reads) as reads`.execute(db.root);
  const [row] = rows;
  if (row === undefined) throw new Error('nothing was counted');
  return row;
};

test.each(DATABASE_KINDS)(
  'a hub on %s that is killed in the middle of its listings goes on where it was',
  { timeout: 240_000 },
  async (kind) => {
    const listings = LISTINGS[kind];
    const home = mkdtempSync(join(tmpdir(), 'moa-listings-'));
    const url = kind === 'PostgreSQL' ? await newServerDatabase() : '';
    const env = { ...process.env, MOA_HOME: home, DATABASE_URL: url };
    const open = () =>
      openDatabase(url === '' ? { kind: 'embedded', home } : { kind: 'server', url, connections: 2 });
    const sandbox = await newSandbox();
    const shop = await sandbox.openShop('naver', {
      orders: 0,
      products: listings,
      quiet: true,
      limits: false,
    });
    let hub = await start(env);
    try {
      const begun = hub.hear(STARTED);
      hub.send({ platform: 'naver', baseUrl: shop.baseUrl, credentials: shop.credentials });
      const { owner, account } = await begun;
      const calls = async () =>
        CALLS.parse(await sandbox.get('/naver/calls')).operations.reduce((sum, one) => sum + one.calls, 0);
      await vi.waitFor(async () => expect(await calls()).toBeGreaterThan(listings / 3), {
        timeout: 120_000,
        interval: 50,
      });
      await hub.kill();
      const cut = await open();
      const half = await counted(cut);
      await cut.close();
      expect(half.status).toBe('running');
      expect(half.listings).toBe(half.created);
      expect(half.listings).toBeGreaterThan(0);
      expect(half.listings).toBeLessThan(listings);

      hub = await start(env);
      const done = hub.hear(DONE);
      hub.send({ owner, account });
      const { peakMb } = await done;
      await hub.kill();
      const db = await open();
      const whole = await counted(db);
      await db.close();
      expect(whole).toMatchObject({ status: 'success', listings, created: listings, reads: 0 });
      expect(whole.numbers).toBe(whole.items);
      // PGlite alone takes several hundred.
      expect(peakMb).toBeLessThan(kind === 'PostgreSQL' ? 600 : 1_500);
    } finally {
      await hub.kill();
      await sandbox.close();
      rmSync(home, { recursive: true, force: true });
    }
  },
);
