import { carryOutCommands } from '../engine/commands/carry-out.ts';
import type { Hub } from '../engine/hub.ts';
import { rereadTurn } from '../engine/reread/reread-turn.ts';
import { LANE_KINDS, type LaneKind, lookForLanes, type TakenLane } from '../store/lanes.ts';
import { createAlarm } from './alarm.ts';
import { catalogTurn } from './catalog-turn.ts';
import { holdLane, type LaneWork, type Leave } from './hold-lane.ts';
import { startJobQueue } from './job-queue.ts';
import { type PullPace, pullTurn } from './pull-turn.ts';

export interface WorkerSettings extends PullPace {
  /** Accounts worked on at once, per kind of work. */
  readonly width: number;
  /** How long calls in flight may take to end when the worker stops. */
  readonly drainMs?: number;
}

export interface Worker {
  /** Takes no new work, lets calls in flight end for a while, gives its lanes back. */
  stop(): Promise<void>;
}

/**
 * Notices and the next due time wake a worker; this is for notices that were lost and for holders that died, whose
 * lanes are free after 20 seconds and are then taken within these.
 */
const LOOK_EVERY_MS = 5_000;
/** Lanes that become due closer together than this are taken together. */
const GATHER_MS = 25;
const DATABASE_AWAY_MS = 500;
const DRAIN_MS = 20_000;

/**
 * Starts the work of this process: the lanes of accounts, one at a time each, and the job queue. Other processes on
 * the same database share it.
 */
export async function startWorker(hub: Hub, settings: WorkerSettings): Promise<Worker> {
  const soon = new AbortController();
  const now = new AbortController();
  const leave: Leave = { soon: soon.signal, now: now.signal };
  const works: Works = {
    pull: (lane, left) => pullTurn(hub, lane, settings, left),
    commands: async (lane, left) => ({
      dueAt: await carryOutCommands(hub, lane, left),
    }),
    reread: async (lane, left) => ({
      dueAt: await rereadTurn(hub, lane, { signal: left.soon, hard: left.now, fence: lane }),
    }),
    catalog: (lane, left) => catalogTurn(hub, lane, left),
  };
  const queue = await startJobQueue(hub);
  const alarm = createAlarm();
  const nudge = () => alarm.ring();
  hub.nudges.on('nudge', nudge);
  const unfollow = hub.notices.follow({
    onNotice(channel) {
      if (channel === 'moa_jobs') queue.look();
      if (channel === 'moa_lanes') alarm.ring();
    },
    onGap() {
      queue.look();
      alarm.ring();
    },
  });
  const working = workOnLanes(hub, works, settings.width, alarm, leave);
  return {
    async stop() {
      soon.abort(new Error('the worker is stopping'));
      alarm.ring();
      hub.nudges.off('nudge', nudge);
      unfollow();
      const late = setTimeout(
        () => now.abort(new Error('the worker could not wait any longer')),
        settings.drainMs ?? DRAIN_MS,
      );
      await Promise.all([working, queue.stop()]);
      clearTimeout(late);
    },
  };
}

type Works = Readonly<Record<LaneKind, LaneWork>>;

/** Takes lanes as long as there is room, and waits for what is held when it is to leave. */
async function workOnLanes(
  hub: Hub,
  works: Works,
  width: number,
  alarm: ReturnType<typeof createAlarm>,
  leave: Leave,
): Promise<void> {
  const held: Readonly<Record<LaneKind, Set<Promise<void>>>> = {
    pull: new Set(),
    commands: new Set(),
    reread: new Set(),
    catalog: new Set(),
  };
  let away = false;

  const look = async (): Promise<number> => {
    const room = LANE_KINDS.map((kind) => ({ kind, free: width - held[kind].size })).filter(
      ({ free }) => free > 0,
    );
    if (room.length === 0) return LOOK_EVERY_MS;
    try {
      const { taken, nextInMs } = await lookForLanes(hub.db, room);
      away = false;
      for (const lane of taken) hold(lane);
      return Math.min(LOOK_EVERY_MS, Math.max(GATHER_MS, nextInMs ?? LOOK_EVERY_MS));
    } catch (error) {
      if (!away) hub.log.warn({ err: error }, 'could not look for work');
      away = true;
      return DATABASE_AWAY_MS;
    }
  };

  const hold = (lane: TakenLane): void => {
    const lanes = held[lane.kind];
    const holding = holdLane(hub, lane, leave, works[lane.kind]).then((dueAt) => {
      const wasFull = lanes.size >= width;
      lanes.delete(holding);
      const dueInMs = dueAt === null ? LOOK_EVERY_MS : dueAt.getTime() - hub.clock().getTime();
      if (wasFull) alarm.ring();
      else if (dueInMs < LOOK_EVERY_MS) alarm.ring(Math.max(GATHER_MS, dueInMs));
    });
    lanes.add(holding);
  };

  while (!leave.soon.aborted) await alarm.wait(await look());
  await Promise.all(LANE_KINDS.flatMap((kind) => [...held[kind]]));
}
