import { sql } from 'kysely';
import type { CommandState } from '../../domain/command.ts';
import {
  type AccountId,
  accountId,
  type CommandId,
  commandId,
  type OrderId,
  type OrderLineId,
  orderId,
  orderLineId,
  type PlanId,
  planId,
} from '../../domain/ids.ts';
import type {
  LineFacts,
  OfferAfter,
  OfferFacts,
  OrderStep,
  PlanFlag,
  PlanItemState,
  PlanKind,
  PlanState,
  PlanWanted,
} from '../../domain/plan.ts';
import type { OwnerScope } from '../scope.ts';
import type { PlanTarget } from './new-plan.ts';

/** What a thing in a plan has come to: its own state or, once it is a command, that of the command. */
export type PlanOutcome = Exclude<PlanItemState, 'ordered'> | Exclude<CommandState, 'canceled'>;
export type PlanCounts = Readonly<Partial<Record<PlanOutcome, number>>>;

export interface Plan {
  readonly id: PlanId;
  readonly kind: PlanKind;
  readonly state: PlanState;
  readonly version: number;
  readonly undoes: PlanId | null;
  readonly includeStale: boolean;
  readonly total: number;
  readonly counts: PlanCounts;
  /** How many items a person should look at twice. */
  readonly flagged: number;
  readonly actor: string;
  readonly confirmedBy: string | null;
  readonly trouble: unknown;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly readyAt: Date | null;
  readonly confirmedAt: Date | null;
  readonly finishedAt: Date | null;
}

interface PlanRow {
  id: number;
  kind: PlanKind;
  state: PlanState;
  version: number;
  undoes: number | null;
  include_stale: boolean;
  total: number;
  counts: PlanCounts;
  flagged: number;
  actor: string;
  confirmed_by: string | null;
  trouble: unknown;
  created_at: Date;
  expires_at: Date;
  ready_at: Date | null;
  confirmed_at: Date | null;
  finished_at: Date | null;
}

// Between the end of its time and the next look of the job, an unconfirmed plan is past it all the same.
const STATE = sql`case when state in ('preparing', 'ready') and expires_at <= now() then 'expired' else state end`;

const COLUMNS = sql`id, kind, ${STATE} as state,
  version, undoes, include_stale, total, counts, flagged, actor, confirmed_by, trouble, created_at, expires_at,
  ready_at, confirmed_at, finished_at`;

function planOf(row: PlanRow): Plan {
  return {
    id: planId(row.id),
    kind: row.kind,
    state: row.state,
    version: row.version,
    undoes: row.undoes === null ? null : planId(row.undoes),
    includeStale: row.include_stale,
    total: row.total,
    counts: row.counts,
    flagged: row.flagged,
    actor: row.actor,
    confirmedBy: row.confirmed_by,
    trouble: row.trouble,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    readyAt: row.ready_at,
    confirmedAt: row.confirmed_at,
    finishedAt: row.finished_at,
  };
}

/** One plan with its counts as of now, or undefined when the owner has none of this id. */
export async function findPlan(scope: OwnerScope, plan: PlanId): Promise<Plan | undefined> {
  const { rows } = await sql<PlanRow>`
    select ${COLUMNS} from plans where owner_id = ${scope.owner} and id = ${plan}`.execute(scope.trx);
  const [row] = rows;
  if (row === undefined) return undefined;
  return { ...planOf(row), ...(await countItems(scope, plan)) };
}

export async function hasPlan(scope: OwnerScope, plan: PlanId): Promise<boolean> {
  const { rows } = await sql`
    select from plans where owner_id = ${scope.owner} and id = ${plan}`.execute(scope.trx);
  return rows.length === 1;
}

/** How many items of a plan have come to what. */
export async function countItems(
  scope: OwnerScope,
  plan: PlanId,
): Promise<{ readonly counts: PlanCounts; readonly flagged: number }> {
  const { rows } = await sql<{ outcome: PlanOutcome; items: number; flagged: number }>`
    select case when i.state = 'ordered' then coalesce(c.state, 'canceled') else i.state end as outcome,
      count(*)::int as items, (count(*) filter (where i.flags <> '{}'))::int as flagged
    from plan_items i left join commands c on c.id = i.command_id
    where i.owner_id = ${scope.owner} and i.plan_id = ${plan}
    group by 1`.execute(scope.trx);
  return {
    counts: Object.fromEntries(rows.map(({ outcome, items }) => [outcome, items])),
    flagged: rows.reduce((sum, row) => sum + row.flagged, 0),
  };
}

