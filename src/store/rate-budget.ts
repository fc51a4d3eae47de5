import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import type { AccountId } from '../domain/ids.ts';
import type { Budget } from '../marketplaces/kit/budget.ts';
import type { Bucket } from '../marketplaces/kit/operation.ts';
import type { Database } from './database.ts';

/**
 * How far behind its plan a bucket may run and still catch up, as a share of the gap between two calls. It makes
 * up for the milliseconds a grant costs; two calls never come closer than the published limit allows.
 */
const CATCH_UP = 0.2;
const LONGEST_SLEEP_MS = 1_000;

/**
 * One budget for all processes on this database (law 3): each grant is a conditional update made just before the
 * call is sent, by the database's clock. Nobody reserves a place and sleeps, so a stalled process wastes a slot
 * and never makes two calls meet.
 */
export function rateBudget(db: Database, account: AccountId): Budget {
  // Callers of one process queue per bucket, so that they do not race each other in the database.
  const tails = new Map<string, Promise<void>>();

  async function grantOne(bucket: string, rule: Bucket, signal: AbortSignal | undefined): Promise<void> {
    const gapMs = 1000 / (rule.perSecond * rule.margin);
    const slackMs = Math.min(gapMs * CATCH_UP, gapMs - 1000 / rule.perSecond);
    for (;;) {
      signal?.throwIfAborted();
      const waitMs = await tryGrant(db, account, bucket, gapMs, Math.max(0, slackMs));
      if (waitMs === 0) return;
      await pause(Math.min(waitMs, LONGEST_SLEEP_MS), undefined, signal === undefined ? {} : { signal });
    }
  }

  return {
    grant(bucket, rule, _lane, signal) {
      const turn = (tails.get(bucket) ?? Promise.resolve()).then(() => grantOne(bucket, rule, signal));
      tails.set(
        bucket,
        turn.catch(() => {}),
      );
      return turn;
    },
    async shut(bucket, forMs) {
      await sql`
        insert into rate_budgets (account_id, bucket, shut_until)
        values (${account}, ${bucket}, clock_timestamp() + make_interval(secs => ${forMs / 1000}::float8))
        on conflict (account_id, bucket) do update
        set shut_until = greatest(rate_budgets.shut_until, excluded.shut_until)`.execute(db.root);
    },
  };
}

/** Takes one grant, or tells how many milliseconds to wait before the next try. */
async function tryGrant(
  db: Database,
  account: AccountId,
  bucket: string,
  gapMs: number,
  slackMs: number,
): Promise<number> {
  const { rows } = await sql<{ granted: boolean; wait_ms: number | null }>`
    with moment as (select clock_timestamp() as at),
    granted as (
      insert into rate_budgets as budget (account_id, bucket, next_at)
      select ${account}, ${bucket}, at + make_interval(secs => ${gapMs / 1000}::float8) from moment
      on conflict (account_id, bucket) do update
      set next_at = greatest(budget.next_at, clock_timestamp() - make_interval(secs => ${slackMs / 1000}::float8))
        + make_interval(secs => ${gapMs / 1000}::float8)
      where budget.next_at <= clock_timestamp() and budget.shut_until <= clock_timestamp()
      returning 1)
    select exists (select from granted) as granted,
      (select extract(epoch from greatest(next_at, shut_until) - clock_timestamp()) * 1000
       from rate_budgets where account_id = ${account} and bucket = ${bucket})::float8 as wait_ms`.execute(
    db.root,
  );
  const [row] = rows;
  if (row?.granted === true) return 0;
  return Math.max(1, Math.ceil(row?.wait_ms ?? 1));
}
