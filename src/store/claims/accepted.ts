import { sql } from 'kysely';
import type { ClaimFault, ClaimKind, ClaimState } from '../../domain/claim.ts';
import {
  type AccountId,
  accountId,
  type ClaimId,
  type CommandId,
  claimId,
  orderId,
} from '../../domain/ids.ts';
import type { Minor } from '../../domain/money.ts';
import { sumOrders } from '../analytics/order-sums.ts';
import { wakeLane } from '../lanes.ts';
import { tellOfOrders } from '../orders/order-events.ts';
import { deriveOrderStatuses } from '../orders/order-status.ts';
import type { OwnerScope } from '../scope.ts';
import { sqlJson } from '../sql-json.ts';
import { followOrders } from '../stock/follow-orders.ts';
import { lockStockOfKnownOrders } from '../stock/lock.ts';
import { tellOfClaims } from './claim-events.ts';
import { layClaimsOverLines } from './lines.ts';

/** A change to a claim that its marketplace has accepted. What it did not say is null and stays as it was. */
export interface AcceptedClaim {
  readonly command: CommandId;
  readonly claim: ClaimId;
  readonly state: ClaimState | null;
  readonly nativeStatus: string | null;
  readonly becomes: ClaimKind | null;
  readonly fault: ClaimFault | null;
  readonly fee: Minor | null;
  readonly collection: AcceptedParcel | null;
  readonly replacement: AcceptedParcel | null;
  readonly hold: { readonly nativeReason: string | null; readonly text: string | null } | null;
}

export interface AcceptedParcel {
  readonly carrierId: string | null;
  readonly nativeCarrier: string;
  readonly invoice: string;
  readonly at: string;
}

interface MovedRow {
  readonly id: number;
  readonly account_id: number;
  readonly order_id: number | null;
  readonly native_claim_id: string;
  readonly kind: ClaimKind;
  readonly state: ClaimState | null;
  readonly state_before: ClaimState | null;
  readonly read_at: Date;
}

/** Marketplaces need a moment before they show what was done. */
const READ_AFTER_MS = 10_000;

/**
 * Makes local claims follow what the marketplace accepted, and asks for them to be read. For `floorMs` older answers,
 * which its reads may still give, do not take them back.
 */
