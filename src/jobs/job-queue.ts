import { type Job, PgBoss } from 'pg-boss';
import { z } from 'zod';
import { ownerId } from '../domain/ids.ts';
import type { Hub } from '../engine/hub.ts';
import type { QueueAccess } from '../store/database.ts';
import {
  type JobWish,
  letAskersEnd,
  OWNER_QUEUES,
  type OwnerQueue,
  settleWish,
  takeDueWishes,
} from '../store/job-wishes.ts';
import { type Alarm, createAlarm } from './alarm.ts';
import { type Chore, type Duties, HOUSE_DUTIES, type OwnerWork } from './queues.ts';

export interface JobQueue {
  /** Looks at once for wishes that are due, instead of at the next look. */
  look(): void;
  stop(): Promise<void>;
}

/** A dead process's job is found after a missed heartbeat and one round of supervision: within half a minute. */
const HEARTBEAT_SECONDS = 10;
const SUPERVISE_SECONDS = 8;
/** Notices and the next due time wake the mover; this is for notices that were lost. */
const LOOK_EVERY_MS = 5_000;
const DATABASE_AWAY_MS = 1_000;
const WISHES_AT_ONCE = 200;
const JOBS_AT_ONCE = 4;
const STOP_WITHIN_MS = 10_000;
/** After a bug in the work itself: not at once again, not never. */
const RECOVERY_MS = 30_000;

const wishData = z.object({ owner: z.number(), leased_until: z.coerce.date() });

/**
 * Starts this process's part of the job queue (pg-boss on the same database). Wishes that owner transactions wrote
 * down are moved into it after their commit; a job that is already waiting or at work for the same owner is not
 * doubled.
 */
export async function startJobQueue(hub: Hub, duties: Duties = HOUSE_DUTIES): Promise<JobQueue> {
  const boss = new PgBoss({
    ...access(hub.db.queueAccess),
    superviseIntervalSeconds: SUPERVISE_SECONDS,
    monitorIntervalSeconds: SUPERVISE_SECONDS,
    useListenNotify: true,
    schedule: true,
  });
  boss.on('error', (error) => hub.log.warn({ err: error }, 'the job queue met trouble'));
  await boss.start();
  const stopping = new AbortController();
  const alarm = createAlarm();
  for (const queue of OWNER_QUEUES) {
    const work = duties.owners[queue];
    if (work !== undefined) await serveOwners(boss, hub, queue, work, alarm, stopping.signal);
  }
  for (const chore of duties.chores) await serveChore(boss, hub, chore, stopping.signal);

  const moving = moveWishes(boss, hub, duties, stopping.signal, alarm);
  return {
    look: () => alarm.ring(),
    async stop() {
      stopping.abort(new Error('the worker is stopping'));
      alarm.ring();
      await moving;
      await boss.stop({ graceful: true, timeout: STOP_WITHIN_MS, close: true });
    },
  };
}

function access(queue: QueueAccess) {
  return queue.kind === 'server'
    ? { connectionString: queue.url, max: 3 }
    : { db: queue.db, backend: 'pglite' as const };
}

async function serveOwners(
  boss: PgBoss,
  hub: Hub,
  queue: OwnerQueue,
  work: OwnerWork,
  alarm: Alarm,
  stopping: AbortSignal,
): Promise<void> {
  // Exclusive: of each owner one job at the most waits or is at work.
  await prepareQueue(boss, queue, { policy: 'exclusive' });
  for (let hand = 0; hand < JOBS_AT_ONCE; hand++) {
    const worker: { id?: string } = {};
    worker.id = await boss.work(queue, async ([job]: Job[]) => {
      if (job === undefined) return;
      const dueAt = await workForOwner(hub, queue, work, job, stopping);
      if (dueAt !== null) alarm.ring(Math.max(0, dueAt.getTime() - hub.clock().getTime()));
      // A notice wakes a worker once, for whatever number of jobs: it looks again before it rests.
      if (worker.id !== undefined) boss.notifyWorker(worker.id);
    });
  }
}

async function workForOwner(
  hub: Hub,
  queue: OwnerQueue,
  work: OwnerWork,
  job: Job,
  stopping: AbortSignal,
): Promise<Date | null> {
  const { owner, leased_until } = wishData.parse(job.data);
  const signal = AbortSignal.any([stopping, job.signal]);
  const wish = { queue, owner: ownerId(owner), leasedUntil: leased_until };
  let next: Date | null = new Date(hub.clock().getTime() + RECOVERY_MS);
  try {
    await letAskersEnd(hub.db, wish);
    next = await work(hub, wish.owner, signal);
    if (signal.aborted) next = hub.clock();
  } catch (error) {
    hub.log.error({ err: error, queue, owner }, 'a job broke');
  }
  return settleWish(hub.db, wish, next);
}

async function serveChore(boss: PgBoss, hub: Hub, chore: Chore, stopping: AbortSignal): Promise<void> {
  await prepareQueue(boss, chore.name, { policy: 'exclusive' });
  await boss.schedule(chore.name, chore.cron);
  await boss.work(chore.name, { pollingIntervalSeconds: 5 }, async ([job]: Job[]) => {
    if (job !== undefined) await chore.work(hub, AbortSignal.any([stopping, job.signal]));
  });
}

async function prepareQueue(boss: PgBoss, name: string, options: { policy: string }): Promise<void> {
  await boss.createQueue(name, {
    ...options,
    notify: true,
    heartbeatSeconds: HEARTBEAT_SECONDS,
    expireInSeconds: 3_600,
    retryLimit: 3,
    deleteAfterSeconds: 3_600,
  });
}

async function moveWishes(
  boss: PgBoss,
  hub: Hub,
  duties: Duties,
  stopping: AbortSignal,
  alarm: Alarm,
): Promise<void> {
  while (!stopping.aborted) await alarm.wait(await moveDue(boss, hub, duties));
}

/** Moves what is due. Answers how long the mover may rest. */
async function moveDue(boss: PgBoss, hub: Hub, duties: Duties): Promise<number> {
  try {
    const { taken, nextInMs } = await takeDueWishes(hub.db, WISHES_AT_ONCE);
    const byQueue = Map.groupBy(
      taken.filter(({ queue }) => duties.owners[queue] !== undefined),
      ({ queue }) => queue,
    );
    for (const [queue, due] of byQueue) await boss.insert(queue, due.map(jobOf));
    if (taken.length >= WISHES_AT_ONCE) return 0;
    return Math.min(LOOK_EVERY_MS, Math.ceil(nextInMs ?? LOOK_EVERY_MS));
  } catch (error) {
    hub.log.warn({ err: error }, 'could not move wishes into the job queue');
    return DATABASE_AWAY_MS;
  }
}

function jobOf({ owner, leasedUntil }: JobWish) {
  return { singletonKey: String(owner), data: { owner, leased_until: leasedUntil.toISOString() } };
}
