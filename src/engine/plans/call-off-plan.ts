import type { PlanId } from '../../domain/ids.ts';
import { cancelCommands } from '../../store/commands/reopen.ts';
import { cancelPlan } from '../../store/plans/decide.ts';
import type { OwnerScope } from '../../store/scope.ts';

/** Above the most a plan can hold, with the acknowledgements that make way for shipments. */
const EVERY_COMMAND = 25_000;

/**
 * Ends a plan and calls off those of its commands that have not left. Answers how many there were; null when the
 * plan was over already.
 */
export async function callOffPlan(
  scope: OwnerScope,
  plan: PlanId,
): Promise<{ readonly commands: number } | null> {
  if (!(await cancelPlan(scope, plan))) return null;
  const called = await cancelCommands(scope, { plan }, EVERY_COMMAND);
  return { commands: called.length };
}
