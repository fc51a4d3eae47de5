import { nextRunAt, phaseOf, schedulesFor, type Timing } from '../domain/schedule.ts';
import type { Hub } from '../engine/hub.ts';
import { pullOrders, type Turns } from '../engine/pull/pull-orders.ts';
import type { TroubleReport } from '../engine/trouble-report.ts';
import { findAccount } from '../store/accounts.ts';
import type { Release, TakenLane } from '../store/lanes.ts';
import { readTurnFacts } from '../store/schedules.ts';
import { asOwner } from '../store/scope.ts';
import type { Leave } from './hold-lane.ts';

/** A marketplace that refuses the account is asked again after this long. */
const TROUBLED_PULL_MS = 120_000;
const UNAVAILABLE_PULL_MS = 15_000;

/** How often accounts are read. */
export interface PullPace {
  /** Time from the end of a pull to the next one of an account that no schedule speaks of. */
  readonly pullEveryMs: number;
  /** How long a range is read before what changed is looked at again; half a minute unless told. */
  readonly rangeSliceMs?: number;
}

/** When an account has its turns: by its schedules, or a while after each turn where none speaks of it. */
export type TurnPlan =
  | { readonly timings: readonly Timing[]; readonly timeZone: string; readonly phase: number }
  | { readonly pauseMs: number };

/**
 * Gives an account its turn on the pull lane: what somebody asked for is read at any time, the rest when its turn by
 * the clock has come. Answers when the lane is due again.
 */
export async function pullTurn(
  hub: Hub,
  lane: TakenLane,
  { pullEveryMs: pauseMs, rangeSliceMs }: PullPace,
  leave: Leave,
): Promise<Release> {
  const plan = await readPlan(hub, lane, pauseMs);
  if (plan === undefined) return { dueAt: null };
  const turns = clockTurns(plan, lane.turnAt, hub.clock, async () => {
    return (await readPlan(hub, lane, pauseMs)) ?? 'off';
  });
  const trouble = await pullOrders(hub, lane.owner, lane.account, {
    turns,
    rangeSliceMs,
    signal: leave.soon,
    hard: leave.now,
    fence: { account: lane.account, owner: lane.owner, kind: lane.kind, holder: lane.holder },
  });
  const release = turns.release(trouble);
  return leave.soon.aborted ? { ...release, dueAt: hub.clock() } : release;
}

/** The turns of an account while its lane is held, and when the lane is due after them. */
export interface ClockTurns extends Turns {
  took(turn: Pick<Turn, 'byClock' | 'trouble'>): void;
  /** Tells when the lane is due; `trouble` is how the last run on it ended. */
  release(trouble: Pick<TroubleReport, 'kind'> | null): Release;
}

/**
 * Follows an account's turns while its lane is held. The plan is read again before each turn but the first: it may have
 * changed while a long range was read.
 */
export function clockTurns(
  first: TurnPlan | 'off',
  lastTurn: Date | null,
  clock: () => Date,
  readAgain: () => Promise<TurnPlan | 'off'>,
): ClockTurns {
  let plan = first;
  let asked = false;
  let turnAt = lastTurn;
  let notBefore: Date | null = null;
  return {
    async isDue() {
      if (asked) plan = await readAgain();
      asked = true;
      if (plan === 'off') return false;
      const now = clock();
      const dueAt = dueOf(plan, turnAt, now);
      return dueAt !== null && dueAt <= now && (notBefore === null || notBefore <= now);
    },
    took({ byClock, trouble }) {
      if (plan === 'off') return;
      const release = afterTurn(plan, { lastTurn: turnAt, byClock, trouble }, clock());
      turnAt = release.turnAt ?? turnAt;
      notBefore = trouble === null ? null : release.dueAt;
    },
    release(trouble) {
      const taken = turnAt === null ? {} : { turnAt };
      if (plan === 'off') return { ...taken, dueAt: null };
      const now = clock();
      if (trouble !== null)
        return { ...taken, ...afterTurn(plan, { lastTurn: turnAt, byClock: false, trouble }, now) };
      const from = notBefore !== null && notBefore > now ? notBefore : now;
      return { ...taken, dueAt: dueOf(plan, turnAt, from) };
    },
  };
}

/** Undefined for an account that is gone, `off` for one that is switched off. */
async function readPlan(
  hub: Hub,
  { owner, account }: TakenLane,
  pauseMs: number,
): Promise<TurnPlan | 'off' | undefined> {
  return asOwner(hub.db, owner, async (scope) => {
    const shop = await findAccount(scope, account);
    if (shop === undefined) return undefined;
    if (!shop.enabled) return 'off';
    const { timeZone, schedules } = await readTurnFacts(scope);
    const speaking = schedulesFor(schedules, 'orders', shop);
    if (speaking === null) return { pauseMs };
    const timings = speaking.filter(({ pausedAt }) => pausedAt === null);
    return { timings, timeZone, phase: phaseOf(account) };
  });
}

function dueOf(plan: TurnPlan, lastTurn: Date | null, now: Date): Date | null {
  if ('timings' in plan) return nextRunAt({ ...plan, lastTurn }, now);
  if (lastTurn === null) return now;
  return new Date(Math.max(now.getTime(), Math.min(lastTurn.getTime(), now.getTime()) + plan.pauseMs));
}

/** How a turn went. */
export interface Turn {
  readonly lastTurn: Date | null;
  /** Whether it was the account's turn by the clock, and not only somebody's wish. */
  readonly byClock: boolean;
  readonly trouble: Pick<TroubleReport, 'kind'> | null;
}

/**
 * When an account is due after a turn. A marketplace that was away is asked again soon and the turn is not used up; one
 * that refuses the account is left alone for a while.
 */
export function afterTurn(plan: TurnPlan, { lastTurn, byClock, trouble }: Turn, now: Date): Release {
  if (trouble === null) {
    return byClock ? { dueAt: dueOf(plan, now, now), turnAt: now } : { dueAt: dueOf(plan, lastTurn, now) };
  }
  if (!mayAskSoon(trouble.kind)) {
    const later = new Date(now.getTime() + TROUBLED_PULL_MS);
    return { dueAt: dueOf(plan, now, later), turnAt: now };
  }
  const againMs = 'pauseMs' in plan ? Math.min(plan.pauseMs, UNAVAILABLE_PULL_MS) : UNAVAILABLE_PULL_MS;
  return { dueAt: dueOf(plan, lastTurn, new Date(now.getTime() + againMs)) };
}

/** Whether a trouble may pass by itself: with the others asking again soon would only make it worse. */
export function mayAskSoon(kind: TroubleReport['kind']): boolean {
  return !['auth', 'permission', 'blocked', 'quota', 'rate_limited', 'not_found'].includes(kind);
}
