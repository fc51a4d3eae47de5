import { type RawBuilder, sql } from 'kysely';
import type { AccountId, RunId } from '../domain/ids.ts';
import { runId } from '../domain/ids.ts';
import type { OwnerScope } from './scope.ts';
import {
  RUN_COLUMNS,
  type RunCause,
  type RunRow,
  type RunStatus,
  runFromRow,
  type SyncRun,
} from './sync-runs.ts';
import { allOf, type TimePosition } from './time-keyset.ts';

export interface LogFilter {
  readonly from?: Date | null;
  /** Exclusive. */
  readonly to?: Date | null;
  readonly platform?: string | null;
  readonly account?: AccountId | null;
  /** Any of these; every status when absent. */
  readonly statuses?: readonly RunStatus[] | null;
  readonly syncType?: string | null;
  readonly cause?: RunCause | null;
  /** Whether the run failed or set rows aside. */
  readonly hasFailures?: boolean | null;
}

export interface LoggedRun extends SyncRun {
  readonly position: TimePosition;
}

/** Runs, newest first. */
export async function listLogs(
  scope: OwnerScope,
  filter: LogFilter,
  page: { readonly limit: number; readonly after: TimePosition | null },
): Promise<readonly LoggedRun[]> {
  const { rows } = await sql<RunRow & { at_text: string }>`
    select found.*, to_char(queued_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at_text
    from (${newestOf(scope, filter, page)}) found
    order by queued_at desc, id desc limit ${page.limit}`.execute(scope.trx);
  return rows.map((row) => ({ ...runFromRow(row), position: { at: row.at_text, id: row.id } }));
}

/** The newest runs of each status by themselves, since an index gives only those of one status in order. */
function newestOf(
  scope: OwnerScope,
  filter: LogFilter,
  { limit, after }: { readonly limit: number; readonly after: TimePosition | null },
): RawBuilder<unknown> {
  const newest = (conditions: RawBuilder<unknown>) => sql`
    select ${RUN_COLUMNS} from sync_runs
    where ${conditions} order by queued_at desc, id desc limit ${limit}`;
  const conditions = [
    logConditions(scope, filter),
    after && sql`(queued_at, id) < (${after.at}::timestamptz, ${after.id})`,
  ];
  const { statuses } = filter;
  if (!statuses) return newest(allOf(conditions));
  return sql`
    select found.* from unnest(${[...statuses]}::text[]) wanted (wanted_status)
    cross join lateral (${newest(allOf([...conditions, sql`status = wanted_status`]))}) found`;
}

/** What makes a run fit the filter, but for its status. */
export function logConditions({ owner }: OwnerScope, filter: LogFilter): RawBuilder<unknown> {
  const { from, to, platform, account, syncType, cause, hasFailures } = filter;
  return allOf([
    sql`owner_id = ${owner}`,
    from && sql`queued_at >= ${from}::timestamptz`,
    to && sql`queued_at < ${to}::timestamptz`,
    platform && sql`platform = ${platform}`,
    account && sql`account_id = ${account}`,
    syncType && sql`sync_type = ${syncType}`,
    cause && sql`cause = ${cause}`,
    // In the very words of the index that serves it.
    hasFailures === true && sql`(failed > 0 or status = 'failed')`,
    hasFailures === false && sql`not (failed > 0 or status = 'failed')`,
  ]);
}

/** The runs that did a run again, oldest first. */
export async function retriesOf({ trx, owner }: OwnerScope, run: RunId): Promise<readonly RunId[]> {
  const { rows } = await sql<{ id: number }>`
    select id from sync_runs where owner_id = ${owner} and retry_of = ${run} order by id limit 100`.execute(
    trx,
  );
  return rows.map(({ id }) => runId(id));
}
