import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { OwnerId } from '../../src/domain/ids.ts';
import { type AuditAction, type AuditEntry, recordAudit } from '../../src/store/audit.ts';
import { auditHead, forgetAudit, verifyAudit } from '../../src/store/audit-chain.ts';
import { listAudit } from '../../src/store/audit-list.ts';
import { withOrigin } from '../../src/store/audit-origin.ts';
import type { Database } from '../../src/store/database.ts';
import { migrate } from '../../src/store/migrate.ts';
import { createOwner } from '../../src/store/owners.ts';
import { asOwner } from '../../src/store/scope.ts';
import { DATABASE_KINDS, newDatabase } from '../harness/databases.ts';

const deed = (action: AuditAction, detail: AuditEntry['detail'] = {}): AuditEntry => ({
  actor: 'token:1',
  action,
  target: { kind: 'order', id: 7 },
  detail,
});

describe.each(DATABASE_KINDS)('the audit trail on %s', (kind) => {
  let db: Database;
  let owner: OwnerId;

  beforeAll(async () => {
    db = await newDatabase(kind);
  });

  beforeEach(async () => {
    owner = await createOwner(db, 'seller');
  });

  afterAll(() => db.close());

  const record = (...entries: AuditEntry[]) => asOwner(db, owner, (scope) => recordAudit(scope, entries));
  const everything = () =>
    asOwner(db, owner, (scope) => listAudit(scope, {}, { limit: 10_000, after: null }));
  const head = () => asOwner(db, owner, auditHead);

  /** What somebody with the database's own password could do, past triggers and rights. */
  const tamper = (statement: ReturnType<typeof sql>) =>
    db.root.transaction().execute(async (trx) => {
      await sql`set local session_replication_role = replica`.execute(trx);
      const { numAffectedRows } = await statement.execute(trx);
      expect(numAffectedRows).toBeGreaterThan(0n);
    });

  const age = (entries: number, days: number) =>
    db.root.transaction().execute(async (trx) => {
      await sql`set local session_replication_role = replica`.execute(trx);
      await sql`
        with old as (select seq, entry_id from audit_chain where owner_id = ${owner} order by seq limit ${entries}),
          entries as (update audit_entries set at = at - make_interval(days => ${days}::integer)
            where id in (select entry_id from old))
        update audit_chain set at = at - make_interval(days => ${days}::integer)
        where owner_id = ${owner} and seq in (select seq from old)`.execute(trx);
    });

  /** Writes the chain anew over what is there, so that a test may begin with old entries. */
  const rechain = () =>
    db.root.transaction().execute(async (trx) => {
      await sql`set local session_replication_role = replica`.execute(trx);
      const { rows } = await sql<{ seq: number; text: string }>`
        select c.seq, audit_text(e) as text from audit_chain c join audit_entries e on e.id = c.entry_id
        where c.owner_id = ${owner} order by c.seq`.execute(trx);
      let hash = Buffer.alloc(0);
      for (const { seq, text } of rows) {
        hash = createHash('sha256').update(hash).update(text).digest();
        await sql`update audit_chain set hash = ${hash} where owner_id = ${owner} and seq = ${seq}`.execute(
          trx,
        );
      }
    });

  test('says who did what, and from where', async () => {
    await withOrigin({ requestId: 'r-1', ip: '203.0.113.9' }, () =>
      record(deed('order.ship', { lines: [1, 2] })),
    );
    await record({ ...deed('account.change'), actor: 'hub', result: 'refused' });
    expect(await everything()).toMatchObject([
      { actor: 'hub', action: 'account.change', result: 'refused', requestId: null, ip: null, seq: 2 },
      {
        actor: 'token:1',
        action: 'order.ship',
        targetKind: 'order',
        targetId: 7,
        detail: { lines: [1, 2] },
        requestId: 'r-1',
        ip: '203.0.113.9',
        result: 'done',
        seq: 1,
      },
    ]);
  });

  test('is one chain of hashes per owner, whoever writes at once', async () => {
    const other = await createOwner(db, 'other');
    await Promise.all(
      Array.from({ length: 30 }, (_, n) =>
        asOwner(db, n % 3 === 0 ? other : owner, async (scope) => {
          await recordAudit(scope, [deed('order.first', { n })]);
          await sql`select pg_sleep(${(n % 5) / 100}::float8)`.execute(scope.trx);
          await recordAudit(scope, [deed('order.second', { n }), deed('order.third', { n })]);
        }),
      ),
    );
    for (const [id, entries] of [
      [owner, 60],
      [other, 30],
    ] as const) {
      const report = await verifyAudit(db, id);
      expect(report).toMatchObject({ entries, broken: null, head: { seq: entries } });
    }
    // The entries of one transaction stand together: it was linked at its commit.
    const numbers = (await everything()).map(({ detail }) => (detail as { n: number }).n);
    expect(numbers).toHaveLength(60);
    const bySeq = (await everything()).toSorted((a, b) => (a.seq ?? 0) - (b.seq ?? 0));
    for (let at = 0; at < 60; at += 3) {
      const [first, second, third] = bySeq.slice(at, at + 3);
      expect([first?.action, second?.action, third?.action]).toEqual([
        'order.first',
        'order.second',
        'order.third',
      ]);
      expect(new Set([first, second, third].map((entry) => JSON.stringify(entry?.detail))).size).toBe(1);
    }
  });

  test('a deed that is rolled back leaves nothing', async () => {
    await record(deed('order.kept'));
    const before = await head();
    const broken = asOwner(db, owner, async (scope) => {
      await recordAudit(scope, [deed('order.lost')]);
      throw new Error('the deed failed');
    });
    await expect(broken).rejects.toThrow('the deed failed');
    expect(await head()).toEqual(before);
    await record(deed('order.after'));
    expect(await verifyAudit(db, owner)).toMatchObject({ entries: 2, broken: null });
  });

  test('can only be added to, also after another start', async () => {
    await record(deed('order.kept'));
    await migrate(db);
    const change = (statement: ReturnType<typeof sql>) =>
      asOwner(db, owner, ({ trx }) => statement.execute(trx));
    await expect(change(sql`update audit_entries set actor = 'somebody else'`)).rejects.toThrow(
      /permission denied/,
    );
    await expect(change(sql`delete from audit_entries`)).rejects.toThrow(/permission denied/);
    await expect(change(sql`truncate audit_entries`)).rejects.toThrow(/permission denied/);
    await expect(change(sql`delete from audit_chain`)).rejects.toThrow(/permission denied/);
    await expect(change(sql`insert into audit_chain values (${owner}, 99, 99, now(), '')`)).rejects.toThrow(
      /permission denied/,
    );
    // The tables' own owner is stopped as well.
    for (const statement of [
      sql`update audit_entries set actor = 'x' where owner_id = ${owner}`,
      sql`delete from audit_entries where owner_id = ${owner}`,
      sql`truncate audit_entries`,
      sql`update audit_chain set seq = 5 where owner_id = ${owner}`,
      sql`delete from audit_chain where owner_id = ${owner}`,
    ]) {
      await expect(statement.execute(db.root)).rejects.toThrow(/only ever added to/);
    }
    expect(await verifyAudit(db, owner)).toMatchObject({ entries: 1, broken: null });
  });

  test.each([
    ['another actor', 'changed', 3, sql`update audit_entries set actor = 'token:2'`],
    ['another detail', 'changed', 3, sql`update audit_entries set detail = '{"n": 4}'`],
    ['another time', 'changed', 3, sql`update audit_entries set at = at + interval '1 microsecond'`],
    ['an entry taken out', 'missing', 3, sql`delete from audit_entries`],
    ['a link taken out', 'gap', 4, sql`delete from audit_chain`],
    ['another hash', 'changed', 3, sql`update audit_chain set hash = sha256('x')`],
  ])('shows %s as the first break', async (_what, why, seq, statement) => {
    for (let n = 1; n <= 5; n++) await record(deed('order.ship', { n }));
    const third = (await everything()).find((entry) => entry.seq === 3);
    const column = (statement as ReturnType<typeof sql>).compile(db.root).sql.includes('audit_chain')
      ? sql.ref('entry_id')
      : sql.ref('id');
    await tamper(sql`${statement} where ${column} = ${third?.id}`);
    expect((await verifyAudit(db, owner)).broken).toMatchObject({ seq, why });
  });

  test('shows entries that were slipped in, and a beginning that was cut off', async () => {
    for (let n = 1; n <= 3; n++) await record(deed('order.ship', { n }));
    await tamper(sql`
      insert into audit_entries (owner_id, actor, action, target_kind, detail) values (${owner}, 'x', 'x', 'x', '{}')`);
    expect((await verifyAudit(db, owner)).broken).toMatchObject({ seq: null, why: 'unlinked' });
    await tamper(sql`delete from audit_chain where owner_id = ${owner} and seq = 1`);
    expect((await verifyAudit(db, owner)).broken).toMatchObject({ seq: 2, why: 'cut' });
    await tamper(sql`
      delete from audit_entries where owner_id = ${owner} and id in (
        select entry_id from audit_chain where owner_id = ${owner} and seq = 2)`);
    expect((await verifyAudit(db, owner)).broken).toMatchObject({ seq: 2, why: 'cut' });
  });

  test('forgets what is old, never what the law wants kept, and stays a chain', async () => {
    for (let n = 1; n <= 10; n++) await record(deed('order.ship', { n }));
    await age(6, 800);
    await rechain();
    expect(await verifyAudit(db, owner)).toMatchObject({ entries: 10, broken: null });
    const forget = (days: number, atMost: number) =>
      asOwner(db, owner, (scope) => forgetAudit(scope, new Date(Date.now() - days * 86_400_000), atMost));
    expect(await forget(900, 100)).toBe(0);
    expect(await forget(790, 4)).toBe(4);
    expect(await verifyAudit(db, owner)).toMatchObject({ entries: 7, broken: null, head: { seq: 11 } });
    // Asking for less than the law allows deletes no more.
    expect(await forget(0, 100)).toBe(2);
    expect(await forget(0, 100)).toBe(0);
    expect(await verifyAudit(db, owner)).toMatchObject({ entries: 6, broken: null, head: { seq: 12 } });
    await record(deed('order.ship', { n: 11 }));
    expect(await verifyAudit(db, owner)).toMatchObject({ entries: 7, broken: null, head: { seq: 13 } });
  });

  test('takes many entries in one transaction', async () => {
    await record(...Array.from({ length: 5_000 }, (_, n) => deed('order.acknowledge', { n })));
    expect(await verifyAudit(db, owner)).toMatchObject({ entries: 5_000, broken: null });
  });
});
