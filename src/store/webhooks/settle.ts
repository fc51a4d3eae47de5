import { sql } from 'kysely';
import { type DeliveryId, type WebhookId, webhookId } from '../../domain/ids.ts';
import type { EndpointRecord } from '../../domain/webhook.ts';
import type { OwnerScope } from '../scope.ts';
import { sqlJson } from '../sql-json.ts';

/** What came of one try. */
export interface TriedDelivery {
  readonly id: DeliveryId;
  /** Which try of all it was, so that a slow sender does not overrule the one that took over from it. */
  readonly tries: number;
  readonly at: Date;
  readonly tookMs: number;
  readonly ok: boolean;
  readonly status: number | null;
  /** Why there was no answer, or undefined for an answer. */
  readonly trouble: string | null;
  /** How the receiver's answer begins. */
  readonly answer: string | null;
  /** Until the next try; null for none. */
  readonly againAfterMs: number | null;
}

/** Writes down tries and what they mean for their messages. */
export async function settleTries(scope: OwnerScope, tried: readonly TriedDelivery[]): Promise<void> {
  const rows = sqlJson(
    tried.map((one) => ({
      id: one.id,
      nth: one.tries,
      at: one.at,
      took_ms: Math.round(one.tookMs),
      ok: one.ok,
      status: one.status,
      trouble: one.trouble,
      answer: one.answer,
      again_after: one.againAfterMs === null ? null : one.againAfterMs / 1000,
    })),
  );
  const record =
    sql.raw(`x(id bigint, nth integer, at timestamptz, took_ms integer, ok boolean, status integer,
    trouble text, answer text, again_after float8)`);
  await sql`
    insert into webhook_attempts (delivery_id, nth, owner_id, at, took_ms, status, trouble, answer)
    select d.id, x.nth, ${scope.owner}, x.at, x.took_ms, x.status, x.trouble, x.answer
    from json_to_recordset(${rows}::json) as ${record}
    join webhook_deliveries d on d.id = x.id and d.owner_id = ${scope.owner}
    on conflict (delivery_id, nth) do nothing`.execute(scope.trx);
  // A success counts whoever brings it; a failure only from the try that is still under way.
  await sql`
    update webhook_deliveries d set
      state = case when x.ok then 'delivered' when x.again_after is null then 'failed' else 'waiting' end,
      delivered_at = case when x.ok then x.at end,
      next_at = case when x.again_after is null then d.next_at else now() + make_interval(secs => x.again_after) end,
      last_status = x.status, last_trouble = x.trouble
    from json_to_recordset(${rows}::json) as ${record}
    where d.id = x.id and d.owner_id = ${scope.owner} and d.state <> 'delivered'
      and (x.ok or (d.state = 'sending' and d.tries = x.nth))`.execute(scope.trx);
}

/** The records of endpoints, held until the transaction ends. */
export async function lockRecords(
  scope: OwnerScope,
  endpoints: readonly WebhookId[],
): Promise<ReadonlyMap<WebhookId, EndpointRecord>> {
  const { rows } = await sql<{
    id: number;
    failures: number;
    failing_since: Date | null;
    last_failure_at: Date | null;
    last_success_at: Date | null;
    quiet_until: Date | null;
  }>`
    select id, failures, failing_since, last_failure_at, last_success_at, quiet_until from webhook_endpoints
    where owner_id = ${scope.owner} and id = any(${[...endpoints]}::bigint[]) order by id for no key update`.execute(
    scope.trx,
  );
  return new Map(
    rows.map((row) => [
      webhookId(row.id),
      {
        failures: row.failures,
        failingSince: row.failing_since,
        lastFailureAt: row.last_failure_at,
        lastSuccessAt: row.last_success_at,
        quietUntil: row.quiet_until,
      },
    ]),
  );
}

export async function writeRecords(
  scope: OwnerScope,
  records: ReadonlyMap<WebhookId, EndpointRecord>,
): Promise<void> {
  await sql`
    update webhook_endpoints e set failures = x.failures, failing_since = x.failing_since,
      last_failure_at = x.last_failure_at, last_success_at = x.last_success_at, quiet_until = x.quiet_until
    from json_to_recordset(${sqlJson(
      [...records].map(([id, record]) => ({
        id,
        failures: record.failures,
        failing_since: record.failingSince,
        last_failure_at: record.lastFailureAt,
        last_success_at: record.lastSuccessAt,
        quiet_until: record.quietUntil,
      })),
    )}::json) as x(id bigint, failures integer, failing_since timestamptz, last_failure_at timestamptz,
      last_success_at timestamptz, quiet_until timestamptz)
    where e.owner_id = ${scope.owner} and e.id = x.id`.execute(scope.trx);
}

/** Makes everything due that waits for endpoints which answer again, oldest first. */
export async function hurryDeliveries(scope: OwnerScope, endpoints: readonly WebhookId[]): Promise<void> {
  if (endpoints.length === 0) return;
  await sql`
    update webhook_deliveries set next_at = now()
    where owner_id = ${scope.owner} and endpoint_id = any(${[...endpoints]}::bigint[]) and state = 'waiting'
      and next_at > now()`.execute(scope.trx);
}
