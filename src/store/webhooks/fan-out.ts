import { sql } from 'kysely';
import { askForJob } from '../job-wishes.ts';
import type { OwnerScope } from '../scope.ts';

/**
 * Turns up to `limit` events into deliveries, one for each endpoint that wants them, and answers how many events it
 * took. By the mark on the event and not by its id, since ids are given out before their transactions commit. Events
 * about the same order still come in their order: whoever changes an order holds its row until the commit.
 */
export async function fanOutEvents(scope: OwnerScope, limit: number): Promise<number> {
  const { rows } = await sql<{ taken: number; fanned: number }>`
    with taken as (
      update events set fanned_out = true
      where id in (
        select id from events where owner_id = ${scope.owner} and not fanned_out
        order by id limit ${limit} for update)
      returning id, type, account_id, data, at),
    fanned as (
      insert into webhook_deliveries (owner_id, endpoint_id, event_id, message_id, type, account_id, subject, data,
        occurred_at)
      select ${scope.owner}, e.id, t.id,
        -- With the moment in it, since a restored backup gives the same ids out again.
        'evt_' || t.id || '_' || to_hex((extract(epoch from t.at) * 1000)::bigint),
        t.type, t.account_id, coalesce('order:' || (t.data ->> 'order_id'), 'account:' || t.account_id), t.data, t.at
      from taken t
      join webhook_endpoints e on e.owner_id = ${scope.owner} and e.created_at <= t.at
        and (e.event_types = '{}' or t.type = any(e.event_types))
        and (e.account_ids = '{}' or t.account_id = any(e.account_ids))
        -- An endpoint is not told of its own pause when that is over.
        and not (t.type = 'webhook.endpoint_paused' and (t.data ->> 'webhook_id')::bigint = e.id)
      order by t.id, e.id
      returning id)
    select (select count(*) from taken) as taken, (select count(*) from fanned) as fanned`.execute(scope.trx);
  const [counts] = rows;
  if (counts === undefined) return 0;
  if (counts.fanned > 0) askForJob(scope, 'deliver', null);
  return counts.taken;
}
