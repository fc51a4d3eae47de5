import { sql } from 'kysely';
import { type OwnerId, ownerId } from '../domain/ids.ts';
import type { Database } from './database.ts';
import { announce } from './notices.ts';
import type { OwnerScope } from './scope.ts';

/** Queues whose jobs work through what one owner's rows ask for. */
export const OWNER_QUEUES = ['inbox', 'fan-out', 'deliver', 'notify', 'plans'] as const;
export type OwnerQueue = (typeof OWNER_QUEUES)[number];

export interface JobWish {
  readonly owner: OwnerId;
  readonly queue: OwnerQueue;
  /** The wish comes back at this time unless the job settles it. */
  readonly leasedUntil: Date;
}

/** A wish whose job was never started or died is moved into the queue again after this long. */
const LEASE_SECONDS = 60;
/** From the end of a job's work until the queue knows of it. */
const JOB_END_SECONDS = 0.1;

/**
 * Asks for an owner's queue to be worked through, now or at a time, in the transaction that wrote its rows. The
 * earliest wish counts; it stays until a job has looked at the rows after it.
 */
export async function askForJob(scope: OwnerScope, queue: OwnerQueue, at: Date | null): Promise<void> {
  await sql`
    insert into job_wishes (owner_id, queue, due_at)
    values (${scope.owner}, ${queue}, coalesce(${at}::timestamptz, clock_timestamp()))
    on conflict (owner_id, queue) do update set due_at = least(job_wishes.due_at, excluded.due_at)`.execute(
    scope.trx,
  );
  if (at === null) await announce(scope, 'moa_jobs', queue);
}

/** Takes the wishes that are due, each for a while: whoever takes them moves them into the job queue. */
export async function takeDueWishes(db: Database, limit: number): Promise<readonly JobWish[]> {
  const { rows } = await sql<{ owner_id: number; queue: OwnerQueue; due_at: Date }>`
    update job_wishes set due_at = date_trunc('milliseconds', now()) + make_interval(secs => ${LEASE_SECONDS}::float8)
    where (owner_id, queue) in (
      select owner_id, queue from job_wishes where due_at <= now()
      order by due_at limit ${limit} for update skip locked)
    returning owner_id, queue, due_at`.execute(db.root);
  return rows.map((row) => ({ owner: ownerId(row.owner_id), queue: row.queue, leasedUntil: row.due_at }));
}

/**
 * Settles a wish after its job: due again at `next` (null: when asked). A wish that was moved a second time while the
 * job was at work found its queue taken and moved nothing, so it is due again as soon as this job has ended.
 */
export async function settleWish(db: Database, wish: JobWish, next: Date | null): Promise<void> {
  await sql`
    update job_wishes set due_at = case
      when due_at = ${wish.leasedUntil} then coalesce(${next}::timestamptz, 'infinity')
      else least(due_at, clock_timestamp() + make_interval(secs => ${JOB_END_SECONDS}::float8)) end
    where owner_id = ${wish.owner} and queue = ${wish.queue}`.execute(db.root);
}
