import { sql } from 'kysely';
import { type AccountId, accountId, type RunId, runId } from '../domain/ids.ts';
import type { OwnerScope } from './scope.ts';
import { type LogFilter, logConditions } from './sync-logs.ts';
import type { RunStatus } from './sync-runs.ts';

/** Statuses of runs that did not do all they were to do. */
export const RETRIABLE = ['failed', 'partial', 'canceled'] as const satisfies readonly RunStatus[];
export type Retriable = (typeof RETRIABLE)[number];

/** What doing a run again comes to. */
export type RetryVerdict =
  /** It can be done again. */
  | 'retry'
  /** The same reading waits or is at work already. */
  | 'waiting'
  /** A later run has done the same since. */
  | 'made_good'
  | 'switched_off'
  | 'disconnected';

export interface RetryCandidate {
  readonly run: RunId;
  readonly account: AccountId;
  readonly platform: string;
  readonly syncType: string;
  readonly range: { readonly from: Date; readonly to: Date } | null;
  readonly verdict: RetryVerdict;
}

interface CandidateRow {
  id: number;
  account_id: number;
  platform: string;
  sync_type: string;
  range_from: Date | null;
  range_to: Date | null;
  verdict: RetryVerdict;
}

/**
 * The newest unsuccessful run of each piece of work (account, type, range) that fits the filter, newest first, with
 * what doing it again comes to. An hour without a marketplace leaves hundreds of failed logs that are one piece.
 */
export async function findRetryCandidates(
  scope: OwnerScope,
  filter: LogFilter,
  statuses: readonly Retriable[],
  limit: number,
): Promise<readonly RetryCandidate[]> {
  const { rows } = await sql<CandidateRow>`
    with works as (
      select distinct on (account_id, sync_type, range_from, range_to)
        id, account_id, platform, sync_type, status, range_from, range_to
      from sync_runs where ${logConditions(scope, filter)} and status = any(${[...statuses]}::text[])
      order by account_id, sync_type, range_from, range_to, id desc),
    newest as (select * from works order by id desc limit ${limit})
    select w.id, w.account_id, w.platform, w.sync_type, w.range_from, w.range_to,
      case when a.disconnected_at is not null then 'disconnected'
        when not a.enabled then 'switched_off'
        when exists (select from sync_runs r where ${sameWork} and r.status in ('queued', 'running')) then 'waiting'
        -- What a run set aside is read again by its own retry only.
        when exists (select from sync_runs r where ${sameWork} and r.id > w.id and r.status in ('success', 'partial')
          and (w.status <> 'partial' or r.retry_of = w.id)) then 'made_good'
        else 'retry' end as verdict
    from newest w join accounts a on a.id = w.account_id order by w.id desc`.execute(scope.trx);
  return rows.map((row) => ({
    run: runId(row.id),
    account: accountId(row.account_id),
    platform: row.platform,
    syncType: row.sync_type,
    range:
      row.range_from === null || row.range_to === null ? null : { from: row.range_from, to: row.range_to },
    verdict: row.verdict,
  }));
}

const sameWork = sql`r.account_id = w.account_id and r.sync_type = w.sync_type
  and r.range_from is not distinct from w.range_from and r.range_to is not distinct from w.range_to`;

/** The retry of a run that waits or is at work, so that asking twice does not read twice. */
export async function openRetryOf({ trx, owner }: OwnerScope, run: RunId): Promise<RunId | undefined> {
  const { rows } = await sql<{ id: number }>`
    select id from sync_runs
    where owner_id = ${owner} and retry_of = ${run} and status in ('queued', 'running') order by id limit 1`.execute(
    trx,
  );
  return rows[0] === undefined ? undefined : runId(rows[0].id);
}

/** The orders whose rows these runs could not read, by account. */
export async function ordersSetAsideBy(
  { trx, owner }: OwnerScope,
  runs: readonly RunId[],
): Promise<ReadonlyMap<AccountId, readonly string[]>> {
  const { rows } = await sql<{ account_id: number; orders: string[] }>`
    select account_id, array_agg(distinct native_order_id) as orders from set_asides
    where owner_id = ${owner} and run_id = any(${[...runs]}::bigint[]) and native_order_id is not null
    group by account_id`.execute(trx);
  return new Map(rows.map((row) => [accountId(row.account_id), row.orders]));
}
