import { sql } from 'kysely';
import { type AccountId, type ClaimId, claimId, type OrderId } from '../../domain/ids.ts';
import type { OwnerScope } from '../scope.ts';

/** What a person has to make up his mind about, since the marketplace and the warehouse do not agree. */
export const CLAIM_CONFLICTS = ['canceled_after_shipping', 'cancel_while_shipping', 'order_unknown'] as const;
export type ClaimConflict = (typeof CLAIM_CONFLICTS)[number];

/** After a part of a line was cancelled the rest of it leaves; only what was marked before stays so. */
const CONCERNED = sql.raw(`(c.state is distinct from 'done' or c.conflict is not null
  or coalesce(cl.quantity, l.quantity) >= l.quantity)`);

/**
 * Marks cancels of what has left or is leaving: the parcel and what the warehouse did stay as they are, and the claim
 * waits for a person. A cancel that falls away takes its mark along; one that is settled is not marked again. Answers
 * the claims that were marked.
 */
export async function noteConflicts(
  scope: OwnerScope,
  account: AccountId,
  orders: readonly OrderId[],
): Promise<readonly ClaimId[]> {
  if (orders.length === 0) return [];
  const { rows } = await sql<{ id: number; fresh: boolean }>`
    with judged as materialized (
      select c.id, case
        when c.state in ('rejected', 'withdrawn') then null
        when exists (
          select from claim_lines cl join order_lines l on l.id = cl.order_line_id
          where cl.claim_id = c.id and l.invoice is not null and ${CONCERNED}) then 'canceled_after_shipping'
        when exists (
          select from commands k
          join command_items i on i.command_id = k.id
          join claim_lines cl on cl.claim_id = c.id and cl.order_line_id = i.order_line_id
          join order_lines l on l.id = cl.order_line_id
          where ${CONCERNED} and k.account_id = c.account_id and k.queue = 'order|' || c.order_id::text and k.kind in ('ship', 'split')
            and k.state in ('pending', 'sending', 'unknown'))
          then 'cancel_while_shipping' end as conflict
      from claims c
      where c.owner_id = ${scope.owner} and c.account_id = ${account} and c.kind = 'cancel'
        and c.order_id = any(${[...orders]}::bigint[]))
    update claims c set conflict = j.conflict, conflict_at = case when j.conflict is null then null else now() end
    from judged j
    where c.id = j.id and c.resolved_at is null and c.conflict is distinct from j.conflict
      and (j.conflict is null or c.conflict is not null or c.state is distinct from 'done'
        -- What was over when the shop was connected is its history.
        or c.requested_at >= (select a.created_at from accounts a where a.id = c.account_id))
    returning c.id, c.conflict is not null as fresh`.execute(scope.trx);
  return rows.flatMap(({ id, fresh }) => (fresh ? [claimId(id)] : []));
}

/**
 * Marks open claims on orders that the marketplace was asked for and does not show, so that nobody knows what they are
 * about. Answers the claims that were marked.
 */
export async function noteUnknownOrders(
  scope: OwnerScope,
  account: AccountId,
  nativeOrderIds: readonly string[],
): Promise<readonly ClaimId[]> {
  if (nativeOrderIds.length === 0) return [];
  const { rows } = await sql<{ id: number }>`
    update claims set conflict = 'order_unknown', conflict_at = now()
    where owner_id = ${scope.owner} and account_id = ${account} and order_id is null and conflict is null
      and resolved_at is null and native_order_id = any(${[...nativeOrderIds]}::text[])
      and (state is null or state not in ('done', 'rejected', 'withdrawn'))
    returning id`.execute(scope.trx);
  return rows.map(({ id }) => claimId(id));
}

/** Notes that a person has settled what a claim was waiting for. Answers whether there was anything to settle. */
export async function resolveConflict(
  scope: OwnerScope,
  claim: ClaimId,
  by: { readonly actor: string; readonly resolution: string },
): Promise<boolean> {
  const { rows } = await sql`
    update claims set resolved_at = now(), resolved_by = ${by.actor}, resolution = ${by.resolution}
    where owner_id = ${scope.owner} and id = ${claim} and conflict is not null and resolved_at is null
    returning id`.execute(scope.trx);
  return rows.length === 1;
}
