import { nextRunAt, phaseOf, schedulesFor, type Timing } from '../domain/schedule.ts';
import type { Hub } from '../engine/hub.ts';
import { pullOrders } from '../engine/pull/pull-orders.ts';
import type { TroubleReport } from '../engine/trouble-report.ts';
import { findAccount } from '../store/accounts.ts';
import type { Release, TakenLane } from '../store/lanes.ts';
import { readTurnFacts } from '../store/schedules.ts';
import { asOwner } from '../store/scope.ts';
import type { Leave } from './hold-lane.ts';

/** A marketplace that refuses the account is asked again after this long. */
const TROUBLED_PULL_MS = 120_000;
const UNAVAILABLE_PULL_MS = 15_000;

/** When an account has its turns: by its schedules, or a while after each turn where none speaks of it. */
export type TurnPlan =
  | { readonly timings: readonly Timing[]; readonly timeZone: string; readonly phase: number }
  | { readonly pauseMs: number };

/**
 * Gives an account its turn on the pull lane: what somebody asked for is read at any time, the rest when its turn by
 * the clock has come. Answers when the lane is due again.
 */
export async function pullTurn(hub: Hub, lane: TakenLane, pauseMs: number, leave: Leave): Promise<Release> {
  const plan = await readPlan(hub, lane, pauseMs);
  if (plan === undefined) return { dueAt: null };
  const dueAt = plan === 'off' ? null : dueOf(plan, lane.turnAt, hub.clock());
  const byClock = dueAt !== null && dueAt <= hub.clock();
  const trouble = await pullOrders(hub, lane.owner, lane.account, {
    byClock,
    signal: leave.soon,
    hard: leave.now,
    fence: { account: lane.account, owner: lane.owner, kind: lane.kind, holder: lane.holder },
  });
  if (leave.soon.aborted) return { dueAt: hub.clock() };
  return plan === 'off'
    ? { dueAt: null }
    : afterTurn(plan, { lastTurn: lane.turnAt, byClock, trouble }, hub.clock());
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
  if (isRefused(trouble.kind)) {
    const later = new Date(now.getTime() + TROUBLED_PULL_MS);
    return { dueAt: dueOf(plan, now, later), turnAt: now };
  }
  const againMs = 'pauseMs' in plan ? Math.min(plan.pauseMs, UNAVAILABLE_PULL_MS) : UNAVAILABLE_PULL_MS;
  return { dueAt: dueOf(plan, lastTurn, new Date(now.getTime() + againMs)) };
}

/** Troubles that asking again soon would only make worse. */
function isRefused(kind: TroubleReport['kind']): boolean {
  return ['auth', 'permission', 'blocked', 'quota', 'rate_limited', 'not_found'].includes(kind);
}
