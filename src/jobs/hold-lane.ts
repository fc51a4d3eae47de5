import { setTimeout as pause } from 'node:timers/promises';
import type { Hub } from '../engine/hub.ts';
import { isDatabaseAway } from '../store/database-away.ts';
import { keepLane, LEASE_SECONDS, type Release, releaseLane, type TakenLane } from '../store/lanes.ts';

const LEASE_MS = LEASE_SECONDS * 1000;
const KEEP_EVERY_MS = LEASE_MS / 3;
const GIVE_BACK_EVERY_MS = 500;
/** After a bug in the hub itself: not at once again, not never. */
const RECOVERY_MS = 30_000;
/** The database was away. It is tried again soon; whoever looks for lanes waits until it is back. */
const AWAY_MS = 1_000;

/** When to leave off work. */
export interface Leave {
  /** Aborts when no further call or transaction is to begin. */
  readonly soon: AbortSignal;
  /** Aborts when calls in flight are to be let go of as well. */
  readonly now: AbortSignal;
}

/** Work on a lane: answers when the lane is due again. Left off, it answers what is left to be done at once. */
export type LaneWork = (lane: TakenLane, leave: Leave) => Promise<Release>;

/**
 * Does one piece of an account's work while keeping its lane alive. When the lane is lost, as after a long stall or
 * when the database could not be told for the length of a lease, the work is aborted. Answers when the lane is due.
 */
export async function holdLane(
  hub: Hub,
  lane: TakenLane,
  leave: Leave,
  work: LaneWork,
): Promise<Date | null> {
  const lost = new AbortController();
  let keptAt = performance.now();
  const keeping = setInterval(() => {
    const askedAt = performance.now();
    keepLane(hub.db, lane).then(
      (kept) => {
        if (kept) keptAt = askedAt;
        else lost.abort(new Error('the lane was taken over'));
      },
      (error: unknown) => {
        hub.log.warn({ err: error, account: lane.account }, 'could not keep a lane');
        if (performance.now() - keptAt > LEASE_MS) lost.abort(new Error('the lane could not be kept'));
      },
    );
  }, KEEP_EVERY_MS);
  let release: Release = { dueAt: new Date(hub.clock().getTime() + RECOVERY_MS) };
  try {
    release = await work(lane, {
      soon: AbortSignal.any([leave.soon, leave.now, lost.signal]),
      now: AbortSignal.any([leave.now, lost.signal]),
    });
  } catch (error) {
    if (leave.soon.aborted || leave.now.aborted || lost.signal.aborted) release = { dueAt: hub.clock() };
    else if (isDatabaseAway(error)) {
      hub.log.warn({ err: error, account: lane.account, kind: lane.kind }, 'the database was away');
      release = { dueAt: new Date(hub.clock().getTime() + AWAY_MS) };
    } else hub.log.error({ err: error, account: lane.account, kind: lane.kind }, 'work on a lane broke');
  } finally {
    clearInterval(keeping);
  }
  return giveBack(hub, lane, release, leave);
}

/** Gives the lane back as soon as the database takes it, or lets its lease run out. */
async function giveBack(hub: Hub, lane: TakenLane, release: Release, leave: Leave): Promise<Date | null> {
  const until = performance.now() + LEASE_MS;
  for (;;) {
    try {
      return await releaseLane(hub.db, lane, release);
    } catch (error) {
      if (!isDatabaseAway(error) || leave.now.aborted || performance.now() > until) {
        hub.log.warn({ err: error, account: lane.account }, 'could not give a lane back');
        return null;
      }
      await pause(GIVE_BACK_EVERY_MS, undefined, { signal: leave.now }).catch(() => {});
    }
  }
}
