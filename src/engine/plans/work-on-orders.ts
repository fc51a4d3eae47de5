import type { OwnerId } from '../../domain/ids.ts';
import {
  holdPlan,
  type ItemVerdict,
  nextItems,
  type PlanAtWork,
  writeVerdicts,
} from '../../store/plans/work.ts';
import { asOwner, type OwnerScope } from '../../store/scope.ts';
import { wishFor } from '../commands/wish.ts';
import type { Hub } from '../hub.ts';
import { declinedOrder, type JudgedOrder, judgeOrders, leaveOrder, prepareOrder } from './judge-orders.ts';
import type { Step } from './work-on-offers.ts';

/** Orders worked out in one transaction. */
const AT_ONCE = 500;

/** Works out a piece of a plan about orders from what the hub knows of them, and writes down what is to be done. */
export async function workOnOrders(hub: Hub, owner: OwnerId, plan: PlanAtWork): Promise<Step> {
  const from = plan.state === 'preparing' ? 'waiting' : 'planned';
  const worked = await asOwner(hub.db, owner, async (scope) => {
    if (!(await holdPlan(scope, plan.id, plan.state))) return true;
    const items = await nextItems(scope, plan.id, from, AT_ONCE, []);
    if (items.length === 0) return false;
    const judged = await judgeOrders(scope, items);
    const verdicts =
      plan.state === 'preparing' ? judged.map(prepareOrder) : await orderThem(scope, plan, judged);
    await writeVerdicts(scope, plan.id, from, verdicts);
    return true;
  });
  if (worked && plan.state === 'confirmed') hub.nudges.emit('nudge', 'commands');
  return { kind: worked ? 'worked' : 'through' };
}

async function orderThem(
  scope: OwnerScope,
  plan: PlanAtWork,
  judged: readonly JudgedOrder[],
): Promise<readonly ItemVerdict[]> {
  const left = new Map(
    judged.flatMap((order) => {
      const verdict = leaveOrder(order, plan.includeStale);
      return verdict === null ? [] : [[order.position, verdict] as const];
    }),
  );
  const going = judged.filter(({ position }) => !left.has(position));
  const answers = await wishFor(
    scope,
    going.map(({ wish }) => wish),
    { actor: plan.actor, cause: `plan ${plan.id}`, lane: 'bulk', plan: plan.id },
  );
  const ordered = going.map((order, at): ItemVerdict => {
    const answer = answers[at];
    // The order has changed within the blink of an eye.
    if (answer?.kind === 'declined') return declinedOrder(order.position, answer.because);
    // The last command is the one asked for; what comes before it only makes way.
    const command = answer?.commands.at(-1);
    if (command === undefined) throw new Error(`item ${order.position} got no command`);
    return {
      position: order.position,
      state: 'ordered',
      before: order.lines,
      after: order.steps,
      command,
    };
  });
  return [...left.values(), ...ordered];
}
