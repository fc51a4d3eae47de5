import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { type OwnerId, ownerId } from '../domain/ids.ts';
import type { Database } from './database.ts';
import type { Role } from './owners.ts';

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
  const token = PREFIX + randomBytes(32).toString('base64url');
  await sql`
    insert into api_tokens (owner_id, name, prefix, hash, role, expires_at)
    values (${owner}, ${name}, ${token.slice(0, 10)}, ${hashOf(token)}, ${role}, ${expiresAt})`.execute(
    db.root,
  );
  return token;
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
