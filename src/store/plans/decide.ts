import { sql } from 'kysely';
import type { PlanId } from '../../domain/ids.ts';
import { askForJob } from '../job-wishes.ts';
import type { OwnerScope } from '../scope.ts';

/** Confirms a plan as it was shown. False when it is not ready any more, or shows something else by now. */
export async function confirmPlan(
  scope: OwnerScope,
  plan: PlanId,
  by: { readonly version: number; readonly includeStale: boolean; readonly actor: string },
): Promise<boolean> {
  const { rows } = await sql`
    update plans set state = 'confirmed', version = version + 1, confirmed_at = now(), next_look_at = now(),
      confirmed_by = ${by.actor}, include_stale = ${by.includeStale}
    where owner_id = ${scope.owner} and id = ${plan} and state = 'ready' and version = ${by.version}
      and expires_at > now() returning id`.execute(scope.trx);
  if (rows.length === 0) return false;
  askForJob(scope, 'plans', null);
  return true;
}

/** Confirms a plan that has just become ready, where somebody has confirmed it ahead. */
export async function confirmAhead(scope: OwnerScope, plan: PlanId): Promise<void> {
  const { rows } = await sql`
    update plans set state = 'confirmed', version = version + 1, confirmed_at = now(), next_look_at = now(),
      confirmed_by = confirm_as
    where owner_id = ${scope.owner} and id = ${plan} and state = 'ready' and confirm_as is not null
    returning id`.execute(scope.trx);
  if (rows.length > 0) askForJob(scope, 'plans', null);
}

/**
 * Ends a plan before anything more is made of it. What has not become a command never will. False when it is over
 * already.
 */
export async function cancelPlan(scope: OwnerScope, plan: PlanId): Promise<boolean> {
  const { rows } = await sql`
    update plans set state = 'canceled', version = version + 1, finished_at = now()
    where owner_id = ${scope.owner} and id = ${plan} and state in ('preparing', 'ready', 'confirmed')
    returning id`.execute(scope.trx);
  if (rows.length === 0) return false;
  await sql`
    update plan_items set state = 'canceled'
    where owner_id = ${scope.owner} and plan_id = ${plan} and state in ('waiting', 'planned')`.execute(
    scope.trx,
  );
  return true;
}
