import { once } from 'node:events';
import { carryOutCommands } from '../engine/commands/carry-out.ts';
import type { Hub } from '../engine/hub.ts';
import { pullOrders } from '../engine/pull/pull-orders.ts';
import { type HeldLane, isLaneKind, type LaneKind, takeDueLanes } from '../store/lanes.ts';
import { holdLane } from './hold-lane.ts';
import { startJobQueue } from './job-queue.ts';

export interface WorkerSettings {
  /** Time from the end of a pull to the next one of the same account. */
  readonly pullEveryMs: number;
  /** Accounts worked on at once, per kind of work. */
  readonly width: number;
}

export interface Worker {
  /** Takes no new work, lets calls in flight end, gives its lanes back. */
  stop(): Promise<void>;
}

/** How often a worker looks for lanes that another process made due. */
const LOOK_EVERY_MS = 300;
/** A marketplace that refuses the account is asked again after this long. */
const TROUBLED_PULL_MS = 120_000;
const UNAVAILABLE_PULL_MS = 15_000;

/**
 * Starts the work of this process: the lanes of accounts, one at a time each, and the job queue. Other processes on
 * the same database share it.
 */
export async function startWorker(hub: Hub, settings: WorkerSettings): Promise<Worker> {
  const stopping = new AbortController();
  const queue = await startJobQueue(hub);
  const listening = await hub.db.listen(
    ['moa_lanes', 'moa_jobs'],
    (channel, text) => {
      if (channel === 'moa_jobs') queue.look();
      else if (isLaneKind(text)) hub.nudges.emit('nudge', text);
    },
    () => queue.look(),
  );
  const loops = [
    runLoop(hub, 'pull', settings.width, stopping.signal, (lane, signal) =>
      pull(hub, lane, settings, signal),
    ),
    runLoop(hub, 'commands', settings.width, stopping.signal, (lane, signal) =>
      carryOutCommands(hub, lane.owner, lane.account, signal),
    ),
  ];
  return {
    async stop() {
      stopping.abort(new Error('the worker is stopping'));
      await Promise.all([...loops, queue.stop(), listening.stop()]);
    },
  };
}

async function pull(hub: Hub, lane: HeldLane, settings: WorkerSettings, signal: AbortSignal): Promise<Date> {
  const trouble = await pullOrders(hub, lane.owner, lane.account, signal);
  return new Date(hub.clock().getTime() + pauseAfter(trouble?.kind, settings.pullEveryMs));
}

function pauseAfter(kind: string | undefined, usualMs: number): number {
  switch (kind) {
    case 'auth':
    case 'permission':
    case 'blocked':
    case 'quota':
    case 'rate_limited':
    case 'not_found':
      return Math.max(usualMs, TROUBLED_PULL_MS);
    case undefined:
      return usualMs;
    default:
      return Math.min(usualMs, UNAVAILABLE_PULL_MS);
  }
}

async function runLoop(
  hub: Hub,
  kind: LaneKind,
  width: number,
  stopping: AbortSignal,
  work: (lane: HeldLane, signal: AbortSignal) => Promise<Date | null>,
): Promise<void> {
  const running = new Set<Promise<void>>();
  while (!stopping.aborted) {
    const lanes = await lookForLanes(hub, kind, width - running.size);
    for (const lane of lanes) {
      const holding = holdLane(hub, lane, stopping, (signal) => work(lane, signal)).finally(() =>
        running.delete(holding),
      );
      running.add(holding);
    }
    if (lanes.length === 0 || running.size >= width) await somethingHappens(hub, running, width, stopping);
  }
  await Promise.all(running);
}

async function lookForLanes(hub: Hub, kind: LaneKind, free: number): Promise<readonly HeldLane[]> {
  if (free <= 0) return [];
  try {
    return await takeDueLanes(hub.db, kind, free);
  } catch (error) {
    hub.log.warn({ err: error }, 'could not look for work');
    return [];
  }
}

/** Resolves on a nudge, after a while, when stopping, or when a slot becomes free while all are taken. */
async function somethingHappens(
  hub: Hub,
  running: ReadonlySet<Promise<void>>,
  width: number,
  stopping: AbortSignal,
): Promise<void> {
  const signal = AbortSignal.any([stopping, AbortSignal.timeout(LOOK_EVERY_MS)]);
  const nudged = once(hub.nudges, 'nudge', { signal }).then(
    () => {},
    () => {},
  );
  await Promise.race(running.size >= width ? [nudged, ...running] : [nudged]);
}
