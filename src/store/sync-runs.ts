import { sql } from 'kysely';
import { type AccountId, accountId, type OwnerId, ownerId, type RunId, runId } from '../domain/ids.ts';
import type { SyncType } from '../domain/schedule.ts';
import type { WindowCount } from '../marketplaces/kit/windows.ts';
import { announce } from './notices.ts';
import type { OwnerScope } from './scope.ts';
import { sqlJson } from './sql-json.ts';
import { foldQuietRun } from './sync-fold.ts';

export const RUN_CAUSES = ['schedule', 'request', 'first'] as const;
export type RunCause = (typeof RUN_CAUSES)[number];
export const RUN_STATUSES = ['queued', 'running', 'success', 'partial', 'failed', 'canceled'] as const;
export type RunStatus = (typeof RUN_STATUSES)[number];

/** One reading of one account: what the guide calls a sync log. */
export interface SyncRun {
  readonly id: RunId;
  readonly account: AccountId;
  readonly platform: string;
  /** The one that the shop has by now. */
  readonly edition: string;
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
  /** How far the reading has come, where the connector tells. */
  readonly windows: WindowCount | null;
  /** The feed that was read last. */
  readonly feed: string | null;
  /** When it was told last how far the run is. */
  readonly updatedAt: Date | null;
  /** When somebody asked for it to stop. */
  readonly cancelAskedAt: Date | null;
  /** How many runs this one stands for: quiet ones by the clock are folded into the newest. */
  readonly repeats: number;
  /** When the first of them was queued; null where it stands for itself only. */
  readonly firstQueuedAt: Date | null;
  /** The run that this one does again. */
  readonly retryOf: RunId | null;
}

export interface RunCounts {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly failed: number;
}

export interface RunRow extends RunCounts {
  id: number;
  account_id: number;
  platform: string;
  edition: string;
  sync_type: string;
  cause: RunCause;
  status: RunStatus;
  range_from: Date | null;
  range_to: Date | null;
  queued_at: Date;
  started_at: Date | null;
  finished_at: Date | null;
  trouble: unknown;
  windows_done: number | null;
  windows_total: number | null;
  feed: string | null;
  updated_at: Date | null;
  cancel_asked_at: Date | null;
  repeats: number;
  first_queued_at: Date | null;
  retry_of: number | null;
}

export const RUN_COLUMNS =
  sql.raw(`id, account_id, platform, sync_type, cause, status, range_from, range_to, queued_at, started_at,
  finished_at, created, updated, unchanged, failed, trouble, windows_done, windows_total, feed, updated_at,
  cancel_asked_at, repeats, first_queued_at, retry_of,
  (select own.edition from accounts own where own.id = account_id) as edition`);

export function runFromRow(row: RunRow): SyncRun {
  return {
    id: runId(row.id),
    account: accountId(row.account_id),
    platform: row.platform,
    edition: row.edition,
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
    windows:
      row.windows_done === null || row.windows_total === null
        ? null
        : { done: row.windows_done, total: row.windows_total },
    feed: row.feed,
    updatedAt: row.updated_at,
    cancelAskedAt: row.cancel_asked_at,
    repeats: row.repeats,
    firstQueuedAt: row.first_queued_at,
    retryOf: row.retry_of === null ? null : runId(row.retry_of),
  };
}

export interface RunWish {
  readonly account: AccountId;
  readonly cause: RunCause;
  /** Orders placed in this range are read again; null reads what changed since the cursor. */
  readonly range: { readonly from: Date; readonly to: Date } | null;
}

/** Writes down that an account's orders shall be read; the holder of its pull lane does it. */
export async function queueRun(scope: OwnerScope, wish: RunWish): Promise<RunId> {
  const [queued] = await queueRuns(scope, [wish.account], wish.cause, wish.range);
  if (queued === undefined) throw new Error('the run was not stored');
  return queued;
}

/** Queues one run for each of these accounts. Those of other owners are left out. */
export async function queueRuns(
  scope: OwnerScope,
  accounts: readonly AccountId[],
  cause: RunCause,
  range: RunWish['range'],
  syncType: SyncType = 'orders',
): Promise<readonly RunId[]> {
  const { rows } = await sql<{ id: number }>`
    insert into sync_runs (owner_id, account_id, platform, sync_type, cause, status, range_from, range_to)
    select owner_id, id, platform, ${syncType}, ${cause}, 'queued', ${range?.from ?? null}::timestamptz,
      ${range?.to ?? null}::timestamptz
    from accounts where owner_id = ${scope.owner} and id = any(${[...accounts]}::bigint[]) order by id
    returning id`.execute(scope.trx);
  const queued = rows.map(({ id }) => runId(id));
  // A scheduled run that finds nothing is told of once, at its end.
  if (cause !== 'schedule') await tellOfRuns(scope, queued);
  return queued;
}

const CANCEL = 'cancel';

export interface RunNotice {
  readonly owner: OwnerId;
  readonly run: RunId;
  /** Whether it is asked to stop. */
  readonly cancel: boolean;
}

