import { sql } from 'kysely';
import { type AccountId, accountId } from '../domain/ids.ts';
import type { OwnerScope } from './scope.ts';

/** What the catalogue lane reads by the clock, in the order in which it is read. */
export const CATALOG_TYPES = ['products', 'inventory'] as const;
export type CatalogType = (typeof CATALOG_TYPES)[number];

/** Up to when the turns of each type are used up; a type that had none yet is not there. */
export type SyncTurns = ReadonlyMap<CatalogType, Date>;

/** The turns of an account on the catalogue lane. */
export async function readSyncTurns(scope: OwnerScope, account: AccountId): Promise<SyncTurns> {
  const { rows } = await sql<{ sync_type: CatalogType; turn_at: Date }>`
    select sync_type, turn_at from sync_turns where owner_id = ${scope.owner} and account_id = ${account}`.execute(
    scope.trx,
  );
  return new Map(rows.map((row) => [row.sync_type, row.turn_at]));
}

/** The turns of every account of an owner on the catalogue lane. */
export async function allSyncTurns(scope: OwnerScope): Promise<ReadonlyMap<AccountId, SyncTurns>> {
  const { rows } = await sql<{ account_id: number; sync_type: CatalogType; turn_at: Date }>`
    select account_id, sync_type, turn_at from sync_turns where owner_id = ${scope.owner}`.execute(scope.trx);
  return new Map(
    [...Map.groupBy(rows, (row) => accountId(row.account_id))].map(([account, own]) => [
      account,
      new Map(own.map((row) => [row.sync_type, row.turn_at])),
    ]),
  );
}

/** Notes up to when an account's turns of a type are used up; null when it is to have one at once. */
export async function noteSyncTurn(
  scope: OwnerScope,
  account: AccountId,
  type: CatalogType,
  at: Date | null,
): Promise<void> {
  if (at === null) {
    await sql`
      delete from sync_turns where owner_id = ${scope.owner} and account_id = ${account} and sync_type = ${type}`.execute(
      scope.trx,
    );
    return;
  }
  await sql`
    insert into sync_turns (owner_id, account_id, sync_type, turn_at)
    values (${scope.owner}, ${account}, ${type}, ${at})
    on conflict (account_id, sync_type) do update set turn_at = excluded.turn_at`.execute(scope.trx);
}
