import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { type OwnerId, ownerId } from '../domain/ids.ts';
import type { Database } from './database.ts';
import type { Role } from './owners.ts';
import { asOwner, type OwnerScope } from './scope.ts';

const PREFIX = 'moa_';

export type TokenCheck =
  | { readonly kind: 'valid'; readonly owner: OwnerId; readonly role: Role; readonly tokenId: number }
  | { readonly kind: 'expired' }
  | { readonly kind: 'unknown' };

/** Makes a bearer token for programs. It is shown once: the database keeps only its hash. */
export async function issueApiToken(
  db: Database,
  owner: OwnerId,
  { name, role, expiresAt }: { name: string; role: Role; expiresAt: Date | null },
): Promise<string> {
  return (await asOwner(db, owner, (scope) => addApiToken(scope, { name, role, expiresAt }))).token;
}

/** The same within a transaction; answers the number that the token stands under as well. */
export async function addApiToken(
  { trx, owner }: OwnerScope,
  { name, role, expiresAt }: { name: string; role: Role; expiresAt: Date | null },
): Promise<{ readonly id: number; readonly token: string }> {
  const token = PREFIX + randomBytes(32).toString('base64url');
  const { rows } = await sql<{ id: number }>`
    insert into api_tokens (owner_id, name, prefix, hash, role, expires_at)
    values (${owner}, ${name}, ${token.slice(0, 10)}, ${hashOf(token)}, ${role}, ${expiresAt})
    returning id`.execute(trx);
  const [row] = rows;
  if (row === undefined) throw new Error('the token was not stored');
  return { id: row.id, token };
}

/** A token as it may be shown: never the token itself. */
export interface ApiToken {
  readonly id: number;
  readonly name: string;
  /** Its first letters, by which people tell tokens apart. */
  readonly prefix: string;
  readonly role: Role;
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
  readonly lastUsedAt: Date | null;
}

interface TokenRow {
  id: number;
  name: string;
  prefix: string;
  role: Role;
  created_at: Date;
  expires_at: Date | null;
  last_used_at: Date | null;
}

/** Every token of a business, newest first. */
export async function listApiTokens({ trx, owner }: OwnerScope): Promise<readonly ApiToken[]> {
  const { rows } = await sql<TokenRow>`
    select id, name, prefix, role, created_at, expires_at, last_used_at from api_tokens
    where owner_id = ${owner} order by id desc`.execute(trx);
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    prefix: row.prefix,
    role: row.role,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    lastUsedAt: row.last_used_at,
  }));
}

/** Makes a token useless from now on. Answers what it was called; undefined when there is none. */
export async function revokeApiToken({ trx, owner }: OwnerScope, id: number): Promise<string | undefined> {
  const { rows } = await sql<{ name: string }>`
    delete from api_tokens where owner_id = ${owner} and id = ${id} returning name`.execute(trx);
  return rows[0]?.name;
}

/** The number a token stands under, as it appears in the audit trail. */
export async function tokenIdOf(db: Database, token: string): Promise<number | null> {
  const { rows } = await sql<{ id: number }>`
    select id from api_tokens where hash = ${hashOf(token)}`.execute(db.root);
  return rows[0]?.id ?? null;
}

/** Finds whose token this is. Its last use is noted, at most once a minute. */
export async function checkApiToken(db: Database, token: string): Promise<TokenCheck> {
  if (!token.startsWith(PREFIX)) return { kind: 'unknown' };
  const { rows } = await sql<{ id: number; owner_id: number; role: Role; expired: boolean; stale: boolean }>`
    select id, owner_id, role, coalesce(expires_at <= now(), false) as expired,
      coalesce(last_used_at < now() - interval '1 minute', true) as stale
    from api_tokens where hash = ${hashOf(token)}`.execute(db.root);
  const [row] = rows;
  if (row === undefined) return { kind: 'unknown' };
  if (row.expired) return { kind: 'expired' };
  if (row.stale) await sql`update api_tokens set last_used_at = now() where id = ${row.id}`.execute(db.root);
  return { kind: 'valid', owner: ownerId(row.owner_id), role: row.role, tokenId: row.id };
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