/** Reads what is announced on `moa_runs`. */
export function readRunNotice(text: string): RunNotice {
  const [owner, run, word] = text.split(' ');
  return { owner: ownerId(Number(owner)), run: runId(Number(run)), cancel: word === CANCEL };
}

/** Followers of the owner look at the run once the transaction has committed. */
async function tellOfRun(scope: OwnerScope, run: RunId): Promise<void> {
  await announce(scope, 'moa_runs', `${scope.owner} ${run}`);
}

async function tellOfRuns(scope: OwnerScope, runs: readonly RunId[]): Promise<void> {
  await sql`
    select pg_notify('moa_runs', ${`${scope.owner} `}::text || run) from unnest(${[...runs]}::bigint[]) run`.execute(
    scope.trx,
  );
}

/** Queues each of these runs again, of the same type and range, and answers the new ones in the same order. */
export async function queueRetries(scope: OwnerScope, runs: readonly RunId[]): Promise<readonly RunId[]> {
  const { rows } = await sql<{ id: number }>`
    insert into sync_runs (owner_id, account_id, platform, sync_type, cause, status, range_from, range_to, retry_of)
    select owner_id, account_id, platform, sync_type, 'request', 'queued', range_from, range_to, r.id
    from unnest(${[...runs]}::bigint[]) with ordinality as wanted (id, place) join sync_runs r on r.id = wanted.id
    where r.owner_id = ${scope.owner} order by place returning id`.execute(scope.trx);
  const retries = rows.map(({ id }) => runId(id));
  await tellOfRuns(scope, retries);
  return retries;
}

/**
 * Takes up runs that a process left when it died. They are queued again, unless they were to be canceled; a scheduled
 * reading of orders is closed as interrupted, since its turn was not used up and comes again at once. A reading of
 * listings goes on where it was, so its counts stay. Only the holder of the lane that the type belongs to may call it.
 */
export async function recoverRuns(
  scope: OwnerScope,
  account: AccountId,
  syncType: SyncType = 'orders',
): Promise<void> {
  await sql`
    update sync_runs set
      status = case when cancel_asked_at is not null then 'canceled' when ends then 'failed' else 'queued' end,
      finished_at = case when ends then now() end,
      trouble = case when ends and cancel_asked_at is null then ${sqlJson({ reason: 'interrupted' })}::jsonb end,
      created = case when ends or goes_on then created else 0 end,
      updated = case when ends or goes_on then updated else 0 end,
      unchanged = case when ends or goes_on then unchanged else 0 end,
      failed = case when ends or goes_on then failed else 0 end,
      windows_done = case when ends then windows_done end,
      windows_total = case when ends then windows_total end
    from (
      select id as left_id, (cause = 'schedule' and sync_type = 'orders') or cancel_asked_at is not null as ends,
        sync_type = 'products' as goes_on
      from sync_runs
      where owner_id = ${scope.owner} and account_id = ${account} and sync_type = ${syncType}
        and status = 'running') found
    where owner_id = ${scope.owner} and id = left_id`.execute(scope.trx);
}

/** The runs of a type that wait for an account, oldest first. */
export async function queuedRuns(
  scope: OwnerScope,
  account: AccountId,
  syncType: SyncType = 'orders',
): Promise<readonly SyncRun[]> {
  const { rows } = await sql<RunRow>`
    select ${RUN_COLUMNS} from sync_runs
    where owner_id = ${scope.owner} and account_id = ${account} and sync_type = ${syncType}
      and status = 'queued' order by id`.execute(scope.trx);
  return rows.map(runFromRow);
}

/** The runs of a type that wait or are at work for these accounts, by account. */
export async function openRunsOf(
  scope: OwnerScope,
  accounts: readonly AccountId[],
  syncType: SyncType,
): Promise<ReadonlyMap<AccountId, RunId>> {
  const { rows } = await sql<{ account_id: number; id: number }>`
    select account_id, max(id) as id from sync_runs
    where owner_id = ${scope.owner} and account_id = any(${[...accounts]}::bigint[]) and sync_type = ${syncType}
      and status in ('queued', 'running') and cancel_asked_at is null
    group by account_id`.execute(scope.trx);
  return new Map(rows.map((row) => [accountId(row.account_id), runId(row.id)]));
}

/** Sets a waiting run to work. False when it was canceled meanwhile. */
export async function beginRun(scope: OwnerScope, run: RunId): Promise<boolean> {
  const { rows } = await sql<{ cause: RunCause }>`
    update sync_runs set status = 'running', started_at = now(), updated_at = now()
    where owner_id = ${scope.owner} and id = ${run} and status = 'queued' returning cause`.execute(scope.trx);
  if (rows[0] !== undefined && rows[0].cause !== 'schedule') await tellOfRun(scope, run);
  return rows.length === 1;
}

/** Where in its work a run is. */
export interface RunPlace {
  readonly feed: string | null;
  readonly windows: WindowCount | null;
}

