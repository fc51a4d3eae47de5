import { sql } from 'kysely';
import type { ClaimFault, ClaimKind, ClaimReason, ClaimRequester, ClaimState } from '../../domain/claim.ts';
import type { ClaimDuty } from '../../domain/deadline.ts';
import {
  type AccountId,
  accountId,
  type ClaimId,
  claimId,
  type OrderId,
  type OrderLineId,
  orderId,
  orderLineId,
} from '../../domain/ids.ts';
import type { OwnerScope } from '../scope.ts';
import type { ClaimConflict } from './conflicts.ts';

/** A claim as it is shown. */
export interface Claim {
  readonly id: ClaimId;
  readonly account: AccountId;
  readonly accountName: string;
  readonly platform: string;
  readonly edition: string;
  readonly nativeClaimId: string;
  readonly nativeOrderId: string;
  /** Null until its order is known. */
  readonly order: OrderId | null;
  readonly kind: ClaimKind;
  readonly state: ClaimState | null;
  readonly stateKnown: boolean;
  readonly nativeStatus: string;
  readonly requestedAt: Date;
  readonly requestedBy: ClaimRequester | null;
  readonly fault: ClaimFault | null;
  readonly reason: ClaimReason | null;
  readonly nativeReason: string | null;
  readonly reasonText: string | null;
  readonly fee: {
    readonly amount: number;
    readonly currency: string | null;
    readonly paidBy: string | null;
    readonly method: string | null;
  } | null;
  readonly collection: {
    readonly by: string | null;
    readonly carrierId: string | null;
    readonly nativeCarrier: string | null;
    readonly invoice: string | null;
    readonly collectedAt: Date | null;
  };
  readonly replacement: {
    readonly packageKey: string | null;
    readonly carrierId: string | null;
    readonly nativeCarrier: string | null;
    readonly invoice: string | null;
    readonly shippedAt: Date | null;
    readonly deliveredAt: Date | null;
  };
  readonly hold: {
    readonly nativeReason: string | null;
    readonly text: string | null;
    readonly since: Date | null;
  };
  readonly dueAt: Date | null;
  readonly dueFor: ClaimDuty | null;
  readonly decidesAt: Date | null;
  readonly endedAt: Date | null;
  readonly conflict: {
    readonly code: ClaimConflict;
    readonly at: Date | null;
    readonly resolvedAt: Date | null;
    readonly resolvedBy: string | null;
    readonly resolution: string | null;
  } | null;
  readonly firstSeenAt: Date;
  readonly changedAt: Date;
  readonly lines: readonly ClaimedOrderLine[];
  readonly native: unknown;
}

export interface ClaimedOrderLine {
  readonly line: OrderLineId | null;
  readonly nativeLineId: string | null;
  readonly nativeItemId: string | null;
  readonly quantity: number | null;
  readonly productName: string | null;
  readonly optionText: string | null;
}

export interface ClaimEvent {
  readonly at: Date;
  readonly fromKind: ClaimKind | null;
  readonly toKind: ClaimKind;
  readonly fromState: ClaimState | null;
  readonly toState: ClaimState | null;
  readonly fromNative: string | null;
  readonly toNative: string;
  readonly run: number | null;
  readonly command: number | null;
}

export interface ClaimFilter {
  readonly kinds?: readonly ClaimKind[] | undefined;
  readonly states?: readonly ClaimState[] | undefined;
  readonly open?: boolean | undefined;
  readonly platform?: string | undefined;
  readonly account?: AccountId | undefined;
  readonly order?: OrderId | undefined;
  readonly from?: Date | undefined;
  /** Exclusive. */
  readonly to?: Date | undefined;
  readonly dueFrom?: Date | undefined;
  /** Exclusive. */
  readonly dueTo?: Date | undefined;
  readonly toResolve?: boolean | undefined;
}

/** Newest requests first, or what is due first first. */
export type ClaimOrder = 'requested' | 'due';

export interface ClaimPosition {
  readonly at: string;
  readonly id: number;
}

export interface ListedClaim {
  readonly claim: Claim;
  readonly position: ClaimPosition;
}

type Condition = ReturnType<typeof sql>;

/** One page of claims. */
export function listClaims(
  scope: OwnerScope,
  filter: ClaimFilter,
  page: { readonly by: ClaimOrder; readonly limit: number; readonly after: ClaimPosition | null },
): Promise<readonly ListedClaim[]> {
  const { by, limit, after } = page;
  const conditions = matching(scope, filter);
  if (by === 'due') {
    conditions.push(sql`c.due_at is not null`);
    if (after !== null)
      conditions.push(sql`(c.due_at, c.id) > (${after.at}::timestamptz, ${after.id}::bigint)`);
    return read(scope, conditions, sql`order by c.due_at, c.id limit ${limit}`, 'due');
  }
  if (after !== null)
    conditions.push(sql`(c.requested_at, c.id) < (${after.at}::timestamptz, ${after.id}::bigint)`);
  return read(scope, conditions, sql`order by c.requested_at desc, c.id desc limit ${limit}`, 'requested');
}

