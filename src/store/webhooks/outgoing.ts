import { sql } from 'kysely';
import {
  type AccountId,
  accountId,
  type DeliveryId,
  deliveryId,
  type WebhookId,
  webhookId,
} from '../../domain/ids.ts';
import { OUT_OF_ORDER } from '../../domain/webhook.ts';
import type { OwnerScope } from '../scope.ts';
import type { Vault } from '../vault/vault.ts';
import { openSecrets } from './endpoints.ts';

/** A message to be sent now, with all that sending it takes. */
export interface OutgoingDelivery {
  readonly id: DeliveryId;
  readonly endpoint: WebhookId;
  readonly url: string;
  /** The present secret first; each signs. */
  readonly secrets: readonly string[];
  readonly messageId: string;
  readonly type: string;
  readonly account: AccountId | null;
  readonly data: Readonly<Record<string, unknown>>;
  readonly occurredAt: Date;
  readonly isTest: boolean;
  /** Which try this is, of all and of its round. */
  readonly tries: number;
  readonly roundTries: number;
  readonly roundStartedAt: Date;
}

/** Messages under way to one endpoint at once; one that is out of order gets a single careful try. */
const AT_ONCE = 8;
/** A sender that has not told how it went by then is dead. Longer than a call may take. */
const LEASE_SECONDS = 20;

/**
 * Whether delivery `d` is the oldest open one about its subject. As a look-up of one row: an anti-join would be planned as
 * a walk over everything open wherever the planner has no statistics yet.
 */
const FIRST_OF_ITS_SUBJECT = sql.raw(`d.id = coalesce((
            select o.id from webhook_deliveries o
            where o.endpoint_id = d.endpoint_id and o.subject = d.subject and o.state in ('waiting', 'sending')
            order by o.id limit 1), d.id)`);

interface ClaimedRow {
  id: number;
  endpoint_id: number;
  url: string;
  secret: Uint8Array;
  secret_before: Uint8Array | null;
  message_id: string;
  type: string;
  account_id: number | null;
  data: Record<string, unknown>;
  occurred_at: Date;
  event_id: number | null;
  tries: number;
  round_tries: number;
  round_started_at: Date;
}

/**
 * Takes the messages that are due, for a while: of each endpoint as many as it has free places, oldest due first, and
 * about one subject only the oldest that is still open. A taken message whose sender dies comes back.
 */
export async function claimDeliveries(scope: OwnerScope, vault: Vault): Promise<readonly OutgoingDelivery[]> {
  const { rows } = await sql<ClaimedRow>`
    with picked as materialized (
      select due.id
      from webhook_endpoints e
      cross join lateral (
        select count(*) as n from webhook_deliveries d
        where d.endpoint_id = e.id and d.state = 'sending' and d.next_at > now()) flying
      cross join lateral (
        select d.id from webhook_deliveries d
        where d.endpoint_id = e.id and d.state in ('waiting', 'sending') and d.next_at <= now()
          and d.event_id is not null
          and ${FIRST_OF_ITS_SUBJECT}
        order by d.next_at, d.id
        limit greatest(0, case when e.failures >= ${OUT_OF_ORDER} then 1 else ${AT_ONCE} end - flying.n)) due
      where e.owner_id = ${scope.owner} and e.paused_at is null and coalesce(e.quiet_until, '-infinity') <= now()
      union all
      -- A test is sent also while its endpoint is paused or left alone.
      select d.id from webhook_deliveries d
      where d.owner_id = ${scope.owner} and d.event_id is null and d.state in ('waiting', 'sending')
        and d.next_at <= now())
    update webhook_deliveries d set state = 'sending', tries = d.tries + 1, round_tries = d.round_tries + 1,
      next_at = now() + make_interval(secs => ${LEASE_SECONDS}::float8)
    from webhook_endpoints e
    where d.id in (select id from picked) and d.state in ('waiting', 'sending') and d.next_at <= now()
      and e.id = d.endpoint_id
    returning d.id, d.endpoint_id, e.url, e.secret, case when e.secret_before_until > now() then e.secret_before end as secret_before,
      d.message_id, d.type, d.account_id, d.data, d.occurred_at, d.event_id, d.tries, d.round_tries, d.round_started_at`.execute(
    scope.trx,
  );
  const claimed: OutgoingDelivery[] = [];
  for (const row of rows.toSorted((a, b) => a.id - b.id)) {
    const endpoint = webhookId(row.endpoint_id);
    const sealed = row.secret_before === null ? [row.secret] : [row.secret, row.secret_before];
    claimed.push({
      id: deliveryId(row.id),
      endpoint,
      url: row.url,
      secrets: await openSecrets(scope, vault, endpoint, sealed),
      messageId: row.message_id,
      type: row.type,
      account: row.account_id === null ? null : accountId(row.account_id),
      data: row.data,
      occurredAt: row.occurred_at,
      isTest: row.event_id === null,
      tries: row.tries,
      roundTries: row.round_tries,
      roundStartedAt: row.round_started_at,
    });
  }
  return claimed;
}

/** When the next message of the owner is due, null when none waits. What nobody may send now does not count. */
export async function nextDeliveryDue(scope: OwnerScope): Promise<Date | null> {
  const { rows } = await sql<{ at: Date | null }>`
    select min(at) as at from (
      select greatest(first.next_at, e.quiet_until) as at
      from webhook_endpoints e
      cross join lateral (
        select d.next_at from webhook_deliveries d
        where d.endpoint_id = e.id and d.state in ('waiting', 'sending') and d.event_id is not null
          and ${FIRST_OF_ITS_SUBJECT}
        order by d.next_at, d.id limit 1) first
      where e.owner_id = ${scope.owner} and e.paused_at is null
      union all
      select d.next_at from webhook_deliveries d
      where d.owner_id = ${scope.owner} and d.event_id is null and d.state in ('waiting', 'sending')) due`.execute(
    scope.trx,
  );
  return rows[0]?.at ?? null;
}
