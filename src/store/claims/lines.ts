import { sql } from 'kysely';
import type { ClaimSnapshot } from '../../domain/claim.ts';
import { type AccountId, type OrderId, type OrderLineId, orderId } from '../../domain/ids.ts';
import type { OrderStatus } from '../../domain/status.ts';
import type { IngestCause } from '../orders/ingest.ts';
import type { LineMove } from '../orders/order-events.ts';
import type { OwnerScope } from '../scope.ts';
import { sqlJson } from '../sql-json.ts';

/** Writes which lines claims are about, where that differs from what is known. */
export async function writeClaimLines(
  scope: OwnerScope,
  account: AccountId,
  claims: readonly ClaimSnapshot[],
): Promise<void> {
  if (claims.length === 0) return;
  const rows = claims.flatMap(({ nativeClaimId, lines }) =>
    lines.map((line, nth) => ({
      native_claim_id: nativeClaimId,
      nth,
      native_line_id: line.nativeLineId,
      native_item_id: line.nativeItemId,
      quantity: line.quantity,
    })),
  );
  await sql`
    with incoming as (
      select c.id as claim_id, x.nth, x.native_line_id, x.native_item_id, x.quantity
      from json_to_recordset(${sqlJson(rows)}::json)
        as x(native_claim_id text, nth smallint, native_line_id text, native_item_id text, quantity integer)
      join claims c on c.account_id = ${account} and c.native_claim_id = x.native_claim_id),
    gone as (
      delete from claim_lines l using claims c
      where c.id = l.claim_id and c.account_id = ${account}
        and c.native_claim_id = any(${claims.map(({ nativeClaimId }) => nativeClaimId)}::text[])
        and not exists (select from incoming i where i.claim_id = l.claim_id and i.nth = l.nth))
    insert into claim_lines as l (claim_id, nth, owner_id, native_line_id, native_item_id, quantity)
    select claim_id, nth, ${scope.owner}, native_line_id, native_item_id, quantity from incoming
    on conflict (claim_id, nth) do update set native_line_id = excluded.native_line_id,
      native_item_id = excluded.native_item_id, quantity = excluded.quantity,
      order_line_id = case when (l.native_line_id, l.native_item_id) is distinct from
        (excluded.native_line_id, excluded.native_item_id) then null else l.order_line_id end
    where (l.native_line_id, l.native_item_id, l.quantity)
      is distinct from (excluded.native_line_id, excluded.native_item_id, excluded.quantity)`.execute(
    scope.trx,
  );
}

/**
 * Ties claims to orders and their lines, whichever of them came first. A line is found by its number, else by the
 * thing sold where only one line of the order has it.
 */
export async function linkClaims(
  scope: OwnerScope,
  account: AccountId,
  nativeOrderIds: readonly string[],
): Promise<readonly OrderId[]> {
  if (nativeOrderIds.length === 0) return [];
  await sql`
    update claims c set order_id = o.id, conflict = nullif(c.conflict, 'order_unknown')
    from orders o
    where c.owner_id = ${scope.owner} and c.account_id = ${account} and c.order_id is null
      and c.native_order_id = any(${[...nativeOrderIds]}::text[])
      and o.account_id = ${account} and o.native_order_id = c.native_order_id`.execute(scope.trx);
  await sql`
    update claim_lines l set order_line_id = found.line
    from (
      select l.claim_id, l.nth, coalesce(exact.id, same.id) as line
      from claims c
      join claim_lines l on l.claim_id = c.id and l.order_line_id is null
      left join order_lines exact on exact.order_id = c.order_id and exact.native_line_id = l.native_line_id
      left join lateral (
        select min(p.id) as id from order_lines p
        where p.order_id = c.order_id and (l.native_item_id is null or p.native_item_id = l.native_item_id)
        having count(*) = 1) same on l.native_line_id is null or l.native_item_id is not null
      where c.owner_id = ${scope.owner} and c.account_id = ${account} and c.order_id is not null
        and c.native_order_id = any(${[...nativeOrderIds]}::text[])) found
    where l.claim_id = found.claim_id and l.nth = found.nth and found.line is not null`.execute(scope.trx);
  const { rows } = await sql<{ id: number }>`
    select distinct c.order_id as id from claims c
    where c.owner_id = ${scope.owner} and c.account_id = ${account} and c.order_id is not null
      and c.native_order_id = any(${[...nativeOrderIds]}::text[])`.execute(scope.trx);
  return rows.map(({ id }) => orderId(id));
}