/** Claims by id. Those of other owners are left out. */
export async function findClaims(scope: OwnerScope, ids: readonly ClaimId[]): Promise<readonly Claim[]> {
  const conditions = [...matching(scope, {}), sql`c.id = any(${[...ids]}::bigint[])`];
  const found = await read(scope, conditions, sql`order by c.requested_at desc, c.id desc`, 'requested');
  return found.map(({ claim }) => claim);
}

/** The claims of one order, newest first. */
export async function claimsOfOrder(scope: OwnerScope, order: OrderId): Promise<readonly Claim[]> {
  const conditions = matching(scope, { order });
  const found = await read(scope, conditions, sql`order by c.requested_at desc, c.id desc`, 'requested');
  return found.map(({ claim }) => claim);
}

/** What happened to a claim, oldest first. */
export async function claimHistory(scope: OwnerScope, claim: ClaimId): Promise<readonly ClaimEvent[]> {
  const { rows } = await sql<{
    at: Date;
    from_kind: ClaimKind | null;
    to_kind: ClaimKind;
    from_state: ClaimState | null;
    to_state: ClaimState | null;
    from_native: string | null;
    to_native: string;
    run_id: number | null;
    command_id: number | null;
  }>`
    select at, from_kind, to_kind, from_state, to_state, from_native, to_native, run_id, command_id from claim_history
    where owner_id = ${scope.owner} and claim_id = ${claim} order by id`.execute(scope.trx);
  return rows.map((row) => ({
    at: row.at,
    fromKind: row.from_kind,
    toKind: row.to_kind,
    fromState: row.from_state,
    toState: row.to_state,
    fromNative: row.from_native,
    toNative: row.to_native,
    run: row.run_id,
    command: row.command_id,
  }));
}

/** The filter as conditions on `claims c`. Written out where an index covers only some claims. */
function matching(scope: OwnerScope, filter: ClaimFilter): Condition[] {
  const conditions: Condition[] = [sql`c.owner_id = ${scope.owner}`];
  const { kinds, states, open, platform, account, order, from, to, dueFrom, dueTo, toResolve } = filter;
  if (kinds !== undefined) conditions.push(sql`c.kind in (${sql.join(kinds.map((kind) => sql.lit(kind)))})`);
  if (states !== undefined)
    conditions.push(sql`c.state in (${sql.join(states.map((state) => sql.lit(state)))})`);
  if (open === true)
    conditions.push(sql`(c.state is null or c.state not in ('done', 'rejected', 'withdrawn'))`);
  if (open === false) conditions.push(sql`c.state in ('done', 'rejected', 'withdrawn')`);
  if (platform !== undefined) conditions.push(sql`c.platform = ${platform}`);
  if (account !== undefined) conditions.push(sql`c.account_id = ${account}`);
  if (order !== undefined) conditions.push(sql`c.order_id = ${order}`);
  if (from !== undefined) conditions.push(sql`c.requested_at >= ${from}`);
  if (to !== undefined) conditions.push(sql`c.requested_at < ${to}`);
  if (dueFrom !== undefined) conditions.push(sql`c.due_at >= ${dueFrom}`);
  if (dueTo !== undefined) conditions.push(sql`c.due_at < ${dueTo}`);
  if (toResolve === true) conditions.push(sql`c.conflict is not null and c.resolved_at is null`);
  if (toResolve === false) conditions.push(sql`(c.conflict is null or c.resolved_at is not null)`);
  return conditions;
}

