import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { type AccountId, accountId, type OwnerId } from '../../domain/ids.ts';
import type { Database } from '../database.ts';
import { asOwner, type OwnerScope } from '../scope.ts';
import type { Keyring } from './keyring.ts';
import { KEY_BYTES, open, seal } from './seal.ts';

/**
 * Seals and opens what must not lie readable in the database. Each account has its own data key, and each owner one
 * for what belongs to no account; only those small keys are wrapped by a vault key, so rotation rewraps short rows.
 */
export interface Vault {
  /** The account's data key, made on first use. */
  dataKey(scope: OwnerScope, account: AccountId): Promise<KeyObject>;
  /** The owner's own data key, made on first use. */
  ownerKey(scope: OwnerScope): Promise<KeyObject>;
  readonly keyring: Keyring;
}

/** Opens the vault. Throws when the keys at hand cannot open what this database holds: no half-working state. */
export async function openVault(db: Database, keyring: Keyring): Promise<Vault> {
  await checkCanaries(db, keyring);
  const ofAccounts = new Map<AccountId, KeyObject>();
  const ofOwners = new Map<OwnerId, KeyObject>();
  return {
    keyring,
    dataKey: (scope, account) =>
      cached(ofAccounts, account, () => loadOrMakeDataKey(scope, account, keyring)),
    ownerKey: (scope) => cached(ofOwners, scope.owner, () => loadOrMakeOwnerKey(scope, keyring)),
  };
}

/** A key made in a transaction that rolls back must not be used afterwards, so only stored keys are cached. */
async function cached<Id>(
  cache: Map<Id, KeyObject>,
  id: Id,
  load: () => Promise<{ secret: KeyObject; stored: boolean }>,
): Promise<KeyObject> {
  const known = cache.get(id);
  if (known !== undefined) return known;
  const key = await load();
  if (key.stored) cache.set(id, key.secret);
  return key.secret;
}

async function loadOrMakeDataKey(
  scope: OwnerScope,
  account: AccountId,
  keyring: Keyring,
): Promise<{ secret: KeyObject; stored: boolean }> {
  const place = dataKeyPlace(scope.owner, account);
  const find = () =>
    sql<{ vault_key: string; wrapped: Uint8Array }>`
      select vault_key, wrapped from data_keys where account_id = ${account}`.execute(scope.trx);
  const [known] = (await find()).rows;
  if (known !== undefined) {
    return { secret: unwrap(keyring, known, place), stored: true };
  }
  const bytes = randomBytes(KEY_BYTES);
  await sql`
    insert into data_keys (account_id, owner_id, vault_key, wrapped)
    values (${account}, ${scope.owner}, ${keyring.newest.id}, ${seal(keyring.newest.secret, bytes, place)})
    on conflict (account_id) do nothing`.execute(scope.trx);
  const [row] = (await find()).rows;
  if (row === undefined) throw new Error(`account ${account} has no data key`);
  return { secret: unwrap(keyring, row, place), stored: false };
}

async function loadOrMakeOwnerKey(
  scope: OwnerScope,
  keyring: Keyring,
): Promise<{ secret: KeyObject; stored: boolean }> {
  const place = ownerKeyPlace(scope.owner);
  const find = () =>
    sql<{ vault_key: string; wrapped: Uint8Array }>`
      select vault_key, wrapped from owner_keys where owner_id = ${scope.owner}`.execute(scope.trx);
  const [known] = (await find()).rows;
  if (known !== undefined) return { secret: unwrap(keyring, known, place), stored: true };
  await sql`
    insert into owner_keys (owner_id, vault_key, wrapped)
    values (${scope.owner}, ${keyring.newest.id}, ${seal(keyring.newest.secret, randomBytes(KEY_BYTES), place)})
    on conflict (owner_id) do nothing`.execute(scope.trx);
  const [row] = (await find()).rows;
  if (row === undefined) throw new Error(`owner ${scope.owner} has no data key`);
  return { secret: unwrap(keyring, row, place), stored: false };
}

function unwrap(keyring: Keyring, row: { vault_key: string; wrapped: Uint8Array }, place: string): KeyObject {
  return createSecretKey(open(keyring.find(row.vault_key).secret, row.wrapped, place));
}