export interface PlansWanted {
  readonly state: PlanState | null;
  readonly kind: PlanKind | null;
  readonly limit: number;
  /** Plans older than this one. */
  readonly before: PlanId | null;
}

/** Plans, newest first, with their counts as of the last look. */
export async function listPlans(scope: OwnerScope, wanted: PlansWanted): Promise<readonly Plan[]> {
  const { state, kind, limit, before } = wanted;
  const { rows } = await sql<PlanRow>`
    select ${COLUMNS} from plans
    where owner_id = ${scope.owner}
      ${state === null ? sql`` : sql`and ${STATE} = ${state}`}
      ${kind === null ? sql`` : sql`and kind = ${kind}`}
      ${before === null ? sql`` : sql`and id < ${before}`}
    order by id desc limit ${limit}`.execute(scope.trx);
  return rows.map(planOf);
}

export interface PlanItem {
  readonly position: number;
  readonly target: PlanTarget;
  readonly wanted: PlanWanted;
  readonly state: PlanItemState;
  readonly before: OfferFacts | readonly LineFacts[] | null;
  readonly after: OfferAfter | readonly OrderStep[] | null;
  readonly flags: readonly PlanFlag[];
  readonly declined: unknown;
  readonly command: { readonly id: CommandId; readonly state: CommandState | null } | null;
}

export interface ItemsWanted {
  readonly state: PlanItemState | null;
  readonly flagged: boolean | null;
  readonly limit: number;
  /** Items behind this position. */
  readonly after: number;
}

/** Items of a plan in the order they were given, with the state of their commands. */
export async function listPlanItems(
  scope: OwnerScope,
  plan: PlanId,
  { state, flagged, limit, after }: ItemsWanted,
): Promise<readonly PlanItem[]> {
  const { rows } = await sql<ItemRow>`
    select ${ITEM_COLUMNS}, c.state as command_state
    from plan_items i left join commands c on c.id = i.command_id
    where i.owner_id = ${scope.owner} and i.plan_id = ${plan} and i.position > ${after}
      ${state === null ? sql`` : sql`and i.state = ${state}`}
      ${flagged === null ? sql`` : sql`and (i.flags <> '{}') = ${flagged}`}
    order by i.position limit ${limit}`.execute(scope.trx);
  return rows.map(itemOf);
}

export interface ItemRow {
  position: number;
  account_id: number | null;
  native_item_id: string | null;
  order_id: number | null;
  line_ids: number[] | null;
  wanted: PlanWanted;
  state: PlanItemState;
  before: PlanItem['before'];
  after: PlanItem['after'];
  flags: PlanFlag[];
  declined: unknown;
  command_id: number | null;
  command_state?: CommandState | null;
}

/** Ids in an array come as texts from a server, as numbers from JSON. */
export const ITEM_COLUMNS = sql`i.position, i.account_id, i.native_item_id, i.order_id, to_json(i.line_ids) as line_ids, i.wanted, i.state,
  i.before, i.after, i.flags, i.declined, i.command_id`;

export function itemOf(row: ItemRow): PlanItem {
  return {
    position: row.position,
    target: targetOf(row),
    wanted: row.wanted,
    state: row.state,
    before: row.before,
    after: row.after,
    flags: row.flags,
    declined: row.declined,
    command:
      row.command_id === null ? null : { id: commandId(row.command_id), state: row.command_state ?? null },
  };
}

function targetOf(row: ItemRow): PlanTarget {
  if (row.native_item_id !== null && row.account_id !== null) {
    const account: AccountId = accountId(row.account_id);
    return { kind: 'offer', account, nativeItemId: row.native_item_id };
  }
  if (row.order_id === null) throw new Error(`item ${row.position} of a plan has no target`);
  const order: OrderId = orderId(row.order_id);
  const lines: readonly OrderLineId[] | null = row.line_ids?.map(orderLineId) ?? null;
  return { kind: 'order', order, lines };
}
