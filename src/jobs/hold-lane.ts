import type { Hub } from '../engine/hub.ts';
import { type HeldLane, keepLane, LEASE_SECONDS, releaseLane } from '../store/lanes.ts';

const KEEP_EVERY_MS = (LEASE_SECONDS * 1000) / 3;

/**
 * Does one piece of an account's work while keeping its lane alive. When another process takes the lane over, as
 * after a long stall, the work is aborted. `work` answers when the lane is due again, null for "when woken".
 */
export async function holdLane(
  hub: Hub,
  lane: HeldLane,
  stopping: AbortSignal,
  work: (signal: AbortSignal) => Promise<Date | null>,
): Promise<void> {
  const lost = new AbortController();
  const keeping = setInterval(() => {
    keepLane(hub.db, lane).then(
      (kept) => {
        if (!kept) lost.abort(new Error('the lane was taken over'));
      },
      // The database is away; the lease runs out by itself if it stays away.
      (error: unknown) => hub.log.warn({ err: error, account: lane.account }, 'could not keep a lane'),
    );
  }, KEEP_EVERY_MS);
  const signal = AbortSignal.any([stopping, lost.signal]);
  let dueAt: Date | null = new Date(hub.clock().getTime() + RECOVERY_MS);
  try {
    dueAt = await work(signal);
  } catch (error) {
    if (!signal.aborted)
      hub.log.error({ err: error, account: lane.account, kind: lane.kind }, 'work on a lane broke');
  } finally {
    clearInterval(keeping);
    if (signal.aborted) dueAt = hub.clock();
    await releaseLane(hub.db, lane, dueAt).catch((error: unknown) =>
      hub.log.warn({ err: error, account: lane.account }, 'could not release a lane'),
    );
  }
}

/** After a bug in the hub itself: not at once again, not never. */
const RECOVERY_MS = 30_000;