/** Wraps every data key with the newest vault key. Answers how many were rewrapped and how many still use an old key. */
export async function rotateDataKeys(
  db: Database,
  keyring: Keyring,
): Promise<{ readonly rewrapped: number; readonly left: number }> {
  const owners = await sql<{ id: OwnerId }>`select id from owners order by id`.execute(db.root);
  let rewrapped = 0;
  let left = 0;
  for (const { id: owner } of owners.rows) {
    await asOwner(db, owner, async (scope) => {
      rewrapped += (await rewrapOwner(scope, keyring)) + (await rewrapOwnerKey(scope, keyring));
      const old = await sql<{ n: number }>`
        select (select count(*) from data_keys where vault_key <> ${keyring.newest.id})
          + (select count(*) from owner_keys where vault_key <> ${keyring.newest.id}) as n`.execute(
        scope.trx,
      );
      left += old.rows[0]?.n ?? 0;
    });
  }
  if (left === 0)
    await sql`delete from vault_canaries where vault_key <> ${keyring.newest.id}`.execute(db.root);
  return { rewrapped, left };
}

async function rewrapOwner(scope: OwnerScope, keyring: Keyring): Promise<number> {
  const { rows } = await sql<{ account_id: number; vault_key: string; wrapped: Uint8Array }>`
    select account_id, vault_key, wrapped from data_keys
    where vault_key <> ${keyring.newest.id} order by account_id for update`.execute(scope.trx);
  const rewrapped = rows.map((row) => {
    const place = dataKeyPlace(scope.owner, accountId(row.account_id));
    const bytes = open(keyring.find(row.vault_key).secret, row.wrapped, place);
    return {
      account_id: row.account_id,
      wrapped: seal(keyring.newest.secret, bytes, place).toString('base64'),
    };
  });
  await sql`
    update data_keys set vault_key = ${keyring.newest.id}, wrapped = decode(fresh.wrapped, 'base64')
    from json_to_recordset(${JSON.stringify(rewrapped)}::json) as fresh(account_id bigint, wrapped text)
    where data_keys.account_id = fresh.account_id`.execute(scope.trx);
  return rows.length;
}

async function rewrapOwnerKey(scope: OwnerScope, keyring: Keyring): Promise<number> {
  const { rows } = await sql<{ vault_key: string; wrapped: Uint8Array }>`
    select vault_key, wrapped from owner_keys
    where owner_id = ${scope.owner} and vault_key <> ${keyring.newest.id} for update`.execute(scope.trx);
  const [row] = rows;
  if (row === undefined) return 0;
  const place = ownerKeyPlace(scope.owner);
  const bytes = open(keyring.find(row.vault_key).secret, row.wrapped, place);
  await sql`
    update owner_keys set vault_key = ${keyring.newest.id}, wrapped = ${seal(keyring.newest.secret, bytes, place)}
    where owner_id = ${scope.owner}`.execute(scope.trx);
  return 1;
}

function ownerKeyPlace(owner: OwnerId): string {
  return `owner-key|${owner}`;
}

function dataKeyPlace(owner: OwnerId, account: AccountId): string {
  return `data-key|${owner}|${account}`;
}

const CANARY = 'the vault opens';

/** Every vault key still in use has left a canary; each must open before anything else is tried. */
async function checkCanaries(db: Database, keyring: Keyring): Promise<void> {
  const { rows } = await sql<{ vault_key: string; sealed: Uint8Array }>`
    select vault_key, sealed from vault_canaries`.execute(db.root);
  for (const { vault_key, sealed } of rows)
    open(keyring.find(vault_key).secret, sealed, `canary|${vault_key}`);
  await plantCanary(db, keyring);
}

async function plantCanary(db: Database, { newest }: Keyring): Promise<void> {
  await sql`
    insert into vault_canaries (vault_key, sealed)
    values (${newest.id}, ${seal(newest.secret, Buffer.from(CANARY), `canary|${newest.id}`)})
    on conflict (vault_key) do nothing`.execute(db.root);
}
