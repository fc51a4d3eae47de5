import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { type AccountId, accountId, type WebhookId, webhookId } from '../../domain/ids.ts';
import type { OwnerScope } from '../scope.ts';
import { open, seal } from '../vault/seal.ts';
import type { Vault } from '../vault/vault.ts';

export type PauseReason = 'asked' | 'gone' | 'failing';

/** An address that an owner wants to be told what happened, without its secret. */
export interface WebhookEndpoint {
  readonly id: WebhookId;
  readonly url: string;
  readonly description: string;
  /** Empty: all of them. */
  readonly eventTypes: readonly string[];
  readonly accounts: readonly AccountId[];
  readonly pausedAt: Date | null;
  readonly pausedBecause: PauseReason | null;
  readonly failingSince: Date | null;
  readonly lastSuccessAt: Date | null;
  /** Until when the secret before the present one signs too. */
  readonly secretBeforeUntil: Date | null;
  /** Deliveries that wait for it. */
  readonly waiting: number;
  readonly createdAt: Date;
}

export interface WebhookFields {
  readonly url: string;
  readonly description: string;
  readonly eventTypes: readonly string[];
  readonly accounts: readonly AccountId[];
}

interface EndpointRow {
  id: number;
  url: string;
  description: string;
  event_types: string[];
  account_ids: number[];
  paused_at: Date | null;
  paused_because: PauseReason | null;
  failing_since: Date | null;
  last_success_at: Date | null;
  secret_before_until: Date | null;
  waiting: number;
  created_at: Date;
}

// As JSON, since drivers differ in how they read lists of bigint.
const COLUMNS =
  sql.raw(`e.id, e.url, e.description, e.event_types, to_json(e.account_ids) as account_ids, e.paused_at, e.paused_because,
  e.failing_since, e.last_success_at, e.created_at,
  case when e.secret_before_until > now() then e.secret_before_until end as secret_before_until,
  (select count(*) from webhook_deliveries d where d.endpoint_id = e.id and d.state in ('waiting', 'sending')) as waiting`);

function fromRow(row: EndpointRow): WebhookEndpoint {
  return {
    id: webhookId(row.id),
    url: row.url,
    description: row.description,
    eventTypes: row.event_types,
    accounts: row.account_ids.map(accountId),
    pausedAt: row.paused_at,
    pausedBecause: row.paused_because,
    failingSince: row.failing_since,
    lastSuccessAt: row.last_success_at,
    secretBeforeUntil: row.secret_before_until,
    waiting: row.waiting,
    createdAt: row.created_at,
  };
}

/** So many an owner may have: each has its own share of the deliveries at once. */
export const MOST_ENDPOINTS = 20;
const SECRET_BYTES = 32;
/** How long the old secret signs beside the new one. */
const OVERLAP_HOURS = 24;

/** Stores an endpoint with a new secret, which is answered this once. Undefined when the owner has too many. */
export async function createWebhook(
  scope: OwnerScope,
  vault: Vault,
  fields: WebhookFields,
): Promise<{ readonly endpoint: WebhookEndpoint; readonly secret: string } | undefined> {
  // The owner's row is the lock, so that two requests at once do not both see room for the last one.
  await sql`select from owners where id = ${scope.owner} for no key update`.execute(scope.trx);
  const known = await sql<{ n: number }>`
    select count(*) as n from webhook_endpoints where owner_id = ${scope.owner}`.execute(scope.trx);
  if ((known.rows[0]?.n ?? 0) >= MOST_ENDPOINTS) return undefined;
  const secret = newSecret();
  const id = await nextId(scope);
  const { rows } = await sql<EndpointRow>`
    insert into webhook_endpoints as e (id, owner_id, url, description, event_types, account_ids, secret)
    overriding system value
    values (${id}, ${scope.owner}, ${fields.url}, ${fields.description}, ${[...fields.eventTypes]}::text[],
      ${[...fields.accounts]}::bigint[], ${await sealSecret(scope, vault, id, secret)})
    returning ${COLUMNS}`.execute(scope.trx);
  const [row] = rows;
  if (row === undefined) throw new Error('the webhook endpoint was not stored');
  return { endpoint: fromRow(row), secret };
}

export async function listWebhooks(scope: OwnerScope): Promise<readonly WebhookEndpoint[]> {
  const { rows } = await sql<EndpointRow>`
    select ${COLUMNS} from webhook_endpoints e where e.owner_id = ${scope.owner} order by e.id`.execute(
    scope.trx,
  );
  return rows.map(fromRow);
}

export async function findWebhook(scope: OwnerScope, id: WebhookId): Promise<WebhookEndpoint | undefined> {
  const { rows } = await sql<EndpointRow>`
    select ${COLUMNS} from webhook_endpoints e where e.owner_id = ${scope.owner} and e.id = ${id}`.execute(
    scope.trx,
  );
  return rows[0] === undefined ? undefined : fromRow(rows[0]);
}

