import { sql } from 'kysely';
import { type OwnerId, ownerId } from '../domain/ids.ts';
import type { Database } from './database.ts';
import type { OwnerScope } from './scope.ts';

/** Queues whose jobs work through what one owner's rows ask for. */
export const OWNER_QUEUES = [
  'inbox',
  'stock',
  'fan-out',
  'deliver',
  'notify',
  'plans',
  'publish',
  'imports',
] as const;
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
 * Asks for an owner's queue to be worked through, now or at a time, with the transaction that wrote its rows. The
 * earliest wish counts; it stays until a job has looked at the rows after it.
 */
export function askForJob({ wishes }: OwnerScope, queue: OwnerQueue, at: Date | null): void {
  const known = wishes.get(queue);
  if (known === null) return;
  wishes.set(queue, at === null || known === undefined || at < known ? at : known);
}

/**
 * Waits for the transactions that rely on a wish which was due before this job took it: what they wrote is seen from
 * here on. Every job begins with it.
 */
export async function letAskersEnd(
  db: Database,
  { owner, queue }: Pick<JobWish, 'owner' | 'queue'>,
): Promise<void> {
  await sql`select pg_advisory_xact_lock(job_wish_lock(${owner}, ${queue}))`.execute(db.root);
}

export interface WishLook {
  readonly taken: readonly JobWish[];
  /** Until the next wish becomes due; null when there is none in sight. */
  readonly nextInMs: number | null;
}

/** Takes the wishes that are due, each for a while: whoever takes them moves them into the job queue. */
export async function takeDueWishes(db: Database, limit: number): Promise<WishLook> {
  const { rows } = await sql<{
    next_in_ms: number | null;
    owner_id: number | null;
    queue: OwnerQueue;
    due_at: Date;
  }>`
    with taken as (
      update job_wishes
      set due_at = lease.until, leased_until = lease.until, asked_for = 'infinity'
      from (
        select date_trunc('milliseconds', now()) + make_interval(secs => ${LEASE_SECONDS}::float8) as until) lease
      where (owner_id, queue) in (
        select owner_id, queue from job_wishes where due_at <= now()
        order by due_at limit ${limit} for update skip locked)
      returning owner_id, queue, due_at),
    next as (
      select (extract(epoch from min(due_at) - now()) * 1000)::float8 as next_in_ms
      from job_wishes where due_at > now() and due_at < 'infinity')
    select next.next_in_ms, taken.* from next left join taken on true`.execute(db.root);
  return {
    taken: rows.flatMap((row) =>
      row.owner_id === null
        ? []
        : [{ owner: ownerId(row.owner_id), queue: row.queue, leasedUntil: row.due_at }],
    ),
    nextInMs: rows[0]?.next_in_ms ?? null,
  };
}

/**
 * Settles a wish after its job: due again at `next` (null: when asked), or when it was asked for while the job was at work.
 * A wish that was moved a second time meanwhile found its queue taken and moved nothing, so it is due again as soon as
 * this job has ended. Answers when it is due, null for when asked.
 */
export async function settleWish(db: Database, wish: JobWish, next: Date | null): Promise<Date | null> {
  const soon = sql`clock_timestamp() + make_interval(secs => ${JOB_END_SECONDS}::float8)`;
  const { rows } = await sql<{ due_at: Date | null }>`
    update job_wishes set leased_until = null, asked_for = 'infinity', due_at = case
      when leased_until = ${wish.leasedUntil}
      then least(coalesce(${next}::timestamptz, 'infinity'), greatest(asked_for, ${soon}))
      else least(due_at, ${soon}) end
    where owner_id = ${wish.owner} and queue = ${wish.queue}
    returning nullif(due_at, 'infinity') as due_at`.execute(db.root);
  return rows[0]?.due_at ?? null;
}
