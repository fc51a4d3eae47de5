import { sql } from 'kysely';
import { type AccountId, accountId, type CommandId, type SkuId } from '../../domain/ids.ts';
import type { OwnerScope } from '../scope.ts';
import { sqlJson } from '../sql-json.ts';

/** What a shop is told because of a sale in another one. */
export interface StockPush {
  readonly sku: SkuId;
  readonly from: AccountId;
  readonly to: AccountId;
  readonly command: CommandId;
  readonly orderedAt: Date | null;
  readonly seenAt: Date;
}

export async function notePushes(scope: OwnerScope, pushes: readonly StockPush[]): Promise<void> {
  if (pushes.length === 0) return;
  const rows = pushes.map(({ sku, from, to, command, orderedAt, seenAt }) => ({
    sku_id: sku,
    from_account: from,
    to_account: to,
    command_id: command,
    ordered_at: orderedAt?.toISOString() ?? null,
    seen_at: seenAt.toISOString(),
  }));
  await sql`
    insert into stock_pushes (owner_id, sku_id, from_account_id, to_account_id, command_id, ordered_at, seen_at)
    select ${scope.owner}, sku_id, from_account, to_account, command_id, ordered_at, seen_at
    from json_to_recordset(${sqlJson(rows)}::json) as x(sku_id bigint, from_account bigint, to_account bigint,
      command_id bigint, ordered_at timestamptz, seen_at timestamptz)`.execute(scope.trx);
}

/** How long it took from seeing a sale in one shop until another one had taken the new number, in milliseconds. */
export interface OversellWindow {
  readonly from: AccountId;
  readonly to: AccountId;
  readonly count: number;
  /** Of those not taken yet. */
  readonly open: number;
  readonly p50Ms: number | null;
  readonly p95Ms: number | null;
  readonly maxMs: number | null;
  /** The same from the moment of the order at its marketplace. */
  readonly sinceOrderP95Ms: number | null;
}

/** The windows of each pair of shops over the last days. A number that a newer one replaced ends with that one. */
export async function oversellWindows(scope: OwnerScope, days: number): Promise<readonly OversellWindow[]> {
  const { rows } = await sql<{
    from_account_id: number;
    to_account_id: number;
    count: number;
    open: number;
    p50: number | null;
    p95: number | null;
    longest: number | null;
    since_order: number | null;
  }>`
    with recursive pushes as materialized (
      select * from stock_pushes
      where owner_id = ${scope.owner} and decided_at > now() - make_interval(days => ${days})),
    chain as (
      select p.id, c.id as command, c.state, c.superseded_by, c.finished_at, 0 as steps
      from pushes p join commands c on c.id = p.command_id
      union all
      select h.id, c.id, c.state, c.superseded_by, c.finished_at, h.steps + 1
      from chain h join commands c on c.id = h.superseded_by
      where h.state = 'superseded' and h.steps < 1000),
    ended as (select id, finished_at from chain where state = 'done'),
    windows as (
      select p.from_account_id, p.to_account_id,
        extract(epoch from e.finished_at - p.seen_at) * 1000 as ms,
        extract(epoch from e.finished_at - p.ordered_at) * 1000 as since_order
      from pushes p left join ended e on e.id = p.id)
    select from_account_id, to_account_id, count(*)::integer as count, (count(*) - count(ms))::integer as open,
      percentile_cont(0.5) within group (order by ms)::float8 as p50,
      percentile_cont(0.95) within group (order by ms)::float8 as p95, max(ms)::float8 as longest,
      percentile_cont(0.95) within group (order by since_order)::float8 as since_order
    from windows group by from_account_id, to_account_id
    order by from_account_id, to_account_id`.execute(scope.trx);
  return rows.map((row) => ({
    from: accountId(row.from_account_id),
    to: accountId(row.to_account_id),
    count: row.count,
    open: row.open,
    p50Ms: row.p50,
    p95Ms: row.p95,
    maxMs: row.longest,
    sinceOrderP95Ms: row.since_order,
  }));
}

/** The usual time between two readings of each shop's orders over the last day, in milliseconds. */
export async function pollPauses(scope: OwnerScope): Promise<ReadonlyMap<AccountId, number>> {
  const { rows } = await sql<{ account_id: number; pause: number }>`
    with turns as (
      select account_id, started_at - lag(started_at) over (partition by account_id order by started_at) as gap
      from sync_runs
      where owner_id = ${scope.owner} and sync_type = 'orders' and status in ('success', 'partial')
        and started_at > now() - interval '1 day')
    select account_id,
      (percentile_cont(0.5) within group (order by extract(epoch from gap)) * 1000)::float8 as pause
    from turns where gap is not null group by account_id`.execute(scope.trx);
  return new Map(rows.map((row) => [accountId(row.account_id), row.pause]));
}
