import { sql } from 'kysely';
import { type AccountId, type OrderId, type OrderLineId, type PlanId, planId } from '../../domain/ids.ts';
import type { PlanKind, PlanWanted } from '../../domain/plan.ts';
import { askForJob } from '../job-wishes.ts';
import type { OwnerScope } from '../scope.ts';
import { sqlJson } from '../sql-json.ts';

/** Something on sale, as its marketplace names it, or an order. */
export type PlanTarget =
  | { readonly kind: 'offer'; readonly account: AccountId; readonly nativeItemId: string }
  | { readonly kind: 'order'; readonly order: OrderId; readonly lines: readonly OrderLineId[] | null };

export interface NewPlanItem {
  readonly target: PlanTarget;
  readonly wanted: PlanWanted;
}

export interface NewPlan {
  readonly kind: PlanKind;
  readonly actor: string;
  /** The plan whose effect this one takes back. */
  readonly undoes: PlanId | null;
  /** Whether it is carried out as soon as it is ready, without anybody looking at it first. */
  readonly confirmed?: boolean;
  readonly items: readonly NewPlanItem[];
}

/** A plan that nobody confirms is forgotten after this long: what it shows is no longer true. */
const UNCONFIRMED_HOURS = 24;

/** Writes a plan down and asks for its present values to be read. Answers the open one when it undoes the same plan. */
export async function storePlan(scope: OwnerScope, plan: NewPlan): Promise<PlanId> {
  const { rows } = await sql<{ id: number }>`
    insert into plans (owner_id, kind, state, undoes, total, actor, confirm_as, expires_at)
    values (${scope.owner}, ${plan.kind}, 'preparing', ${plan.undoes}, ${plan.items.length}, ${plan.actor},
      ${plan.confirmed === true ? plan.actor : null}, now() + make_interval(hours => ${UNCONFIRMED_HOURS}))
    on conflict (undoes) where undoes is not null and state in ('preparing', 'ready', 'confirmed') do nothing
    returning id`.execute(scope.trx);
  const [row] = rows;
  if (row === undefined) return openUndoOf(scope, plan.undoes);
  await sql`
    insert into plan_items (plan_id, position, owner_id, account_id, native_item_id, order_id, line_ids, wanted, state)
    select ${row.id}, position, ${scope.owner}, account_id, native_item_id, order_id, line_ids, wanted, 'waiting'
    from json_to_recordset(${sqlJson(plan.items.map(itemRow))}::json) as x(position integer, account_id bigint,
      native_item_id text, order_id bigint, line_ids bigint[], wanted jsonb)`.execute(scope.trx);
  askForJob(scope, 'plans', null);
  return planId(row.id);
}

function itemRow({ target, wanted }: NewPlanItem, at: number) {
  const place = { position: at + 1, wanted };
  return target.kind === 'offer'
    ? { ...place, account_id: target.account, native_item_id: target.nativeItemId }
    : { ...place, order_id: target.order, line_ids: target.lines };
}

async function openUndoOf(scope: OwnerScope, undoes: PlanId | null): Promise<PlanId> {
  const { rows } = await sql<{ id: number }>`
    select id from plans where owner_id = ${scope.owner} and undoes = ${undoes}
      and state in ('preparing', 'ready', 'confirmed')`.execute(scope.trx);
  const [row] = rows;
  if (row === undefined) throw new Error(`the plan that undoes ${undoes} is gone`);
  return planId(row.id);
}
