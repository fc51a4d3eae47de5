import { sql } from 'kysely';
import type { Database } from '../../src/store/database.ts';

/** Tables and names of the measurement itself begin with this; what they cost is told apart. */
export const OURS = 'bench_';

export interface DatabaseTime {
  /** Planning and carrying out, in milliseconds of all connections together. */
  readonly hubMs: number;
  readonly benchMs: number;
  /** The dearest statements of the hub: milliseconds, how often, and their beginning. */
  readonly dearest: readonly { readonly ms: number; readonly calls: number; readonly statement: string }[];
}

/** What the server must be started with. */
export const TIMED = ['shared_preload_libraries=pg_stat_statements', 'pg_stat_statements.track_planning=on'];

const SHOWN = 8;

/** Begins to count what statements cost in this database. */
export async function countDatabaseTime({ root }: Database): Promise<void> {
  await sql`create extension if not exists pg_stat_statements`.execute(root);
  await sql`select pg_stat_statements_reset()`.execute(root);
}

/** What they have cost since. */
export async function readDatabaseTime({ root }: Database): Promise<DatabaseTime> {
  const { rows } = await sql<{ ours: boolean; ms: number; calls: number; statement: string }>`
    select query like ${`%${OURS}%`} as ours, total_exec_time + total_plan_time as ms, calls::integer,
      left(regexp_replace(query, '\\s+', ' ', 'g'), 110) as statement
    from pg_stat_statements s join pg_database d on d.oid = s.dbid and d.datname = current_database()
    where toplevel and query not like '%pg_stat_statements%' order by ms desc`.execute(root);
  const sum = (some: typeof rows) => some.reduce((total, { ms }) => total + ms, 0);
  const hub = rows.filter(({ ours }) => !ours);
  return {
    hubMs: sum(hub),
    benchMs: sum(rows.filter(({ ours }) => ours)),
    dearest: hub
      .slice(0, SHOWN)
      .map(({ ms, calls, statement }) => ({ ms: Math.round(ms), calls, statement })),
  };
}
