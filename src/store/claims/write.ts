import { sql } from 'kysely';
import {
  CLAIM_STATES,
  type ClaimKind,
  type ClaimMove,
  type ClaimSnapshot,
  type ClaimState,
  isBeyond,
} from '../../domain/claim.ts';
import type { Due, TimedClaim } from '../../domain/deadline.ts';
import { type AccountId, type ClaimId, claimId } from '../../domain/ids.ts';
import type { IngestCause } from '../orders/ingest.ts';
import type { OwnerScope } from '../scope.ts';
import { sqlJson } from '../sql-json.ts';

export interface ClaimTarget {
  readonly account: AccountId;
  readonly platform: string;
  /** The hub's carrier for a native code or name, from the edition's table. */
  readonly carrierIdOf: (native: string) => string | null;
  /** By when somebody has to do something about a claim, by the edition's clocks and the law. */
  readonly dueOf: (claim: TimedClaim) => Due | null;
  /** An open claim that no feed has told of for this long is read by its number. */
  readonly claimsSeenWithinMs: number;
}

/** A claim that was written, as it was before and as it is. */
export interface WrittenClaim {
  readonly id: ClaimId;
  readonly nativeClaimId: string;
  readonly created: boolean;
  readonly kind: ClaimKind;
  readonly state: ClaimState | null;
  readonly stateBefore: ClaimState | null;
}

interface WrittenRow {
  readonly id: number;
  readonly native_claim_id: string;
  readonly created: boolean;
  readonly kind: ClaimKind;
  readonly state: ClaimState | null;
  readonly state_before: ClaimState | null;
}

const COLUMNS = `native_order_id, kind, state, state_known, native_status, requested_at, requested_by, fault, reason,
  native_reason, reason_text, fee, fee_currency, fee_paid_by, fee_method, collected_by, collection_carrier_id,
  collection_native_carrier, collection_invoice, collected_at, replacement_package, replacement_carrier_id,
  replacement_native_carrier, replacement_invoice, replacement_shipped_at, replacement_delivered_at, hold_reason,
  hold_text, held_since, decides_at, ended_at, due_at, due_for, native`;

const NAMES = COLUMNS.split(',').map((column) => column.trim());
/** Taken from the claim as it stands while an answer is older than what was done. */
const WHERE_IT_STANDS = new Set([
  'kind',
  'state',
  'state_known',
  'native_status',
  'ended_at',
  'due_at',
  'due_for',
]);

/** Parcels that a marketplace does not tell of again stay as the seller has entered them. */
const PARCEL_TOLD: Readonly<Record<string, string>> = {
  collection_carrier_id: 'x.collection_invoice',
  collection_native_carrier: 'x.collection_invoice',
  collection_invoice: 'x.collection_invoice',
  replacement_carrier_id: 'x.replacement_invoice',
  replacement_native_carrier: 'x.replacement_invoice',
  replacement_invoice: 'x.replacement_invoice',
  replacement_shipped_at: 'x.replacement_shipped_at',
};

const ALL = sql.raw(NAMES.join(', '));
const FRESH = sql.raw(
  NAMES.map((name) => {
    if (name === 'state')
      return 'case when b.stale then b.state else coalesce(x.state, b.state) end as state';
    if (name === 'state_known')
      return 'case when b.stale then b.state_known else x.state is not null end as state_known';
    const told = PARCEL_TOLD[name];
    if (told !== undefined) return `case when ${told} is null then b.${name} else x.${name} end as ${name}`;
    return WHERE_IT_STANDS.has(name)
      ? `case when b.stale then b.${name} else x.${name} end as ${name}`
      : `x.${name}`;
  }).join(', '),
);
const SET = sql.raw(NAMES.map((name) => `${name} = excluded.${name}`).join(', '));
const OLD = sql.raw(NAMES.map((name) => `c.${name}`).join(', '));
const NEW = sql.raw(NAMES.map((name) => `excluded.${name}`).join(', '));

const RECORD =
  sql.raw(`x(native_claim_id text, native_order_id text, kind text, state text, native_status text,
  requested_at timestamptz, requested_by text, fault text, reason text, native_reason text, reason_text text, fee bigint,
  fee_currency text, fee_paid_by text, fee_method text, collected_by text, collection_carrier_id text,
  collection_native_carrier text, collection_invoice text, collected_at timestamptz, replacement_package text,
  replacement_carrier_id text, replacement_native_carrier text, replacement_invoice text,
  replacement_shipped_at timestamptz, replacement_delivered_at timestamptz, hold_reason text, hold_text text,
  held_since timestamptz, decides_at timestamptz, ended_at timestamptz, due_at timestamptz, due_for text, native jsonb,
  comes_from text[])`);

/** States that one may follow after an act that the marketplace has accepted. */
function comesFrom(to: ClaimState | null): readonly ClaimState[] {
  if (to === null) return CLAIM_STATES;
  return CLAIM_STATES.filter((from) => from === to || isBeyond(from, to));
}