/** The orders of some claims that the hub does not have, or of which it lacks a line that a claim names. */
export async function ordersLacking(
  scope: OwnerScope,
  account: AccountId,
  nativeClaimIds: readonly string[],
): Promise<readonly string[]> {
  if (nativeClaimIds.length === 0) return [];
  const { rows } = await sql<{ native_order_id: string }>`
    select distinct c.native_order_id from claims c
    left join claim_lines l on l.claim_id = c.id and l.native_line_id is not null and l.order_line_id is null
    where c.owner_id = ${scope.owner} and c.account_id = ${account} and (c.order_id is null or l.claim_id is not null)
      and c.native_claim_id = any(${[...nativeClaimIds]}::text[])`.execute(scope.trx);
  return rows.map(({ native_order_id }) => native_order_id);
}

/**
 * Lays the state of claims over the lines they are about: what the order says by itself is kept beside it and comes
 * back when the claim falls away. A claim about a part of a line leaves the line where it is, until parts make up the
 * whole. Answers the lines that moved.
 */
export async function layClaimsOverLines(
  scope: OwnerScope,
  orders: readonly OrderId[],
  cause: IngestCause,
): Promise<readonly LineMove[]> {
  if (orders.length === 0) return [];
  const { rows } = await sql<{
    order_id: OrderId;
    line: OrderLineId;
    from: OrderStatus | null;
    to: OrderStatus | null;
  }>`
    with sums as (
      select l.id, l.quantity,
        coalesce(sum(coalesce(cl.quantity, l.quantity)) filter (where c.kind = 'cancel' and c.state = 'done'), 0) as canceled,
        coalesce(sum(coalesce(cl.quantity, l.quantity)) filter (where c.kind = 'return' and c.state = 'done'), 0) as returned,
        coalesce(sum(coalesce(cl.quantity, l.quantity)) filter (where c.kind = 'exchange' and c.state = 'done'), 0) as exchanged,
        coalesce(sum(coalesce(cl.quantity, l.quantity)) filter (where open and c.kind = 'cancel'), 0) as in_cancel,
        coalesce(sum(coalesce(cl.quantity, l.quantity)) filter (where open and c.kind = 'return'), 0) as in_return,
        coalesce(sum(coalesce(cl.quantity, l.quantity)) filter (where open and c.kind = 'exchange'), 0) as in_exchange
      from order_lines l
      left join claim_lines cl on cl.order_line_id = l.id
      left join lateral (
        select c.*, c.state is not null and c.state not in ('done', 'rejected', 'withdrawn') as open
        from claims c where c.id = cl.claim_id) c on true
      where l.owner_id = ${scope.owner} and l.order_id = any(${[...orders]}::bigint[])
      group by l.id),
    laid as (
      select id, case
        when in_cancel + in_return + in_exchange > 0
          and in_cancel + in_return + in_exchange >= quantity - canceled - returned then
          case when in_cancel > 0 then 'CANCEL_REQUESTED' when in_return > 0 then 'RETURN_REQUESTED'
            else 'EXCHANGE_REQUESTED' end
        when canceled + returned >= quantity then case when returned > 0 then 'RETURNED' else 'CANCELED' end
        when exchanged > 0 and exchanged >= quantity - canceled - returned then 'EXCHANGED' end as claim_status
      from sums),
    before as (
      select l.id, l.status from order_lines l join laid using (id)
      where l.claim_status is distinct from laid.claim_status),
    moved as (
      update order_lines l set claim_status = laid.claim_status,
        status = coalesce(laid.claim_status, l.told_status, l.status)
      from laid where l.id = laid.id and l.claim_status is distinct from laid.claim_status
      returning l.id, l.order_id, l.status, l.native_status),
    history as (
      insert into order_line_history
        (owner_id, order_line_id, from_status, to_status, from_native, to_native, run_id, command_id)
      select ${scope.owner}, m.id, b.status, m.status, m.native_status, m.native_status, ${cause.run}::bigint,
        ${cause.command}::bigint
      from moved m join before b on b.id = m.id where b.status is distinct from m.status)
    select m.order_id, m.id as line, b.status as "from", m.status as "to"
    from moved m join before b on b.id = m.id where b.status is distinct from m.status`.execute(scope.trx);
  return rows.map(({ order_id, line, from, to }) => ({ order: order_id, line, from, to, fresh: false }));
}
