import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { DATABASE_KINDS, newDatabase } from '../../test/harness/databases.ts';
import { newHub } from '../../test/harness/hub.ts';
import type { OwnerId } from '../domain/ids.ts';
import type { Hub } from '../engine/hub.ts';
import type { Database } from '../store/database.ts';
import { askForJob } from '../store/job-wishes.ts';
import { createOwner } from '../store/owners.ts';
import { asOwner } from '../store/scope.ts';
import { type JobQueue, startJobQueue } from './job-queue.ts';
import type { OwnerWork } from './queues.ts';

describe.each(DATABASE_KINDS)(
  'the job queue on %s',
  (kind) => {
    let db: Database;
    let hub: Hub;
    let queue: JobQueue;
    let listening: { stop(): Promise<void> };
    const begun: OwnerId[] = [];
    let work: OwnerWork = async () => null;

    beforeAll(async () => {
      db = await newDatabase(kind);
      hub = await newHub(db);
      const inbox: OwnerWork = async (...job) => {
        begun.push(job[1]);
        return work(...job);
      };
      queue = await startJobQueue(hub, { owners: { inbox }, chores: [] });
      listening = await db.listen(
        ['moa_jobs'],
        () => queue.look(),
        () => {},
      );
    });

    afterAll(async () => {
      await listening.stop();
      await queue.stop();
      await hub.close();
      await db.close();
    });

    const ask = (owner: OwnerId, at: Date | null = null) =>
      asOwner(db, owner, async (scope) => askForJob(scope, 'inbox', at));
    const timesBegun = (owner: OwnerId) => begun.filter((one) => one === owner).length;

    test('a wish is worked on after its transaction, and never when that was rolled back', async () => {
      const [kept, lost] = [await createOwner(db, 'kept'), await createOwner(db, 'lost')];
      const rolledBack = asOwner(db, lost, async (scope) => {
        askForJob(scope, 'inbox', null);
        throw new Error('rolled back');
      });
      await expect(rolledBack).rejects.toThrow('rolled back');
      await ask(kept);
      await vi.waitFor(() => expect(timesBegun(kept)).toBe(1), { timeout: 10_000 });
      expect(timesBegun(lost)).toBe(0);
    });

    test('of one owner one job is at work at a time, and a wish made meanwhile is worked on after it', async () => {
      const owner = await createOwner(db, 'busy');
      const { promise: finish, resolve } = Promise.withResolvers<void>();
      let atWork = 0;
      let most = 0;
      work = async (_hub, mine) => {
        if (mine !== owner) return null;
        atWork += 1;
        most = Math.max(most, atWork);
        if (timesBegun(owner) === 1) await finish;
        atWork -= 1;
        return null;
      };
      await ask(owner);
      await vi.waitFor(() => expect(timesBegun(owner)).toBe(1), { timeout: 10_000 });
      for (let again = 0; again < 5; again++) await ask(owner);
      resolve();
      await vi.waitFor(() => expect(timesBegun(owner)).toBeGreaterThan(1), { timeout: 90_000 });
      expect(most).toBe(1);
    });

    test.runIf(kind === 'PostgreSQL')(
      'a transaction that relies on a wish which is due is waited for before the work begins',
      async () => {
        const owner = await createOwner(db, 'relied upon');
        work = async () => null;
        await sql`
          insert into job_wishes (owner_id, queue, due_at)
          values (${owner}, 'inbox', now() + interval '500 milliseconds')`.execute(db.root);
        const { promise: mayEnd, resolve: end } = Promise.withResolvers<void>();
        const { promise: isRelied, resolve: relied } = Promise.withResolvers<void>();
        const asking = db.root.transaction().execute(async (trx) => {
          await sql`select ask_for_job(${owner}, 'inbox', now() + interval '1 hour')`.execute(trx);
          relied();
          await mayEnd;
        });
        await isRelied;
        queue.look();
        await vi.waitFor(
          async () => {
            const { rows } = await sql`
              select from pg_locks l join pg_database d on d.oid = l.database and d.datname = current_database()
              where l.locktype = 'advisory' and not l.granted`.execute(db.root);
            expect(rows).toHaveLength(1);
          },
          { timeout: 10_000 },
        );
        expect(timesBegun(owner)).toBe(0);
        end();
        await asking;
        await vi.waitFor(() => expect(timesBegun(owner)).toBe(1), { timeout: 10_000 });
      },
    );

    test('work that names a time is done again then, and a settled wish is not', async () => {
      const owner = await createOwner(db, 'later');
      work = async (_hub, mine) =>
        mine === owner && timesBegun(owner) === 1 ? new Date(hub.clock().getTime() + 300) : null;
      await ask(owner);
      await vi.waitFor(() => expect(timesBegun(owner)).toBe(2), { timeout: 10_000 });
      await vi.waitFor(
        async () => {
          const { rows } = await sql<{ settled: boolean }>`
          select due_at = 'infinity' as settled from job_wishes where owner_id = ${owner}`.execute(db.root);
          expect(rows).toEqual([{ settled: true }]);
        },
        { timeout: 10_000 },
      );
    });

    test('what is asked for a later time while a job is at work stands when it has ended', async () => {
      const owner = await createOwner(db, 'asked meanwhile');
      const { promise: finish, resolve } = Promise.withResolvers<void>();
      work = async (_hub, mine) => {
        if (mine === owner) await finish;
        return null;
      };
      await ask(owner);
      await vi.waitFor(() => expect(timesBegun(owner)).toBe(1), { timeout: 10_000 });
      // Later than the lease ends, so that the wish looks as if it were due before.
      const later = new Date(hub.clock().getTime() + 3_600_000);
      await ask(owner, later);
      resolve();
      await vi.waitFor(
        async () => {
          const { rows } = await sql`select due_at from job_wishes where owner_id = ${owner}`.execute(
            db.root,
          );
          expect(rows).toEqual([{ due_at: later }]);
        },
        { timeout: 10_000 },
      );
    });

    test('the wishes of many owners are worked through without a rest', async () => {
      const owners: OwnerId[] = [];
      for (let nth = 0; nth < 60; nth++) owners.push(await createOwner(db, `one of many ${nth}`));
      work = async () => null;
      for (const owner of owners) await ask(owner);
      await vi.waitFor(() => expect(owners.map(timesBegun)).toEqual(owners.map(() => 1)), {
        timeout: 20_000,
      });
    });

    test('a wish whose job was lost is moved into the queue again', async () => {
      const owner = await createOwner(db, 'lost job');
      work = async () => null;
      // As a process leaves it that took the wish and died before it moved it.
      await sql`
      insert into job_wishes (owner_id, queue, due_at) values (${owner}, 'inbox', now() + interval '1 second')`.execute(
        db.root,
      );
      await vi.waitFor(() => expect(timesBegun(owner)).toBe(1), { timeout: 10_000 });
    });
  },
  120_000,
);
