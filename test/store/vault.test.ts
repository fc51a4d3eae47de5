import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readCredentials } from '../../src/store/accounts.ts';
import type { Database } from '../../src/store/database.ts';
import { asOwner } from '../../src/store/scope.ts';
import { type Keyring, parseKeyring } from '../../src/store/vault/keyring.ts';
import { openVault, rotateDataKeys } from '../../src/store/vault/vault.ts';
import { createWebhook, openSecrets } from '../../src/store/webhooks/endpoints.ts';
import { DATABASE_KINDS, newDatabase } from '../harness/databases.ts';
import { connectShop, newHub, newKeyring } from '../harness/hub.ts';

const CREDENTIALS = { access_key: 'seeded-access', secret_key: 'seeded-secret-1234567890' };

/** A keyring whose newest key is the first of `a`, and that still knows the keys of `b`. */
function joined(a: Keyring, b: Keyring): Keyring {
  const text = [a.newest, b.newest]
    .map(({ id, secret }) => `${id}:${secret.export().toString('base64')}`)
    .join(',');
  return parseKeyring(text);
}

describe.each(DATABASE_KINDS)('the vault on %s', (kind) => {
  let db: Database;
  beforeAll(async () => {
    db = await newDatabase(kind);
  });
  afterAll(() => db.close());

  test('keys rotate without losing a secret, and a lost key is noticed at the door', async () => {
    const [old, fresh] = [newKeyring('1'), newKeyring('2')];
    const hub = await newHub(db, { vault: await openVault(db, old) });
    const shops = [];
    for (let n = 0; n < 3; n++) {
      shops.push(
        await connectShop(hub, {
          platform: 'coupang',
          baseUrl: 'http://127.0.0.1:1',
          credentials: CREDENTIALS,
        }),
      );
    }
    const [first] = shops;
    if (first === undefined) throw new Error('no shop');
    const hook = { url: 'https://a.example.com', description: '', eventTypes: [], accounts: [] };
    const made = await asOwner(db, first.owner, (scope) => createWebhook(scope, hub.vault, hook));
    if (made === undefined) throw new Error('no webhook');
    // Three keys of shops, and the owner's own for what belongs to no shop.
    expect(await rotateDataKeys(db, joined(fresh, old))).toEqual({ rewrapped: 4, left: 0 });
    expect(await rotateDataKeys(db, joined(fresh, old))).toEqual({ rewrapped: 0, left: 0 });

    const vault = await openVault(db, fresh);
    for (const { owner, account } of shops) {
      const read = await asOwner(db, owner, (scope) => readCredentials(scope, vault, account.id));
      expect(read).toEqual(CREDENTIALS);
    }
    const secrets = await asOwner(db, first.owner, async (scope) => {
      const { rows } = await sql<{ secret: Uint8Array }>`select secret from webhook_endpoints`.execute(
        scope.trx,
      );
      return openSecrets(
        scope,
        vault,
        made.endpoint.id,
        rows.map(({ secret }) => secret),
      );
    });
    expect(secrets).toEqual([made.secret]);
    await expect(openVault(db, old)).rejects.toThrow(/missing/);
    await expect(openVault(db, newKeyring('2'))).rejects.toThrow(/does not open/);
    await hub.close();
  });

  test('credentials copied to another account do not open there', async () => {
    const hub = await newHub(db, { vault: await openVault(await newDatabase('PGlite'), newKeyring('x')) });
    const first = await connectShop(hub, {
      platform: 'coupang',
      baseUrl: 'http://127.0.0.1:1',
      credentials: CREDENTIALS,
    });
    const second = await connectShop(hub, {
      platform: 'coupang',
      baseUrl: 'http://127.0.0.1:1',
      credentials: CREDENTIALS,
      owner: first.owner,
    });
    await asOwner(db, first.owner, ({ trx }) =>
      sql`
        update account_secrets set sealed = (select sealed from account_secrets where account_id = ${first.account.id})
        where account_id = ${second.account.id}`.execute(trx),
    );
    const read = asOwner(db, first.owner, (scope) => readCredentials(scope, hub.vault, second.account.id));
    await expect(read).rejects.toThrow(/does not open/);
    await hub.close();
  });

  test('no table holds a credential in the clear', async () => {
    const tables = await sql<{ name: string }>`
      select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`.execute(
      db.root,
    );
    for (const { name } of tables.rows) {
      const { rows } = await sql<{ text: string }>`select t::text as text from ${sql.table(name)} t`.execute(
        db.root,
      );
      for (const { text } of rows) {
        expect(text).not.toContain('seeded-');
        expect(text).not.toContain(Buffer.from('seeded-').toString('hex'));
      }
    }
  });
});
