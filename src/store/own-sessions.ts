import { sql } from 'kysely';
import type { OwnerScope } from './scope.ts';

/** A browser or program in which a person is signed in. */
export interface OwnSession {
  readonly id: string;
  readonly createdAt: Date;
  readonly seenAt: Date;
  readonly expiresAt: Date;
  readonly ip: string | null;
  readonly userAgent: string | null;
}

interface SessionRow {
  id: string;
  created_at: Date;
  updated_at: Date;
  expires_at: Date;
  ip_address: string | null;
  user_agent: string | null;
}

/** Where a person is signed in, the newest first. */
export async function listOwnSessions({ trx }: OwnerScope, userId: string): Promise<readonly OwnSession[]> {
  const { rows } = await sql<SessionRow>`
    select id, created_at, updated_at, expires_at, ip_address, user_agent from auth_sessions
    where user_id = ${userId} and expires_at > now() order by created_at desc, id limit 100`.execute(trx);
  return rows.map((row) => ({
    id: row.id,
    createdAt: row.created_at,
    seenAt: row.updated_at,
    expiresAt: row.expires_at,
    ip: row.ip_address || null,
    userAgent: row.user_agent || null,
  }));
}

/** Ends one session of a person. False when they have none of this number. */
export async function endOwnSession({ trx }: OwnerScope, userId: string, id: string): Promise<boolean> {
  const { rows } = await sql`
    delete from auth_sessions where user_id = ${userId} and id = ${id} returning 1`.execute(trx);
  return rows.length > 0;
}
