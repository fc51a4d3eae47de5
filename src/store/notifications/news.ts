import { sql } from 'kysely';
import { type AccountId, accountId } from '../../domain/ids.ts';
import { MAILED_EVENTS, type MailedEvent, QUIET_MS } from '../../domain/notice.ts';
import type { OwnerScope } from '../scope.ts';

/** What happened of one kind to one shop since it was last mailed. */
export interface News {
  readonly type: MailedEvent;
  readonly account: AccountId | null;
  readonly count: number;
  /** The newest of the events, the latest first. */
  readonly newest: readonly [NewsItem, ...NewsItem[]];
}

export interface NewsItem {
  readonly at: Date;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Events that a mail tells one by one; of more it tells how many. */
const TOLD_ONE_BY_ONE = 10;

// Written out, since the planner takes the index of unmailed events only when it sees the types.
const TYPES = sql.join(MAILED_EVENTS.map((type) => sql.lit(type)));

const QUIET = sql`make_interval(secs => ${QUIET_MS / 1000}::float8)`;

/**
 * Takes the events that may be mailed now: those of each kind and shop of which no mail was written within the
 * quiet hour. They are marked in the caller's transaction, so they are taken exactly when what is made of them is
 * committed.
 */
export async function takeNews(scope: OwnerScope): Promise<readonly News[]> {
  const { rows } = await sql<{
    type: MailedEvent;
    account_id: number | null;
    at: Date;
    data: Record<string, unknown>;
    count: number;
  }>`
    with taken as (
      update events e set mailed = true
      where owner_id = ${scope.owner} and not mailed and type in (${TYPES})
        and not exists (
          select from mails m where m.owner_id = ${scope.owner} and m.event_type = e.type
            and m.account_id is not distinct from e.account_id and m.created_at > now() - ${QUIET})
      returning id, type, account_id, data, at),
    ranked as (
      select taken.*, row_number() over kind as nth, count(*) over (partition by type, account_id) as count
      from taken window kind as (partition by type, account_id order by id desc))
    select type, account_id, at, data, count from ranked
    where nth <= ${TOLD_ONE_BY_ONE} order by type, account_id, nth`.execute(scope.trx);
  const groups = Map.groupBy(rows, (row) => `${row.type} ${row.account_id}`);
  return [...groups.values()].flatMap((group): News[] => {
    const [first, ...others] = group;
    if (first === undefined) return [];
    return [
      {
        type: first.type,
        account: first.account_id === null ? null : accountId(first.account_id),
        count: first.count,
        newest: [first, ...others],
      },
    ];
  });
}

/** When the quiet hour of the first kind ends that has news waiting; null when none waits. */
export async function nextNewsAt(scope: OwnerScope): Promise<Date | null> {
  const { rows } = await sql<{ at: Date | null }>`
    select min(latest.at) as at from (
      select distinct type, account_id from events
      where owner_id = ${scope.owner} and not mailed and type in (${TYPES})) waiting
    cross join lateral (
      select coalesce(max(m.created_at) + ${QUIET}, now()) as at from mails m
      where m.owner_id = ${scope.owner} and m.event_type = waiting.type
        and m.account_id is not distinct from waiting.account_id) latest`.execute(scope.trx);
  return rows[0]?.at ?? null;
}
