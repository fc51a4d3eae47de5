import { setTimeout as pause } from 'node:timers/promises';
import { fromPglite, type Job, PgBoss } from 'pg-boss';
import { z } from 'zod';
import { ownerId } from '../domain/ids.ts';
import type { Hub } from '../engine/hub.ts';
import type { QueueAccess } from '../store/database.ts';
import {
  type JobWish,
  OWNER_QUEUES,
  type OwnerQueue,
  settleWish,
  takeDueWishes,
} from '../store/job-wishes.ts';
import { type Chore, type Duties, HOUSE_DUTIES, type OwnerWork } from './queues.ts';

export interface JobQueue {
  /** Looks at once for wishes that are due, instead of at the next look. */
  look(): void;
  stop(): Promise<void>;
}

/** A dead process's job is found after a missed heartbeat and one round of supervision: within half a minute. */
const HEARTBEAT_SECONDS = 10;
const SUPERVISE_SECONDS = 8;
const LOOK_EVERY_MS = 1_000;
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
  for (const queue of OWNER_QUEUES) {
    const work = duties.owners[queue];
    if (work !== undefined) await serveOwners(boss, hub, queue, work, stopping.signal);
  }
  for (const chore of duties.chores) await serveChore(boss, hub, chore, stopping.signal);

  let wake = () => {};
  const moving = moveWishes(boss, hub, duties, stopping.signal, (resolve) => {
    wake = resolve;
  });
  return {
    look: () => wake(),
    async stop() {
      stopping.abort(new Error('the worker is stopping'));
      wake();
      await moving;
      await boss.stop({ graceful: true, timeout: STOP_WITHIN_MS, close: true });
    },
  };
}

function access(queue: QueueAccess) {
  return queue.kind === 'server'
    ? { connectionString: queue.url, max: 3 }
    : { db: fromPglite(queue.pglite), backend: 'pglite' as const };
}

async function serveOwners(
  boss: PgBoss,
  hub: Hub,
  queue: OwnerQueue,
  work: OwnerWork,
  stopping: AbortSignal,
): Promise<void> {
  // Exclusive: of each owner one job at the most waits or is at work.
  await prepareQueue(boss, queue, { policy: 'exclusive' });
  for (let hand = 0; hand < JOBS_AT_ONCE; hand++) {
    const worker: { id?: string } = {};
    worker.id = await boss.work(queue, async ([job]: Job[]) => {
      if (job === undefined) return;
      await workForOwner(hub, queue, work, job, stopping);
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
): Promise<void> {
  const { owner, leased_until } = wishData.parse(job.data);
  const signal = AbortSignal.any([stopping, job.signal]);
  const wish = { queue, owner: ownerId(owner), leasedUntil: leased_until };
  let next: Date | null = new Date(hub.clock().getTime() + RECOVERY_MS);
  try {
    next = await work(hub, wish.owner, signal);
    if (signal.aborted) next = hub.clock();
  } catch (error) {
    hub.log.error({ err: error, queue, owner }, 'a job broke');
  }
  await settleWish(hub.db, wish, next);
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
  onWait: (resolve: () => void) => void,
): Promise<void> {
  while (!stopping.aborted) {
    const moved = await moveDue(boss, hub, duties);
    if (moved < WISHES_AT_ONCE && !stopping.aborted) {
      const waking = new AbortController();
      onWait(() => waking.abort());
      await pause(LOOK_EVERY_MS, undefined, { signal: waking.signal }).catch(() => {});
    }
  }
}

async function moveDue(boss: PgBoss, hub: Hub, duties: Duties): Promise<number> {
  try {
    const wishes = await takeDueWishes(hub.db, WISHES_AT_ONCE);
    const byQueue = Map.groupBy(
      wishes.filter(({ queue }) => duties.owners[queue] !== undefined),
      ({ queue }) => queue,
    );
    for (const [queue, due] of byQueue) await boss.insert(queue, due.map(jobOf));
    return wishes.length;
  } catch (error) {
    hub.log.warn({ err: error }, 'could not move wishes into the job queue');
    return 0;
  }
}

function jobOf({ owner, leasedUntil }: JobWish) {
  return { singletonKey: String(owner), data: { owner, leased_until: leasedUntil.toISOString() } };
}
