import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { type AccountId, accountId, type OwnerId, ownerId } from '../domain/ids.ts';
import type { Database } from './database.ts';
import type { OwnerScope } from './scope.ts';

const TOKEN_BYTES = 32;
const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/**
 * Gives an account a new secret for its address, and takes the old one away. It is shown once: the database keeps only
 * its hash. The caller has made sure that the account is the owner's.
 */
export async function setHook(scope: OwnerScope, account: AccountId): Promise<string> {
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  await sql`
    insert into account_hooks (account_id, owner_id, hash) values (${account}, ${scope.owner}, ${hashOf(token)})
    on conflict (account_id) do update set hash = excluded.hash, created_at = now()
    where account_hooks.owner_id = excluded.owner_id`.execute(scope.trx);
  return token;
}

/** Takes the secret address away. False when the account had none. */
export async function removeHook(scope: OwnerScope, account: AccountId): Promise<boolean> {
  const { rows } = await sql`
    delete from account_hooks where owner_id = ${scope.owner} and account_id = ${account}
    returning account_id`.execute(scope.trx);
  return rows.length > 0;
}

export interface HookState {
  readonly createdAt: Date;
  readonly lastReceivedAt: Date | null;
}

/** When the secret address was made and last used; undefined when the account has none. */
export async function readHook(scope: OwnerScope, account: AccountId): Promise<HookState | undefined> {
  const { rows } = await sql<{ created_at: Date; last_received_at: Date | null }>`
    select h.created_at, (select max(received_at) from inbox i
      where i.owner_id = ${scope.owner} and i.account_id = h.account_id and i.source = 'hook') as last_received_at
    from account_hooks h where h.owner_id = ${scope.owner} and h.account_id = ${account}`.execute(scope.trx);
  const [row] = rows;
  return row === undefined ? undefined : { createdAt: row.created_at, lastReceivedAt: row.last_received_at };
}

/** Whose secret this is. Only hashes are compared, so the time it takes tells nothing of the secret. */
export async function findHook(
  db: Database,
  token: string,
): Promise<{ readonly owner: OwnerId; readonly account: AccountId } | undefined> {
  if (!TOKEN.test(token)) return undefined;
  const { rows } = await sql<{ account_id: number; owner_id: number }>`
    select account_id, owner_id from account_hooks where hash = ${hashOf(token)}`.execute(db.root);
  const [row] = rows;
  return row === undefined ? undefined : { owner: ownerId(row.owner_id), account: accountId(row.account_id) };
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
