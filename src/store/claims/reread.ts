import { sql } from 'kysely';
import type { ClaimKind } from '../../domain/claim.ts';
import type { AccountId } from '../../domain/ids.ts';
import type { ClaimedLine, ClaimRef } from '../../marketplaces/kit/shop.ts';
import type { OwnerScope } from '../scope.ts';

/**
 * Notes that claims were seen, so that nobody needs to ask for them for a while. A claim that is over is asked for no
 * more. Most sightings write nothing.
 */
export async function noteClaimsSeen(
  scope: OwnerScope,
  account: AccountId,
  nativeClaimIds: readonly string[],
  againInMs: number,
): Promise<void> {
  if (nativeClaimIds.length === 0) return;
  await sql`
    update claims set seen_at = now(), read_at = case
      when state is null or state not in ('done', 'rejected', 'withdrawn')
      then now() + make_interval(secs => ${againInMs / 1000}::float8) end
    where owner_id = ${scope.owner} and account_id = ${account}
      and native_claim_id = any(${[...nativeClaimIds]}::text[])
      and case when state in ('done', 'rejected', 'withdrawn') then read_at is not null
        else read_at is null or read_at < now() + make_interval(secs => ${againInMs / 2000}::float8) end`.execute(
    scope.trx,
  );
}

/** Claims to be read by their number: those somebody acted on, then open ones that no feed has told of for long. */
export async function findClaimRereads(
  scope: OwnerScope,
  account: AccountId,
  limit: number,
): Promise<readonly ClaimRef[]> {
  const { rows } = await sql<{
    native_claim_id: string;
    native_order_id: string;
    kind: ClaimKind;
    requested_at: Date;
    native_status: string;
    replacement_package: string | null;
    lines: readonly ClaimedLine[];
  }>`
    select c.native_claim_id, c.native_order_id, c.kind, c.requested_at, c.native_status, c.replacement_package, (
      select coalesce(json_agg(json_build_object('nativeLineId', coalesce(l.native_line_id, p.native_line_id),
        'nativeItemId', coalesce(l.native_item_id, p.native_item_id), 'packageKey', p.package_key,
        'quantity', coalesce(l.quantity, p.quantity)) order by l.nth), '[]')
      from claim_lines l left join order_lines p on p.id = l.order_line_id where l.claim_id = c.id) as lines
    from claims c
    where c.owner_id = ${scope.owner} and c.account_id = ${account} and c.read_at <= statement_timestamp()
    order by c.read_at limit ${limit}`.execute(scope.trx);
  return rows.map((row) => ({
    nativeClaimId: row.native_claim_id,
    nativeOrderId: row.native_order_id,
    kind: row.kind,
    requestedAt: row.requested_at.toISOString(),
    nativeStatus: row.native_status,
    lines: row.lines,
    replacementPackage: row.replacement_package,
  }));
}

/** When a claim of the account is due to be read; null when none is. */
export async function nextClaimReread(scope: OwnerScope, account: AccountId): Promise<Date | null> {
  const { rows } = await sql<{ at: Date | null }>`
    select min(read_at) as at from claims
    where owner_id = ${scope.owner} and account_id = ${account} and read_at is not null`.execute(scope.trx);
  return rows[0]?.at ?? null;
}

/** A claim older than this that the marketplace does not show any more is asked for no more. */
const FOLLOWED_FOR = '120 days';

/** Asks for claims that were not shown again after a while. Silence changes nothing about them (law 4). */
export async function postponeClaims(
  scope: OwnerScope,
  account: AccountId,
  nativeClaimIds: readonly string[],
  againInMs: number,
): Promise<void> {
  if (nativeClaimIds.length === 0) return;
  await sql`
    update claims set read_at = case when requested_at > now() - ${FOLLOWED_FOR}::interval
      then now() + make_interval(secs => ${againInMs / 1000}::float8) end
    where owner_id = ${scope.owner} and account_id = ${account}
      and native_claim_id = any(${[...nativeClaimIds]}::text[])`.execute(scope.trx);
}
