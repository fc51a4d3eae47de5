import { sql } from 'kysely';
import type { RunId } from '../domain/ids.ts';
import type { OwnerScope } from './scope.ts';

/** A run by the clock that went well and found nothing new. */
function quiet(run: 'this' | 'previous') {
  const column = (name: string) => sql.ref(`${run}.${name}`);
  return sql`${column('cause')} = 'schedule' and ${column('status')} = 'success' and ${column('range_from')} is null
    and ${column('created')} = 0 and ${column('updated')} = 0 and ${column('failed')} = 0`;
}

/**
 * Folds the run before a quiet one into it when that was quiet too and of the same day of the owner, so that a
 * thousand shops read every minute do not leave more than a million logs a day. The newest row is the one that
 * stays, since somebody may be following it.
 */
export async function foldQuietRun({ trx, owner }: OwnerScope, run: RunId): Promise<void> {
  await sql`
    with gone as (
      delete from sync_runs where id = (
        select previous.id from sync_runs this join owners o on o.id = this.owner_id
        cross join lateral (
          select * from sync_runs r
          where r.account_id = this.account_id and r.id < this.id and r.sync_type = this.sync_type
          order by r.id desc limit 1) previous
        where this.owner_id = ${owner} and this.id = ${run} and ${quiet('this')} and ${quiet('previous')}
          and date_trunc('day', coalesce(previous.first_queued_at, previous.queued_at), o.time_zone)
            = date_trunc('day', this.queued_at, o.time_zone))
      returning repeats, coalesce(first_queued_at, queued_at) as first_queued_at)
    update sync_runs set repeats = sync_runs.repeats + gone.repeats, first_queued_at = gone.first_queued_at
    from gone where sync_runs.id = ${run}`.execute(trx);
}
