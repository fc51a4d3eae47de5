import { sql } from 'kysely';
import { type AccountId, accountId, type RunId, runId } from '../domain/ids.ts';
import type { OwnerScope } from './scope.ts';
import { sqlJson } from './sql-json.ts';

export type RunCause = 'schedule' | 'request' | 'first';
export const RUN_STATUSES = ['queued', 'running', 'success', 'partial', 'failed'] as const;
export type RunStatus = (typeof RUN_STATUSES)[number];

/** One reading of one account: what the guide calls a sync log. */
export interface SyncRun {
  readonly id: RunId;
  readonly account: AccountId;
  readonly platform: string;
  readonly syncType: string;
  readonly cause: RunCause;
  readonly status: RunStatus;
  readonly rangeFrom: Date | null;
  readonly rangeTo: Date | null;
  readonly queuedAt: Date;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly failed: number;
  readonly trouble: unknown;
}

export interface RunCounts {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly failed: number;
}

interface RunRow extends RunCounts {
  id: number;
  account_id: number;
  platform: string;
  sync_type: string;
  cause: RunCause;
  status: RunStatus;
  range_from: Date | null;
  range_to: Date | null;
  queued_at: Date;
  started_at: Date | null;
  finished_at: Date | null;
  trouble: unknown;
}

const COLUMNS =
  sql.raw(`id, account_id, platform, sync_type, cause, status, range_from, range_to, queued_at, started_at,
  finished_at, created, updated, unchanged, failed, trouble`);

function fromRow(row: RunRow): SyncRun {
  return {
    id: runId(row.id),
    account: accountId(row.account_id),
    platform: row.platform,
    syncType: row.sync_type,
    cause: row.cause,
    status: row.status,
    rangeFrom: row.range_from,
    rangeTo: row.range_to,
    queuedAt: row.queued_at,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    created: row.created,
    updated: row.updated,
    unchanged: row.unchanged,
    failed: row.failed,
    trouble: row.trouble,
  };
}

export interface RunWish {
  readonly account: AccountId;
  readonly platform: string;
  readonly cause: RunCause;
  /** Orders placed in this range are read again; null reads what changed since the cursor. */
  readonly range: { readonly from: Date; readonly to: Date } | null;
}

/** Writes down that an account's orders shall be read; the holder of its pull lane does it. */
export async function queueRun(scope: OwnerScope, wish: RunWish): Promise<RunId> {
  const { rows } = await sql<{ id: number }>`
    insert into sync_runs (owner_id, account_id, platform, sync_type, cause, status, range_from, range_to)
    values (${scope.owner}, ${wish.account}, ${wish.platform}, 'orders', ${wish.cause}, 'queued',
      ${wish.range?.from ?? null}, ${wish.range?.to ?? null})
    returning id`.execute(scope.trx);
  const [row] = rows;
  if (row === undefined) throw new Error('the run was not stored');
  return runId(row.id);
}

/**
 * Takes up runs that a process left when it died: a person's wish is queued again, a scheduled one is closed as
 * interrupted. Only the holder of the account's pull lane may call it.
 */
export async function recoverRuns(scope: OwnerScope, account: AccountId): Promise<void> {
  await sql`
    update sync_runs set
      status = case when cause = 'schedule' then 'failed' else 'queued' end,
      finished_at = case when cause = 'schedule' then now() end,
      trouble = case when cause = 'schedule' then ${sqlJson({ reason: 'interrupted' })}::jsonb end,
      created = case when cause = 'schedule' then created else 0 end,
      updated = case when cause = 'schedule' then updated else 0 end,
      unchanged = case when cause = 'schedule' then unchanged else 0 end,
      failed = case when cause = 'schedule' then failed else 0 end
    where owner_id = ${scope.owner} and account_id = ${account} and status = 'running'`.execute(scope.trx);
}

/** The runs that wait for an account, oldest first. */
export async function queuedRuns(scope: OwnerScope, account: AccountId): Promise<readonly SyncRun[]> {
  const { rows } = await sql<RunRow>`
    select ${COLUMNS} from sync_runs
    where owner_id = ${scope.owner} and account_id = ${account} and status = 'queued' order by id`.execute(
    scope.trx,
  );
  return rows.map(fromRow);
}

