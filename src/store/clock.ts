import { sql } from 'kysely';
import type { Database } from './database.ts';

export interface SharedClock {
  readonly now: () => Date;
  stop(): void;
}

const FOLLOW_EVERY_MS = 10_000;

/**
 * The database's time, carried on by this process's monotonic timer in between. Every process on a database thus has
 * one clock, and a machine whose own clock is wrong or jumps reads no window of the future and lets no deadline pass.
 */
export async function followClock(db: Database): Promise<SharedClock> {
  let aheadMs = await measure(db);
  const following = setInterval(() => {
    // The database is away: the monotonic timer goes on by itself.
    measure(db).then(
      (measured) => {
        aheadMs = measured;
      },
      () => {},
    );
  }, FOLLOW_EVERY_MS);
  following.unref();
  return {
    now: () => new Date(performance.now() + aheadMs),
    stop: () => clearInterval(following),
  };
}

/** How far the database's epoch time is ahead of this process's monotonic timer. */
async function measure(db: Database): Promise<number> {
  const askedAt = performance.now();
  const { rows } = await sql<{ at_ms: number }>`
    select (extract(epoch from clock_timestamp()) * 1000)::float8 as at_ms`.execute(db.root);
  const [row] = rows;
  if (row === undefined) throw new Error('the database did not tell the time');
  return row.at_ms - (askedAt + performance.now()) / 2;
}
