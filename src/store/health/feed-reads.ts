import { sql } from 'kysely';
import type { AccountId } from '../../domain/ids.ts';
import type { OwnerScope } from '../scope.ts';
import { sqlJson } from '../sql-json.ts';

/** What a part of a run has done to an account's feeds. */
export interface FeedSteps {
  /** When the run began. */
  readonly at: Date;
  readonly begun: readonly string[];
  /** Read to their end, whether begun in this run or in one that was cut. */
  readonly ended: readonly string[];
  /** Not due yet; counts as read where nothing is known of it, since a first run reads everything another way. */
  readonly notDue: readonly string[];
}

/** Keeps when each feed was read to its end. Call it in the transaction that writes what was read. */
export async function noteFeeds(
  scope: OwnerScope,
  account: AccountId,
  { at, begun, ended, notDue }: FeedSteps,
): Promise<void> {
  const done = new Set(ended);
  const steps = [
    ...[...done].map((feed) => ({ feed, read_at: at, begun_at: null })),
    ...begun.filter((feed) => !done.has(feed)).map((feed) => ({ feed, read_at: null, begun_at: at })),
  ];
  // A reading that an earlier run began tells of the time it began at, not of the run that ended it.
  if (steps.length > 0) {
    await sql`
      insert into feed_reads as f (account_id, feed, owner_id, read_at, begun_at)
      select ${account}, x.feed, ${scope.owner}, x.read_at, x.begun_at
      from json_to_recordset(${sqlJson(steps)}::json) as x(feed text, read_at timestamptz, begun_at timestamptz)
      on conflict (account_id, feed) do update set
        read_at = case when excluded.read_at is null then f.read_at else coalesce(f.begun_at, excluded.read_at) end,
        begun_at = case when excluded.read_at is null then coalesce(f.begun_at, excluded.begun_at) end`.execute(
      scope.trx,
    );
  }
  if (notDue.length > 0) {
    await sql`
      insert into feed_reads (account_id, feed, owner_id, read_at)
      select ${account}, feed, ${scope.owner}, ${at} from unnest(${[...notDue]}::text[]) as feed
      on conflict (account_id, feed) do nothing`.execute(scope.trx);
  }
}

/** When each feed of an account was last read to its end; those that never were are left out. */
export async function readFeedReads(
  scope: OwnerScope,
  account: AccountId,
): Promise<ReadonlyMap<string, Date>> {
  const { rows } = await sql<{ feed: string; read_at: Date }>`
    select feed, read_at from feed_reads
    where owner_id = ${scope.owner} and account_id = ${account} and read_at is not null`.execute(scope.trx);
  return new Map(rows.map(({ feed, read_at }) => [feed, read_at]));
}
