import { sql } from 'kysely';
import type { HealthState } from '../domain/health.ts';
import { type AccountId, accountId } from '../domain/ids.ts';
import { announce } from './notices.ts';
import type { OwnerScope } from './scope.ts';
import { releaseStockOfShop } from './stock/follow-orders.ts';
import { open, seal } from './vault/seal.ts';
import type { Vault } from './vault/vault.ts';

/** A connected shop, without its credentials: those never leave the vault except to sign a call. */
export interface Account {
  readonly id: AccountId;
  readonly platform: string;
  readonly edition: string;
  readonly name: string;
  readonly baseUrl: string | null;
  readonly ordersSince: Date;
  readonly keyExpiresAt: Date | null;
  readonly enabled: boolean;
  readonly closedIntents: readonly string[];
  readonly health: HealthState;
  readonly healthSince: Date;
  /** What is wrong, as the engine described it, while health is `degraded` or `unhealthy`. */
  readonly trouble: unknown;
  /** The last contact with the marketplace that told of its health. */
  readonly healthAt: Date | null;
  /** The last contact that went well. */
  readonly lastGoodAt: Date | null;
  /** Names of the credential fields that are set. */
  readonly secretFields: readonly string[];
  readonly createdAt: Date;
}

export interface NewAccount {
  readonly platform: string;
  readonly edition: string;
  readonly name: string;
  readonly baseUrl: string | null;
  readonly ordersSince: Date;
  readonly keyExpiresAt: Date | null;
  readonly credentials: Readonly<Record<string, string>>;
}

export interface AccountChange {
  readonly name?: string | undefined;
  readonly edition?: string | undefined;
  readonly baseUrl?: string | null | undefined;
  readonly keyExpiresAt?: Date | null | undefined;
  readonly enabled?: boolean | undefined;
  readonly closedIntents?: readonly string[] | undefined;
  readonly credentials?: Readonly<Record<string, string>> | undefined;
}

interface AccountRow {
  id: number;
  platform: string;
  edition: string;
  name: string;
  base_url: string | null;
  orders_since: Date;
  key_expires_at: Date | null;
  enabled: boolean;
  closed_intents: string[];
  health: HealthState;
  health_since: Date;
  trouble: unknown;
  health_at: Date | null;
  last_good_at: Date | null;
  secret_fields: string[];
  created_at: Date;
}

const COLUMNS =
  sql.raw(`id, platform, edition, name, base_url, orders_since, key_expires_at, enabled, closed_intents,
  health, health_since, trouble, health_at, last_good_at, secret_fields, created_at`);

function fromRow(row: AccountRow): Account {
  return {
    id: accountId(row.id),
    platform: row.platform,
    edition: row.edition,
    name: row.name,
    baseUrl: row.base_url,
    ordersSince: row.orders_since,
    keyExpiresAt: row.key_expires_at,
    enabled: row.enabled,
    closedIntents: row.closed_intents,
    health: row.health,
    healthSince: row.health_since,
    trouble: row.trouble,
    healthAt: row.health_at,
    lastGoodAt: row.last_good_at,
    secretFields: row.secret_fields,
    createdAt: row.created_at,
  };
}

/** Stores a shop with its credentials sealed, and opens its lanes so that the first turns start at once. */
export async function createAccount(scope: OwnerScope, vault: Vault, account: NewAccount): Promise<Account> {
  const { rows } = await sql<AccountRow>`
    insert into accounts (owner_id, platform, edition, name, base_url, orders_since, key_expires_at, secret_fields)
    values (${scope.owner}, ${account.platform}, ${account.edition}, ${account.name}, ${account.baseUrl},
      ${account.ordersSince}, ${account.keyExpiresAt}, ${Object.keys(account.credentials).sort()})
    returning ${COLUMNS}`.execute(scope.trx);
  const [row] = rows;
  if (row === undefined) throw new Error('the account was not stored');
  const created = fromRow(row);
  await storeCredentials(scope, vault, created.id, account.credentials);
  await sql`
    insert into lanes (account_id, kind, owner_id, due_at)
    values (${created.id}, 'pull', ${scope.owner}, now()), (${created.id}, 'commands', ${scope.owner}, 'infinity'),
      (${created.id}, 'reread', ${scope.owner}, 'infinity'), (${created.id}, 'catalog', ${scope.owner},
        case when exists (select from schedules where owner_id = ${scope.owner}) then now() else 'infinity' end)`.execute(
    scope.trx,
  );
  await announce(scope, 'moa_lanes', 'pull');
  return created;
}

export async function listAccounts(scope: OwnerScope): Promise<readonly Account[]> {
  const { rows } = await sql<AccountRow>`
    select ${COLUMNS} from accounts where owner_id = ${scope.owner} and disconnected_at is null order by id`.execute(
    scope.trx,
  );
  return rows.map(fromRow);
}

export async function findAccount(scope: OwnerScope, id: AccountId): Promise<Account | undefined> {
  const { rows } = await sql<AccountRow>`
    select ${COLUMNS} from accounts
    where owner_id = ${scope.owner} and id = ${id} and disconnected_at is null`.execute(scope.trx);
  return rows[0] === undefined ? undefined : fromRow(rows[0]);
}

/**
 * Applies the fields that are given. What was known of its health no longer counts when a field that decides whether
 * calls work is among them; a new key, or another end of it, is warned of anew. Undefined when the owner has no such
 * account.
 */