function rowOf(claim: ClaimSnapshot, { carrierIdOf, dueOf }: ClaimTarget) {
  const { fee, collection, replacement, hold, decidesAt, requestedAt, kind, state } = claim;
  const due = dueOf({ kind, state, requestedAt, collectedAt: collection?.collectedAt ?? null, decidesAt });
  return {
    native_claim_id: claim.nativeClaimId,
    native_order_id: claim.nativeOrderId,
    kind,
    state,
    native_status: claim.nativeStatus,
    requested_at: requestedAt,
    requested_by: claim.requestedBy,
    fault: claim.fault,
    reason: claim.reason,
    native_reason: claim.nativeReason,
    reason_text: claim.reasonText,
    fee: fee?.amount ?? null,
    fee_currency: fee?.currency ?? null,
    fee_paid_by: fee?.paidBy ?? null,
    fee_method: fee?.method ?? null,
    collected_by: collection?.by ?? null,
    collection_carrier_id: carrierOf(collection?.nativeCarrier, carrierIdOf),
    collection_native_carrier: collection?.nativeCarrier ?? null,
    collection_invoice: collection?.invoice ?? null,
    collected_at: collection?.collectedAt ?? null,
    replacement_package: replacement?.packageKey ?? null,
    replacement_carrier_id: carrierOf(replacement?.nativeCarrier, carrierIdOf),
    replacement_native_carrier: replacement?.nativeCarrier ?? null,
    replacement_invoice: replacement?.invoice ?? null,
    replacement_shipped_at: replacement?.shippedAt ?? null,
    replacement_delivered_at: replacement?.deliveredAt ?? null,
    hold_reason: hold?.nativeReason ?? null,
    hold_text: hold?.text ?? null,
    held_since: hold?.since ?? null,
    decides_at: decidesAt,
    ended_at: claim.endedAt,
    due_at: due?.at.toISOString() ?? null,
    due_for: due?.for ?? null,
    native: claim.native,
    comes_from: comesFrom(state),
  };
}

function carrierOf(native: string | null | undefined, idOf: ClaimTarget['carrierIdOf']): string | null {
  return native === null || native === undefined ? null : idOf(native);
}

/**
 * Writes claims as the marketplace tells them and answers those that are new or came to another state. Only
 * differences are written. A state that lies before an act that the marketplace has accepted is an old answer, for as
 * long as its reads may lag.
 */
export async function writeClaims(
  scope: OwnerScope,
  target: ClaimTarget,
  claims: readonly ClaimSnapshot[],
  cause: IngestCause,
): Promise<readonly WrittenClaim[]> {
  if (claims.length === 0) return [];
  const rows = claims.map((claim) => rowOf(claim, target));
  const written = await sql<WrittenRow>`
    with incoming as (
      select x.native_claim_id, ${FRESH}
      from json_to_recordset(${sqlJson(rows)}::json) as ${RECORD}
      left join lateral (
        select c.*, coalesce(c.floor_until > now() and c.kind = x.kind and c.state <> all(x.comes_from), false) as stale
        from claims c where c.account_id = ${target.account} and c.native_claim_id = x.native_claim_id) b on true),
    written as (
      insert into claims as c (owner_id, account_id, platform, native_claim_id, ${ALL})
      select ${scope.owner}, ${target.account}, ${target.platform}, native_claim_id, ${ALL} from incoming
      on conflict (account_id, native_claim_id) do update set ${SET}, changed_at = now(), seen_at = now(),
        due_told = case when c.due_at is distinct from excluded.due_at then null else c.due_told end
      where (${OLD}) is distinct from (${NEW})
      returning id, native_claim_id, kind, state, native_status, (xmax = 0) as created),
    history as (
      insert into claim_history (owner_id, claim_id, from_kind, to_kind, from_state, to_state, from_native, to_native,
        run_id, command_id)
      select ${scope.owner}, w.id, b.kind, w.kind, b.state, w.state, b.native_status, w.native_status,
        ${cause.run}::bigint, ${cause.command}::bigint
      from written w left join claims b on b.id = w.id
      where (b.kind, b.state, b.native_status) is distinct from (w.kind, w.state, w.native_status))
    select w.id, w.native_claim_id, w.created, w.kind, w.state, b.state as state_before
    from written w left join claims b on b.id = w.id`.execute(scope.trx);
  return written.rows.map(writtenFrom);
}

/** Moves known claims of which a list told only where they have come to. Unknown ones are passed over. */
export async function moveClaims(
  scope: OwnerScope,
  target: ClaimTarget,
  moves: readonly ClaimMove[],
  cause: IngestCause,
): Promise<readonly WrittenClaim[]> {
  if (moves.length === 0) return [];
  const written = await sql<WrittenRow>`
    with incoming as (
      select x.*, c.id, c.kind as kind_before, c.state as state_before, c.native_status as native_before
      from json_to_recordset(${sqlJson(
        moves.map(({ nativeClaimId, state, nativeStatus, at }) => ({
          native_claim_id: nativeClaimId,
          state,
          native_status: nativeStatus,
          at,
        })),
      )}::json) as x(native_claim_id text, state text, native_status text, at timestamptz)
      join claims c on c.account_id = ${target.account} and c.native_claim_id = x.native_claim_id
      where c.owner_id = ${scope.owner} and c.state is distinct from x.state),
    moved as (
      update claims c set state = i.state, state_known = true, native_status = i.native_status, due_at = null,
        due_for = null, due_told = null, ended_at = coalesce(i.at, now()), changed_at = now(), seen_at = now()
      from incoming i where c.id = i.id returning c.id, c.native_claim_id, c.kind, c.state, c.native_status),
    history as (
      insert into claim_history (owner_id, claim_id, from_kind, to_kind, from_state, to_state, from_native, to_native,
        run_id, command_id)
      select ${scope.owner}, m.id, i.kind_before, m.kind, i.state_before, m.state, i.native_before, m.native_status,
        ${cause.run}::bigint, ${cause.command}::bigint
      from moved m join incoming i on i.id = m.id)
    select m.id, m.native_claim_id, false as created, m.kind, m.state, i.state_before
    from moved m join incoming i on i.id = m.id`.execute(scope.trx);
  return written.rows.map(writtenFrom);
}

function writtenFrom(row: WrittenRow): WrittenClaim {
  return {
    id: claimId(row.id),
    nativeClaimId: row.native_claim_id,
    created: row.created,
    kind: row.kind,
    state: row.state,
    stateBefore: row.state_before,
  };
}
