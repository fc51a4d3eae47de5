import { sql } from 'kysely';
import type { AccountId } from '../domain/ids.ts';
import type { OwnerScope } from './scope.ts';

/** Where an account's feed goes on, or null before its first batch. */
export async function readCursor(
  scope: OwnerScope,
  account: AccountId,
  feed: string,
): Promise<string | null> {
  const { rows } = await sql<{ cursor: string }>`
    select cursor from feed_cursors
    where owner_id = ${scope.owner} and account_id = ${account} and feed = ${feed}`.execute(scope.trx);
  return rows[0]?.cursor ?? null;
}

/** Moves the cursor; call it in the transaction that writes the rows before it (law 1). */
export async function writeCursor(
  scope: OwnerScope,
  account: AccountId,
  feed: string,
  cursor: string,
): Promise<void> {
  await sql`
    insert into feed_cursors (account_id, feed, owner_id, cursor)
    values (${account}, ${feed}, ${scope.owner}, ${cursor})
    on conflict (account_id, feed) do update set cursor = excluded.cursor, updated_at = now()`.execute(
    scope.trx,
  );
}