export async function applyAcceptedClaims(
  scope: OwnerScope,
  changes: readonly AcceptedClaim[],
  floorMs: number,
): Promise<void> {
  if (changes.length === 0) return;
  const ids = changes.map(({ claim }) => claim);
  const concerned = await sql<{ id: number }>`
    select distinct order_id as id from claims
    where owner_id = ${scope.owner} and id = any(${ids}::bigint[]) and order_id is not null`.execute(
    scope.trx,
  );
  const orders = concerned.rows.map(({ id }) => orderId(id));
  const stock = await lockStockOfKnownOrders(scope, orders);
  await sql`
    select from orders where owner_id = ${scope.owner} and id = any(${orders}::bigint[])
    order by account_id, native_order_id collate "C" for update`.execute(scope.trx);
  const { rows } = await sql<MovedRow>`
    with incoming as materialized (
      select x.*, c.kind as kind_before, c.state as state_before, c.native_status as native_before
      from json_to_recordset(${sqlJson(changes.map(rowOf))}::json) as x(command bigint, claim bigint, state text,
        native_status text, becomes text, fault text, fee bigint, collection_carrier_id text,
        collection_native_carrier text, collection_invoice text, replacement_carrier_id text,
        replacement_native_carrier text, replacement_invoice text, replacement_shipped_at timestamptz, holds boolean,
        hold_reason text, hold_text text)
      join claims c on c.id = x.claim where c.owner_id = ${scope.owner}),
    moved as (
      update claims c set kind = coalesce(i.becomes, c.kind), state = coalesce(i.state, c.state),
        state_known = c.state_known or i.state is not null,
        native_status = coalesce(i.native_status, c.native_status), fault = coalesce(i.fault, c.fault),
        fee = coalesce(i.fee, c.fee), fee_paid_by = case when i.fee is null then c.fee_paid_by else 'buyer' end,
        collection_carrier_id = coalesce(i.collection_carrier_id, c.collection_carrier_id),
        collection_native_carrier = coalesce(i.collection_native_carrier, c.collection_native_carrier),
        collection_invoice = coalesce(i.collection_invoice, c.collection_invoice),
        collected_at = case when i.state = 'collected' then coalesce(c.collected_at, now()) else c.collected_at end,
        replacement_carrier_id = coalesce(i.replacement_carrier_id, c.replacement_carrier_id),
        replacement_native_carrier = coalesce(i.replacement_native_carrier, c.replacement_native_carrier),
        replacement_invoice = coalesce(i.replacement_invoice, c.replacement_invoice),
        replacement_shipped_at = coalesce(i.replacement_shipped_at, c.replacement_shipped_at),
        hold_reason = case when i.holds then i.hold_reason else c.hold_reason end,
        hold_text = case when i.holds then i.hold_text else c.hold_text end,
        held_since = case when i.holds then now() else c.held_since end,
        ended_at = case when i.state in ('done', 'rejected', 'withdrawn') then now() else c.ended_at end,
        due_at = case when i.state in ('done', 'rejected', 'withdrawn') then null else c.due_at end,
        due_for = case when i.state in ('done', 'rejected', 'withdrawn') then null else c.due_for end,
        floor_until = case when i.state is null and i.becomes is null then c.floor_until
          else now() + make_interval(secs => ${floorMs / 1000}::float8) end, read_at = now() + make_interval(secs => ${READ_AFTER_MS / 1000}::float8), changed_at = now()
      from incoming i where c.id = i.claim
      returning c.id, c.account_id, c.order_id, c.native_claim_id, c.kind, c.state, c.native_status, c.read_at),
    history as (
      insert into claim_history
        (owner_id, claim_id, from_kind, to_kind, from_state, to_state, from_native, to_native, command_id)
      select ${scope.owner}, m.id, i.kind_before, m.kind, i.state_before, m.state, i.native_before, m.native_status,
        i.command
      from moved m join incoming i on i.claim = m.id
      where (i.kind_before, i.state_before, i.native_before) is distinct from (m.kind, m.state, m.native_status))
    select m.id, m.account_id, m.order_id, m.native_claim_id, m.kind, m.state, m.read_at, i.state_before
    from moved m join incoming i on i.claim = m.id`.execute(scope.trx);
  for (const [account, ofAccount] of Map.groupBy(rows, (row) => row.account_id)) {
    await tellOrders(scope, accountId(account), ofAccount);
    await wakeLane(scope, accountId(account), 'reread', ofAccount[0]?.read_at ?? null);
  }
  if (stock.length > 0) await followOrders(scope, orders);
}

async function tellOrders(scope: OwnerScope, account: AccountId, moved: readonly MovedRow[]): Promise<void> {
  const orders = moved.flatMap(({ order_id }) => (order_id === null ? [] : [orderId(order_id)]));
  const lines = await layClaimsOverLines(scope, orders, { run: null, command: null });
  const derived = await deriveOrderStatuses(scope, [...new Set(lines.map(({ order }) => order))]);
  await sumOrders(scope, orders);
  await tellOfOrders(scope, account, { created: [], derived, moves: lines });
  const written = moved.map((row) => ({
    id: claimId(row.id),
    nativeClaimId: row.native_claim_id,
    created: false,
    kind: row.kind,
    state: row.state,
    stateBefore: row.state_before,
  }));
  await tellOfClaims(scope, account, { written, conflicts: [] });
}

function rowOf(change: AcceptedClaim) {
  const { collection, replacement, hold } = change;
  return {
    command: change.command,
    claim: change.claim,
    state: change.state,
    native_status: change.nativeStatus,
    becomes: change.becomes,
    fault: change.fault,
    fee: change.fee,
    collection_carrier_id: collection?.carrierId ?? null,
    collection_native_carrier: collection?.nativeCarrier ?? null,
    collection_invoice: collection?.invoice ?? null,
    replacement_carrier_id: replacement?.carrierId ?? null,
    replacement_native_carrier: replacement?.nativeCarrier ?? null,
    replacement_invoice: replacement?.invoice ?? null,
    replacement_shipped_at: replacement?.at ?? null,
    holds: hold !== null,
    hold_reason: hold?.nativeReason ?? null,
    hold_text: hold?.text ?? null,
  };
}
