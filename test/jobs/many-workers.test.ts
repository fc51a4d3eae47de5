import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Hub } from '../../src/engine/hub.ts';
import { type Database, openDatabase } from '../../src/store/database.ts';
import { migrate } from '../../src/store/migrate.ts';
import { parseKeyring } from '../../src/store/vault/keyring.ts';
import { openVault } from '../../src/store/vault/vault.ts';
import { differences, hubFacts, marketFacts } from '../chaos/truth.ts';
import { newServerDatabase } from '../harness/databases.ts';
import { connectShop, newHub } from '../harness/hub.ts';
import { newSandbox } from '../harness/sandbox.ts';
import type { SandboxControl, SandboxShop } from '../harness/sandbox-control.ts';
import { type MoaProcess, startMoa } from './moa-process.ts';
import { until } from './until.ts';

const WORKERS = 3;
/** Shops that each worker has room for, so that all three are at work together. */
const WIDTH = 1;

describe('several moa workers on one PostgreSQL', () => {
  let home: string;
  let url: string;
  let env: Record<string, string>;
  let db: Database;
  let hub: Hub;
  let sandbox: SandboxControl & { close(): Promise<void> };
  const shops: { readonly shop: SandboxShop; readonly account: number }[] = [];
  const workers: MoaProcess[] = [];

  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'moa-workers-'));
    url = await newServerDatabase();
    const vaultKeys = `1:${randomBytes(32).toString('base64')}`;
    env = {
      DATABASE_URL: url,
      MOA_HOME: home,
      MOA_VAULT_KEYS: vaultKeys,
      MOA_ALLOW_PRIVATE_HOSTS: 'on',
      MOA_WIDTH: String(WIDTH),
      MOA_PULL_SECONDS: '3600',
      MOA_LOG: 'warn',
    };
    db = await openDatabase({ kind: 'server', url, connections: 4 });
    await migrate(db);
    hub = await newHub(db, { vault: await openVault(db, parseKeyring(vaultKeys)) });
    sandbox = await newSandbox();
    for (const platform of ['coupang', 'naver']) {
      await sandbox.post(`/${platform}/faults`, { kind: 'slow', delay_ms: 1_000 });
    }
    for (let n = 0; n < WORKERS; n++) workers.push(startMoa(['worker'], env));
    await Promise.all(workers.map((worker) => worker.says(/Moa works/)));
    for (const platform of ['coupang', 'naver', 'coupang']) {
      const shop = await sandbox.openShop(platform, {
        orders: 60,
        quiet: true,
        limits: false,
        publicationDelayMs: 0,
        seed: shops.length,
      });
      shops.push({ shop, account: (await connectShop(hub, shop)).account.id });
    }
  });

  afterAll(async () => {
    for (const worker of workers) worker.kill('SIGKILL');
    await Promise.all(workers.map(({ exited }) => exited));
    await hub.close();
    await db.close();
    await sandbox.close();
    rmSync(home, { recursive: true, force: true });
  });

  const heldLanes = async () =>
    (
      await sql<{ account_id: number; holder: string }>`
        select account_id, holder::text as holder from lanes where kind = 'pull' and holder is not null`.execute(
        db.root,
      )
    ).rows;
  const running = async () =>
    (await sql<{ n: number }>`select count(*) as n from sync_runs where status = 'running'`.execute(db.root))
      .rows[0]?.n;
  const wholeRuns = async () =>
    (
      await sql<{ n: number }>`
        select count(distinct account_id) as n from sync_runs where status in ('success', 'partial')`.execute(
        db.root,
      )
    ).rows[0]?.n ?? 0;

  test('share the shops; one killed in the middle of a pull is replaced within 30 seconds, and nothing is lost', {
    timeout: 90_000,
  }, async () => {
    await until(
      async () => (await heldLanes()).length === shops.length && (await running()) === shops.length,
    );
    expect(new Set((await heldLanes()).map(({ holder }) => holder)).size).toBe(WORKERS);
    const [victim] = workers;
    victim?.kill('SIGKILL');
    await victim?.exited;
    const killedAt = performance.now();
    expect(await wholeRuns()).toBeLessThan(shops.length);

    await until(async () => {
      const { rows } = await sql`
        select account_id from sync_runs group by account_id
        having bool_or(trouble->>'reason' = 'interrupted') and count(started_at) > 1`.execute(db.root);
      return rows.length > 0;
    });
    const takenOverMs = performance.now() - killedAt;
    console.log(`the work of a killed worker was taken over after ${(takenOverMs / 1000).toFixed(1)} s`);
    expect(takenOverMs).toBeLessThan(30_000);
    for (const platform of ['coupang', 'naver']) await sandbox.delete(`/${platform}/faults`);
    await until(async () => (await wholeRuns()) === shops.length);

    const overlaps = await sql`
      select a.id, b.id as other from sync_runs a join sync_runs b on a.account_id = b.account_id and a.id < b.id
      where a.finished_at > b.started_at and a.trouble is null`.execute(db.root);
    expect(overlaps.rows).toEqual([]);
    for (const { shop, account } of shops) {
      const market = await marketFacts(sandbox, shop);
      expect(market.lines.length).toBeGreaterThan(30);
      expect(differences(await hubFacts(db, account), market.lines)).toEqual([]);
    }
  });

  test('leave at SIGTERM without a word of trouble, and give their lanes back', async () => {
    const [, second] = workers;
    second?.kill('SIGTERM');
    expect(await second?.exited).toBe(0);
    expect(second?.complaints()).toBe('');
  });

  test('refuse the embedded database with a sentence', async () => {
    const refused = startMoa(['worker'], { ...env, DATABASE_URL: '' });
    expect(await refused.exited).toBe(1);
    expect(refused.complaints()).toContain('set DATABASE_URL');
  });
});
