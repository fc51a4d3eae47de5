import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OwnerId } from '../../src/domain/ids.ts';
import type { Database } from '../../src/store/database.ts';
import { createOwner } from '../../src/store/owners.ts';
import { asOwner } from '../../src/store/scope.ts';
import { DATABASE_KINDS, newDatabase } from '../harness/databases.ts';

/** Tables that hold no owner's data, or that must be read before the owner is known; each with its reason. */
const UNSCOPED: Readonly<Record<string, string>> = {
  owners: 'the tenants themselves',
  members: 'read at sign-in, before the owner is known; never by a request that names an owner',
  api_tokens: 'read by token hash, before the owner is known',
  account_hooks: 'read by the hash of the secret address, before the owner is known; ids and a hash only',
  call_tallies: 'counts and times only; a process adds those of all its accounts at once',
  job_wishes: 'times only; moved into the job queue for every owner',
  rate_budgets: 'times and counts only; every process grants from it without an owner',
  lanes: 'ids and times only; workers look for due work of all owners',
  vault_canaries: 'a known text under each vault key',
  auth_users: 'people, who may work for several owners',
  auth_sessions: 'people',
  auth_identities: 'people',
  auth_verifications: 'people',
  kysely_migration: 'schema',
  kysely_migration_lock: 'schema',
};

describe.each(DATABASE_KINDS)('tenants on %s', (kind) => {
  let db: Database;
  let mine: OwnerId;
  let theirs: OwnerId;

  beforeAll(async () => {
    db = await newDatabase(kind);
    mine = await createOwner(db, 'mine');
    theirs = await createOwner(db, 'theirs');
    await asOwner(db, mine, async ({ trx }) => {
      await sql`
        insert into accounts (owner_id, platform, edition, name, orders_since)
        values (${mine}, 'coupang', 'official', 'shop', now())`.execute(trx);
    });
  });

  afterAll(() => db.close());

  test('every table is either under row-level security or named here with a reason', async () => {
    const { rows } = await sql<{ name: string; forced: boolean; policies: number }>`
      select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as forced,
        (select count(*) from pg_policy p where p.polrelid = c.oid) as policies
      from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace order by 1`.execute(
      db.root,
    );
    expect(rows.length).toBeGreaterThan(20);
    for (const { name, forced, policies } of rows) {
      expect({ name, safe: (forced && policies > 0) || name in UNSCOPED }).toEqual({ name, safe: true });
    }
  });

  test('an owner sees only their own rows', async () => {
    const count = (owner: OwnerId) =>
      asOwner(db, owner, async ({ trx }) => {
        const { rows } = await sql<{ n: number }>`select count(*) as n from accounts`.execute(trx);
        return rows[0]?.n;
      });
    expect(await count(mine)).toBe(1);
    expect(await count(theirs)).toBe(0);
  });

  test('an owner cannot write rows of another', async () => {
    const write = asOwner(db, theirs, ({ trx }) =>
      sql`
        insert into accounts (owner_id, platform, edition, name, orders_since)
        values (${mine}, 'coupang', 'official', 'stolen', now())`.execute(trx),
    );
    await expect(write).rejects.toThrow(/row-level security/);
    const changed = await asOwner(db, theirs, ({ trx }) =>
      sql`update accounts set name = 'taken' returning id`.execute(trx),
    );
    expect(changed.rows).toEqual([]);
  });

  test('without an owner nothing is seen', async () => {
    const seen = await db.root.transaction().execute(async (trx) => {
      await sql`select set_config('role', 'moa_app', true)`.execute(trx);
      return (await sql`select id from accounts`.execute(trx)).rows;
    });
    expect(seen).toEqual([]);
  });

  test('the root handle refuses to work inside a transaction, where PGlite would hang', async () => {
    const misuse = asOwner(db, mine, () => sql`select 1`.execute(db.root));
    await expect(misuse).rejects.toThrow(/inside a transaction/);
  });
});
