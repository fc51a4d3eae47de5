import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDatabase } from '../../src/store/database.ts';
import { newServerDatabase } from '../harness/databases.ts';

const MAIN = join(import.meta.dirname, '..', '..', 'src', 'main.ts');

let home: string;
let url: string;

beforeEach(async () => {
  url = await newServerDatabase();
  home = mkdtempSync(join(tmpdir(), 'moa-audit-'));
});

afterEach(() => rmSync(home, { recursive: true, force: true }));

function admin(...args: readonly string[]): Promise<{ readonly code: number; readonly text: string }> {
  const env = { ...process.env, MOA_HOME: home, DATABASE_URL: url, MOA_PASSWORD: 'a long password' };
  return new Promise((resolve) => {
    execFile(process.execPath, [MAIN, 'admin', ...args], { env }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, text: stdout + stderr });
    });
  });
}

test('moa admin writes down what it does, and verify-audit finds who meddles with that', async () => {
  expect(await admin('create-owner', '--name', '우리 가게', '--email', 'me@example.com')).toMatchObject({
    code: 0,
  });
  expect(await admin('issue-token', '--owner', '1', '--name', 'laptop')).toMatchObject({ code: 0 });
  expect(await admin('rotate-keys')).toMatchObject({ code: 0 });
  const sound = await admin('verify-audit');
  expect(sound.text).toMatch(/^owner 1 "우리 가게": sound; 3 entries, the end is 3 [0-9a-f]{64}$/m);
  expect(sound.code).toBe(0);

  const db = await openDatabase({ kind: 'server', url, connections: 1 });
  const { rows } = await sql<{ actor: string; action: string; detail: unknown }>`
    select actor, action, detail from audit_entries order by id`.execute(db.root);
  expect(rows).toMatchObject([
    { actor: 'admin', action: 'owner.create', detail: { name: '우리 가게' } },
    { actor: 'admin', action: 'token.issue', detail: { name: 'laptop', role: 'staff' } },
    { actor: 'admin', action: 'vault.rotate_keys' },
  ]);
  await sql`set session_replication_role = replica`.execute(db.root);
  await sql`update audit_entries set detail = '{"name": "laptop", "role": "viewer"}' where action = 'token.issue'`.execute(
    db.root,
  );
  await db.close();

  const broken = await admin('verify-audit');
  expect(broken.text).toContain(
    'owner 1 "우리 가게": BROKEN at 2, entry 2: the entry is not what was written',
  );
  expect(broken.code).toBe(1);
}, 240_000);