export async function beginRun(scope: OwnerScope, run: RunId): Promise<void> {
  await sql`
    update sync_runs set status = 'running', started_at = now()
    where owner_id = ${scope.owner} and id = ${run}`.execute(scope.trx);
}

/** Adds a batch's counts; call it in the batch's transaction, so that counts and rows agree after a crash. */
export async function addCounts(scope: OwnerScope, run: RunId, counts: RunCounts): Promise<void> {
  await sql`
    update sync_runs set created = created + ${counts.created}, updated = updated + ${counts.updated},
      unchanged = unchanged + ${counts.unchanged}, failed = failed + ${counts.failed}
    where owner_id = ${scope.owner} and id = ${run}`.execute(scope.trx);
}

/** Closes a run: failed with its trouble, partial when rows were set aside, else a success. */
export async function finishRun(scope: OwnerScope, run: RunId, trouble: unknown): Promise<void> {
  const failed = trouble !== null;
  await sql`
    update sync_runs set finished_at = now(),
      status = case when ${failed} then 'failed' when failed > 0 then 'partial' else 'success' end,
      trouble = ${failed ? sqlJson(trouble) : null}::jsonb
    where owner_id = ${scope.owner} and id = ${run}`.execute(scope.trx);
}

export async function findRun(scope: OwnerScope, run: RunId): Promise<SyncRun | undefined> {
  const { rows } = await sql<RunRow>`
    select ${COLUMNS} from sync_runs where owner_id = ${scope.owner} and id = ${run}`.execute(scope.trx);
  return rows[0] === undefined ? undefined : fromRow(rows[0]);
}

export interface RunFilter {
  readonly from: Date | null;
  readonly to: Date | null;
  readonly platform: string | null;
  readonly account: AccountId | null;
  readonly status: RunStatus | null;
  readonly limit: number;
  /** Runs older than this one. */
  readonly before: RunId | null;
}

/** Runs, newest first. */
export async function listRuns(scope: OwnerScope, filter: RunFilter): Promise<readonly SyncRun[]> {
  const { rows } = await sql<RunRow>`
    select ${COLUMNS} from sync_runs
    where owner_id = ${scope.owner}
      and (${filter.from}::timestamptz is null or queued_at >= ${filter.from}::timestamptz)
      and (${filter.to}::timestamptz is null or queued_at < ${filter.to}::timestamptz)
      and (${filter.platform}::text is null or platform = ${filter.platform}::text)
      and (${filter.account}::bigint is null or account_id = ${filter.account}::bigint)
      and (${filter.status}::text is null or status = ${filter.status}::text)
      and (${filter.before}::bigint is null or id < ${filter.before}::bigint)
    order by id desc limit ${filter.limit}`.execute(scope.trx);
  return rows.map(fromRow);
}

/** The runs that wait or are at work, oldest first. */
export async function unfinishedRuns(scope: OwnerScope): Promise<readonly SyncRun[]> {
  const { rows } = await sql<RunRow>`
    select ${COLUMNS} from sync_runs
    where owner_id = ${scope.owner} and status in ('queued', 'running') order by id limit 1000`.execute(
    scope.trx,
  );
  return rows.map(fromRow);
}

/** Some runs by id, oldest first. Those of other owners are left out. */
export async function findRuns(scope: OwnerScope, runs: readonly RunId[]): Promise<readonly SyncRun[]> {
  const { rows } = await sql<RunRow>`
    select ${COLUMNS} from sync_runs
    where owner_id = ${scope.owner} and id = any(${[...runs]}::bigint[]) order by id`.execute(scope.trx);
  return rows.map(fromRow);
}

/** The newest run of each account. */
export async function latestRuns(scope: OwnerScope): Promise<readonly SyncRun[]> {
  const { rows } = await sql<RunRow>`
    select latest.* from accounts a
    cross join lateral (
      select ${COLUMNS} from sync_runs r where r.account_id = a.id order by r.id desc limit 1) latest
    where a.owner_id = ${scope.owner} and a.disconnected_at is null order by a.id`.execute(scope.trx);
  return rows.map(fromRow);
}
