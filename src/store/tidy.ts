import { sql } from 'kysely';
import type { Database } from './database.ts';

/**
 * Gives back the room of dead rows and refreshes the planner's statistics. A PostgreSQL server does this by itself;
 * the embedded database has no background workers, so it is done at each start.
 */
export async function tidy(db: Database): Promise<void> {
  await sql`vacuum (analyze)`.execute(db.root);
}
