import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { type DeliveryId, deliveryId, type WebhookId, webhookId } from '../../domain/ids.ts';
import { PATIENCE_MS, WEBHOOK_TEST } from '../../domain/webhook.ts';
import { askForJob } from '../job-wishes.ts';
import type { OwnerScope } from '../scope.ts';
import { sqlJson } from '../sql-json.ts';

export const DELIVERY_STATES = ['waiting', 'sending', 'delivered', 'failed'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** One event on its way to one endpoint, as the log shows it. */
export interface WebhookDelivery {
  readonly id: DeliveryId;
  readonly endpoint: WebhookId;
  readonly eventId: number | null;
  readonly messageId: string;
  readonly type: string;
  readonly account: number | null;
  readonly data: Readonly<Record<string, unknown>>;
  readonly occurredAt: Date;
  readonly state: DeliveryState;
  readonly tries: number;
  /** When it is tried next; null when it is not going to be, or not while its endpoint is paused. */
  readonly nextAt: Date | null;
  readonly lastStatus: number | null;
  readonly lastTrouble: string | null;
  readonly deliveredAt: Date | null;
}

export interface WebhookAttempt {
  readonly nth: number;
  readonly at: Date;
  readonly tookMs: number;
  readonly status: number | null;
  readonly trouble: string | null;
  readonly answer: string | null;
}

interface DeliveryRow {
  id: number;
  endpoint_id: number;
  event_id: number | null;
  message_id: string;
  type: string;
  account_id: number | null;
  data: Record<string, unknown>;
  occurred_at: Date;
  state: DeliveryState;
  tries: number;
  next_at: Date | null;
  last_status: number | null;
  last_trouble: string | null;
  delivered_at: Date | null;
}

const COLUMNS =
  sql.raw(`d.id, d.endpoint_id, d.event_id, d.message_id, d.type, d.account_id, d.data, d.occurred_at, d.state,
  d.tries, d.last_status, d.last_trouble, d.delivered_at,
  case when d.state = 'waiting' and (e.paused_at is null or d.event_id is null)
    then greatest(d.next_at, case when d.event_id is not null then e.quiet_until end) end as next_at`);

function fromRow(row: DeliveryRow): WebhookDelivery {
  return {
    id: deliveryId(row.id),
    endpoint: webhookId(row.endpoint_id),
    eventId: row.event_id,
    messageId: row.message_id,
    type: row.type,
    account: row.account_id,
    data: row.data,
    occurredAt: row.occurred_at,
    state: row.state,
    tries: row.tries,
    nextAt: row.next_at,
    lastStatus: row.last_status,
    lastTrouble: row.last_trouble,
    deliveredAt: row.delivered_at,
  };
}

export interface DeliveryFilter {
  readonly endpoint: WebhookId;
  readonly state: DeliveryState | null;
  readonly type: string | null;
  readonly limit: number;
  /** Deliveries older than this one. */
  readonly before: DeliveryId | null;
}

/** Deliveries to an endpoint, newest first. */
export async function listDeliveries(
  scope: OwnerScope,
  filter: DeliveryFilter,
): Promise<readonly WebhookDelivery[]> {
  const where = [
    sql`d.owner_id = ${scope.owner}`,
    sql`d.endpoint_id = ${filter.endpoint}`,
    // Written out, so that the planner sees which partial index fits.
    ...(filter.state === null ? [] : [sql`d.state = ${sql.lit(filter.state)}`]),
    ...(filter.type === null ? [] : [sql`d.type = ${filter.type}`]),
    ...(filter.before === null ? [] : [sql`d.id < ${filter.before}`]),
  ];
  const { rows } = await sql<DeliveryRow>`
    select ${COLUMNS} from webhook_deliveries d join webhook_endpoints e on e.id = d.endpoint_id
    where ${sql.join(where, sql` and `)} order by d.id desc limit ${filter.limit}`.execute(scope.trx);
  return rows.map(fromRow);
}

export async function findDelivery(scope: OwnerScope, id: DeliveryId): Promise<WebhookDelivery | undefined> {
  const { rows } = await sql<DeliveryRow>`
    select ${COLUMNS} from webhook_deliveries d join webhook_endpoints e on e.id = d.endpoint_id
    where d.owner_id = ${scope.owner} and d.id = ${id}`.execute(scope.trx);
  return rows[0] === undefined ? undefined : fromRow(rows[0]);
}

/** The tries of a delivery, oldest first. */
export async function listAttempts(scope: OwnerScope, id: DeliveryId): Promise<readonly WebhookAttempt[]> {
  const { rows } = await sql<{
    nth: number;
    at: Date;
    took_ms: number;
    status: number | null;
    trouble: string | null;
    answer: string | null;
  }>`
    select nth, at, took_ms, status, trouble, answer from webhook_attempts
    where owner_id = ${scope.owner} and delivery_id = ${id} order by nth limit 1000`.execute(scope.trx);
  return rows.map(({ took_ms, ...row }) => ({ ...row, tookMs: took_ms }));
}

/** Puts a test message on its way to an endpoint. */
export async function createTestDelivery(scope: OwnerScope, endpoint: WebhookId): Promise<DeliveryId> {
  const { rows } = await sql<{ id: number }>`
    insert into webhook_deliveries (owner_id, endpoint_id, message_id, type, data, occurred_at)
    values (${scope.owner}, ${endpoint}, ${`test_${randomBytes(12).toString('hex')}`}, ${WEBHOOK_TEST},
      ${sqlJson({ webhook_id: endpoint })}::jsonb, now())
    returning id`.execute(scope.trx);
  const [row] = rows;
  if (row === undefined) throw new Error('the test was not stored');
  askForJob(scope, 'deliver', null);
  return deliveryId(row.id);
}

/** Sends a message again, with a new day of tries and under the id it had. One under way is left to its sender. */
export async function resendDelivery(scope: OwnerScope, id: DeliveryId): Promise<void> {
  await sql`
    update webhook_deliveries set state = 'waiting', next_at = now(), round_tries = 0, round_started_at = now(),
      delivered_at = null
    where owner_id = ${scope.owner} and id = ${id} and state <> 'sending'`.execute(scope.trx);
  askForJob(scope, 'deliver', null);
}

/** What becomes of the messages that an endpoint missed while it was paused. */
export const MISSED = ['recent', 'all', 'none'] as const;
export type Missed = (typeof MISSED)[number];

/**
 * Decides over what an endpoint missed, when it is used again: what is not older than a day is sent (`recent`), or
 * also all that was given up (`all`), or nothing (`none`). Answers how many messages are sent.
 */
export async function requeueMissed(scope: OwnerScope, endpoint: WebhookId, missed: Missed): Promise<number> {
  const oldest = sql`now() - make_interval(secs => ${PATIENCE_MS / 1000}::float8)`;
  const wanted = { recent: sql`occurred_at >= ${oldest}`, all: sql`true`, none: sql`false` }[missed];
  const states = missed === 'all' ? sql`state in ('waiting', 'failed')` : sql`state = 'waiting'`;
  await sql`
    update webhook_deliveries set state = 'failed', last_status = null, last_trouble = 'missed'
    where owner_id = ${scope.owner} and endpoint_id = ${endpoint} and state = 'waiting' and event_id is not null
      and not (${wanted})`.execute(scope.trx);
  const { rows } = await sql<{ n: number }>`
    with sent as (
      update webhook_deliveries set state = 'waiting', next_at = now(), round_tries = 0, round_started_at = now()
      where owner_id = ${scope.owner} and endpoint_id = ${endpoint} and event_id is not null and ${states}
        and ${wanted}
      returning id)
    select count(*) as n from sent`.execute(scope.trx);
  askForJob(scope, 'deliver', null);
  return rows[0]?.n ?? 0;
}
