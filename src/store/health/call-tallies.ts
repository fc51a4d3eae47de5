import { sql } from 'kysely';
import type { AccountId } from '../../domain/ids.ts';
import type { Database } from '../database.ts';
import type { OwnerScope } from '../scope.ts';
import { sqlJson } from '../sql-json.ts';

/** Calls of one account to one operation that ended alike. */
export interface CallTally {
  readonly account: AccountId;
  readonly operation: string;
  /** `ok`, or the reason of the trouble. */
  readonly outcome: string;
  readonly calls: number;
  readonly totalMs: number;
  readonly slowestMs: number;
  /** Calls by how long they took; see `domain/call-times.ts`. */
  readonly slots: readonly number[];
}

/** Adds counts of calls to the present hour, for accounts of any owner in one statement. */
export async function addCallTallies(db: Database, tallies: readonly CallTally[]): Promise<void> {
  if (tallies.length === 0) return;
  // In the order of the key, so that processes that add at once wait for each other instead of locking crosswise.
  await sql`
    insert into call_tallies as t
      (account_id, hour, operation, outcome, calls, total_ms, slowest_ms, slots)
    select x.account, date_trunc('hour', now()), x.operation, x.outcome, x.calls, x."totalMs", x."slowestMs", x.slots
    from json_to_recordset(${sqlJson(tallies)}::json) as x(account bigint, operation text, outcome text,
      calls integer, "totalMs" bigint, "slowestMs" integer, slots integer[])
    order by 1, 3, 4
    on conflict (account_id, hour, operation, outcome) do update set
      calls = t.calls + excluded.calls, total_ms = t.total_ms + excluded.total_ms,
      slowest_ms = greatest(t.slowest_ms, excluded.slowest_ms),
      slots = (select array_agg(a + b order by n)
        from unnest(t.slots, excluded.slots) with ordinality as s(a, b, n))`.execute(db.root);
}

/** What became of an account's calls to each operation in the hours given, the present one among them. */
export async function readCallTallies(
  scope: OwnerScope,
  account: AccountId,
  hours: number,
): Promise<readonly CallTally[]> {
  const { rows } = await sql<{
    operation: string;
    outcome: string;
    calls: number;
    total_ms: number;
    slowest_ms: number;
    slots: number[];
  }>`
    with counted as (
      select t.* from call_tallies t
      join accounts a on a.id = t.account_id and a.owner_id = ${scope.owner}
      where t.account_id = ${account}
        and t.hour > date_trunc('hour', now()) - make_interval(hours => ${hours}::int)),
    spread as (
      select operation, outcome, array_agg(calls order by n) as slots from (
        select operation, outcome, n, sum(count)::bigint as calls
        from counted cross join lateral unnest(slots) with ordinality as s(count, n)
        group by operation, outcome, n) by_slot
      group by operation, outcome)
    select operation, outcome, sum(calls)::bigint as calls, sum(total_ms)::bigint as total_ms,
      max(slowest_ms) as slowest_ms, spread.slots
    from counted join spread using (operation, outcome)
    group by operation, outcome, spread.slots
    order by operation, outcome`.execute(scope.trx);
  return rows.map((row) => ({
    account,
    operation: row.operation,
    outcome: row.outcome,
    calls: row.calls,
    totalMs: row.total_ms,
    slowestMs: row.slowest_ms,
    slots: row.slots.map(Number),
  }));
}