interface Row {
  readonly id: number;
  readonly account_id: number;
  readonly account_name: string;
  readonly platform: string;
  readonly edition: string;
  readonly native_claim_id: string;
  readonly native_order_id: string;
  readonly order_id: number | null;
  readonly kind: ClaimKind;
  readonly state: ClaimState | null;
  readonly state_known: boolean;
  readonly native_status: string;
  readonly requested_at: Date;
  readonly requested_by: ClaimRequester | null;
  readonly fault: ClaimFault | null;
  readonly reason: ClaimReason | null;
  readonly native_reason: string | null;
  readonly reason_text: string | null;
  readonly fee: number | null;
  readonly fee_currency: string | null;
  readonly fee_paid_by: string | null;
  readonly fee_method: string | null;
  readonly collected_by: string | null;
  readonly collection_carrier_id: string | null;
  readonly collection_native_carrier: string | null;
  readonly collection_invoice: string | null;
  readonly collected_at: Date | null;
  readonly replacement_package: string | null;
  readonly replacement_carrier_id: string | null;
  readonly replacement_native_carrier: string | null;
  readonly replacement_invoice: string | null;
  readonly replacement_shipped_at: Date | null;
  readonly replacement_delivered_at: Date | null;
  readonly hold_reason: string | null;
  readonly hold_text: string | null;
  readonly held_since: Date | null;
  readonly due_at: Date | null;
  readonly due_for: ClaimDuty | null;
  readonly decides_at: Date | null;
  readonly ended_at: Date | null;
  readonly conflict: ClaimConflict | null;
  readonly conflict_at: Date | null;
  readonly resolved_at: Date | null;
  readonly resolved_by: string | null;
  readonly resolution: string | null;
  readonly first_seen_at: Date;
  readonly changed_at: Date;
  readonly native: unknown;
  readonly at_text: string;
  readonly lines: readonly {
    readonly line: number | null;
    readonly native_line_id: string | null;
    readonly native_item_id: string | null;
    readonly quantity: number | null;
    readonly product_name: string | null;
    readonly option_text: string | null;
  }[];
}

async function read(
  scope: OwnerScope,
  conditions: readonly Condition[],
  order: Condition,
  by: ClaimOrder,
): Promise<readonly ListedClaim[]> {
  const at = sql.raw(by === 'due' ? 'c.due_at' : 'c.requested_at');
  const { rows } = await sql<Row>`
    with page as materialized (
      select c.* from claims c where ${sql.join(conditions, sql` and `)} ${order})
    select c.*, a.name as account_name, a.edition, ${at}::text as at_text, lines.lines
    from page c
    join accounts a on a.id = c.account_id
    cross join lateral (
      select coalesce(json_agg(json_build_object('line', l.order_line_id, 'native_line_id', l.native_line_id,
        'native_item_id', l.native_item_id, 'quantity', l.quantity, 'product_name', p.product_name,
        'option_text', p.option_text) order by l.nth), '[]') as lines
      from claim_lines l left join order_lines p on p.id = l.order_line_id where l.claim_id = c.id) lines
    ${order}`.execute(scope.trx);
  return rows.map((row) => ({ claim: claimFrom(row), position: { at: row.at_text, id: row.id } }));
}

function claimFrom(row: Row): Claim {
  return {
    id: claimId(row.id),
    account: accountId(row.account_id),
    accountName: row.account_name,
    platform: row.platform,
    edition: row.edition,
    nativeClaimId: row.native_claim_id,
    nativeOrderId: row.native_order_id,
    order: row.order_id === null ? null : orderId(row.order_id),
    kind: row.kind,
    state: row.state,
    stateKnown: row.state_known,
    nativeStatus: row.native_status,
    requestedAt: row.requested_at,
    requestedBy: row.requested_by,
    fault: row.fault,
    reason: row.reason,
    nativeReason: row.native_reason,
    reasonText: row.reason_text,
    fee:
      row.fee === null
        ? null
        : { amount: row.fee, currency: row.fee_currency, paidBy: row.fee_paid_by, method: row.fee_method },
    collection: {
      by: row.collected_by,
      carrierId: row.collection_carrier_id,
      nativeCarrier: row.collection_native_carrier,
      invoice: row.collection_invoice,
      collectedAt: row.collected_at,
    },
    replacement: {
      packageKey: row.replacement_package,
      carrierId: row.replacement_carrier_id,
      nativeCarrier: row.replacement_native_carrier,
      invoice: row.replacement_invoice,
      shippedAt: row.replacement_shipped_at,
      deliveredAt: row.replacement_delivered_at,
    },
    hold: { nativeReason: row.hold_reason, text: row.hold_text, since: row.held_since },
    dueAt: row.due_at,
    dueFor: row.due_for,
    decidesAt: row.decides_at,
    endedAt: row.ended_at,
    conflict:
      row.conflict === null
        ? null
        : {
            code: row.conflict,
            at: row.conflict_at,
            resolvedAt: row.resolved_at,
            resolvedBy: row.resolved_by,
            resolution: row.resolution,
          },
    firstSeenAt: row.first_seen_at,
    changedAt: row.changed_at,
    lines: row.lines.map((line) => ({
      line: line.line === null ? null : orderLineId(line.line),
      nativeLineId: line.native_line_id,
      nativeItemId: line.native_item_id,
      quantity: line.quantity,
      productName: line.product_name,
      optionText: line.option_text,
    })),
    native: row.native,
  };
}
