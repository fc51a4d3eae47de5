import { sql } from 'kysely';
import type { AccountId, RunId } from '../domain/ids.ts';
import { hintOrders } from './orders/hints.ts';
import type { OwnerScope } from './scope.ts';
import { sqlJson } from './sql-json.ts';
import { keyedDigest, seal } from './vault/seal.ts';
import type { Vault } from './vault/vault.ts';

export interface UnreadableRow {
  readonly nativeOrderId: string | null;
  /** Where the row is a listing. */
  readonly nativeListingId?: string | null;
  readonly reason: string;
  /** The marketplace's document as text. It may hold personal data, so it is stored sealed. */
  readonly payload: string;
}

/** A row that nobody can read yet is asked for again after this long. */
const ASK_AGAIN_SECONDS = 3_600;

/**
 * Keeps rows that could not be read, so that nothing is lost while the rest of the page goes on. Orders that they
 * name are read again by id later. `run` is null for what was read by id.
 */
export async function setAside(
  scope: OwnerScope,
  vault: Vault,
  { account, run, rows }: { account: AccountId; run: RunId | null; rows: readonly UnreadableRow[] },
): Promise<void> {
  if (rows.length === 0) return;
  const key = await vault.dataKey(scope, account);
  const byDigest = new Map(
    rows.map((row) => {
      const digest = keyedDigest(key, 'set-aside', row.payload).toString('base64');
      const sealed = seal(key, Buffer.from(row.payload), `set-aside|${account}|${digest}`).toString('base64');
      const { nativeOrderId, nativeListingId = null, reason } = row;
      return [
        digest,
        { native_order_id: nativeOrderId, native_listing_id: nativeListingId, reason, sealed, digest },
      ];
    }),
  );
  await sql`
    insert into set_asides (owner_id, account_id, run_id, native_order_id, native_listing_id, reason, sealed, digest)
    select ${scope.owner}, ${account}, ${run}, x.native_order_id, x.native_listing_id, x.reason,
      decode(x.sealed, 'base64'), decode(x.digest, 'base64')
    from json_to_recordset(${sqlJson([...byDigest.values()])}::json)
      as x(native_order_id text, native_listing_id text, reason text, sealed text, digest text)
    on conflict (account_id, digest) do update
    set last_seen_at = now(), reason = excluded.reason, run_id = coalesce(excluded.run_id, set_asides.run_id)`.execute(
    scope.trx,
  );
  const named = rows.map(({ nativeOrderId }) => nativeOrderId).filter((id) => id !== null);
  await hintOrders(scope, account, named, { cause: 'set_aside', inSeconds: ASK_AGAIN_SECONDS });
}

/** Forgets the rows of orders that can be read now. */
export async function clearSetAsides(
  scope: OwnerScope,
  account: AccountId,
  nativeOrderIds: readonly string[],
): Promise<void> {
  if (nativeOrderIds.length === 0) return;
  await sql`
    delete from set_asides where owner_id = ${scope.owner} and account_id = ${account}
      and native_order_id = any(${[...nativeOrderIds]}::text[])`.execute(scope.trx);
}

/** Forgets the rows of listings that can be read now. */
export async function clearListingSetAsides(
  scope: OwnerScope,
  account: AccountId,
  nativeListingIds: readonly string[],
): Promise<void> {
  if (nativeListingIds.length === 0) return;
  await sql`
    delete from set_asides where owner_id = ${scope.owner} and account_id = ${account}
      and native_listing_id = any(${[...nativeListingIds]}::text[])`.execute(scope.trx);
}

export interface SetAside {
  readonly nativeOrderId: string | null;
  readonly nativeListingId: string | null;
  readonly reason: string;
  readonly firstSeenAt: Date;
  readonly lastSeenAt: Date;
}

/** The rows a run set aside, without their payload. */
export async function listSetAsides(scope: OwnerScope, run: RunId): Promise<readonly SetAside[]> {
  const { rows } = await sql<{
    native_order_id: string | null;
    native_listing_id: string | null;
    reason: string;
    first_seen_at: Date;
    last_seen_at: Date;
  }>`
    select native_order_id, native_listing_id, reason, first_seen_at, last_seen_at from set_asides
    where owner_id = ${scope.owner} and run_id = ${run} order by id limit 500`.execute(scope.trx);
  return rows.map((row) => ({
    nativeOrderId: row.native_order_id,
    nativeListingId: row.native_listing_id,
    reason: row.reason,
    firstSeenAt: row.first_seen_at,
    lastSeenAt: row.last_seen_at,
  }));
}
