import { isOpen } from '../../domain/command.ts';
import type { OwnerId, PlanId } from '../../domain/ids.ts';
import { isOfferPlan } from '../../domain/plan.ts';
import { recordEvents } from '../../store/events.ts';
import { confirmAhead } from '../../store/plans/decide.ts';
import { findPlan, type PlanCounts } from '../../store/plans/read.ts';
import {
  endPlan,
  expirePlans,
  holdPlan,
  lookLater,
  makeReady,
  nextPlanAt,
  type PlanAtWork,
  plansAtWork,
} from '../../store/plans/work.ts';
import { asOwner, type OwnerScope } from '../../store/scope.ts';
import type { Hub } from '../hub.ts';
import { type Resting, workOnOffers } from './work-on-offers.ts';
import { workOnOrders } from './work-on-orders.ts';

/** One turn of the job; what is left is due again at once, so that a long plan keeps nobody's job alive for an hour. */
const TURN_MS = 40_000;

/**
 * Brings an owner's plans forward, a piece of each in turn: reads the present values of new ones, looks again at
 * confirmed ones and writes their commands down, ends those that are done or were never confirmed. Answers when one
 * wants another look, null for "when asked".
 */
export async function workPlans(hub: Hub, owner: OwnerId, signal: AbortSignal): Promise<Date | null> {
  const until = performance.now() + TURN_MS;
  const resting: Resting = new Map();
  while (!signal.aborted && performance.now() < until) {
    const due = await asOwner(hub.db, owner, async (scope) => {
      await expirePlans(scope);
      return plansAtWork(scope);
    });
    if (due.length === 0) break;
    for (const plan of due) {
      if (signal.aborted) break;
      await bringForward(hub, owner, plan, resting, signal);
    }
  }
  return asOwner(hub.db, owner, nextPlanAt);
}

async function bringForward(
  hub: Hub,
  owner: OwnerId,
  plan: PlanAtWork,
  resting: Resting,
  signal: AbortSignal,
): Promise<void> {
  const step = isOfferPlan(plan.kind)
    ? await workOnOffers(hub, owner, { ...plan, kind: plan.kind }, resting, signal)
    : await workOnOrders(hub, owner, plan);
  if (step.kind === 'worked') return;
  await asOwner(hub.db, owner, async (scope) => {
    if (!(await holdPlan(scope, plan.id, plan.state))) return;
    if (step.kind === 'later') await lookLater(scope, plan.id, step.waitMs, step.trouble);
    else if (plan.state === 'preparing') await finishPreparing(scope, plan);
    else await finishApplying(scope, plan);
  });
}

async function finishPreparing(scope: OwnerScope, plan: PlanAtWork): Promise<void> {
  const counts = await makeReady(scope, plan.id);
  await tell(scope, plan.id, 'ready', counts);
  await confirmAhead(scope, plan.id);
}

/** How long the commands of a plan take depends on the marketplace's limits, so a long plan is looked at seldom. */
const LOOK_PER_COMMAND_MS = 20;
const SHORTEST_LOOK_MS = 1_000;
const LONGEST_LOOK_MS = 30_000;

/** Everything has become a command or was left out: the plan ends with the last of its commands. */
async function finishApplying(scope: OwnerScope, plan: PlanAtWork): Promise<void> {
  const counts = (await findPlan(scope, plan.id))?.counts ?? {};
  const open = openCount(counts);
  if (open > 0) {
    const waitMs = Math.min(LONGEST_LOOK_MS, Math.max(SHORTEST_LOOK_MS, open * LOOK_PER_COMMAND_MS));
    await lookLater(scope, plan.id, waitMs);
    return;
  }
  const state = (counts.done ?? 0) + (counts.partial ?? 0) > 0 ? 'applied' : 'failed';
  await endPlan(scope, plan.id, state);
  await tell(scope, plan.id, state, counts);
}

function openCount(counts: PlanCounts): number {
  return (['pending', 'sending', 'unknown'] as const)
    .filter(isOpen)
    .reduce((sum, state) => sum + (counts[state] ?? 0), 0);
}

async function tell(scope: OwnerScope, plan: PlanId, state: string, counts: PlanCounts): Promise<void> {
  const type = state === 'ready' ? 'plan.ready' : 'plan.finished';
  await recordEvents(scope, [{ type, account: null, data: { plan_id: plan, state, counts } }]);
}
