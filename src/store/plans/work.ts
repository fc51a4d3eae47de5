import { sql } from 'kysely';
import type { AccountId, CommandId, PlanId } from '../../domain/ids.ts';
import { planId } from '../../domain/ids.ts';
import type { PlanItemState, PlanKind, PlanState } from '../../domain/plan.ts';
import type { OwnerScope } from '../scope.ts';
import { sqlJson } from '../sql-json.ts';
import { countItems, ITEM_COLUMNS, type ItemRow, itemOf, type PlanCounts, type PlanItem } from './read.ts';

/** A plan that the hub has work with. */
export interface PlanAtWork {
  readonly id: PlanId;
  readonly kind: PlanKind;
  readonly state: 'preparing' | 'confirmed';
  readonly includeStale: boolean;
  readonly actor: string;
  readonly total: number;
  readonly createdAt: Date;
  readonly confirmedAt: Date | null;
}

/** Plans that are due for another look, oldest first. */
export async function plansAtWork(scope: OwnerScope): Promise<readonly PlanAtWork[]> {
  const { rows } = await sql<{
    id: number;
    kind: PlanKind;
    state: 'preparing' | 'confirmed';
    include_stale: boolean;
    actor: string;
    total: number;
    created_at: Date;
    confirmed_at: Date | null;
  }>`
    select id, kind, state, include_stale, coalesce(confirmed_by, actor) as actor, total, created_at, confirmed_at
    from plans where owner_id = ${scope.owner} and state in ('preparing', 'confirmed') and next_look_at <= now()
    order by id`.execute(scope.trx);
  return rows.map((row) => ({
    id: planId(row.id),
    kind: row.kind,
    state: row.state,
    includeStale: row.include_stale,
    actor: row.actor,
    total: row.total,
    createdAt: row.created_at,
    confirmedAt: row.confirmed_at,
  }));
}

/** When the next plan wants a look or runs out, or null when none will. */
export async function nextPlanAt(scope: OwnerScope): Promise<Date | null> {
  const { rows } = await sql<{ at: Date | null }>`
    select least(
      (select min(next_look_at) from plans where owner_id = ${scope.owner} and state in ('preparing', 'confirmed')),
      (select min(expires_at) from plans where owner_id = ${scope.owner} and state in ('preparing', 'ready'))
    ) as at`.execute(scope.trx);
  return rows[0]?.at ?? null;
}

/** Ends the plans whose time has passed unconfirmed. */
export async function expirePlans(scope: OwnerScope): Promise<void> {
  await sql`
    update plans set state = 'expired', finished_at = now()
    where owner_id = ${scope.owner} and state in ('preparing', 'ready') and expires_at <= now()`.execute(
    scope.trx,
  );
}

/** The next items of a plan in a state, leaving out accounts that cannot be asked now. */
export async function nextItems(
  scope: OwnerScope,
  plan: PlanId,
  state: 'waiting' | 'planned',
  limit: number,
  without: readonly AccountId[],
): Promise<readonly PlanItem[]> {
  const { rows } = await sql<ItemRow>`
    select ${ITEM_COLUMNS} from plan_items i
    where i.owner_id = ${scope.owner} and i.plan_id = ${plan} and i.state = ${sql.lit(state)}
      ${without.length === 0 ? sql`` : sql`and i.account_id <> all(${[...without]}::bigint[])`}
    order by i.position limit ${limit}`.execute(scope.trx);
  return rows.map(itemOf);
}

/** What a look at an item has come to. `after` and `before` stay as they were where they are left out. */
export interface ItemVerdict {
  readonly position: number;
  readonly state: PlanItemState;
  readonly before?: PlanItem['before'];
  readonly after?: PlanItem['after'];
  readonly flags?: PlanItem['flags'];
  readonly declined?: unknown;
  readonly command?: CommandId;
}

/**
 * Takes hold of a plan for the rest of the transaction, if it is still in the state the work was begun in: whoever
 * cancels it meanwhile waits or has been first.
 */
export async function holdPlan(scope: OwnerScope, plan: PlanId, state: PlanState): Promise<boolean> {
  const { rows } = await sql`
    select from plans where owner_id = ${scope.owner} and id = ${plan} and state = ${state} for update`.execute(
    scope.trx,
  );
  return rows.length === 1;
}

/** Writes what looks at items have come to, on those still in the state that was looked at. */
export async function writeVerdicts(
  scope: OwnerScope,
  plan: PlanId,
  from: 'waiting' | 'planned',
  verdicts: readonly ItemVerdict[],
): Promise<void> {
  if (verdicts.length === 0) return;
  await sql`
    update plan_items i set state = x.state, before = coalesce(x.before, i.before), after = coalesce(x.after, i.after),
      flags = coalesce(x.flags, i.flags), declined = x.declined, command_id = x.command
    from json_to_recordset(${sqlJson(verdicts)}::json) as x(position integer, state text, before jsonb, after jsonb,
      flags text[], declined jsonb, command bigint)
    where i.owner_id = ${scope.owner} and i.plan_id = ${plan} and i.position = x.position and i.state = ${from}`.execute(
    scope.trx,
  );
}

/** Puts off the next look at a plan, with the trouble that is to blame where there is one. */
export async function lookLater(
  scope: OwnerScope,
  plan: PlanId,
  waitMs: number,
  trouble: unknown = null,
): Promise<void> {
  const { counts } = await countItems(scope, plan);
  await sql`
    update plans set next_look_at = now() + make_interval(secs => ${waitMs / 1000}::float8),
      trouble = ${sqlJson(trouble)}::jsonb, counts = ${sqlJson(counts)}::jsonb
    where owner_id = ${scope.owner} and id = ${plan}`.execute(scope.trx);
}

/** Every value has been read: from here on it can be confirmed. */
export async function makeReady(scope: OwnerScope, plan: PlanId): Promise<PlanCounts> {
  const { counts, flagged } = await countItems(scope, plan);
  await sql`
    update plans set state = 'ready', version = version + 1, ready_at = now(), trouble = null,
      counts = ${sqlJson(counts)}::jsonb, flagged = ${flagged}
    where owner_id = ${scope.owner} and id = ${plan} and state = 'preparing'`.execute(scope.trx);
  return counts;
}

/** Nothing more will come of it. */
export async function endPlan(scope: OwnerScope, plan: PlanId, state: 'applied' | 'failed'): Promise<void> {
  const { counts } = await countItems(scope, plan);
  await sql`
    update plans set state = ${state}, finished_at = now(), trouble = null, counts = ${sqlJson(counts)}::jsonb
    where owner_id = ${scope.owner} and id = ${plan} and state = 'confirmed'`.execute(scope.trx);
}
