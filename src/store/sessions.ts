import { sql } from 'kysely';
import type { Database } from './database.ts';

/** Deletes the sessions of people that have ended, with the addresses and browsers that stand in them. */
export async function forgetEndedSessions(db: Database): Promise<void> {
  await sql`delete from auth_sessions where expires_at < now()`.execute(db.root);
}