/** Applies the fields that are given. A new address starts with a clean record. Undefined when there is none. */
export async function changeWebhook(
  scope: OwnerScope,
  id: WebhookId,
  change: {
    readonly url?: string | undefined;
    readonly description?: string | undefined;
    readonly eventTypes?: readonly string[] | undefined;
    readonly accounts?: readonly AccountId[] | undefined;
  },
): Promise<WebhookEndpoint | undefined> {
  const url = change.url ?? null;
  const { rows } = await sql<EndpointRow>`
    update webhook_endpoints as e set url = coalesce(${url}::text, e.url),
      description = coalesce(${change.description ?? null}::text, e.description),
      event_types = coalesce(${change.eventTypes === undefined ? null : [...change.eventTypes]}::text[], e.event_types),
      account_ids = coalesce(${change.accounts === undefined ? null : [...change.accounts]}::bigint[], e.account_ids),
      failures = case when ${url}::text is null then e.failures else 0 end,
      failing_since = case when ${url}::text is null then e.failing_since end,
      quiet_until = case when ${url}::text is null then e.quiet_until end
    where e.owner_id = ${scope.owner} and e.id = ${id}
    returning ${COLUMNS}`.execute(scope.trx);
  return rows[0] === undefined ? undefined : fromRow(rows[0]);
}

/** Deletes an endpoint with its deliveries. */
export async function deleteWebhook(scope: OwnerScope, id: WebhookId): Promise<boolean> {
  const { rows } = await sql`
    delete from webhook_endpoints where owner_id = ${scope.owner} and id = ${id} returning id`.execute(
    scope.trx,
  );
  return rows.length === 1;
}

/**
 * Gives an endpoint a new secret, answered this once. The one before signs too for a day; the one before that stops at
 * once, so two changes in a row end the use of a secret that got into wrong hands.
 */
export async function rotateWebhookSecret(
  scope: OwnerScope,
  vault: Vault,
  id: WebhookId,
): Promise<{ readonly endpoint: WebhookEndpoint; readonly secret: string } | undefined> {
  const secret = newSecret();
  const { rows } = await sql<EndpointRow>`
    update webhook_endpoints as e set secret = ${await sealSecret(scope, vault, id, secret)}, secret_before = e.secret,
      secret_before_until = now() + make_interval(hours => ${OVERLAP_HOURS})
    where e.owner_id = ${scope.owner} and e.id = ${id}
    returning ${COLUMNS}`.execute(scope.trx);
  return rows[0] === undefined ? undefined : { endpoint: fromRow(rows[0]), secret };
}

/** Stops sending to an endpoint. What happens meanwhile waits for it. Undefined when there is none in use. */
export async function pauseWebhook(
  scope: OwnerScope,
  id: WebhookId,
  because: PauseReason,
): Promise<WebhookEndpoint | undefined> {
  const { rows } = await sql<EndpointRow>`
    update webhook_endpoints as e set paused_at = now(), paused_because = ${because}
    where e.owner_id = ${scope.owner} and e.id = ${id} and e.paused_at is null
    returning ${COLUMNS}`.execute(scope.trx);
  return rows[0] === undefined ? undefined : fromRow(rows[0]);
}

/** Sends to an endpoint again, with a clean record. */
export async function resumeWebhook(scope: OwnerScope, id: WebhookId): Promise<boolean> {
  const { rows } = await sql`
    update webhook_endpoints set paused_at = null, paused_because = null, failures = 0, failing_since = null,
      last_failure_at = null, quiet_until = null
    where owner_id = ${scope.owner} and id = ${id} returning id`.execute(scope.trx);
  return rows.length === 1;
}

function newSecret(): string {
  return `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`;
}

/** The id is needed before the row: the sealed secret is bound to it. */
async function nextId(scope: OwnerScope): Promise<WebhookId> {
  const { rows } = await sql<{ id: number }>`
    select nextval(pg_get_serial_sequence('webhook_endpoints', 'id')) as id`.execute(scope.trx);
  const [row] = rows;
  if (row === undefined) throw new Error('there is no id for the webhook endpoint');
  return webhookId(row.id);
}

async function sealSecret(scope: OwnerScope, vault: Vault, id: WebhookId, secret: string): Promise<Buffer> {
  return seal(await vault.ownerKey(scope), Buffer.from(secret), secretPlace(scope, id));
}

/** Opens secrets of an endpoint, to sign with. */
export async function openSecrets(
  scope: OwnerScope,
  vault: Vault,
  id: WebhookId,
  sealed: readonly Uint8Array[],
): Promise<readonly string[]> {
  const key = await vault.ownerKey(scope);
  return sealed.map((bytes) => open(key, bytes, secretPlace(scope, id)).toString('utf8'));
}

function secretPlace(scope: OwnerScope, id: WebhookId): string {
  return `webhook-secret|${scope.owner}|${id}`;
}