export async function changeAccount(
  scope: OwnerScope,
  vault: Vault,
  id: AccountId,
  change: AccountChange,
): Promise<Account | undefined> {
  const before = await findAccount(scope, id);
  if (before === undefined) return undefined;
  const after = { ...before, ...definedOf(change) };
  const secretFields =
    change.credentials === undefined ? before.secretFields : Object.keys(change.credentials).sort();
  const isUnchecked = affectsCalls(change);
  const { rows } = await sql<AccountRow>`
    update accounts set name = ${after.name}, edition = ${after.edition}, base_url = ${after.baseUrl},
      key_expires_at = ${after.keyExpiresAt}, enabled = ${after.enabled}, closed_intents = ${after.closedIntents},
      secret_fields = ${secretFields}, updated_at = now(),
      key_warned_at_days = case when ${change.credentials !== undefined}
        or key_expires_at is distinct from ${after.keyExpiresAt}::timestamptz then null else key_warned_at_days end,
      health = case when ${isUnchecked} then 'unchecked' else health end,
      health_since = case when ${isUnchecked} then now() else health_since end,
      trouble = case when ${isUnchecked} then null else trouble end,
      failures_in_row = case when ${isUnchecked} then 0 else failures_in_row end,
      failing_since = case when ${isUnchecked} then null else failing_since end
    where owner_id = ${scope.owner} and id = ${id}
    returning ${COLUMNS}`.execute(scope.trx);
  const [row] = rows;
  if (row === undefined) return undefined;
  if (change.credentials !== undefined) {
    await storeCredentials(scope, vault, id, change.credentials);
    // A token issued for the old credentials must not outlive them.
    await sql`delete from account_tokens where account_id = ${id}`.execute(scope.trx);
  }
  await sql`
    update lanes set due_at = now(), turn_at = null where account_id = ${id} and kind in ('pull', 'catalog')`.execute(
    scope.trx,
  );
  await announce(scope, 'moa_lanes', 'pull');
  return fromRow(row);
}

function affectsCalls({ edition, baseUrl, enabled, closedIntents, credentials }: AccountChange): boolean {
  return [edition, baseUrl, enabled, closedIntents, credentials].some((field) => field !== undefined);
}

function definedOf(change: AccountChange): Partial<Account> {
  const { name, edition, baseUrl, keyExpiresAt, enabled, closedIntents } = change;
  return {
    ...(name === undefined ? {} : { name }),
    ...(edition === undefined ? {} : { edition }),
    ...(baseUrl === undefined ? {} : { baseUrl }),
    ...(keyExpiresAt === undefined ? {} : { keyExpiresAt }),
    ...(enabled === undefined ? {} : { enabled }),
    ...(closedIntents === undefined ? {} : { closedIntents }),
  };
}

/**
 * Disconnects a shop: its credentials and tokens are destroyed and nothing is sent any more. Orders stay, since
 * the law wants supply records kept; contacts go with the data key only when retention says so.
 */
export async function disconnectAccount(scope: OwnerScope, id: AccountId): Promise<boolean> {
  const { rows } = await sql`
    update accounts set disconnected_at = now(), enabled = false, secret_fields = '{}'
    where owner_id = ${scope.owner} and id = ${id} and disconnected_at is null returning id`.execute(
    scope.trx,
  );
  if (rows.length === 0) return false;
  await sql`delete from account_secrets where account_id = ${id}`.execute(scope.trx);
  await sql`delete from account_tokens where account_id = ${id}`.execute(scope.trx);
  await sql`delete from lanes where account_id = ${id}`.execute(scope.trx);
  await sql`delete from sync_turns where account_id = ${id}`.execute(scope.trx);
  await sql`delete from account_hooks where account_id = ${id}`.execute(scope.trx);
  await sql`delete from order_hints where account_id = ${id}`.execute(scope.trx);
  await sql`delete from inbox where account_id = ${id}`.execute(scope.trx);
  await releaseStockOfShop(scope, id);
  return true;
}

async function storeCredentials(
  scope: OwnerScope,
  vault: Vault,
  id: AccountId,
  credentials: Readonly<Record<string, string>>,
): Promise<void> {
  const key = await vault.dataKey(scope, id);
  const sealed = seal(key, Buffer.from(JSON.stringify(credentials)), credentialsPlace(scope, id));
  await sql`
    insert into account_secrets (account_id, owner_id, sealed) values (${id}, ${scope.owner}, ${sealed})
    on conflict (account_id) do update set sealed = excluded.sealed`.execute(scope.trx);
}

/** The credentials of a connected shop, to sign calls with. Throws when they are gone. */
export async function readCredentials(
  scope: OwnerScope,
  vault: Vault,
  id: AccountId,
): Promise<Readonly<Record<string, string>>> {
  const { rows } = await sql<{ sealed: Uint8Array }>`
    select sealed from account_secrets where owner_id = ${scope.owner} and account_id = ${id}`.execute(
    scope.trx,
  );
  const [row] = rows;
  if (row === undefined) throw new Error(`account ${id} has no credentials`);
  const key = await vault.dataKey(scope, id);
  const parsed: Record<string, string> = JSON.parse(
    open(key, row.sealed, credentialsPlace(scope, id)).toString('utf8'),
  );
  return parsed;
}

function credentialsPlace(scope: OwnerScope, id: AccountId): string {
  return `credentials|${scope.owner}|${id}`;
}