/** Where a run is that nothing was told of. Leaves what was told before. */
const NOWHERE: RunPlace = { feed: null, windows: null };

function setPlace({ feed, windows }: RunPlace) {
  return sql`feed = coalesce(${feed}::text, feed),
    windows_done = coalesce(${windows?.done ?? null}::integer, windows_done),
    windows_total = coalesce(${windows?.total ?? null}::integer, windows_total)`;
}

/**
 * Adds a batch's counts; call it in the batch's transaction, so that counts and rows agree after a crash. Answers
 * whether the run is to stop here.
 */
export async function addCounts(
  scope: OwnerScope,
  run: RunId,
  counts: RunCounts,
  place: RunPlace = NOWHERE,
): Promise<{ readonly canceled: boolean }> {
  const { rows } = await sql<{ canceled: boolean }>`
    update sync_runs set created = created + ${counts.created}, updated = updated + ${counts.updated},
      unchanged = unchanged + ${counts.unchanged}, failed = failed + ${counts.failed},
      updated_at = now(), ${setPlace(place)}
    where owner_id = ${scope.owner} and id = ${run}
    returning cancel_asked_at is not null as canceled`.execute(scope.trx);
  await tellOfRun(scope, run);
  return { canceled: rows[0]?.canceled === true };
}

/**
 * Closes a run where it is: failed with its trouble, partial when rows were set aside, else a success. Quiet ones are
 * folded.
 */
export async function finishRun(
  scope: OwnerScope,
  run: RunId,
  trouble: unknown,
  place: RunPlace = NOWHERE,
): Promise<void> {
  const failed = trouble !== null;
  await sql`
    update sync_runs set finished_at = now(),
      status = case when ${failed} then 'failed' when failed > 0 then 'partial' else 'success' end,
      trouble = ${failed ? sqlJson(trouble) : null}::jsonb, ${setPlace(place)}
    where owner_id = ${scope.owner} and id = ${run}`.execute(scope.trx);
  if (!failed) await foldQuietRun(scope, run);
  await tellOfRun(scope, run);
}

/** Closes a run that stopped because somebody asked; what it has read stays. */
export async function stopRun(scope: OwnerScope, run: RunId): Promise<void> {
  await sql`
    update sync_runs set finished_at = now(), status = 'canceled'
    where owner_id = ${scope.owner} and id = ${run}`.execute(scope.trx);
  await tellOfRun(scope, run);
}

/**
 * Cancels a run: one that waits is closed at once, one at work stops between two transactions. Answers the run, and
 * undefined when it was finished already or is not there.
 */
export async function cancelRun(scope: OwnerScope, run: RunId): Promise<SyncRun | undefined> {
  const { rows } = await sql<RunRow>`
    update sync_runs set cancel_asked_at = coalesce(cancel_asked_at, now()),
      status = case when status = 'queued' then 'canceled' else status end,
      finished_at = case when status = 'queued' then now() end
    where owner_id = ${scope.owner} and id = ${run} and status in ('queued', 'running')
    returning ${RUN_COLUMNS}`.execute(scope.trx);
  if (rows[0] === undefined) return undefined;
  await announce(scope, 'moa_runs', `${scope.owner} ${run} ${CANCEL}`);
  return runFromRow(rows[0]);
}

export async function findRun(scope: OwnerScope, run: RunId): Promise<SyncRun | undefined> {
  const { rows } = await sql<RunRow>`
    select ${RUN_COLUMNS} from sync_runs where owner_id = ${scope.owner} and id = ${run}`.execute(scope.trx);
  return rows[0] === undefined ? undefined : runFromRow(rows[0]);
}

/** The runs that wait or are at work, oldest first. */
export async function unfinishedRuns(scope: OwnerScope): Promise<readonly SyncRun[]> {
  const { rows } = await sql<RunRow>`
    select ${RUN_COLUMNS} from sync_runs
    where owner_id = ${scope.owner} and status in ('queued', 'running') order by id limit 1000`.execute(
    scope.trx,
  );
  return rows.map(runFromRow);
}

/** Some runs by id, oldest first. Those of other owners are left out. */
export async function findRuns(scope: OwnerScope, runs: readonly RunId[]): Promise<readonly SyncRun[]> {
  const { rows } = await sql<RunRow>`
    select ${RUN_COLUMNS} from sync_runs
    where owner_id = ${scope.owner} and id = any(${[...runs]}::bigint[]) order by id`.execute(scope.trx);
  return rows.map(runFromRow);
}

/** The newest run of each account. */
export async function latestRuns(scope: OwnerScope): Promise<readonly SyncRun[]> {
  const { rows } = await sql<RunRow>`
    select latest.* from accounts a
    cross join lateral (
      select ${RUN_COLUMNS} from sync_runs r where r.account_id = a.id order by r.id desc limit 1) latest
    where a.owner_id = ${scope.owner} and a.disconnected_at is null order by a.id`.execute(scope.trx);
  return rows.map(runFromRow);
}
